import { type FileProblem, problemLine } from "../content/file-problem.ts";
import { repeatedKey } from "../content/repeated-key.ts";
import { parseYaml, parseYamlDocuments, type ParsedYaml } from "../content/parse.ts";
import { failure, usageError } from "../errors.ts";
import { type DraftEntry, type Problem, type ReadContext, readEntry } from "../reflection/validate.ts";
import type { Runtime } from "../runtime.ts";
import { MOST_INPUT, readBounded } from "../terminal/read-file.ts";
import { harmless } from "../views/harmless.ts";

type Path = Problem["path"];

/** One entry as it stood in the input, and where its parts stood. */
interface Item {
  readonly value: unknown;
  readonly place: (path: Path) => { readonly line: number; readonly column: number };
}

const MOST_SHOWN = 10;

/**
 * The bytes of a file as the person named it. Throws a usage failure where the name is to blame, else a failure.
 */
export function readFileNamed(name: string): Uint8Array {
  const shown = harmless(name, "?").replaceAll("\n", " ");
  if (name === "") throw usageError("a file's name is needed, and there is none", "For standard input write -");
  try {
    return readBounded(name);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code)) throw usageError(`there is no file ${shown}`, "Check its name and its folder.");
    if (code === "EISDIR") throw usageError(`${shown} is a folder, not a file`, "Name a file in it.");
    if (code === "EFBIG") throw usageError(`${shown} is larger than anything evenkeel reads`, `Accepted: at most ${MOST_INPUT / 1_000_000} MB.`);
    if (code === "ELOOP") throw usageError(`${shown} is a link that leads nowhere`, "Name the file itself.");
    const isRefused = code === "EACCES" || code === "EPERM";
    throw failure(`${shown} cannot be read${isRefused ? ": you may not read it" : ` (${code})`}`, isRefused ? "Ask its owner, or copy it to a folder of your own." : undefined);
  }
}

/** The bytes behind `--from`: of a file, or of standard input for `-`. */
export async function readInput(from: string, runtime: Pick<Runtime, "readStdin">): Promise<Uint8Array> {
  return from === "-" ? runtime.readStdin() : readFileNamed(from);
}

/** Strict UTF-8, without a byte order mark. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw usageError(`${name} is not UTF-8 text`, "Save it as UTF-8 and try again.");
  }
}

function fromYaml(parsed: ParsedYaml): readonly Item[] {
  if (!Array.isArray(parsed.value)) return [{ value: parsed.value, place: (path) => parsed.positionOf(path) }];
  return parsed.value.map((value: unknown, index) => ({ value, place: (path: Path) => parsed.positionOf([index, ...path]) }));
}

/** A key that stands twice in its object, with its place in the file. */
function twice(json: string, name: string, firstLine = 1): FileProblem | null {
  const offset = repeatedKey(json);
  if (offset === null) return null;
  const before = json.slice(0, offset).split("\n");
  const place = { line: firstLine + before.length - 1, column: (before.at(-1) ?? "").length + 1 };
  return { file: name, ...place, what: "this key stands there twice", accepted: "each key once" };
}

function fromJson(text: string, name: string): readonly Item[] | FileProblem | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const repeated = twice(text, name);
  if (repeated !== null) return repeated;
  // Positions are asked for only where something is wrong, so the slower parser reads only then.
  let made: ParsedYaml | undefined;
  const parsed = (): ParsedYaml => (made ??= parseYaml(text, name));
  if (!Array.isArray(data)) return [{ value: data, place: (path) => parsed().positionOf(path) }];
  return data.map((value: unknown, index) => ({ value, place: (path: Path) => parsed().positionOf([index, ...path]) }));
}

function fromLines(text: string, name: string): readonly Item[] | FileProblem | null {
  const lines = text.split(/\r?\n/).map((content, index) => ({ content, line: index + 1 }));
  const filled = lines.filter(({ content }) => content.trim() !== "");
  if (filled.length < 2 || !filled.every(({ content }) => content.trimStart().startsWith("{"))) return null;
  const items: Item[] = [];
  for (const { content, line } of filled) {
    try {
      const value: unknown = JSON.parse(content);
      const repeated = twice(content, name, line);
      if (repeated !== null) return repeated;
      items.push({ value, place: (path) => ({ line, column: parseYaml(content, name).positionOf(path).column }) });
    } catch {
      return { file: name, line, column: 1, what: "this line is not JSON", accepted: "one object on each line" };
    }
  }
  return items;
}

function refuse(problems: readonly FileProblem[]): never {
  const lines = problems.slice(0, MOST_SHOWN).map(problemLine);
  const more = problems.length > MOST_SHOWN ? [`and ${problems.length - MOST_SHOWN} more`] : [];
  throw usageError(["nothing was kept, since the input is not right:", ...lines, ...more].join("\n  "));
}

function itemsOf(text: string, name: string): readonly Item[] {
  if (/^\s*[[{]/.test(text)) {
    const json = fromJson(text, name) ?? fromLines(text, name);
    if (Array.isArray(json)) return json as readonly Item[];
    if (json !== null) refuse([json as FileProblem]);
  }
  const documents = parseYamlDocuments(text, name);
  const problems = documents.flatMap((document) => document.problems);
  if (problems.length > 0) refuse(problems);
  return documents.filter(({ value }) => value !== null).flatMap(fromYaml);
}

/**
 * Reads the entries of a text: one object, an array, several YAML documents or JSON Lines.
 *
 * Throws a usage failure that names every problem as `name:line:column` with what is accepted; then nothing is read.
 */
export function parseEntries(text: string, name: string, context: ReadContext): readonly DraftEntry[] {
  const items = itemsOf(text, name);
  if (items.length === 0) throw usageError(`${name} holds no entry`);
  const drafts: DraftEntry[] = [];
  const problems: FileProblem[] = [];
  const ids = new Set<string>();
  for (const { value, place } of items) {
    const result = readEntry(value, context);
    if ("draft" in result) {
      const { id } = result.draft;
      if (id !== undefined && ids.has(id)) problems.push({ file: name, ...place(["id"]), what: `the id "${id}" is given twice`, accepted: "an id of its own for each new entry, or none" });
      ids.add(id ?? "");
      drafts.push(result.draft);
    } else if (problems.length <= MOST_SHOWN) {
      problems.push(
        ...result.problems.map(({ path, what, accepted }) => ({
          file: name,
          ...place(path),
          what: path.length === 0 ? what : `${path.join(".")}: ${what}`,
          accepted,
        })),
      );
    }
  }
  if (problems.length > 0) refuse(problems);
  return drafts;
}
