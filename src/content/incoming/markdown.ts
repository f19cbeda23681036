import type { FileProblem } from "../file-problem.ts";
import { fromMarkdown } from "../markdown-text.ts";
import { together } from "../marked-entry.ts";
import { parseYaml } from "../parse.ts";
import type { Incoming } from "./incoming.ts";
import { isBag, parsedJson } from "./json.ts";

interface Read {
  readonly items: readonly Incoming[];
  readonly problems: readonly FileProblem[];
}

const MARKER = /^<!-- evenkeel (\{.*\}) -->\s*$/;
const DATED = /^#{1,6}\s{1,9}(?:.{0,200}?\s)?(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}[:.]\d{2}))?(?=\s|$)[\s:,·-]*(.*)$/;
const FRONT = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

export function hasMarker(text: string): boolean {
  return /^<!-- evenkeel \{/m.test(text);
}

/** Front matter, and behind it something that is no YAML: a note. */
export function isNote(text: string): boolean {
  const front = FRONT.exec(text);
  if (front === null) return false;
  return /^words:/m.test(front[1] ?? "") || !/^\s*(?:$|-\s|[\w"]+\s*:)/.test(text.slice(front[0].length));
}

/** Quoted blocks, each with its lines as they stood behind the sign. */
function blocksOf(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (!line.startsWith(">")) open = null;
    else if (open === null) blocks.push((open = [line.replace(/^> ?/, "")]));
    else open.push(line.replace(/^> ?/, ""));
  }
  return blocks.map(fromMarkdown);
}

/** An entry that `export` wrote: its facts as data, its words as quoted blocks. */
function ownEntry(facts: Readonly<Record<string, unknown>>, lines: readonly string[], file: string, line: number): Incoming | FileProblem {
  const { words: names, ...rest } = facts;
  const fields = Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  const blocks = blocksOf(lines);
  if (blocks.length !== fields.length) {
    const what = `${blocks.length} quoted blocks stand here`;
    return { file, line, column: 1, what, accepted: fields.length === 0 ? "none" : `one for each of ${fields.join(", ")}` };
  }
  const value = together(rest, fields.map((field, index) => [field, blocks[index] ?? ""] as const));
  return { value, file, position: () => ({ line, column: 1 }) };
}

function sorted(found: readonly (Incoming | FileProblem)[]): Read {
  return {
    items: found.filter((one): one is Incoming => "value" in one),
    problems: found.filter((one): one is FileProblem => "what" in one),
  };
}

/** One document with an entry at each marker. */
function marked(lines: readonly string[], file: string): Read {
  const starts = lines.flatMap((line, index) => (MARKER.test(line) ? [index] : []));
  return sorted(
    starts.map((start, index) => {
      const data = parsedJson(MARKER.exec(lines[start] ?? "")?.[1] ?? "");
      if (!isBag(data)) return { file, line: start + 1, column: 1, what: "the data of this entry is damaged", accepted: "the line as export wrote it" };
      return ownEntry(data, lines.slice(start + 1, starts[index + 1] ?? lines.length), file, start + 1);
    }),
  );
}

function firstText(front: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  return names.map((name) => front[name]).find((value) => typeof value === "string" && value.trim() !== "");
}

/** Somebody's own note: what is known of its front matter, and all of its words. */
function foreignNote(front: Readonly<Record<string, unknown>>, body: string, file: string, dateInName: string | null): Incoming {
  const { tags, id, kind, trigger, shift } = front;
  const at = firstText(front, ["at", "date", "created"]) ?? dateInName ?? undefined;
  const list = typeof tags === "string" ? tags.split(/[\s,]+/).filter((tag) => tag !== "") : tags;
  return { value: { id, kind, at, shift, trigger, what: body.trim(), tags: list }, file, position: () => ({ line: 1, column: 1 }) };
}

function note(text: string, front: RegExpExecArray, file: string, dateInName: string | null): Read {
  const parsed = parseYaml(front[1] ?? "", file);
  if (parsed.problems.length > 0) return { items: [], problems: parsed.problems.map((problem) => ({ ...problem, line: problem.line + 1 })) };
  const facts = isBag(parsed.value) ? parsed.value : {};
  const body = text.slice(front[0].length);
  if (!Array.isArray(facts["words"])) return { items: [foreignNote(facts, body, file, dateInName)], problems: [] };
  return sorted([ownEntry(facts, body.split("\n"), file, 1)]);
}

/** Somebody's own document: an entry at each heading with a date. Null where there is none. */
function dated(lines: readonly string[], file: string): Read | null {
  const starts = lines.flatMap((line, index) => (DATED.test(line) ? [index] : []));
  const [first] = starts;
  if (first === undefined) return null;
  const items = starts.map((start, index): Incoming => {
    const [, day = "", clock, title = ""] = DATED.exec(lines[start] ?? "") ?? [];
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length).join("\n").trim();
    const at = clock === undefined ? day : `${day} ${clock.replace(".", ":")}`;
    return { value: { at, what: [title.trim(), body].filter((part) => part !== "").join("\n") }, file, position: () => ({ line: start + 1, column: 1 }) };
  });
  return { items: items.filter(({ value }) => (value as { what: string }).what !== ""), problems: [] };
}

/** The date with which a file's name begins: "2026-11-20.md". */
function dateInName(file: string): string | null {
  return /(?:^|[/\\])(\d{4}-\d{2}-\d{2})[^/\\]*$/.exec(file)?.[1] ?? null;
}

/**
 * Entries of a Markdown text: a document or a note that `export` wrote, a note with front matter, or a document with
 * dated headings. Everything else is one entry.
 */
export function markdownEntries(given: string, file: string): Read {
  const text = given.replace(/\r\n?/g, "\n");
  const lines = text.split("\n");
  if (hasMarker(text)) return marked(lines, file);
  const front = FRONT.exec(text);
  if (front !== null) return note(text, front, file, dateInName(file));
  const found = dated(lines, file);
  if (found !== null) return found;
  // A title alone is what `export` writes of an empty journal.
  const bare = text.trim();
  return bare === "" || /^# .*$/.test(bare) ? { items: [], problems: [] } : { items: [foreignNote({}, text, file, dateInName(file))], problems: [] };
}
