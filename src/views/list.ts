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
/** With less room than this beside it, the id goes to a line of its own. */
const LEAST_WORDS = 24;

/** The entries with what is said of them, day by day. */
interface Item {
  readonly entry: Entry;
  readonly words: EntryWords;
  readonly id: string;
}

function itemsOf({ entries, ids }: ListData, t: Telling): readonly Item[] {
  const short = ids ?? shortIds(entries.map(({ id }) => id));
  return entries.map((entry) => ({ entry, words: entryWords(entry, t), id: t.line(short.get(entry.id) ?? entry.id) }));
}

function byDay(items: readonly Item[]): readonly (readonly [day: string, items: readonly Item[]])[] {
  const days: [string, Item[]][] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last?.[0] === item.entry.shift) last[1].push(item);
    else days.push([item.entry.shift, [item]]);
  }
  return days;
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

/** The entries under their days. */
function entryLines(data: ListData, t: Telling): readonly string[] {
  const items = itemsOf(data, t);
  const ids = Math.max(0, ...items.map(({ id }) => displayWidth(id)));
  const year = data.now.shift.slice(0, 4);
  return byDay(items).flatMap(([day, some]) => [
    "",
    ...paragraph(weekdayDay(day, year, "short", t), t, t.style.palette.strong),
    ...indented(some.flatMap((item) => (isNarrow(t.style) ? narrowItem(item, t) : wideItem(item, ids, t)))),
  ]);
}

function nothing({ filtered }: ListData, t: Telling): readonly string[] {
  if (filtered === true) return [t.say("list.noneFits")];
  return [t.say("list.none"), t.say("list.noneNext", { command: "evenkeel reflect" })];
}

function empty(data: ListData, t: Telling): readonly string[] {
  const title = data.filtered === true ? [] : [...heading(t.say("list.title"), t), ""];
  return [...title, ...nothing(data, t).flatMap((line) => paragraph(line, t))];
}

function aloud(data: ListData, t: Telling): string {
  const year = data.now.shift.slice(0, 4);
  const lines = itemsOf(data, t).map(({ entry, words, id }) => {
    const hard = words.strength === null ? "" : t.say("list.readHard", { strength: words.strength });
    return t.say("list.readItem", {
      weekday: weekdayDay(entry.at.slice(0, 10), year, "long", t),
      time: clockText(entry.at),
      name: words.name,
      hard,
      words: words.words === "" ? "" : closed(truncate(words.words, 300, "...")),
      id,
    });
  });
  const head = `${t.say("list.title")}: ${t.say("list.count", { count: data.entries.length })}`;
  return finish((lines.length === 0 ? nothing(data, t) : [`${head}.`, ...lines]).flatMap((line) => readAloud(line.replace(/ +/g, " "), t.style)));
}

/** Entries in the terminal, under the days of their shifts. */
export function listView(data: ListData, t: Telling): string {
  if (t.style.screenReader) return aloud(data, t);
  if (data.entries.length === 0) return finish(empty(data, t));
  const { title, quiet } = t.style.palette;
  const name = t.say("list.title").toUpperCase();
  const count = t.say("list.count", { count: data.entries.length });
  const right = (isNarrow(t.style) ? textRight(t.style) : Math.min(RIGHT, t.style.width - 1)) - MARGIN;
  const head = spread([name, title], [count, quiet], right);
  return finish([
    ...(head === null ? [...hang("  ", name, textRight(t.style)), ...paragraph(count, t, quiet)] : indented([head])),
    ...entryLines(data, t),
  ]);
}
