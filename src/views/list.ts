import type { Entry } from "../reflection/entry.ts";
import { clockText, weekdayDay } from "./dates.ts";
import { type EntryWords, entryWords, namedWords } from "./entry-words.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, readAloud, spread, textRight, unpainted } from "./lines.ts";
import { closed } from "./plan-words.ts";
import { shortIds } from "./short-ids.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd, padStart, truncate } from "./width.ts";
import { hang, wrap } from "./wrap.ts";

export interface ListData {
  /** In the order in which they are shown. */
  readonly entries: readonly Entry[];
  /** Days of this year are written without it. */
  readonly now: { readonly shift: string };
  /** Ids as they may be typed, by id; left out, what tells the entries shown here apart. */
  readonly ids?: ReadonlyMap<string, string>;
  /** A filter was given: an empty list says so. */
  readonly filtered?: boolean;
}

const RIGHT = 77;
/** Lines that are written at once. */
const AT_ONCE = 1000;
/** With less room than this beside it, the id goes to a line of its own. */
const LEAST_WORDS = 24;

/** An entry with what is said of it. */
interface Item {
  readonly entry: Entry;
  readonly words: EntryWords;
  readonly id: string;
}

/** Ids as they are shown. */
type ShownId = (entry: Entry) => string;

function shownIds({ entries, ids }: ListData, t: Telling): ShownId {
  const short = ids ?? shortIds(entries.map(({ id }) => id));
  return ({ id }) => t.line(short.get(id) ?? id);
}

/** The entries of one day after the other. */
function* byDay(entries: readonly Entry[]): Generator<readonly [day: string, entries: readonly Entry[]]> {
  let from = 0;
  for (let at = 1; at <= entries.length; at += 1) {
    const day = entries[from]?.shift ?? "";
    if (entries[at]?.shift === day) continue;
    yield [day, entries.slice(from, at)];
    from = at;
  }
}

/** One line: time, name and first words, how hard, id. */
function wideItem({ entry, words, id }: Item, ids: number, t: Telling): readonly string[] {
  const { palette, symbols, width } = t.style;
  const hard = words.strength === null ? "" : t.say("list.hard", { strength: words.strength });
  const end = `${hard}  ${padStart(id, ids)}`;
  const lead = ` ${clockText(entry.at)}  `;
  const room = Math.min(RIGHT, width - 1) - MARGIN - lead.length;
  const beside = room - displayWidth(end) - 2;
  const whole = namedWords(words, t);
  if (beside >= LEAST_WORDS) return [`${lead}${padEnd(truncate(whole, beside, symbols.ellipsis), beside)}  ${palette.quiet(end)}`];
  return [
    lead + truncate(whole, room, symbols.ellipsis),
    ...indented(wrap(end.trim(), room), lead.length, palette.quiet),
  ];
}

/** Time, name and how hard; below, the first words and the id. */
function narrowItem({ entry, words, id }: Item, t: Telling): readonly string[] {
  const { palette, symbols } = t.style;
  const right = textRight(t.style) - MARGIN;
  const lead = ` ${clockText(entry.at)} `;
  const name = words.name + (words.strength === null ? "" : symbols.between + String(words.strength));
  const beside = words.words === "" ? spread([lead + name, unpainted], [id, palette.quiet], right) : null;
  if (beside !== null) return [beside];
  const room = right - lead.length;
  const text = truncate(words.words, Math.max(1, room - displayWidth(id) - 2), symbols.ellipsis);
  const second = spread([text, unpainted], [id, palette.quiet], room);
  const below = second === null ? wrap(id, room).map(palette.quiet) : [second];
  return [...hang(lead, name, right), ...indented(below, lead.length)];
}

/** The entries under their days, a day at a time. */
function* dayLines({ entries, now }: ListData, idOf: ShownId, t: Telling): Generator<readonly string[]> {
  const ids = entries.reduce((widest, entry) => Math.max(widest, displayWidth(idOf(entry))), 0);
  const year = now.shift.slice(0, 4);
  for (const [day, some] of byDay(entries)) {
    const items = some.map((entry): Item => ({ entry, words: entryWords(entry, t), id: idOf(entry) }));
    yield [
      "",
      ...paragraph(weekdayDay(day, year, "short", t), t, t.style.palette.strong),
      ...indented(items.flatMap((item) => (isNarrow(t.style) ? narrowItem(item, t) : wideItem(item, ids, t)))),
    ];
  }
}

function nothing({ filtered }: ListData, t: Telling): readonly string[] {
  if (filtered === true) return [t.say("list.noneFits")];
  return [t.say("list.none"), t.say("list.noneNext", { command: "evenkeel reflect" })];
}

function empty(data: ListData, t: Telling): readonly string[] {
  const title = data.filtered === true ? [] : [...heading(t.say("list.title"), t), ""];
  return [...title, ...nothing(data, t).flatMap((line) => paragraph(line, t))];
}

function spoken(entry: Entry, id: string, year: string, t: Telling): readonly string[] {
  const words = entryWords(entry, t);
  const line = t.say("list.readItem", {
    weekday: weekdayDay(entry.at.slice(0, 10), year, "long", t),
    time: clockText(entry.at),
    name: words.name,
    hard: words.strength === null ? "" : t.say("list.readHard", { strength: words.strength }),
    words: words.words === "" ? "" : closed(truncate(words.words, 300, "...")),
    id,
  });
  return readAloud(line.replace(/ +/g, " "), t.style);
}

function* aloudLines(data: ListData, t: Telling): Generator<readonly string[]> {
  const head = `${t.say("list.title")}: ${t.say("list.count", { count: data.entries.length })}.`;
  const first = data.entries.length === 0 ? nothing(data, t) : [head];
  yield first.flatMap((line) => readAloud(line, t.style));
  const idOf = shownIds(data, t);
  for (const entry of data.entries) yield spoken(entry, idOf(entry), data.now.shift.slice(0, 4), t);
}

function headLines({ entries }: ListData, t: Telling): readonly string[] {
  const { title, quiet } = t.style.palette;
  const name = t.say("list.title").toUpperCase();
  const count = t.say("list.count", { count: entries.length });
  const right = (isNarrow(t.style) ? textRight(t.style) : Math.min(RIGHT, t.style.width - 1)) - MARGIN;
  const head = spread([name, title], [count, quiet], right);
  return head === null ? [...hang("  ", name, textRight(t.style)), ...paragraph(count, t, quiet)] : indented([head]);
}

function* linesOf(data: ListData, t: Telling): Generator<readonly string[]> {
  if (t.style.screenReader) yield* aloudLines(data, t);
  else if (data.entries.length === 0) yield empty(data, t);
  else {
    yield headLines(data, t);
    yield* dayLines(data, shownIds(data, t), t);
  }
}

/** Entries in the terminal, under the days of their shifts, part by part: the parts in a row are `listView`. */
export function* listParts(data: ListData, t: Telling): Generator<string> {
  let lines: string[] = [];
  for (const some of linesOf(data, t)) {
    lines.push(...some);
    if (lines.length < AT_ONCE) continue;
    yield finish(lines);
    lines = [];
  }
  if (lines.length > 0) yield finish(lines);
}

/** The same as one text. */
export function listView(data: ListData, t: Telling): string {
  return [...listParts(data, t)].join("");
}
