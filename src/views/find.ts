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

export interface FindData {
  readonly entries: readonly Entry[];
  /** The words that were looked for, without `+`; those with `-` left out. */
  readonly words: readonly string[];
  readonly now: { readonly shift: string };
  readonly ids?: ReadonlyMap<string, string>;
}

/** Characters shown before the first hit of a text. */
const BEFORE = 40;
const MOST_CHARACTERS = 160;
const MOST_FIELDS = 2;
const RIGHT = 77;

/** The texts of an entry with their fields, one line each. */
function textsOf(entry: Entry, t: Telling): readonly (readonly [field: string, text: string])[] {
  const values = entry as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(FIELDS[entry.kind]).flatMap(([name, { type }]) => {
    const value = values[name];
    if (type === "text" && typeof value === "string") return [[name, t.line(value)] as const];
    if (type === "tags" && Array.isArray(value)) return [[name, t.line(value.join(", "))] as const];
    if (type === "plan" && entry.kind === "reflection" && entry.plan !== undefined) {
      const { if: cue, then } = entry.plan;
      return [[name, t.say("views.plan", { if: cue, then })] as const];
    }
    return [];
  });
}

/** The part of a text around its first hit. */
function around(text: string, first: number, ellipsis: string): string {
  const from = first > BEFORE ? text.lastIndexOf(" ", first - BEFORE / 2) + 1 : 0;
  const end = Math.min(text.length, from + MOST_CHARACTERS);
  const to = end < text.length ? Math.max(text.lastIndexOf(" ", end), first) : end;
  return (from > 0 ? ellipsis : "") + text.slice(from, to > from ? to : end) + (end < text.length ? ellipsis : "");
}

/** The texts of an entry that hold one of the words, cut to what stands around it. */
function hitsOf(entry: Entry, words: readonly string[], t: Telling): readonly (readonly [field: string, text: string])[] {
  return textsOf(entry, t)
    .flatMap(([field, text]) => {
      const [first] = rangesOf(text, words);
      return first === undefined ? [] : [[field, around(text, first.from, t.style.symbols.ellipsis)] as const];
    })
    .slice(0, MOST_FIELDS);
}

/** Folds first and marks then, so that a mark never changes where a line ends, except for the stars of a plain one. */
function markedLines(text: string, words: readonly string[], room: number, t: Telling): readonly string[] {
  const { palette } = t.style;
  if (palette.paints) return wrap(text, room).map((line) => withMarks(line, rangesOf(line, words), palette.accent));
  return wrap(withMarks(text, rangesOf(text, words), (part) => `*${part}*`), room);
}

function itemLines(entry: Entry, id: string, { words, now }: FindData, t: Telling): readonly string[] {
  const { style } = t;
  const { palette } = style;
  const right = (isNarrow(style) ? textRight(style) : Math.min(RIGHT, style.width - 1)) - MARGIN;
  const { name } = entryWords(entry, t);
  const day = `${weekdayDay(entry.at.slice(0, 10), now.shift.slice(0, 4), "short", t)}, ${clockText(entry.at)}`;
  const title = `${day}  ${name}`;
  const head = spread([title, unpainted], [id, palette.quiet], right);
  const lines = hitsOf(entry, words, t).flatMap(([field, text]) =>
    markedLines(`${fieldLabel(entry, field, t)}: ${text}`, words, textRight(style) - MARGIN - 3, t).map((line) => `   ${line}`),
  );
  return [...(head === null ? [...wrap(day, right), ...wrap(name, right), ...wrap(id, right).map(palette.quiet)] : [head]), ...lines];
}

function aloud(data: FindData, ids: ReadonlyMap<string, string>, t: Telling): string {
  const { entries, words, now } = data;
  const lines = entries.flatMap((entry) => [
    "",
    `${weekdayDay(entry.at.slice(0, 10), now.shift.slice(0, 4), "long", t)}, ${clockText(entry.at)}. ${entryWords(entry, t).name}.`,
    ...hitsOf(entry, words, t).map(([field, text]) => closed(`${fieldLabel(entry, field, t)}: ${text}`)),
    t.say("show.readId", { id: ids.get(entry.id) ?? entry.id }),
  ]);
  const head = entries.length === 0 ? `${t.say("list.notFound")} ${t.say("list.notFoundNext")}` : `${t.say("list.found", { count: entries.length })}.`;
  return finish([head, ...lines].flatMap((line) => (line === "" ? [""] : readAloud(line, t.style))));
}

/**
 * What was found, with the words marked: painted where there is colour, between stars where there is none.
 */
export function findView(data: FindData, t: Telling): string {
  const { entries } = data;
  const ids = data.ids ?? shortIds(entries.map(({ id }) => id));
  if (t.style.screenReader) return aloud(data, ids, t);
  if (entries.length === 0) return finish([...paragraph(t.say("list.notFound"), t), ...paragraph(t.say("list.notFoundNext"), t)]);
  return finish([
    ...heading(t.say("list.found", { count: entries.length }), t),
    ...entries.flatMap((entry) => ["", ...indented(itemLines(entry, t.line(ids.get(entry.id) ?? entry.id), data, t))]),
  ]);
}
