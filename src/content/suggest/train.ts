import type { Phrasings } from "../content.ts";
import { lexiconOf } from "./lexicon.ts";
import { featuresOf } from "./features.ts";
import { type FeatureWeights, MOST_STEPS, type SuggestModel, writeWeights } from "./model.ts";
import { type Example, regress } from "./regress.ts";
import { wordsOf } from "./words.ts";

/** Weights nearer to none than this are left out. */
const LEAST_WEIGHT = 0.2;

/** By how often it stands there, then by text. */
function frequentFirst(texts: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([word]) => word);
}

/** To add the same to all weights of a feature changes no ranking: the middle one becomes none, and most can go. */
function centred(weights: Float64Array): readonly number[] {
  const sorted = [...weights].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return [...weights].map((weight) => weight - middle);
}

function inSteps(weights: readonly number[], step: number): FeatureWeights {
  return weights.flatMap((weight, trigger) =>
    Math.abs(weight) < LEAST_WEIGHT ? [] : [[trigger, Math.round(weight / step)] as const],
  );
}

/**
 * Learns which words point to which trigger. The same phrasings give the same model.
 * @param lang the language of the phrasings: the tag of its content folder
 */
export function trainSuggest(phrasings: Phrasings, lang = "en"): SuggestModel {
  const lexicon = lexiconOf(lang);
  const triggers = Object.keys(phrasings);
  const texts = Object.values(phrasings).flatMap((examples, trigger) =>
    examples.map((text) => ({ words: wordsOf(text, lexicon), trigger })),
  );
  const places = new Map<string, number>();
  const examples = texts.map(({ words, trigger }): Example => {
    const features = featuresOf(words, lexicon).map((feature) => {
      const place = places.get(feature) ?? places.size;
      places.set(feature, place);
      return place;
    });
    return { features, trigger };
  });
  const { weights, bias } = regress(examples, places.size, triggers.length);
  const rows = [...places.keys()].map((feature, place) => {
    const row = weights.subarray(place * triggers.length, (place + 1) * triggers.length);
    return [feature, centred(row)] as const;
  });
  const highest = rows.reduce((most, [, row]) => row.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0);
  const step = Number((Math.max(highest, LEAST_WEIGHT) / MOST_STEPS).toPrecision(6));
  return {
    version: 1,
    lexicon,
    triggers,
    bias: [...bias].map((value) => Number(value.toFixed(3))),
    step,
    weights: writeWeights(new Map(rows.map(([feature, row]) => [feature, inSteps(row, step)]))),
    words: ` ${frequentFirst(texts.map(({ words }) => words)).join(" ")} `,
  };
}
