import type { Style } from "./style.ts";
import type { Telling } from "./telling.ts";
import { displayWidth } from "./width.ts";
import { wrap, wrapApart } from "./wrap.ts";

type Paint = (text: string) => string;

export const MARGIN = 2;
const NARROW_BELOW = 60;
/** The longest line of running text, without its indent. */
const MEASURE = 72;

/** Too narrow for columns side by side. */
export function isNarrow(style: Style): boolean {
  return style.width < NARROW_BELOW;
}

/** The column where running text ends that begins behind `indent`. */
export function textRight(style: Style, indent = MARGIN): number {
  return Math.min(style.width - MARGIN, indent + MEASURE);
}

export const unpainted: Paint = (text) => text;

/** Lines behind the margin. */
export function indented(lines: readonly string[], columns = MARGIN, paint: Paint = unpainted): readonly string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(columns) + paint(line)));
}

/** Running text behind the margin, folded. */
export function paragraph(text: string, t: Telling, paint: Paint = unpainted, columns = MARGIN): readonly string[] {
  return indented(wrapApart(text, textRight(t.style, columns) - columns), columns, paint);
}

/** Running text as it is shown or read aloud. */
export function said(text: string, t: Telling, paint: Paint = unpainted): readonly string[] {
  if (!t.style.screenReader) return paragraph(text, t, paint);
  return readAloud(text.replace(/(?<=[.,:;]) +/g, " ").replace(/ {3,}/g, ", "), t.style);
}

/** A headline in capitals. */
export function heading(text: string, t: Telling): readonly string[] {
  return paragraph(text.toUpperCase(), t, t.style.palette.title);
}

/** Left and right on one line, the right one ending at column `right`; null where there is no room for both. */
export function spread(
  [left, paintLeft]: readonly [string, Paint],
  [end, paintEnd]: readonly [string, Paint],
  right: number,
): string | null {
  const gap = right - displayWidth(left) - displayWidth(end);
  return gap < 2 ? null : paintLeft(left) + " ".repeat(gap) + paintEnd(end);
}

/** Sentences for a screen reader: no margin, folded at 78. */
export function readAloud(text: string, style: Style): readonly string[] {
  return wrap(text, Math.min(style.width, 80) - 2);
}

/** The lines as one text that ends with one line end; nothing stands behind the last sign of a line. */
export function finish(lines: readonly string[]): string {
  const kept = [...lines];
  while (kept.at(-1) === "") kept.pop();
  return `${kept.map((line) => line.trimEnd()).join("\n")}\n`;
}
