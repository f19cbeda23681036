import { describe, expect, it } from "vitest";
import { clockText, dayText, fullDay, spanText, weekdayDay, weekText } from "../../src/views/dates.ts";
import { shiftName } from "../../src/views/show.ts";
import { tell } from "./sample.ts";

const t = tell();

describe("dates in words", () => {
  it.each([
    [dayText("2026-11-13", "2026", "short", t), "13 Nov"],
    [dayText("2025-11-03", "2026", "short", t), "3 Nov 2025"],
    [fullDay("2026-11-22", "long", t), "22 November 2026"],
    [weekdayDay("2026-11-20", "2026", "short", t), "Fri 20 Nov"],
    [weekdayDay("2026-11-22", "2027", "long", t), "Sunday 22 November 2026"],
    [spanText("2026-10-12", "2026-11-22", "short", t), "12 Oct – 22 Nov 2026"],
    [spanText("2026-11-16", "2026-11-22", "short", t), "16 – 22 Nov 2026"],
    [spanText("2025-12-28", "2026-01-03", "short", t), "28 Dec 2025 – 3 Jan 2026"],
    [spanText("2026-11-22", "2026-11-22", "short", t), "22 Nov 2026"],
    [spanText("2026-10-12", "2026-11-22", "long", t), "12 October to 22 November 2026"],
    [weekText("2026-11-16", "2026-11-22", "short", t), "Mon 16 – Sun 22 Nov 2026"],
    [weekText("2026-09-28", "2026-10-04", "short", t), "Mon 28 Sep – Sun 4 Oct 2026"],
    [weekText("2025-12-29", "2026-01-04", "long", t), "Monday 29 December 2025 to Sunday 4 January 2026"],
    [clockText("2026-11-20T03:52:10+01:00"), "03:52"],
  ])("%s", (shown, expected) => {
    expect(shown).toBe(expected);
  });

  it("names the night by the day on which the shift began", () => {
    expect(shiftName("2026-11-20T03:52:00+01:00", "2026-11-19", t)).toBe("your Thursday night");
    expect(shiftName("2026-11-19T22:00:00+01:00", "2026-11-19", t)).toBe("your Thursday shift");
  });
});
