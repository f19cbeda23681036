import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandTree } from "./command-tree.ts";
import { type Edition, manualPage } from "./manual.ts";

const ROOT = join(import.meta.dirname, "..");

/** The version of package.json and its day, as the changelog says it. Throws where the changelog does not know it. */
export function edition(): Edition {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  const heading = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8").split(/\r?\n/).find((line) => line.startsWith(`## ${version}, `));
  const date = heading?.slice(`## ${version}, `.length);
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`CHANGELOG.md needs a line "## ${version}, <date>"`);
  return { version, date };
}

/** Writes what is made from the command tree into the built program: the tree for completion, and the manual page. */
export async function writeFromTree(dist: string): Promise<void> {
  const tree = await commandTree();
  writeFileSync(join(dist, "commands.json"), JSON.stringify(tree));
  mkdirSync(join(dist, "man"), { recursive: true });
  writeFileSync(join(dist, "man", "evenkeel.1"), manualPage(tree, edition()));
}
