import type { Line } from "../conversations/question.ts";
import type { Style } from "../views/style.ts";
import { displayWidth } from "../views/width.ts";
import { wrap } from "../views/wrap.ts";

const NARROW_BELOW = 60;
/** Running text ends here even on a wide screen. */
const TEXT_RIGHT = 74;
/** "2 of 6" ends here. */
const PROGRESS_RIGHT = 77;

export function isNarrow(style: Style): boolean {
  return style.width < NARROW_BELOW;
}

/** The column where running text ends. */
export function textRight(style: Style): number {
  return Math.max(1, Math.min(style.width - 2, TEXT_RIGHT));
}

/** The column where the progress ends, and before which everything has to end. */
export function right(style: Style): number {
  return Math.max(1, Math.min(style.width - 1, PROGRESS_RIGHT));
}

/** Folds text; two blanks in it stay two blanks. */
export function foldText(text: string, columns: number): readonly string[] {
  return wrap(text.replaceAll("  ", "\u00a0 "), columns).map((line) => line.replaceAll("\u00a0", " "));
}

/** Text folded behind `lead`, the lines after the first indented as far as the lead reaches. */
export function hung(lead: string, text: string, end: number): readonly string[] {
  const indent = displayWidth(lead);
  return foldText(text, end - indent).map((line, index) => (index === 0 ? lead : " ".repeat(indent)) + line);
}

/** A row that is left as it is where it fits, else folded behind its lead. */
export function wholeOrHung(lead: string, row: string, end: number): readonly string[] {
  return displayWidth(lead + row) <= end ? [lead + row] : hung(lead, row, end);
}

/** Pieces side by side with `gap` between them, in as many rows as they need. */
export function packed(pieces: readonly string[], gap: string, columns: number): readonly string[] {
  const rows: string[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const together = row === undefined ? piece : row + gap + piece;
    if (row !== undefined && displayWidth(together) <= columns) rows[rows.length - 1] = together;
    else rows.push(piece);
  }
  return rows;
}

/** Left and right on one line, the right one ending at column `end`; null where there is no room. */
export function spread(left: string, last: string, end: number): string | null {
  const gap = end - displayWidth(left) - displayWidth(last);
  return gap < 2 ? null : left + " ".repeat(gap) + last;
}

function parted(lead: string, parts: readonly (readonly string[])[], between: string, style: Style): readonly string[] {
  const narrow = isNarrow(style);
  const indent = narrow ? 5 : displayWidth(lead) + 2;
  const room = right(style) - indent;
  const rows = parts.flatMap((row) => packed(row, between, room)).flatMap((row) => foldText(row, room));
  const blanks = " ".repeat(indent);
  if (narrow) return [...hung("   - ", lead.trim().slice(2), right(style)), ...rows.map((row) => blanks + row)];
  return rows.map((row, index) => (index === 0 ? `${lead}  ${row}` : blanks + row));
}

/** A line of text above or under a question, behind the margin. */
export function lineRows(line: Line, style: Style): readonly string[] {
  const end = textRight(style);
  if (typeof line === "string") return line === "" ? [""] : foldText(line, end - 2).map((row) => `  ${row}`);
  if ("rule" in line) return [`  ${"-".repeat(Math.max(1, right(style) - 1))}`.slice(0, right(style))];
  if ("parts" in line) return parted(`   - ${line.item}`, line.parts, style.symbols.between, style);
  return hung("   - ", line.item, right(style));
}
