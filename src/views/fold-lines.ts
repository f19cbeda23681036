import { displayWidth } from "./width.ts";
import { wrapApart } from "./wrap.ts";

function foldLine(line: string, columns: number): readonly string[] {
  if (line.length * 2 <= columns || displayWidth(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0].slice(0, Math.floor(columns / 4)) ?? "";
  const room = columns - indent.length;
  return wrapApart(line.trim(), room).map((row) => indent + row);
}

/**
 * Lines that a terminal of so many columns would cut anywhere, folded at blanks behind their own indent. What stands
 * apart in a line (three blanks or more) then gets a line of its own, so that a command stays whole.
 */
export function foldLines(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => foldLine(line, columns))
    .join("\n");
}
