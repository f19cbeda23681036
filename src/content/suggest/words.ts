import type { Language } from "./language.ts";

/** Longer texts are cut: what set somebody off stands in the first lines. */
export const MOST_CHARACTERS = 2000;
const MOST_LETTERS = 30;

const ASCII = /^[\0-\x7f]*$/;

/** Wide forms, accents and apostrophes gone; lower case; letters repeated for stress halved. */
function levelled(text: string): string {
  const cut = text.slice(0, MOST_CHARACTERS);
  const plain = ASCII.test(cut) ? cut.toLowerCase() : cut.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain
    .replace(/(\p{L})['’‘`´ʼ](?=\p{L})/gu, "$1")
    .replace(/(\p{L})\1{2,}/gu, "$1$1");
}

/**
 * The words of a text as stems: one spelling, one form, short forms written out.
 *
 * A number is `0`, several marks in a row are `!!` or `??`, and a word hidden behind signs ("f***") is `swear`.
 */
export function wordsOf(text: string, language: Language): readonly string[] {
  const found = levelled(text).match(/\p{L}[*#@$%]{2,}\p{L}{0,9}|\p{L}+|\d+|!{2,}|\?{2,}/gu) ?? [];
  return found.flatMap((word) => {
    if (/^\d/.test(word)) return ["0"];
    if (/^[!?]/.test(word)) return [word.slice(0, 2)];
    if (/[*#@$%]/.test(word)) return ["swear"];
    return (language.rewrites.get(word) ?? [word]).map((whole) => language.stem(whole.slice(0, MOST_LETTERS)));
  });
}
