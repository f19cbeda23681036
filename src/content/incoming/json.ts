import type { FileProblem } from "../file-problem.ts";
import type { Path } from "../parse.ts";
import { type Incoming, positionAt, type ReadingContext } from "./incoming.ts";
import { jsonBreak, jsonOffset } from "./json-text.ts";

type Bag = Readonly<Record<string, unknown>>;

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a JSON text holds; undefined where it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is wrong with a text that should be JSON. */
export function jsonProblem(text: string, file: string): FileProblem {
  const offset = jsonBreak(text) ?? 0;
  const atEnd = text.slice(offset).trim() === "";
  const what = atEnd ? "the text ends here, before the JSON does" : "this is no JSON";
  return { file, ...positionAt(text, offset), what, accepted: atEnd ? "the whole file" : "JSON" };
}

/** Entries of a JSON text: one, or a list of them. */
export function jsonEntries(data: unknown, text: string, file: string): readonly Incoming[] {
  if (!Array.isArray(data)) return [{ value: data, file, position: (path) => positionAt(text, jsonOffset(text, path)) }];
  return data.map((value: unknown, index) => ({
    value,
    file,
    position: (path: Path) => positionAt(text, jsonOffset(text, [index, ...path])),
  }));
}

/** Entries of JSON Lines, an object a line. Blank lines are passed over. */
export function jsonLines(text: string, file: string): { readonly items: readonly Incoming[]; readonly problems: readonly FileProblem[] } {
  const items: Incoming[] = [];
  const problems: FileProblem[] = [];
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (content.trim() === "") continue;
    const line = index + 1;
    const value = parsedJson(content);
    if (value === undefined) problems.push({ ...jsonProblem(content, file), line, accepted: "one object on each line" });
    else items.push({ value, file, position: (path) => ({ line, column: jsonOffset(content, path) + 1 }) });
  }
  return { items, problems };
}

/** Tags without the sign that marks them in a text. */
function bareTags(tags: unknown, starred: unknown): readonly unknown[] {
  const bare = Array.isArray(tags) ? tags.map((tag: unknown) => (typeof tag === "string" ? tag.replace(/^[@#]/, "") : tag)) : [];
  return starred === true ? [...bare, "starred"] : bare;
}

function placed(text: string, file: string, index: number, names: Readonly<Record<string, string>>): Pick<Incoming, "file" | "position"> {
  return {
    file,
    position: ([first = "", ...rest]) => positionAt(text, jsonOffset(text, ["entries", index, names[String(first)] ?? first, ...rest])),
  };
}

/** Entries of what `jrnl --format json` prints: title, body, date, time, tags, starred. */
export function jrnlJsonEntries(entries: readonly unknown[], text: string, file: string): readonly Incoming[] {
  return entries.map((entry, index) => {
    const place = placed(text, file, index, { what: "title", at: "date", id: "uuid" });
    if (!isBag(entry)) return { value: entry, ...place };
    const { title, body, date, time, tags, starred, uuid } = entry;
    const words = [title, body].filter((part) => typeof part === "string" && part.trim() !== "").join("\n");
    const at = typeof time === "string" && typeof date === "string" ? `${date} ${time}` : date;
    return { value: { id: uuid, at, what: words, tags: bareTags(tags, starred) }, ...place };
  });
}

/** Entries of Day One's JSON export. Its moments are UTC; a person lived them on their own clock. */
export function dayOneEntries(entries: readonly unknown[], text: string, file: string, context: ReadingContext): readonly Incoming[] {
  return entries.map((entry, index) => {
    const place = placed(text, file, index, { what: "text", at: "creationDate", id: "uuid" });
    if (!isBag(entry)) return { value: entry, ...place };
    const { text: words, creationDate, tags, starred, uuid } = entry;
    const plain = typeof words === "string" ? words.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(/!\[\]\(dayone-moment:[^)]*\)\s*/g, "") : words;
    const at = typeof creationDate === "string" ? (context.local(creationDate) ?? creationDate) : creationDate;
    return { value: { id: uuid, at, what: plain, tags: bareTags(tags, starred) }, ...place };
  });
}
