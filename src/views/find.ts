import type { Entry } from "../reflection/entry.ts";
import { FIELDS } from "../reflection/schema.ts";
import { clockText, weekdayDay } from "./dates.ts";
import { entryWords } from "./entry-words.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, readAloud, spread, textRight, unpainted } from "./lines.ts";
import { rangesOf, withMarks } from "./marks.ts";
import { closed } from "./plan-words.ts";
import { fieldLabel } from "./show-fields.ts";
import { shortIds } from "./short-ids.ts";
import type { Telling } from "./telling.ts";
import { wrap } from "./wrap.ts";

/** What is shown of an entry that was found: small, whatever it holds. */
export interface Found {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  /** Its texts that hold one of the words, cut to what stands around it, behind what they are called. */
  readonly hits: readonly (readonly [label: string, text: string])[];
}

export interface FindData {
  readonly found: readonly Found[];
  /** The words that were looked for, without `+`; those with `-` left out. */
  readonly words: readonly string[];
  readonly now: { readonly shift: string };
  readonly ids?: ReadonlyMap<string, string>;
}

/** Characters shown before the first hit of a text. */
const BEFORE = 40;
const MOST_CHARACTERS = 160;
const MOST_FIELDS = 2;
/** Entries whose lines are made at once. */
const AT_ONCE = 500;
const RIGHT = 77;

/** The texts of an entry with their fields. */
function* textsOf(entry: Entry, t: Telling): Generator<readonly [field: string, text: string]> {
  const values = entry as unknown as Readonly<Record<string, unknown>>;
  for (const [name, { type }] of Object.entries(FIELDS[entry.kind])) {
    const value = values[name];
    if (type === "text" && typeof value === "string") yield [name, value];
    else if (type === "tags" && Array.isArray(value)) yield [name, value.join(", ")];
    else if (type === "plan" && entry.kind === "reflection" && entry.plan !== undefined) {
      const { if: cue, then } = entry.plan;
      yield [name, t.say("views.plan", { if: cue, then })];
    }
  }
}

/** The part of a text around its first hit. */
function around(text: string, first: number, ellipsis: string): string {
  const from = first > BEFORE ? text.lastIndexOf(" ", first - BEFORE / 2) + 1 : 0;
  const end = Math.min(text.length, from + MOST_CHARACTERS);
  const to = end < text.length ? Math.max(text.lastIndexOf(" ", end), first) : end;
  const shown = (from > 0 ? ellipsis : "") + text.slice(from, to > from ? to : end) + (end < text.length ? ellipsis : "");
  // A copy: a part of a string keeps the whole of it in memory.
  return Buffer.from(shown).toString();
}

function hitsOf(entry: Entry, words: readonly string[], t: Telling): Found["hits"] {
  const hits: [label: string, text: string][] = [];
  for (const [field, text] of textsOf(entry, t)) {
    if (rangesOf(text, words).length === 0) continue;
    const line = t.line(text);
    const [first] = rangesOf(line, words);
    if (first !== undefined) hits.push([fieldLabel(entry, field, t), around(line, first.from, t.style.symbols.ellipsis)]);
    if (hits.length === MOST_FIELDS) break;
  }
  return hits;
}

/** What is shown of an entry. */
export function foundIn(entry: Entry, words: readonly string[], t: Telling): Found {
  return { id: entry.id, at: entry.at, name: entryWords(entry, t).name, hits: hitsOf(entry, words, t) };
}

/** Folds first and marks then, so that a mark never changes where a line ends, except for the stars of a plain one. */
function markedLines(text: string, words: readonly string[], room: number, t: Telling): readonly string[] {
  const { palette } = t.style;
  if (palette.paints) return wrap(text, room).map((line) => withMarks(line, rangesOf(line, words), palette.accent));
  return wrap(withMarks(text, rangesOf(text, words), (part) => `*${part}*`), room);
}

function itemLines({ at, name, hits }: Found, id: string, { words, now }: FindData, t: Telling): readonly string[] {
  const { style } = t;
  const { palette } = style;
  const right = (isNarrow(style) ? textRight(style) : Math.min(RIGHT, style.width - 1)) - MARGIN;
  const day = `${weekdayDay(at.slice(0, 10), now.shift.slice(0, 4), "short", t)}, ${clockText(at)}`;
  const head = spread([`${day}  ${name}`, unpainted], [id, palette.quiet], right);
  const lines = hits.flatMap(([label, text]) =>
    markedLines(`${label}: ${text}`, words, textRight(style) - MARGIN - 3, t).map((line) => `   ${line}`),
  );
  return [...(head === null ? [...wrap(day, right), ...wrap(name, right), ...wrap(id, right).map(palette.quiet)] : [head]), ...lines];
}

function aloudLines({ id, at, name, hits }: Found, { now }: FindData, ids: ReadonlyMap<string, string>, t: Telling): readonly string[] {
  const lines = [
    `${weekdayDay(at.slice(0, 10), now.shift.slice(0, 4), "long", t)}, ${clockText(at)}. ${name}.`,
    ...hits.map(([label, text]) => closed(`${label}: ${text}`)),
    t.say("show.readId", { id: ids.get(id) ?? id }),
  ];
  return ["", ...lines.flatMap((line) => readAloud(line, t.style))];
}

function headLines({ found }: FindData, t: Telling): readonly string[] {
  const count = t.say("list.found", { count: found.length });
  const [none, next] = [t.say("list.notFound"), t.say("list.notFoundNext")];
  if (t.style.screenReader) return readAloud(found.length === 0 ? `${none} ${next}` : `${count}.`, t.style);
  return found.length === 0 ? [...paragraph(none, t), ...paragraph(next, t)] : heading(count, t);
}

/** What was found, part by part: the parts in a row are `findView`. */
export function* findParts(data: FindData, t: Telling): Generator<string> {
  const { found } = data;
  const ids = data.ids ?? shortIds(found.map(({ id }) => id));
  yield finish(headLines(data, t));
  const linesOf = t.style.screenReader
    ? (one: Found) => aloudLines(one, data, ids, t)
    : (one: Found) => ["", ...indented(itemLines(one, t.line(ids.get(one.id) ?? one.id), data, t))];
  for (let at = 0; at < found.length; at += AT_ONCE) yield finish(found.slice(at, at + AT_ONCE).flatMap(linesOf));
}

/**
 * What was found, with the words marked: painted where there is colour, between stars where there is none.
 */
export function findView(data: FindData, t: Telling): string {
  return [...findParts(data, t)].join("");
}
