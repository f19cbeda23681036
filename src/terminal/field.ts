import { withoutLastWord } from "../reflection/ends.ts";
import type { Key } from "./keys.ts";

/** A line editor's text, and where the next sign goes, in UTF-16 units. */
export interface Field {
  readonly text: string;
  readonly caret: number;
}

export const EMPTY: Field = { text: "", caret: 0 };

export function fieldOf(text: string): Field {
  return { text, caret: text.length };
}

const SEQUENCES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g;
/** Controls, and the marks that turn the direction of writing. */
const SILENT = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text that came from outside, without what would move a cursor, colour or turn anything: words and line ends stay. */
export function wordsOnly(text: string): string {
  return text
    .replace(SEQUENCES, "")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/\t/g, " ")
    .replace(SILENT, "");
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Start of the letter before a place: a letter with its accents, or a whole emoji, is one. */
function before(text: string, caret: number): number {
  const near = text.slice(Math.max(0, caret - 64), caret);
  if (isAscii(near)) return Math.max(0, caret - 1);
  const last = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(near)].at(-1);
  return caret - (last?.segment.length ?? 1);
}

function after(text: string, caret: number): number {
  const near = text.slice(caret, caret + 64);
  if (isAscii(near.slice(0, 2))) return Math.min(text.length, caret + 1);
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(near);
  return caret + (first?.segment.length ?? 0);
}

function wordBefore(text: string, caret: number): number {
  return withoutLastWord(text.slice(0, caret)).length;
}

function wordAfter(text: string, caret: number): number {
  return caret + (/^\s*\S*/.exec(text.slice(caret))?.[0].length ?? 0);
}

function cut(field: Field, from: number, to: number): Field {
  return from === to ? field : { text: field.text.slice(0, from) + field.text.slice(to), caret: from };
}

function insert(field: Field, words: string): Field {
  const { text, caret } = field;
  return { text: text.slice(0, caret) + words + text.slice(caret), caret: caret + words.length };
}

function move(field: Field, caret: number): Field {
  return caret === field.caret ? field : { text: field.text, caret };
}

const EDITS: Readonly<Record<string, (field: Field) => Field>> = {
  left: (field) => move(field, before(field.text, field.caret)),
  right: (field) => move(field, after(field.text, field.caret)),
  home: (field) => move(field, 0),
  end: (field) => move(field, field.text.length),
  wordLeft: (field) => move(field, wordBefore(field.text, field.caret)),
  wordRight: (field) => move(field, wordAfter(field.text, field.caret)),
  backspace: (field) => cut(field, before(field.text, field.caret), field.caret),
  delete: (field) => cut(field, field.caret, after(field.text, field.caret)),
  deleteWord: (field) => cut(field, wordBefore(field.text, field.caret), field.caret),
  deleteToStart: (field) => cut(field, 0, field.caret),
  deleteToEnd: (field) => cut(field, field.caret, field.text.length),
};

/** The field after a key; the same field where the key means nothing to it. */
export function edit(field: Field, key: Key): Field {
  if ("text" in key) {
    const words = wordsOnly(key.text);
    return words === "" ? field : insert(field, words);
  }
  return EDITS[key.name]?.(field) ?? field;
}
