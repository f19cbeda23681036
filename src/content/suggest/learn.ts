import type { Entry } from "../../reflection/entry.ts";
import { hashOf } from "./features.ts";
import { isEmpty, type Lexicon } from "./language.ts";
import { piecesOf, stemsOfPiece } from "./words.ts";

/**
 * What the entries of one month teach: plain JSON, bounded, and holding single words but no sentence.
 *
 * A day is that of the month on which it was last confirmed.
 */
export interface MonthWords {
  /** By trigger id and stem: how often, and the last day, as `count * 32 + day`. */
  readonly words: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By the hash of a whole wording: the last day and the trigger it was given then, as `day trigger`. */
  readonly wordings: Readonly<Record<string, string>>;
  /** The latest moment of an entry that taught, in milliseconds since 1970; null without one. */
  readonly last: number | null;
}

const MOST_WORDS = 400;
const MOST_WORDINGS = 250;
/** Counts and days are kept as `count * 32 + day`. */
export const DAYS = 32;

/** The stems of a text that say something, each once. */
export type TellingReader = (text: string) => readonly string[];

/**
 * Reads stems that say something from texts, each once. Texts of one person hold the same words again and again, so what
 * a word comes to is looked up once.
 */
export function tellingReader(lexicon: Lexicon): TellingReader {
  const known = new Map<string, readonly string[]>();
  const stemsOf = (piece: string): readonly string[] => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const stems = stemsOfPiece(piece, lexicon).filter((word) => !isEmpty(word, lexicon));
    known.set(piece, stems);
    return stems;
  };
  return (text) => {
    const found = new Set<string>();
    for (const piece of piecesOf(text)) for (const stem of stemsOf(piece)) found.add(stem);
    return [...found];
  };
}

/** Stems that say something, each once. */
export function tellingWords(text: string, lexicon: Lexicon): readonly string[] {
  return tellingReader(lexicon)(text);
}

/** The same for the same words in any order. */
export function wordingOf(words: readonly string[]): string {
  return hashOf([...words].sort().join(" ")).toString(36);
}

interface Counted {
  readonly trigger: string;
  readonly word: string;
  count: number;
  day: number;
}

function nested(counted: readonly Counted[]): MonthWords["words"] {
  const byTrigger = new Map<string, Map<string, number>>();
  for (const { trigger, word, count, day } of counted) {
    const words = byTrigger.get(trigger) ?? new Map<string, number>();
    byTrigger.set(trigger, words.set(word, count * DAYS + day));
  }
  return Object.fromEntries([...byTrigger].map(([trigger, words]) => [trigger, Object.fromEntries(words)]));
}

class Counts {
  private readonly byTrigger = new Map<string, Map<string, Counted>>();

  add(trigger: string, words: readonly string[], day: number): void {
    const counts = this.byTrigger.get(trigger) ?? new Map<string, Counted>();
    this.byTrigger.set(trigger, counts);
    for (const word of words) {
      const counted = counts.get(word);
      if (counted === undefined) counts.set(word, { trigger, word, count: 1, day });
      else {
        counted.count += 1;
        counted.day = Math.max(counted.day, day);
      }
    }
  }

  all(): readonly Counted[] {
    return [...this.byTrigger.values()].flatMap((counts) => [...counts.values()]);
  }
}

/**
 * Learns from the entries of one month: the words of `what`, for the trigger that the person settled on.
 *
 * @param entries in order; only reflections with `what` count. A later entry in the same words overrules an earlier one
 * @param read `tellingReader` of the model's lexicon
 */
export function learnFrom(entries: readonly Entry[], read: TellingReader): MonthWords {
  const counts = new Counts();
  const wordings = new Map<string, string>();
  let last: number | null = null;
  for (const entry of entries) {
    if (entry.kind !== "reflection" || entry.what === undefined) continue;
    last = Math.max(last ?? -Infinity, Date.parse(entry.at));
    const { trigger } = entry;
    const day = Number(entry.shift.slice(8, 10));
    const words = read(entry.what);
    counts.add(trigger, words, day);
    const wording = wordingOf(words);
    wordings.delete(wording);
    if (words.length > 0) wordings.set(wording, `${day} ${trigger}`);
  }
  const kept = counts.all().toSorted((a, b) => b.count - a.count || b.day - a.day).slice(0, MOST_WORDS);
  return { words: nested(kept), wordings: Object.fromEntries([...wordings].slice(-MOST_WORDINGS)), last };
}

function isRecordOf(value: unknown, isPart: (part: unknown) => boolean): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isPart);
}

/** Whether what was found in a cache is what `learnFrom` gives. */
export function isMonthWords(value: unknown): value is MonthWords {
  if (typeof value !== "object" || value === null) return false;
  const { words, wordings, last } = value as Partial<Record<keyof MonthWords, unknown>>;
  if (last !== null && typeof last !== "number") return false;
  const areCounts = (part: unknown): boolean => isRecordOf(part, (count) => Number.isSafeInteger(count));
  return isRecordOf(words, areCounts) && isRecordOf(wordings, (wording) => typeof wording === "string");
}
