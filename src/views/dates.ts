import { weekday } from "../reflection/moment.ts";
import type { Telling } from "./telling.ts";

type Length = "short" | "long";

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function parts(date: string): Parts {
  return { year: date.slice(0, 4), month: date.slice(5, 7), day: String(Number(date.slice(8, 10))) };
}

function monthName(month: string, length: Length, t: Telling): string {
  const { months, monthsShort } = t.content.dates;
  return t.line((length === "long" ? months : monthsShort)[Number(month) - 1] ?? month);
}

/** "Thu" or "Thursday". */
export function weekdayName(date: string, length: Length, t: Telling): string {
  const { weekdays, weekdaysShort } = t.content.dates;
  return t.line((length === "long" ? weekdays : weekdaysShort)[(weekday(date) + 6) % 7] ?? "");
}

/** "13 Nov", and "13 Nov 2025" where the year is not `year`. */
export function dayText(date: string, year: string, length: Length, t: Telling): string {
  const { year: own, month, day } = parts(date);
  const values = { day, month: monthName(month, length, t), year: own };
  if (length === "long") return own === year ? t.say("views.dayLong", values) : t.say("views.dayYearLong", values);
  return own === year ? t.say("views.day", values) : t.say("views.dayYear", values);
}

/** "22 Nov 2026". */
export function fullDay(date: string, length: Length, t: Telling): string {
  return dayText(date, "", length, t);
}

/** "Fri 20 Nov", with the year where it is not `year`. */
export function weekdayDay(date: string, year: string, length: Length, t: Telling): string {
  return t.say("views.weekdayDay", { weekday: weekdayName(date, length, t), day: dayText(date, year, length, t) });
}

function joined(from: string, to: string, length: Length, t: Telling): string {
  return length === "long" ? t.say("views.spanLong", { from, to }) : t.say("views.span", { from, to });
}

/** As much of the first day as the last does not say already: "16", "12 Oct" or "28 Dec 2025". */
function firstDay(from: string, to: string, length: Length, t: Telling): string {
  const [a, b] = [parts(from), parts(to)];
  return a.year === b.year && a.month === b.month ? a.day : dayText(from, b.year, length, t);
}

/** "12 Oct – 22 Nov 2026", "16 – 22 Nov 2026"; long: "12 October to 22 November 2026". */
export function spanText(from: string, to: string, length: Length, t: Telling): string {
  const end = fullDay(to, length, t);
  return from === to ? end : joined(firstDay(from, to, length, t), end, length, t);
}

/** "Mon 16 – Sun 22 Nov 2026". */
export function weekText(from: string, to: string, length: Length, t: Telling): string {
  const named = (date: string, day: string): string =>
    t.say("views.weekdayDay", { weekday: weekdayName(date, length, t), day });
  return joined(named(from, firstDay(from, to, length, t)), named(to, fullDay(to, length, t)), length, t);
}

/** The wall-clock time of a moment (ISO 8601 with offset), as the person lived it: "03:52". */
export function clockText(at: string): string {
  return at.slice(11, 16);
}
