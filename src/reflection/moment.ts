/** Time without a clock: wall times, instants, shift-days and the moments people type. */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Moments before 1970 and from 9990 on are typing mistakes, and ids cannot sort by them. */
const LATEST = Date.parse("9990-01-01T00:00:00Z");

/** Minutes east of UTC at an instant, on the machine's zone. */
export type OffsetAt = (instant: number) => number;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/;
const CLOCK = /^(\d{1,2}):(\d{2})$/;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function two(n: number): string {
  return String(n).padStart(2, "0");
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Milliseconds of a calendar date at 00:00 UTC, or null where the calendar has no such day. */
function utcDay(date: string): number | null {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : at;
}

/** Is it a calendar date, `YYYY-MM-DD`? */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && utcDay(text) !== null;
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 0 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** An instant as ISO 8601 with the offset of the zone, milliseconds only where there are some. */
export function isoAt(instant: number, offsetAt: OffsetAt): string {
  const offset = offsetAt(instant);
  const wall = new Date(instant + offset * MINUTE).toISOString();
  const text = wall.endsWith(".000Z") ? wall.slice(0, 19) : wall.slice(0, 23);
  return text + offsetText(offset);
}

/**
 * The instant of a wall time in the machine's zone. In the hour that a clock change skips, the clock is read as if it
 * had not yet been moved; in the hour that comes twice, the first one is meant.
 */
export function instantOfWall(wallAsUtc: number, offsetAt: OffsetAt): number {
  const before = offsetAt(wallAsUtc - DAY);
  const after = offsetAt(wallAsUtc + DAY);
  for (const offset of [before, after]) {
    const instant = wallAsUtc - offset * MINUTE;
    if (offsetAt(instant) === offset) return instant;
  }
  return wallAsUtc - before * MINUTE;
}

/** Minutes after midnight of a clock time `HH:MM`, or null. */
export function clockMinutes(text: string): number | null {
  const match = CLOCK.exec(text);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/**
 * The shift-day of a moment where no `start`…`end` encloses it: the date of its own wall clock, taken as the day before
 * until `dayStartsAt`.
 * @param at ISO 8601 with offset
 * @param dayStartsAt `HH:MM`
 */
export function shiftDay(at: string, dayStartsAt: string): string {
  const minutes = clockMinutes(dayStartsAt) ?? 0;
  const date = at.slice(0, 10);
  return (clockMinutes(at.slice(11, 16)) ?? 0) < minutes ? addDays(date, -1) : date;
}

/** The last millisecond of a shift-day, as ISO 8601 in the machine's zone. */
export function endOfShiftDay(date: string, dayStartsAt: string, offsetAt: OffsetAt): string {
  const wall = Date.parse(`${addDays(date, 1)}T00:00:00Z`) + (clockMinutes(dayStartsAt) ?? 0) * MINUTE;
  return isoAt(instantOfWall(wall, offsetAt) - 1, offsetAt);
}

export interface MomentContext {
  /** ISO 8601 with offset. */
  readonly now: string;
  readonly dayStartsAt: string;
  readonly offsetAt: OffsetAt;
}

function isoMoment(match: RegExpExecArray, context: MomentContext): string | null {
  const [, year, month, day, hours, minutes, seconds = "00", fraction = "", zone] = match;
  const date = `${year ?? ""}-${month ?? ""}-${day ?? ""}`;
  if (utcDay(date) === null) return null;
  if (hours === undefined || minutes === undefined) return endOfShiftDay(date, context.dayStartsAt, context.offsetAt);
  if (clockMinutes(`${hours}:${minutes}`) === null || Number(seconds) > 59) return null;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const wall = `${date}T${hours}:${minutes}:${seconds}${milliseconds === "000" ? "" : `.${milliseconds}`}`;
  if (zone === undefined) return isoAt(instantOfWall(Date.parse(`${wall}Z`), context.offsetAt), context.offsetAt);
  if (zone.toUpperCase() === "Z") return `${wall}Z`;
  const offset = `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return Number.isNaN(Date.parse(wall + offset)) ? null : wall + offset;
}

function dayOfWord(word: string, today: string): string | null {
  if (word === "today") return today;
  if (word === "yesterday") return addDays(today, -1);
  const wanted = WEEKDAYS.indexOf(word);
  return wanted < 0 ? null : addDays(today, -((weekday(today) - wanted + 7) % 7));
}

/**
 * The moment a person typed, as ISO 8601 with offset: a date, a date-time, `today`, `yesterday`, a weekday (its latest
 * one, today included), each with a clock time after it or without. Null where it is no moment.
 *
 * A day without a clock time is the end of that shift-day, and its words are counted from the shift-day of now; with a
 * clock time the words are counted on the calendar, as people do at two in the morning.
 */
export function parseMoment(text: string, context: MomentContext): string | null {
  const at = anyMoment(text, context);
  return at === null || !(Date.parse(at) >= 0 && Date.parse(at) < LATEST) ? null : at;
}

function anyMoment(text: string, context: MomentContext): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = ISO.exec(text.trim());
  if (iso !== null) return isoMoment(iso, context);
  const [word = "", clock, ...more] = trimmed.split(/\s+/);
  if (more.length > 0) return null;
  if (clock === undefined) {
    const day = dayOfWord(word, shiftDay(context.now, context.dayStartsAt));
    return day === null ? null : endOfShiftDay(day, context.dayStartsAt, context.offsetAt);
  }
  const minutes = clockMinutes(clock);
  const day = dayOfWord(word, context.now.slice(0, 10));
  if (minutes === null || day === null) return null;
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  return isoAt(instantOfWall(wall, context.offsetAt), context.offsetAt);
}

/** The shift-day a person typed for `--since` and `--until`: a date, or the day of a moment. */
export function parseDay(text: string, context: MomentContext): string | null {
  const trimmed = text.trim();
  if (isDate(trimmed)) return trimmed;
  const at = parseMoment(trimmed, context);
  return at === null ? null : shiftDay(at, context.dayStartsAt);
}

/** What a moment may look like, for error sentences. */
export const MOMENTS = "a date (2026-11-20), a date and time (2026-11-20T23:40), today, yesterday, yesterday 23:40, monday";
