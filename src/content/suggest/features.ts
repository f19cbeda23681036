import { familiesOf, type Lexicon } from "./language.ts";

/** The lists that features are spread over, so that each is found in a short one. A power of two. */
export const LISTS = 1024;

/** FNV-1a, 32 bit (Fowler, Noll & Vo). */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** What the ranker sees of a text: each word, its families, each pair of neighbours, and how the text begins. */
export function featuresOf(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const features = new Set(words);
  for (const word of words) for (const family of familiesOf(word, lexicon)) features.add(family);
  if (words[0] !== undefined) features.add(`^ ${words[0]}`);
  for (let at = 1; at < words.length; at += 1) features.add(`${words[at - 1] ?? ""} ${words[at] ?? ""}`);
  return [...features];
}
