import { type Lexicon, stemsOf } from "./language.ts";

/** Longer texts are cut: what set somebody off stands in the first lines. */
const MOST_CHARACTERS = 2000;
const MOST_LETTERS = 30;

/** Wide forms, accents and apostrophes gone; lower case; letters repeated for stress twice at most. */
function foldedUnicode(text: string): string {
  return text
    .replace(/[’‘´ʼ＇]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{L})['`](?=\p{L})/gu, "$1")
    .replace(/(\p{L})\1{2,}/gu, "$1$1");
}

/** The same for plain ASCII, where no Unicode table has to be read. */
function foldedAscii(text: string): string {
  return text.toLowerCase().replace(/([a-z])['`](?=[a-z])/g, "$1").replace(/([a-z])\1{2,}/g, "$1$1");
}

function piecesOf(text: string): readonly string[] {
  const cut = text.slice(0, MOST_CHARACTERS);
  return /^[\0-\x7f]*$/.test(cut)
    ? (foldedAscii(cut).match(/[a-z][*#@$%]{2,}[a-z]{0,9}|[a-z]+|[0-9]+|!!|\?\?/g) ?? [])
    : (foldedUnicode(cut).match(/\p{L}[*#@$%]{2,}\p{L}{0,9}|\p{L}+|\p{Nd}+|!!|\?\?/gu) ?? []);
}

function stemsOfPiece(piece: string, lexicon: Lexicon): readonly string[] {
  const first = piece.charAt(0);
  if (first === "!" || first === "?") return [piece];
  if (/[*#@$%]/.test(piece)) return ["swear"];
  if (first.toLowerCase() === first.toUpperCase() && !/\p{L}/u.test(first)) return ["0"];
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
