import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compileContent } from "../src/content/compile.ts";
import { problemLine } from "../src/content/file-problem.ts";

function textsIn(folder: string): ReadonlyMap<string, string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return new Map(files.map((name) => [name, decoder.decode(readFileSync(join(folder, name)))]));
}

/**
 * Compiles every language folder of `root` into `out/<language>/`: content.json, deep.json, phrasings.json.
 *
 * Gives every problem as `file:line:column: what; accepted: …`; where there is one, nothing is written.
 */
export function compileContentFolder(root: string, out: string): readonly string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const results = folders.map(({ name: lang }) => ({
    lang,
    result: compileContent({ lang, folder: `${basename(root)}/${lang}`, texts: textsIn(join(root, lang)) }),
  }));
  const problems = results.flatMap(({ result }) => result.problems);
  if (problems.length > 0) return problems.map(problemLine);
  for (const { lang, result } of results) {
    if (!("compiled" in result)) continue;
    mkdirSync(join(out, lang), { recursive: true });
    for (const [name, part] of Object.entries(result.compiled)) {
      writeFileSync(join(out, lang, `${name}.json`), JSON.stringify(part));
    }
  }
  return [];
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "..");
  const problems = compileContentFolder(join(root, "content"), join(root, "dist/content"));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
