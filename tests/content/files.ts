import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileContent } from "../../src/content/compile.ts";
import { problemLine } from "../../src/content/file-problem.ts";
import { TRIGGERS } from "../../src/reflection/vocabulary.ts";
import type { CompiledContent } from "../../src/content/assemble.ts";

const CONTENT = join(import.meta.dirname, "../../content");

/** The texts of a language folder by name. */
export function textsOf(lang: string): ReadonlyMap<string, string> {
  const folder = join(CONTENT, lang);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return new Map(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

/** The compiled content of a language folder; throws where it has problems. */
export function compiled(lang: string): CompiledContent {
  const result = compileContent({ lang, folder: `content/${lang}`, texts: textsOf(lang) });
  if ("compiled" in result) return result.compiled;
  throw new Error(result.problems.map(problemLine).join("\n"));
}

/** Just enough for the shape, since thousands take their time. */
const FEW_PHRASINGS = TRIGGERS.map((id) => `${id}:\n${Array.from({ length: 12 }, (_, n) => `  - ${id} ${n}\n`).join("")}`).join("");

/** A change to one file of the real content: the text that stands there once, and the one that takes its place. */
export type Change = readonly [file: string, from: string, to: string];

/** The problems of the English content after a few changes to its files, as lines. */
export function problemsAfter(...changes: readonly Change[]): readonly string[] {
  const texts = new Map([...textsOf("en")].filter(([name]) => !name.startsWith("messages/")));
  if (!changes.some(([file]) => file === "phrasings.yaml")) texts.set("phrasings.yaml", FEW_PHRASINGS);
  for (const [file, from, to] of changes) {
    const text = texts.get(file) ?? "";
    if (from !== "" && text.split(from).length !== 2) throw new Error(`${from} does not stand once in ${file}`);
    texts.set(file, from === "" ? text + to : text.replace(from, () => to));
  }
  return compileContent({ lang: "en", folder: "content/en", texts }).problems.map(problemLine);
}

/** Where a text stands in a file of the English content, as "line:column". */
export function placeOf(file: string, text: string): string {
  const before = (textsOf("en").get(file) ?? "").split(text)[0] ?? "";
  const lines = before.split("\n");
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
