import { graphemes } from "../views/width.ts";
import { displayWidth } from "../views/width.ts";
import type { Field } from "./field.ts";
import type { Caret } from "./frame.ts";

interface Row {
  readonly from: number;
  readonly to: number;
}

/** The end of a row that begins at `from`: as many signs as fit, broken after a blank where there is one. */
function rowEnd(text: string, from: number, end: number, columns: number): number {
  const near = text.slice(from, Math.min(end, from + columns * 4 + 64));
  let taken = 0;
  let at = 0;
  for (const sign of graphemes(near)) {
    const wide = displayWidth(sign);
    if (taken + wide > columns && at > 0) {
      const blank = near.lastIndexOf(" ", at);
      return from + (blank > 0 ? blank + 1 : at);
    }
    taken += wide;
    at += sign.length;
  }
  return from + at;
}

function rowsOfText(text: string, columns: number): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const end = start + paragraph.length;
    let from = start;
    do {
      const to = rowEnd(text, from, end, columns);
      rows.push({ from, to });
      from = to;
    } while (from < end);
    start = end + 1;
  }
  return rows;
}

/** A field of several rows behind its lead; the rows around the caret where there are more than `most`. */
export function fieldRows(
  field: Field,
  lead: string,
  columns: number,
  most: number,
  paint: (text: string) => string = (text) => text,
): { readonly rows: readonly string[]; readonly caret: Caret } {
  const room = Math.max(1, columns - displayWidth(lead));
  const rows = rowsOfText(field.text, room);
  const found = rows.findLastIndex(({ from }) => from <= field.caret);
  const at = Math.max(0, found);
  const first = Math.min(Math.max(0, at - Math.floor(most / 2)), Math.max(0, rows.length - most));
  const indent = " ".repeat(displayWidth(lead));
  const shown = rows
    .slice(first, first + most)
    .map(({ from, to }, index) => (index === 0 ? lead : indent) + paint(field.text.slice(from, to).trimEnd()));
  const here = rows[at] ?? { from: 0, to: 0 };
  const column = displayWidth(lead) + displayWidth(field.text.slice(here.from, field.caret));
  return { rows: shown, caret: { row: at - first, column: Math.min(column, displayWidth(lead) + room) } };
}
