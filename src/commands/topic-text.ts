import { helpRows } from "../views/help-rows.ts";
import { wrap } from "../views/wrap.ts";
import type { HelpBlock, Topic } from "./help-topics.ts";

/** Text is never wider than this, also on a wide screen. */
const WIDEST = 76;

function linesOf(block: HelpBlock, columns: number): readonly string[] {
  if (typeof block === "string") return wrap(block, columns);
  return "typed" in block ? block.typed.map((line) => `  ${line}`) : helpRows(block.rows, columns, { most: 24 });
}

/** A topic's lines below its title, at most so wide; it begins with no empty line and ends with none. */
export function topicBody({ blocks }: Topic, columns = WIDEST): string {
  const room = Math.min(columns, WIDEST);
  return blocks.map((block) => linesOf(block, room).join("\n")).join("\n\n");
}
