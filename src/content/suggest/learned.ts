import type { Phrasings } from "../content.ts";
import type { Lexicon } from "./language.ts";
import { DAYS, type MonthWords, tellingReader, wordingOf } from "./learn.ts";

/** What the person's own words point to. */
export interface Learned {
  /** How often a stem was confirmed for each trigger; null where it never was. */
  readonly countsOf: (stem: string) => ReadonlyMap<string, number> | null;
  /** The trigger that a whole wording, by its hash, was given last. */
  readonly triggerOf: (wording: string) => string | undefined;
}

export const NOTHING_LEARNED: Learned = { countsOf: () => null, triggerOf: () => undefined };

type Resolve = (trigger: string) => string;

/** The months that count, newest first, each with the least day that does. */
type Folded = readonly (readonly [learned: Pick<MonthWords, "words" | "wordings">, least: number])[];

function countsIn(folded: Folded, stem: string, resolve: Resolve): ReadonlyMap<string, number> | null {
  const counts = new Map<string, number>();
  for (const [{ words }, least] of folded) {
    for (const written of Object.keys(words)) {
      const ofTrigger = words[written];
      const packed = ofTrigger !== undefined && Object.hasOwn(ofTrigger, stem) ? (ofTrigger[stem] ?? 0) : 0;
      if (packed % DAYS < Math.max(1, least)) continue;
      const trigger = resolve(written);
      counts.set(trigger, (counts.get(trigger) ?? 0) + Math.floor(packed / DAYS));
    }
  }
  return counts.size === 0 ? null : counts;
}

function triggerIn(folded: Folded, wording: string, resolve: Resolve): string | undefined {
  for (const [{ wordings }, least] of folded) {
    const [day = "", trigger = ""] = Object.hasOwn(wordings, wording) ? (wordings[wording] ?? "").split(" ") : [];
    if (trigger !== "" && Number(day) >= least) return resolve(trigger);
  }
  return undefined;
}

/**
 * Puts months together. Nothing is added up until a word is asked for: one text asks for a few of thousands.
 *
 * @param months by month (`2026-11`), as far back as `from`; a word or wording last confirmed before `from` counts no more
 * @param from the first day that counts, `YYYY-MM-DD`: 365 days back
 * @param resolve the trigger that a merged one counts for
 */
export function foldLearned(
  months: ReadonlyMap<string, Pick<MonthWords, "words" | "wordings">>,
  from: string,
  resolve: Resolve = (trigger) => trigger,
): Learned {
  const first = from.slice(0, 7);
  const folded: Folded = [...months]
    .filter(([month]) => month >= first)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, learned]) => [learned, month === first ? Number(from.slice(8, 10)) : 0]);
  return {
    countsOf: (stem) => countsIn(folded, stem, resolve),
    triggerOf: (wording) => triggerIn(folded, wording, resolve),
  };
}

/** Adds example phrasings that the built-in model does not know: those of packs, and the labels of personal triggers. */
export function withPhrasings(learned: Learned, phrasings: Phrasings, lexicon: Lexicon): Learned {
  const words = new Map<string, Map<string, number>>();
  const wordings = new Map<string, string>();
  const read = tellingReader(lexicon);
  for (const [trigger, texts] of Object.entries(phrasings)) {
    for (const text of texts) {
      const telling = read(text);
      for (const word of telling) {
        const counts = words.get(word) ?? new Map<string, number>();
        words.set(word, counts.set(trigger, (counts.get(trigger) ?? 0) + 1));
      }
      const wording = wordingOf(telling);
      if (telling.length > 0 && !wordings.has(wording)) wordings.set(wording, trigger);
    }
  }
  return {
    countsOf: (stem) => {
      const [own, added] = [learned.countsOf(stem), words.get(stem)];
      if (added === undefined) return own;
      const both = new Map(own);
      for (const [trigger, count] of added) both.set(trigger, (both.get(trigger) ?? 0) + count);
      return both;
    },
    triggerOf: (wording) => learned.triggerOf(wording) ?? wordings.get(wording),
  };
}
