/** A text made plain for matching, and where each of its units came from. */
export interface Folded {
  /** Lower case, NFKC, ASCII digits and quotes, `-` for every dash, a blank for every blank, `\n` for every line end. */
  readonly text: string;
  /** Where unit `index` of the plain text begins in the original. */
  readonly from: (index: number) => number;
  /** Where unit `index` of the plain text ends in the original, marks that follow it included. */
  readonly to: (index: number) => number;
}

const PLAIN = /^[\0-\x7f]*$/;
const MARK = /^\p{M}/u;
const FORMAT = /^\p{Cf}/u;
const DIGIT = /^\p{Nd}/u;
const DASH = /^[\p{Pd}\u2043\u2212]/u;
const DOT = /^[\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb]/u;
const QUOTE = /^[\u2018-\u201b\u2032]/u;
const DOUBLE_QUOTE = /^[\u00ab\u00bb\u201c-\u201f\u2033]/u;
const LINE_END = /^[\r\n\u0085\u2028\u2029]/u;
const BLANK = /^\s/u;
const FRACTION_SLASH = "\u2044";

/** Digits of every script stand in code charts as unbroken rows of ten that begin with nought. */
function digitOf(codePoint: number): string {
  let steps = 0;
  while (steps < 60 && DIGIT.test(String.fromCodePoint(codePoint - steps - 1))) steps += 1;
  return String(steps % 10);
}

function plainUnit(char: string): string {
  if (LINE_END.test(char)) return "\n";
  if (BLANK.test(char)) return " ";
  if (DASH.test(char)) return "-";
  if (DOT.test(char)) return ".";
  if (QUOTE.test(char)) return "'";
  if (DOUBLE_QUOTE.test(char)) return '"';
  if (DIGIT.test(char)) return digitOf(char.codePointAt(0) ?? 0);
  return char.toLowerCase();
}

/** Plain units of one code point; none for what is invisible. A fraction stays one sign: its digits are no number's. */
function plainUnits(char: string): string {
  if (FORMAT.test(char) || MARK.test(char)) return "";
  const composed = char.normalize("NFKC");
  if (composed.includes(FRACTION_SLASH)) return FRACTION_SLASH;
  let plain = "";
  for (const part of composed) {
    if (!FORMAT.test(part) && !MARK.test(part)) plain += plainUnit(part);
  }
  return plain;
}

const same = (index: number): number => index;
const after = (index: number): number => index + 1;

/** Makes a text plain for matching. Takes any UTF-16, lone surrogates as well. */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) {
    return { text: text.toLowerCase().replace(/[\t\v\f]/g, " ").replace(/\r/g, "\n"), from: same, to: after };
  }
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const char of text) {
    const end = offset + char.length;
    const plain = plainUnits(char);
    parts.push(plain);
    starts.push(...Array<number>(plain.length).fill(offset));
    ends.push(...Array<number>(plain.length).fill(end));
    if (MARK.test(char) && ends.length > 0 && ends[ends.length - 1] === offset) ends[ends.length - 1] = end;
    offset = end;
  }
  return { text: parts.join(""), from: (index) => starts[index] ?? offset, to: (index) => ends[index] ?? offset };
}
