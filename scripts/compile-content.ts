import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { escapedAscii } from "./ascii.ts";
import type { CompiledContent } from "../src/content/assemble.ts";
import { compileContent, type CompileResult } from "../src/content/compile.ts";
import { contentInLines } from "../src/content/in-lines.ts";
import { problemLine, type FileProblem } from "../src/content/file-problem.ts";

interface Texts {
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly FileProblem[];
}

function textsIn(folder: string, shownAs: string): Texts {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  const texts = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
    try {
      texts.set(name, decoder.decode(readFileSync(join(folder, name))));
    } catch {
      const what = "the file is not UTF-8";
      problems.push({ file: `${shownAs}/${name}`, line: 1, column: 1, what, accepted: "the file saved as UTF-8" });
    }
  }
  return { texts, problems };
}

function compileLanguage(root: string, lang: string): CompileResult {
  const folder = `${basename(root)}/${lang}`;
  const { texts, problems } = textsIn(join(root, lang), folder);
  return problems.length > 0 ? { problems } : compileContent({ lang, folder, texts });
}

/** What a language does not say yet is said in English: sentences, questions and their help. */
export function withEnglish(own: CompiledContent, english: CompiledContent): CompiledContent {
  const asked = new Set(own.content.questions.map(({ id }) => id));
  const questions = [...own.content.questions, ...english.content.questions.filter(({ id }) => !asked.has(id))];
  return {
    ...own,
    content: { ...own.content, questions, messages: { ...english.content.messages, ...own.content.messages } },
    deep: { ...own.deep, helps: { ...english.deep.helps, ...own.deep.helps } },
  };
}

/**
 * Compiles every language folder of `root` into `out/<language>/`: content.json, deep.json, phrasings.json.
 *
 * Gives every problem as `file:line:column: what; accepted: …`; where there is one, nothing is written.
 */
export function compileContentFolder(root: string, out: string): readonly string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const results = folders.map(({ name: lang }) => ({ lang, result: compileLanguage(root, lang) }));
  const problems = results.flatMap(({ result }) => result.problems);
  if (problems.length > 0) return problems.map(problemLine);
  const compiled = new Map(results.flatMap(({ lang, result }) => ("compiled" in result ? [[lang, result.compiled]] : [])));
  const english = compiled.get("en");
  for (const [lang, own] of compiled) {
    mkdirSync(join(out, lang), { recursive: true });
    const whole = english === undefined ? own : withEnglish(own, english);
    for (const [name, part] of Object.entries(whole)) {
      const text = name === "content" ? contentInLines(whole.content) : JSON.stringify(part);
      writeFileSync(join(out, lang, `${name}.json`), escapedAscii(text));
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
