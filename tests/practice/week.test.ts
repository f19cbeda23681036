import { describe, expect, test } from "vitest";
import { weekAfter, weekOf, weekSpan } from "../../src/practice/week.ts";

describe("weeks that start on Monday", () => {
  test.each([
    ["2026-11-16", "2026-W47"],
    ["2026-11-22", "2026-W47"],
    ["2026-11-23", "2026-W48"],
    ["2027-01-01", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
    ["2023-01-01", "2022-W52"],
    ["2020-12-31", "2020-W53"],
  ])("%s lies in %s", (date, week) => {
    expect(weekOf(date, "monday")).toBe(week);
  });

  test("span Monday to Sunday", () => {
    expect(weekSpan("2026-W47", "monday")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(weekSpan("2026-W53", "monday")).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  });
});

describe("weeks that start on Sunday are named by the Monday they contain", () => {
  test.each([
    ["2026-11-14", "2026-W46"],
    ["2026-11-15", "2026-W47"],
    ["2026-11-21", "2026-W47"],
    ["2026-11-22", "2026-W48"],
    ["2027-01-03", "2027-W01"],
  ])("%s lies in %s", (date, week) => {
    expect(weekOf(date, "sunday")).toBe(week);
  });

  test("span Sunday to Saturday", () => {
    expect(weekSpan("2026-W47", "sunday")).toEqual({ from: "2026-11-15", to: "2026-11-21" });
  });
});

test.each(["2025-W53", "2026-W00", "2026-W54", "2026-47", "2026-W7", "W47", "2026-W471", "last", ""])(
  "%j is no week",
  (week) => {
    expect(weekSpan(week, "monday")).toBeNull();
  },
);

test("weeks follow one another across years", () => {
  expect(weekAfter("2026-W53", 1)).toBe("2027-W01");
  expect(weekAfter("2027-W01", -1)).toBe("2026-W53");
  expect(weekAfter("2026-W47", -1)).toBe("2026-W46");
  expect(weekAfter("2026-W47", 0)).toBe("2026-W47");
  expect(weekAfter("no week", 1)).toBe("no week");
});
