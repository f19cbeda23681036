import type { Entry, Kind } from "../reflection/entry.ts";
import { shiftDay } from "../reflection/moment.ts";
import { inOrder, instant } from "./moments.ts";

/** An `end` that was forgotten must not swallow the next day: an open `start` encloses at most this long. */
const OPEN_START_HOURS = 16;
const OPEN_START = OPEN_START_HOURS * 3_600_000;

/** What `shiftOf` needs of a `start` or an `end`. */
export type Mark = Pick<Entry, "id" | "at" | "shift" | "kind">;

/** The first `start` of a shift since it was last ended, and its last `end` before the next shift starts. */
interface Frame {
  readonly shift: string;
  readonly opened: number;
  readonly closed: number | null;
}

function frameAt(time: number, marks: readonly Mark[]): Frame | null {
  const ordered = inOrder(marks);
  const starts = ordered.filter(({ kind }) => kind === "start");
  const latest = starts.findLast(({ at }) => instant(at) <= time);
  if (latest === undefined) return null;
  const { shift } = latest;
  const ended = ordered.findLast(({ kind, at }) => kind === "end" && instant(at) < instant(latest.at));
  const since = ended === undefined ? -Infinity : instant(ended.at);
  const first = starts.find((mark) => mark.shift === shift && instant(mark.at) > since) ?? latest;
  const next = starts.find(({ at }) => instant(at) > time);
  const ends = ordered.filter(({ kind, at }) => kind === "end" && instant(at) >= instant(latest.at));
  const limit = next === undefined ? Infinity : instant(next.at);
  const own = ends.filter((mark) => mark.shift === shift && instant(mark.at) <= limit);
  const last = own.at(-1);
  return { shift, opened: instant(first.at), closed: last === undefined ? null : instant(last.at) };
}

/**
 * The shift-day a new record belongs to: that of the `start`…`end` pair which encloses it (a pair carries one shift),
 * or of a `start` still open, at most 16 hours back; without one, the day by `dayStartsAt` on the record's own clock.
 * @param at ISO 8601 with offset
 * @param marks the `start` and `end` records around it, in any order; other kinds are passed over
 * @param dayStartsAt `HH:MM`
 */
export function shiftOf(at: string, kind: Kind, marks: readonly Mark[], dayStartsAt: string): string {
  const time = instant(at);
  const frame = frameAt(time, marks);
  if (frame !== null) {
    const open = frame.closed === null || kind === "end";
    const until = open ? frame.opened + OPEN_START : frame.closed;
    if (time <= until) return frame.shift;
  }
  return shiftDay(at, dayStartsAt);
}

/**
 * The shift a person is in now: the latest `start` without an `end`, at most 16 hours back; null where none is open.
 * @param marks the `start` and `end` records of the last days
 */
export function openShift(
  now: string,
  marks: readonly Mark[],
): { readonly shift: string; readonly since: string } | null {
  const time = instant(now);
  const frames = marks.filter(({ kind }) => kind === "start" || kind === "end");
  const past = inOrder(frames).filter(({ at }) => instant(at) <= time);
  const last = past.at(-1);
  if (last?.kind !== "start") return null;
  const frame = frameAt(time, past);
  return frame === null || time - frame.opened > OPEN_START ? null : { shift: last.shift, since: last.at };
}
