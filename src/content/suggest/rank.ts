import { featuresOf } from "./features.ts";
import { familiesOf, isEmpty } from "./language.ts";
import { tellingWords, wordingOf } from "./learn.ts";
import { type Learned, NOTHING_LEARNED } from "./learned.ts";
import { addWeights, type SuggestModel } from "./model.ts";
import { toShares } from "./shares.ts";
import { meant } from "./typos.ts";
import { wordsOf } from "./words.ts";

export interface Suggestion {
  readonly trigger: string;
  /** 0 to 1; all triggers together 1. */
  readonly score: number;
}

/** Below this, the best of eighteen is little better than chance, and nobody may be led to take it unseen. Judgement. */
export const SURE = 0.25;

/** What a word that was confirmed once adds for a rare word alone. */
const OWN_WORD = 1.5;
/** What a wording adds that was given a trigger before: enough to put that trigger first. */
const OWN_WORDING = 12;
/** From this place in the order of frequency on, a word of the examples tells as much as one that is in none. */
const RARE = 600;
/** So many come back even with small scores; others from `LEAST_SCORE`. */
const ALWAYS = 3;
const LEAST_SCORE = 0.01;

interface Reader {
  readonly model: SuggestModel;
  readonly learned: Learned;
  /** Stems of the examples, most frequent first. Taken apart only where a word is not known or something was learned. */
  readonly known: () => readonly string[];
}

function isKnown({ model, learned }: Reader, word: string): boolean {
  return model.words.includes(` ${word} `) || familiesOf(word, model.lexicon).length > 0 || learned.countsOf(word) !== null;
}

/** 0 for the commonest word of the examples, 1 for a rare one. */
function rarity(known: readonly string[], word: string): number {
  const place = known.indexOf(word);
  return place < 0 ? 1 : Math.min(1, Math.log1p(place) / Math.log1p(RARE));
}

function modelLogits({ model }: Reader, words: readonly string[]): Map<string, number> {
  const logits = [...model.bias];
  const features = featuresOf(words, model.lexicon);
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) addWeights(model, feature, share, logits);
  return new Map(model.triggers.map((trigger, at) => [trigger, logits[at] ?? 0]));
}

/** Where a trigger starts that the model does not know: better than three of four others. Who named it meant something else. */
function startOf(logits: Iterable<number>): number {
  const sorted = [...logits].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** Adds what the person's own words point to. */
function addLearned({ learned, known }: Reader, telling: readonly string[], wording: string, logits: Map<string, number>): void {
  const start = startOf(logits.values());
  const add = (trigger: string, value: number): void => {
    logits.set(trigger, (logits.get(trigger) ?? start) + value);
  };
  for (const word of telling) {
    const counts = learned.countsOf(word) ?? new Map<string, number>();
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all === 0) continue;
    const worth = (OWN_WORD * rarity(known(), word)) / Math.sqrt(telling.length);
    for (const [trigger, count] of counts) add(trigger, worth * Math.log2(1 + count) * (count / all));
  }
  const before = learned.triggerOf(wording);
  if (before !== undefined) add(before, OWN_WORDING);
}

function rankWith(reader: Reader, text: string): readonly Suggestion[] {
  const { lexicon } = reader.model;
  const words = wordsOf(text, lexicon).map((word) => (isKnown(reader, word) ? word : meant(word, reader.known())));
  const telling = [...new Set(words)].filter((word) => !isEmpty(word, lexicon) && isKnown(reader, word));
  const wording = wordingOf(tellingWords(text, lexicon));
  if (telling.length === 0 && reader.learned.triggerOf(wording) === undefined) return [];
  const logits = modelLogits(reader, words);
  addLearned(reader, telling, wording, logits);
  const shares = [...logits.values()];
  toShares(shares);
  return [...logits.keys()]
    .map((trigger, at) => ({ trigger, score: shares[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, at) => at < ALWAYS || score >= LEAST_SCORE);
}

/** Binds a model and what was learned, for a text that is ranked again at each key. See `rank`. */
export function ranker(model: SuggestModel, learned: Learned = NOTHING_LEARNED): (text: string) => readonly Suggestion[] {
  let known: readonly string[] | undefined;
  const reader: Reader = { model, learned, known: () => (known ??= model.words.trim().split(" ")) };
  return (text) => rankWith(reader, text);
}

/**
 * The triggers that words point to, best first; empty where no word is known.
 *
 * It ranks what set somebody off, from the words alone; it says nothing about what anybody feels.
 */
export function rank(text: string, model: SuggestModel, learned?: Learned): readonly Suggestion[] {
  return ranker(model, learned)(text);
}
