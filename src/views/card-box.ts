import type { Telling } from "./telling.ts";
import { padEnd } from "./width.ts";

/** One line inside a box. */
export interface BoxRow {
  readonly indent: number;
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/**
 * Sections in a box, with a rule between them; sections without rows are left out.
 * @param inner columns between the two sides; no row may be wider
 */
export function boxOf(sections: readonly (readonly BoxRow[])[], inner: number, t: Telling): readonly string[] {
  const { symbols, palette } = t.style;
  const { box } = symbols;
  const rule = (left: string, right: string): string => palette.quiet(left + box.horizontal.repeat(inner) + right);
  const side = palette.quiet(box.vertical);
  const row = ({ indent, text, paint }: BoxRow): string => {
    const blanks = padEnd(" ".repeat(indent) + text, inner).slice(indent + text.length);
    return side + " ".repeat(indent) + (text === "" ? "" : (paint ?? String)(text)) + blanks + side;
  };
  const shown = sections.filter((rows) => rows.length > 0);
  return [
    rule(box.topLeft, box.topRight),
    ...shown.flatMap((rows, index) => [...(index === 0 ? [] : [rule(box.teeLeft, box.teeRight)]), ...rows.map(row)]),
    rule(box.bottomLeft, box.bottomRight),
  ];
}
