import { withoutEnd } from "../../reflection/ends.ts";
import type { Entry } from "../../reflection/entry.ts";
import { harmless } from "../harmless.ts";
import { answersOfEntry } from "../show-fields.ts";
import { entryWords } from "../entry-words.ts";
import { escapedControls } from "../json.ts";
import type { Telling } from "../telling.ts";
import { counting, type Exporter } from "./exporter.ts";

/** An entry as jrnl has it. */
interface JrnlEntry {
  readonly title: string;
  readonly body: string;
  readonly date: string;
  readonly time: string;
  readonly tags: readonly string[];
  readonly starred: boolean;
}

/** A tag as jrnl finds it in a text: an @ and one word. */
function tagWord(tag: string): string {
  return `@${tag.trim().replace(/[^\p{L}\p{N}_+*#/-]+/gu, "_")}`.toLowerCase();
}

/** At the end of a title a star marks an entry, and a line that begins with a bracket may look like the next one. */
function jrnlLine(line: string): string {
  return line.startsWith("[") ? ` ${line}` : line;
}

function jrnlEntry(entry: Entry, t: Telling): JrnlEntry {
  const { tags: _tags, ...rest } = entry as Entry & { readonly tags?: readonly string[] };
  const tags = ("tags" in entry ? entry.tags : []).map(tagWord);
  const { name } = entryWords(entry, t);
  const own = harmless("what" in entry ? (entry.what ?? "") : "", "\ufffd");
  const answers = answersOfEntry({ ...rest, what: undefined, ...(entry.kind === "reflection" ? { trigger: undefined } : {}) } as unknown as Entry, t);
  const lines = [
    ...(own === "" ? [] : own.split("\n")),
    ...answers.map(([label, paragraphs]) => `${label}: ${paragraphs.join(" ")}`),
    ...(tags.length === 0 ? [] : [tags.join(" ")]),
  ];
  return {
    title: withoutEnd(name, /[\s*]/),
    body: lines.map((line) => jrnlLine(line.trimEnd())).join("\n").replace(/^\n+/, "").trimEnd(),
    date: entry.at.slice(0, 10),
    time: entry.at.slice(11, 16),
    tags,
    starred: false,
  };
}

/** jrnl's own file: "[2026-11-20 23:41] Title", the body under it. */
export function jrnlExporter(t: Telling): Exporter {
  const place = counting();
  return {
    begin: () => "",
    entry: (entry) => {
      const { title, body, date, time } = jrnlEntry(entry, t);
      return `${place() === 0 ? "" : "\n"}[${date} ${time}] ${title}\n${body === "" ? "" : `${body}\n`}`;
    },
    end: () => "",
  };
}

/** What `jrnl --format json` prints; `uuid` is the entry's id, so that it can be known again. */
export function jrnlJsonExporter(t: Telling): Exporter {
  const place = counting();
  const counts = new Map<string, number>();
  return {
    begin: () => '{\n  "entries": [',
    entry: (entry) => {
      const made = jrnlEntry(entry, t);
      for (const tag of made.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      const item = JSON.stringify([{ ...made, uuid: entry.id }], null, 2).slice(2, -2).replace(/^/gm, "  ");
      return `${place() === 0 ? "" : ","}\n${escapedControls(item)}`;
    },
    end: () => {
      const tags = JSON.stringify(Object.fromEntries(counts), null, 2).replace(/\n/g, "\n  ");
      return `${place() === 0 ? "" : "\n  "}],\n  "tags": ${escapedControls(tags)}\n}\n`;
    },
  };
}
