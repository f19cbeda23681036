import { asciiPieces } from "./ascii-pieces.ts";
import { type Lexicon, stemsOf } from "./language.ts";

/** Longer texts are cut: what set somebody off stands in the first lines. */
const MOST_CHARACTERS = 2000;
const MOST_LETTERS = 30;

/** What stands for a word behind signs, a number, and marks in a row. */
export const MASKED = "swear";
export const NUMBER = "0";

/** Wide forms, accents and apostrophes gone; lower case; letters repeated for stress twice at most. */
function folded(text: string): string {
  return text
    .replace(/[’‘´ʼ＇]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{L})['`](?=\p{L})/gu, "$1")
    .replace(/(\p{L})\1{2,}/gu, "$1$1");
}

/** Words, numbers, masked words and marks in a row, one after the other. */
export function unicodePieces(text: string): readonly string[] {
  const found = folded(text).match(/\p{L}+[*#@$%]{2,}\p{L}*|\p{L}+|\p{Nd}+|!{2,}|\?{2,}/gu) ?? [];
  return found.map((piece) => {
    if (piece.startsWith("!") || piece.startsWith("?")) return piece.slice(0, 2);
    if (/[*#@$%]/.test(piece)) return MASKED;
    return /^\p{Nd}/u.test(piece) ? NUMBER : piece;
  });
}

/** The pieces of a text, before they become stems. */
export function piecesOf(text: string): readonly string[] {
  const cut = text.slice(0, MOST_CHARACTERS);
  return asciiPieces(cut) ?? unicodePieces(cut);
}

/** The stems that one piece stands for. */
export function stemsOfPiece(piece: string, lexicon: Lexicon): readonly string[] {
  return stemsOf(piece.slice(0, MOST_LETTERS), lexicon);
}

/**
 * The words of a text as stems: one spelling, one form, short forms written out.
 *
 * A number is `0`, marks in a row are `!!` or `??`, and a word hidden behind signs ("f***") is `swear`.
 */
export function wordsOf(text: string, lexicon: Lexicon): readonly string[] {
  return piecesOf(text).flatMap((piece) => stemsOfPiece(piece, lexicon));
}
