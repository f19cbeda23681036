import type { ScaleQuestion } from "../conversations/question.ts";
import { displayWidth } from "../views/width.ts";
import { isNarrow, packed, textRight, wholeOrHung } from "./layout.ts";
import type { State } from "./state.ts";
import type { Speaking } from "./speaking.ts";

const LABEL_GAP = "    ";

function numbers(question: ScaleQuestion): readonly number[] {
  return Array.from({ length: question.to - question.from + 1 }, (_, index) => question.from + index);
}

/** The number that the arrows stand on, or that waits for a second digit. */
function lit(question: ScaleQuestion, state: State): number | null {
  return state.waiting ?? (state.cursor === null ? null : question.from + state.cursor);
}

/** "1 far off    2 not close": every number has its words. */
function labelled(question: ScaleQuestion, state: State, t: Speaking): readonly string[] {
  const at = lit(question, state);
  const cells = numbers(question).map((number) =>
    `${number === at ? ">" : ""}${number} ${question.labels[number] ?? ""}`.trimEnd(),
  );
  return packed(cells, LABEL_GAP, textRight(t.style) - 3).flatMap((row) => wholeOrHung("   ", row, textRight(t.style)));
}

/** "0   1   2": each number in a cell of its own, in rows where the screen is narrow. */
function bare(question: ScaleQuestion, state: State, pitch: number, columns: number): readonly string[] {
  const at = lit(question, state);
  const cells = numbers(question).map((number) => `${number === at ? ">" : " "}${number}`);
  const perRow = Math.max(1, Math.floor((columns - 1) / pitch));
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) =>
    cells.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.map(
    (row) => `  ${row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(pitch))).join("")}`,
  );
}

/** The words of some numbers, each under its number. */
function anchors(question: ScaleQuestion, pitch: number): string {
  return Object.entries(question.labels).reduce((line, [number, label]) => {
    const column = 3 + (Number(number) - question.from) * pitch;
    return line.padEnd(Math.max(column, line === "" ? 0 : displayWidth(line) + 1)) + label;
  }, "");
}

/** The numbers of a scale, with their words. */
export function scaleBody(question: ScaleQuestion, state: State, t: Speaking): readonly string[] {
  const all = Object.keys(question.labels).length > question.to - question.from;
  if (all) return labelled(question, state, t);
  const columns = textRight(t.style) - 2;
  if (!isNarrow(t.style)) return [...bare(question, state, 4, columns), anchors(question, 4)];
  const words = Object.entries(question.labels).map(([number, label]) => `${number} ${label}`);
  return [
    ...bare(question, state, 3, columns),
    "",
    ...packed(words, t.style.symbols.between, textRight(t.style) - 3).map((row) => `   ${row}`),
  ];
}
