import fastStringWidth from "fast-string-width";

/** Signs that take one column each and never join with their neighbours: no Unicode table is needed for them. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2500-\u259f\u25b2\u25cb\u25cf]*$/;
/** Signs that take no column, which `fast-string-width` counts as one. */
const WITHOUT_WIDTH = /[\u061c\u200c\u200e\u200f]/g;

/** Columns that a text takes in a terminal. Line ends and control characters must have left it before. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : fastStringWidth(text.replace(WITHOUT_WIDTH, ""));
}

/** The signs of a text as a reader sees them: a letter with its accents, a flag or a family is one. */
export function graphemes(text: string): readonly string[] {
  if (PLAIN.test(text)) return Array.from(text);
  return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
}

/** The text with blanks after it until it takes `columns`; longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** The text with blanks before it until it takes `columns`; longer text stays as it is. */
export function padStart(text: string, columns: number): string {
  return " ".repeat(Math.max(0, columns - displayWidth(text))) + text;
}

/**
 * Cuts a text without blanks into pieces of at most `columns`, never inside a sign. A sign wider than `columns` stands
 * alone.
 */
export function pieces(text: string, columns: number): readonly string[] {
  if (PLAIN.test(text)) return Array.from({ length: Math.ceil(text.length / columns) }, (_, at) => text.slice(at * columns, (at + 1) * columns));
  const found: string[] = [];
  let piece = "";
  let taken = 0;
  for (const sign of graphemes(text)) {
    const wide = displayWidth(sign);
    if (taken + wide > columns && piece !== "") {
      found.push(piece);
      piece = "";
      taken = 0;
    }
    piece += sign;
    taken += wide;
  }
  if (piece !== "") found.push(piece);
  return found;
}

/** The text, or as much of its beginning as fits before `mark`, together at most `columns`. */
export function truncate(text: string, columns: number, mark: string): string {
  // More signs than this cannot fit, unless they take no column at all.
  const head = text.length > columns * 40 ? text.slice(0, columns * 40) : text;
  if (head === text && displayWidth(text) <= columns) return text;
  return cut(head, columns, mark);
}

/** As much of the beginning as fits before `mark`; the mark alone where not even one sign does. */
export function cut(text: string, columns: number, mark: string): string {
  const room = columns - displayWidth(mark);
  if (room <= 0) return pieces(mark, columns)[0] ?? "";
  const [begun = ""] = pieces(text, room);
  return displayWidth(begun) > room ? mark : `${begun.trimEnd()}${mark}`;
}
