import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { helpText } from "../src/help.ts";
import { bundle, compileHot } from "./bundle.ts";
import { compileContentFolder } from "./compile-content.ts";
import { compileSuggest } from "./compile-suggest.ts";
import { copyFonts } from "./copy-fonts.ts";
import { writeFromTree } from "./from-tree.ts";
import { writeLicences } from "./licences.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** What an earlier build left is taken away at the end, so that a failed build leaves a program that runs. */
function sweep(before: number): void {
  for (const name of readdirSync(dist)) {
    const file = join(dist, name);
    if (/\.(cjs|cache)$/.test(name) && statSync(file).mtimeMs < before) rmSync(file);
  }
}

/** The engine tells a compiled form of another text by its length alone, so none of an earlier build may be there to take. */
function dropCompiled(): void {
  for (const name of readdirSync(dist)) if (name.endsWith(".cache")) rmSync(join(dist, name));
}

const begun = Date.now() - 1000;
mkdirSync(dist, { recursive: true });
const problems = compileContentFolder(join(root, "content"), join(dist, "content"));
if (problems.length > 0) {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  compileSuggest(join(dist, "content"));
  copyFonts();
  const bundled = await bundle();
  dropCompiled();
  writeLicences([...bundled.values()].flat(), root);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  writeFileSync(join(dist, "version.txt"), `${version}\n`);
  writeFileSync(join(dist, "help.txt"), helpText());
  await writeFromTree(dist);
  compileHot();
  sweep(begun);
  chmodSync(join(root, "bin/evenkeel.js"), 0o755);
}
