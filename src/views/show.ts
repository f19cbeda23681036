import type { Entry } from "../reflection/entry.ts";
import { clockText, fullDay, weekdayName } from "./dates.ts";
import { finish, indented, isNarrow, MARGIN, paragraph, readAloud, spread, textRight } from "./lines.ts";
import { capital, closed } from "./plan-words.ts";
import { answersOfEntry } from "./show-fields.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { wrap } from "./wrap.ts";

const RIGHT = 73;

const KINDS: Readonly<Record<Entry["kind"], string>> = {
  reflection: "show.kindReflection",
  win: "show.kindWin",
  start: "show.kindStart",
  end: "show.kindEnd",
  rehearsal: "show.kindRehearsal",
  note: "show.kindNote",
};

/** "your Thursday night" where the shift began on another day than the moment, else "your Thursday shift". */
export function shiftName(at: string, shift: string, t: Telling): string {
  const weekday = weekdayName(shift, "long", t);
  return at.slice(0, 10) === shift ? t.say("show.shift", { weekday }) : t.say("show.night", { weekday });
}

function head(entry: Entry, t: Telling): readonly string[] {
  const { title, quiet } = t.style.palette;
  const { at, shift } = entry;
  const name = t.say(KINDS[entry.kind]).toUpperCase();
  const day = at.slice(0, 10);
  const moment = `${weekdayName(day, "short", t)} ${fullDay(day, "short", t)}, ${clockText(at)}`;
  const when = day === shift ? moment : `${moment}${t.style.symbols.between}${shiftName(at, shift, t)}`;
  const line = spread([name, title], [when, quiet], Math.min(RIGHT, textRight(t.style)) - MARGIN);
  if (line !== null) return indented([line]);
  const parts = day === shift ? [moment] : [moment, shiftName(at, shift, t)];
  return [...paragraph(name, t, title), ...parts.flatMap((part) => paragraph(part, t, quiet))];
}

function body(rows: readonly (readonly [label: string, paragraphs: readonly string[]])[], t: Telling): readonly string[] {
  const { quiet } = t.style.palette;
  if (isNarrow(t.style)) {
    return rows.flatMap(([label, paragraphs]) => [
      ...paragraph(label, t, quiet),
      ...paragraphs.flatMap((text) => paragraph(text, t, undefined, MARGIN + 2)),
    ]);
  }
  const column = Math.max(...rows.map(([label]) => displayWidth(label))) + 3;
  const room = textRight(t.style) - MARGIN - column;
  return rows.flatMap(([label, paragraphs]) =>
    paragraphs
      .flatMap((text) => wrap(text, room))
      .map((line, index) => `  ${index === 0 ? quiet(padEnd(label, column)) : " ".repeat(column)}${line}`),
  );
}

function aloud(entry: Entry, t: Telling): string {
  const { at, shift, id } = entry;
  const day = at.slice(0, 10);
  const long = `${weekdayName(day, "long", t)} ${fullDay(day, "long", t)}`;
  const lines = [
    t.say("show.readHead", { kind: t.say(KINDS[entry.kind]), day: long, time: clockText(at) }),
    ...(day === shift ? [] : [capital(closed(shiftName(at, shift, t)))]),
    ...answersOfEntry(entry, t).map(([label, paragraphs]) => closed(`${label}: ${paragraphs.join(" ")}`)),
    t.say("show.readId", { id }),
  ];
  return finish(lines.flatMap((line) => readAloud(line, t.style)));
}

/** One entry, whole: every answer behind its label, in the order in which they are asked. */
export function showView(entry: Entry, t: Telling): string {
  if (t.style.screenReader) return aloud(entry, t);
  const rows = [...answersOfEntry(entry, t), [t.say("show.id"), [t.line(entry.id)]] as const];
  return finish([...head(entry, t), "", ...body(rows, t)]);
}
