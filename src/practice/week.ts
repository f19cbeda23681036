import { addDays, daysBetween, weekday } from "../reflection/moment.ts";
import type { PracticeSettings } from "./shapes.ts";
import type { Span } from "./window.ts";

export type WeekStart = PracticeSettings["weekStart"];

const NAME = /^(\d{4})-W(\d{2})$/;

/** The Monday on or before a date. */
function mondayOf(date: string): string {
  return addDays(date, -((weekday(date) + 6) % 7));
}

function nameOf(monday: string): string {
  const year = addDays(monday, 3).slice(0, 4);
  const first = mondayOf(`${year}-01-04`);
  return `${year}-W${String(daysBetween(first, monday) / 7 + 1).padStart(2, "0")}`;
}

/** The Monday of a named week, or null where the calendar has no such week. */
function mondayNamed(week: string): string | null {
  const match = NAME.exec(week);
  if (match === null || Number(match[1]) < 1970 || Number(match[1]) > 9989) return null;
  const monday = addDays(mondayOf(`${match[1] ?? ""}-01-04`), (Number(match[2]) - 1) * 7);
  return nameOf(monday) === week ? monday : null;
}

/** The week a shift-day lies in, as the ISO week (`2026-W47`) of the Monday that the week contains. */
export function weekOf(shift: string, weekStart: WeekStart): string {
  return nameOf(mondayOf(weekStart === "sunday" ? addDays(shift, 1) : shift));
}

/** First and last shift-day of a week, or null where there is no such week (`2025-W53`). */
export function weekSpan(week: string, weekStart: WeekStart): Span | null {
  const monday = mondayNamed(week);
  if (monday === null) return null;
  const from = weekStart === "sunday" ? addDays(monday, -1) : monday;
  return { from, to: addDays(from, 6) };
}

/** The week `count` weeks later, or earlier when negative. An unknown week stays as it is. */
export function weekAfter(week: string, count: number): string {
  const monday = mondayNamed(week);
  return monday === null ? week : nameOf(addDays(monday, count * 7));
}
