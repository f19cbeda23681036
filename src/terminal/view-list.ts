import type { Option } from "../conversations/question.ts";
import { displayWidth, padEnd } from "../views/width.ts";
import { hung, isNarrow, packed, right, textRight, wholeOrHung } from "./layout.ts";
import { type ListQuestion, rowsOf } from "./options.ts";
import type { State } from "./state.ts";
import type { Speaking } from "./speaking.ts";

export interface Body {
  readonly lines: readonly string[];
  /** The line that must be seen. */
  readonly focus: number;
}

const MOST_DIGITS = 9;
const NOTE_GAP = 6;
const ROW_GAP = "      ";
const WORDS_GAP = "   ";
const MEANING_GAP = 4;
const COLUMN = 32;

/** " > 2  ": what stands before a label. */
function lead(index: number, picked: boolean, standing: boolean, several: boolean): string {
  const digit = index < MOST_DIGITS ? String(index + 1) : " ";
  const mark = picked || (standing && !several) ? ">" : " ";
  return standing && several ? ` ${mark}[${digit}] ` : ` ${mark} ${digit}  `;
}

interface Row {
  readonly lead: string;
  readonly label: string;
  readonly note: string;
  readonly lit: boolean;
}

function rowsFor(question: ListQuestion, state: State, options: readonly Option[], t: Speaking): readonly Row[] {
  const several = question.kind === "choices";
  const usual = question.kind === "choice" ? question.default : undefined;
  const narrow = isNarrow(t.style);
  return options.map((option, index) => {
    const picked = state.picked.includes(option.id);
    const standing = state.cursor === index;
    return {
      lead: lead(index, picked, standing, several),
      label: narrow ? (option.short ?? option.label) : option.label,
      note:
        option.id === usual ? t.say("prompts.enter") : narrow && question.kind === "rank" ? "" : (option.note ?? ""),
      lit: picked || standing,
    };
  });
}

/** Where the notes begin, so that they stand under each other. */
function notesColumn(question: ListQuestion, rows: readonly Row[], end: number): number {
  const labels = rows.filter(({ note }) => note !== "").map((row) => displayWidth(row.lead + row.label));
  const asked = question.kind === "choice" ? question.notesAt : undefined;
  const longest = Math.max(0, ...labels);
  const wanted = Math.max(asked ?? 0, longest + (asked === undefined ? NOTE_GAP : 2));
  const room = end - Math.max(0, ...rows.map(({ note }) => displayWidth(note)));
  return room >= longest + 2 ? Math.min(wanted, room) : wanted;
}

function withNote(row: Row, column: number, t: Speaking): readonly string[] {
  const labels = hung(row.lead, row.label, right(t.style));
  const last = labels.at(-1) ?? "";
  if (row.note === "") return labels;
  const room = right(t.style) - displayWidth(row.note);
  const at = Math.min(column, room);
  if (displayWidth(last) + 2 > at) return [...labels, ...hung(" ".repeat(row.lead.length), row.note, right(t.style))];
  return [...labels.slice(0, -1), padEnd(last, at) + row.note];
}

function asList(question: ListQuestion, rows: readonly Row[], t: Speaking): readonly (readonly string[])[] {
  const column = notesColumn(question, rows, right(t.style));
  return rows.map((row) => withNote(row, column, t).map((line) => (row.lit ? t.style.palette.accent(line) : line)));
}

function asColumns(rows: readonly Row[], t: Speaking): readonly string[] | null {
  const half = Math.ceil(rows.length / 2);
  const cells = rows.map((row) => row.lead + row.label);
  const wide = Math.max(COLUMN, ...cells.slice(0, half).map((cell) => displayWidth(cell) + 2));
  const longest = Math.max(0, ...cells.slice(half).map(displayWidth));
  if (wide + longest > textRight(t.style)) return null;
  const paint = (index: number): string =>
    rows[index]?.lit === true ? t.style.palette.accent(cells[index] ?? "") : (cells[index] ?? "");
  return cells.slice(0, half).map((cell, index) => {
    if (half + index >= cells.length) return paint(index);
    return paint(index) + " ".repeat(wide - displayWidth(cell)) + paint(half + index);
  });
}

/** Side by side: the blank before the mark goes, the first row gets it back. */
function asRow(rows: readonly Row[], t: Speaking): readonly string[] {
  const cells = rows.map((row) => row.lead.slice(1) + row.label);
  return packed(cells, ROW_GAP.slice(2), textRight(t.style) - 1).flatMap((row) =>
    wholeOrHung(" ", row, textRight(t.style)),
  );
}

function asWords(rows: readonly Row[], t: Speaking): readonly string[] {
  const cells = rows.map((row, index) => {
    const digit = index < MOST_DIGITS ? `${index + 1} ` : "";
    return `${row.lit ? ">" : ""}${digit}${row.label}`;
  });
  return packed(cells, WORDS_GAP, textRight(t.style) - 3).flatMap((row) => wholeOrHung("   ", row, textRight(t.style)));
}

/** Behind typed words: no digits, and what each means beside it. */
function asRanking(options: readonly Option[], state: State, t: Speaking): readonly string[] {
  const several = (id: string): boolean => state.picked.includes(id);
  const longest = Math.max(0, ...options.map(({ label }) => displayWidth(label)));
  return options.flatMap((option, index) => {
    const standing = state.cursor === index;
    const { accent, quiet } = t.style.palette;
    const labels = hung(`  ${standing || several(option.id) ? ">" : " "}   `, option.label, right(t.style));
    const [row = "", ...more] = labels;
    if (more.length > 0) return labels.map((line) => (standing ? accent(line) : line));
    const meaning = isNarrow(t.style) ? "" : (option.note ?? "");
    const shown = padEnd(row, 6 + longest + MEANING_GAP);
    const fits = meaning !== "" && displayWidth(shown + meaning) <= right(t.style);
    const painted = standing ? accent(row) : row;
    return fits ? painted + " ".repeat(displayWidth(shown) - displayWidth(row)) + quiet(meaning) : painted;
  });
}

/** The choices beside the question itself, where they fit on its line; else null. */
export function besideAsk(question: ListQuestion, state: State, t: Speaking): string | null {
  if (!("layout" in question) || question.layout !== "beside") return null;
  const [line, more] = asWords(rowsFor(question, state, question.options, t), t);
  const together = `  ${question.ask}${line ?? ""}`;
  return more === undefined && displayWidth(together) <= right(t.style) ? together : null;
}

/** The choices of a list question as lines. */
export function listBody(question: ListQuestion, state: State, t: Speaking): Body {
  const { options } = rowsOf(question, state);
  if (state.field.text !== "") return { lines: asRanking(options, state, t), focus: state.cursor ?? 0 };
  const rows = rowsFor(question, state, options, t);
  const layout = question.kind === "plan" ? "row" : (question.layout ?? "list");
  const narrow = isNarrow(t.style);
  if (layout === "words" || layout === "beside") return { lines: asWords(rows, t), focus: 0 };
  if (layout === "row" && !narrow) return { lines: asRow(rows, t), focus: 0 };
  const columns = layout === "columns" && !narrow ? asColumns(rows, t) : null;
  if (columns !== null) return { lines: columns, focus: (state.cursor ?? 0) % Math.max(1, columns.length) };
  const list = asList(question, rows, t);
  return { lines: list.flat(), focus: list.slice(0, state.cursor ?? 0).flat().length };
}
