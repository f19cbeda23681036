import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  endOfShiftDay,
  instantOfWall,
  isoAt,
  parseDay,
  parseMoment,
  shiftDay,
  weekday,
} from "../../src/reflection/moment.ts";

/** The zone the tests run in (Europe/Berlin, set in vitest.config.ts), read from the platform. */
const berlin = (instant: number): number => -new Date(instant).getTimezoneOffset();

const context = { now: "2026-11-20T03:52:00+01:00", dayStartsAt: "04:00", offsetAt: berlin };

describe("a moment a person typed", () => {
  it.each([
    ["2026-11-20T23:40", "2026-11-20T23:40:00+01:00"],
    ["2026-11-20 23:40", "2026-11-20T23:40:00+01:00"],
    ["2026-07-01T08:00", "2026-07-01T08:00:00+02:00"],
    ["2026-11-20T23:40:05.250-05:00", "2026-11-20T23:40:05.250-05:00"],
    ["2026-11-20T23:40:05Z", "2026-11-20T23:40:05Z"],
    ["2026-11-20T23:40+0530", "2026-11-20T23:40:00+05:30"],
    ["2026-11-20", "2026-11-21T03:59:59.999+01:00"],
    ["today", "2026-11-20T03:59:59.999+01:00"],
    ["yesterday", "2026-11-19T03:59:59.999+01:00"],
    ["yesterday 23:40", "2026-11-19T23:40:00+01:00"],
    ["today 01:05", "2026-11-20T01:05:00+01:00"],
    ["Monday", "2026-11-17T03:59:59.999+01:00"],
    ["thursday", "2026-11-20T03:59:59.999+01:00"],
    ["friday", "2026-11-14T03:59:59.999+01:00"],
  ])("%s is %s", (typed, at) => {
    expect(parseMoment(typed, context)).toBe(at);
  });

  it.each(["", "soon", "2026-02-30", "2026-11-20T24:00", "2026-11-20T12:60", "today 25:00", "today at 9", "2026-13-01", "20.11.2026"])(
    "%j is no moment",
    (typed) => {
      expect(parseMoment(typed, context)).toBeNull();
    },
  );

  it("reads the hour that the spring change skips, and the first of the hour that comes twice", () => {
    expect(parseMoment("2026-03-29T02:30", context)).toBe("2026-03-29T03:30:00+02:00");
    expect(parseMoment("2026-10-25T02:30", context)).toBe("2026-10-25T02:30:00+02:00");
  });

  it("gives back the same instant that the platform gives for any wall time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const wall = new Date(seconds * 1000).toISOString().slice(0, 19);
        expect(instantOfWall(Date.parse(`${wall}Z`), berlin)).toBe(new Date(wall).getTime());
      }),
      { numRuns: 500 },
    );
  });
});

describe("a shift-day", () => {
  it.each([
    ["2026-11-20T03:59:59+01:00", "04:00", "2026-11-19"],
    ["2026-11-20T04:00:00+01:00", "04:00", "2026-11-20"],
    ["2026-11-20T11:59:00+01:00", "12:00", "2026-11-19"],
    ["2026-01-01T00:30:00+01:00", "04:00", "2025-12-31"],
    ["2026-11-20T00:00:00+01:00", "00:00", "2026-11-20"],
  ])("%s with days from %s is %s", (at, dayStartsAt, shift) => {
    expect(shiftDay(at, dayStartsAt)).toBe(shift);
  });

  it("ends one millisecond before the next begins, also when the clock changes", () => {
    for (const date of ["2026-03-28", "2026-10-24", "2026-11-20"]) {
      const end = endOfShiftDay(date, "04:00", berlin);
      expect(shiftDay(end, "04:00")).toBe(date);
      expect(shiftDay(isoAt(Date.parse(end) + 1, berlin), "04:00")).toBe(addDays(date, 1));
    }
  });

  it("is what --since takes: a date as it is, words by the shift-day of now", () => {
    expect(parseDay("2026-11-02", context)).toBe("2026-11-02");
    expect(parseDay("today", context)).toBe("2026-11-19");
    expect(parseDay("never", context)).toBeNull();
  });
});

describe("days", () => {
  it("are counted over clock changes and leap days", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
    expect(weekday("2026-11-22")).toBe(0);
  });
});
