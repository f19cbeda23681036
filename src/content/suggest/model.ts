import { hashOf, LISTS } from "./features.ts";
import type { Lexicon } from "./language.ts";

/**
 * What was learned from the example phrasings: a multinomial logistic regression, small enough to be read at each
 * start. Plain JSON.
 */
export interface SuggestModel {
  readonly version: 1;
  readonly lexicon: Lexicon;
  /** In the order of the weights. */
  readonly triggers: readonly string[];
  readonly bias: readonly number[];
  /** What one step of a weight is worth. */
  readonly step: number;
  /** Lists of features: for each four signs of its hash, one for how many weights follow, then trigger and steps. */
  readonly weights: readonly string[];
  /** Stems of the examples, most frequent first, between blanks. */
  readonly words: string;
}

/** The weights of one feature: for each trigger that it speaks for or against, in steps. */
export type FeatureWeights = readonly (readonly [trigger: number, steps: number])[];

/** Numbers are written as signs from "#" to "~" without the backslash, so that JSON holds them as they are. */
const FIRST = 0x23;
const BACKSLASH = 0x5c;
const SIGNS = 91;
const HASH_SIGNS = 4;
/** Steps of a weight, on either side. */
export const MOST_STEPS = 45;

function sign(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code < BACKSLASH ? code : code + 1);
}

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code > BACKSLASH ? code - 1 : code) - FIRST;
}

/** What of a hash the number of its list does not say. */
function restOf(hash: number): string {
  let rest = Math.floor(hash / LISTS);
  let signs = "";
  for (let at = 0; at < HASH_SIGNS; at += 1) {
    signs += sign(rest % SIGNS);
    rest = Math.floor(rest / SIGNS);
  }
  return signs;
}

/** Writes the weights of all features. Those without any are left out. */
export function writeWeights(features: ReadonlyMap<string, FeatureWeights>): readonly string[] {
  const lists = Array.from({ length: LISTS }, () => "");
  for (const [feature, weights] of features) {
    if (weights.length === 0) continue;
    const hash = hashOf(feature);
    const pairs = weights.map(([trigger, steps]) => sign(trigger) + sign(steps + MOST_STEPS)).join("");
    lists[hash % LISTS] = (lists[hash % LISTS] ?? "") + restOf(hash) + sign(weights.length) + pairs;
  }
  return lists;
}

/** Adds the weights of one feature, times `share`, to the logits. */
export function addWeights(model: SuggestModel, feature: string, share: number, logits: number[]): void {
  const hash = hashOf(feature);
  const list = model.weights[hash % LISTS] ?? "";
  const rest = restOf(hash);
  for (let at = 0; at < list.length; ) {
    const end = at + HASH_SIGNS + 1 + 2 * valueAt(list, at + HASH_SIGNS);
    if (list.startsWith(rest, at)) {
      for (let pair = at + HASH_SIGNS + 1; pair < end; pair += 2) {
        const trigger = valueAt(list, pair);
        const steps = valueAt(list, pair + 1) - MOST_STEPS;
        logits[trigger] = (logits[trigger] ?? 0) + steps * model.step * share;
      }
      return;
    }
    at = end;
  }
}
