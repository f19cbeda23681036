import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandTree } from "./command-tree.ts";

/** Writes what is made from the command tree into the built program. */
export async function writeFromTree(dist: string): Promise<void> {
  const tree = await commandTree();
  writeFileSync(join(dist, "commands.json"), JSON.stringify(tree));
}
