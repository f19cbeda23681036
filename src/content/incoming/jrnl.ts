import type { FileProblem } from "../file-problem.ts";
import { type Incoming, positionAt } from "./incoming.ts";

/** The line with which an entry of jrnl begins: "[2026-11-20 23:41] Title". */
const HEAD = /^\[(\d{4}-\d{2}-\d{2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[AaPp]\.?[Mm]\.?)?)\] ?/gm;
const TAG = /(?<!\S)[@#]([-+*/\w\p{L}]+)/gu;

export function looksLikeJrnl(text: string): boolean {
  return new RegExp(HEAD.source).exec(text.trimStart())?.index === 0;
}

/** A clock of twelve hours as one of twenty-four. */
export function clock24(moment: string): string {
  const found = /^(\S+) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])\.?[Mm]\.?)?$/.exec(moment.replace("T", " "));
  if (found === null) return moment;
  const [, day = "", hour = "", minute = "", second, half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${day} ${String(hours).padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
}

function itemOf(moment: string, body: string, file: string, line: number): Incoming {
  const [first = "", ...rest] = body.trimEnd().split("\n");
  const starred = first.trimEnd().endsWith("*");
  const what = [(starred ? first.trimEnd().slice(0, -1) : first).trimEnd(), ...rest].join("\n").trim();
  const tags = [...new Set([...what.matchAll(TAG)].map(([, tag = ""]) => tag.toLowerCase()))];
  return {
    value: { at: clock24(moment), what, tags: starred ? [...tags, "starred"] : tags },
    file,
    position: ([field]) => ({ line, column: field === "at" ? 2 : 1 }),
  };
}

/** Entries of a jrnl journal as it lies on the disk, or of `jrnl --format text`. */
export function jrnlEntries(text: string, file: string): { readonly items: readonly Incoming[]; readonly problems: readonly FileProblem[] } {
  const plain = text.replace(/\r\n?/g, "\n");
  const heads = [...plain.matchAll(HEAD)];
  const before = plain.slice(0, heads[0]?.index ?? plain.length);
  const problems = before.trim() === "" ? [] : [{ file, ...positionAt(plain, before.length - before.trimStart().length), what: "words stand before the first entry", accepted: "[2026-11-20 23:41] at the beginning of an entry" }];
  let line = before.split("\n").length;
  const items = heads.map((head, index) => {
    const end = heads[index + 1]?.index ?? plain.length;
    const item = itemOf(head[1] ?? "", plain.slice(head.index + head[0].length, end), file, line);
    line += plain.slice(head.index, end).split("\n").length - 1;
    return item;
  });
  return { items, problems };
}
