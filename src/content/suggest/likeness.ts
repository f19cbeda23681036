import { featuresOf } from "./features.ts";
import { isEmpty, type Lexicon } from "./language.ts";
import { wordsOf } from "./words.ts";

/** How much a few texts are like a typed one. */
export interface Likeness {
  /** 0 (nothing in common) to 1 (the same). */
  readonly of: (typed: string, index: number) => number;
}

/**
 * Compares texts by what they have in common: words, families and pairs of words, each worth more the fewer of the texts
 * hold it (cosine of tf-idf).
 */
export function likeness(texts: readonly string[], lexicon: Lexicon): Likeness {
  const features = (text: string): readonly string[] =>
    featuresOf(wordsOf(text, lexicon), lexicon).filter((one) => !isEmpty(one, lexicon) && !one.startsWith("^"));
  const all = texts.map(features);
  const counts = new Map<string, number>();
  for (const feature of all.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const worth = (feature: string): number => Math.log(1 + texts.length / (counts.get(feature) ?? 0.5));
  const length = (some: readonly string[]): number => Math.sqrt(some.reduce((sum, one) => sum + worth(one) ** 2, 0));
  return {
    of: (typed, index) => {
      const [mine, theirs] = [features(typed), new Set(all[index] ?? [])];
      const shared = mine.filter((feature) => theirs.has(feature)).reduce((sum, feature) => sum + worth(feature) ** 2, 0);
      return shared === 0 ? 0 : shared / (length(mine) * length([...theirs]));
    },
  };
}
