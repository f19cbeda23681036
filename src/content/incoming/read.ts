import type { FileProblem } from "../file-problem.ts";
import { parseYamlDocuments } from "../parse.ts";
import { csvEntries } from "./csv.ts";
import { delimiterOf, readCsv } from "./csv-text.ts";
import type { Brought, ImportFormat, ReadingContext } from "./incoming.ts";
import { dayOneEntries, isBag, jrnlJsonEntries, jsonEntries, jsonLines, jsonProblem, parsedJson } from "./json.ts";
import { jrnlEntries, looksLikeJrnl } from "./jrnl.ts";
import { hasMarker, isNote, markdownEntries } from "./markdown.ts";
import { yamlEntries } from "./yaml.ts";
import { CSV_COLUMNS } from "../../reflection/columns.ts";

const ACCEPTED = "JSON, JSON Lines, YAML, CSV, Markdown, jrnl's text or JSON, Day One's JSON";

function brought(format: ImportFormat, read: Partial<Omit<Brought, "format">>): Brought {
  return { items: [], problems: [], leftOut: [], ...read, format };
}

function problemAtStart(file: string, what: string, accepted: string): FileProblem {
  return { file, line: 1, column: 1, what, accepted };
}

/** Which of the known shapes a JSON value has. */
function readJson(data: unknown, text: string, file: string, context: ReadingContext): Brought {
  if (!isBag(data)) return brought("json", { items: jsonEntries(data, text, file) });
  if ("evenkeel" in data) {
    return brought("json", { problems: [problemAtStart(file, "this is a file of evenkeel itself, not entries", "a backup comes back with: evenkeel restore <file>")] });
  }
  const { entries } = data;
  if (!Array.isArray(entries)) return brought("json", { items: jsonEntries(data, text, file) });
  const [first] = entries as readonly unknown[];
  if (isBag(first) && "creationDate" in first) return brought("day-one", { items: dayOneEntries(entries, text, file, context) });
  return brought("jrnl-json", { items: jrnlJsonEntries(entries, text, file) });
}

function isWholeYaml(text: string, file: string): boolean {
  return parseYamlDocuments(text, file).every(({ problems, value }) => problems.length === 0 && typeof value === "object");
}

/** A text that begins like JSON. */
function jsonLike(text: string, file: string, context: ReadingContext): Brought {
  const data = parsedJson(text);
  if (data !== undefined) return readJson(data, text, file, context);
  const first = /^\s*(.*)/.exec(text)?.[1] ?? "";
  if (isBag(parsedJson(first))) return brought("jsonl", jsonLines(text, file));
  if (isWholeYaml(text, file)) return brought("yaml", yamlEntries(text, file));
  return brought("json", { problems: [jsonProblem(text, file)] });
}

/** A first row with names of columns that are known, or that were said. */
function looksLikeTable(text: string, file: string, { map }: ReadingContext): boolean {
  if (/\.(csv|tsv)$/i.test(file) || map.size > 0) return true;
  const delimiter = delimiterOf(text);
  const head = readCsv(text, delimiter).next().value as ReturnType<typeof readCsv> extends Generator<infer R> ? R : never;
  if (!Array.isArray(head) || head.length < 2) return false;
  const known = new Set(CSV_COLUMNS.map((name) => name.toLowerCase()));
  return (head as readonly { text: string }[]).some((cell) => known.has(cell.text.trim().toLowerCase()));
}

function looksLikeYaml(text: string): boolean {
  const first = text.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  return /^(?:-(?:\s|$)|---(?:\s|$)|["\w.-]+\s*:(?:\s|$))/.test(first);
}

function recognised(text: string, file: string, context: ReadingContext): Brought {
  if (looksLikeJrnl(text)) return brought("jrnl", jrnlEntries(text, file));
  if (/^\s*[[{]/.test(text)) return jsonLike(text, file, context);
  if (hasMarker(text) || isNote(text.replace(/\r\n?/g, "\n"))) return brought("markdown", markdownEntries(text, file));
  if (/\.(md|markdown)$/i.test(file)) return brought("markdown", markdownEntries(text, file));
  if (looksLikeTable(text, file, context)) return brought("csv", csvEntries(text, file, context));
  if (looksLikeYaml(text)) return brought("yaml", yamlEntries(text, file));
  return brought("json", { problems: [problemAtStart(file, "this is none of the formats that are read here", `${ACCEPTED}; or name it: --format`)] });
}

function readAs(format: ImportFormat, text: string, file: string, context: ReadingContext): Brought {
  if (format === "jsonl") return brought(format, jsonLines(text, file));
  if (format === "yaml") return brought(format, yamlEntries(text, file));
  if (format === "csv") return brought(format, csvEntries(text, file, context));
  if (format === "markdown") return brought(format, markdownEntries(text, file));
  if (format === "jrnl") return brought(format, jrnlEntries(text, file));
  const data = parsedJson(text);
  if (data === undefined) return brought(format, { problems: [jsonProblem(text, file)] });
  return readJson(data, text, file, context);
}

/**
 * Reads the entries of a text. Its format is known from what stands in it; the name only decides what could be two.
 *
 * An empty text holds no entry. Nothing is thrown for what stands in a text: see `problems`.
 * @param format what it is to be read as; null: whatever it looks like
 */
export function readIncoming(text: string, file: string, context: ReadingContext, format: ImportFormat | null): Brought {
  if (text.trim() === "") return brought(format ?? "json", {});
  return format === null ? recognised(text, file, context) : readAs(format, text, file, context);
}
