import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeCases } from "../../src/practice/review-figures.ts";
import { review } from "../../src/practice/review.ts";
import { trendOf } from "../../src/practice/trend.ts";
import type { Reflection } from "../../src/reflection/entry.ts";
import { addDays } from "../../src/reflection/moment.ts";
import { journals } from "../sample/journals.ts";

function cases(shift: string, count: number, strength = 6, held = 4): readonly Reflection[] {
  return Array.from({ length: count }, (_, at): Reflection => ({ kind: "reflection", id: `${shift}-${at}`, at: `${shift}T23:00:00+01:00`, shift, trigger: "rude_tone", strength, held }));
}

const settings = { weights: { strength: 0.5, held: 0.3, carry: 0.2, halfLifeDays: 21 }, weekStart: "monday" } as const;

describe("the last weeks", () => {
  it("say of each week what its review says", () => {
    fc.assert(
      fc.property(journals(70, 60), (journal) => {
        const input = { ...journal, week: review(journal).week };
        for (const { week, entries, strengthMedian, close } of trendOf(input)) {
          const own = review({ ...input, week });
          expect({ entries, strengthMedian, close }).toEqual({ entries: own.entries, strengthMedian: own.strengthMedian, close: closeCases(own) });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [2, 0],
    [3, 3],
    [8, 8],
    [11, 8],
  ])("%i weeks with cases make a picture of %i", (weeks, shown) => {
    const entries = Array.from({ length: weeks }, (_, at) => cases(addDays("2026-11-18", -7 * at), 1)).flat();
    expect(trendOf({ entries, settings, week: "2026-W47" })).toHaveLength(shown);
  });

  it("begins with the first week that has a case, and keeps empty weeks after it", () => {
    const entries = ["2026-10-14", "2026-11-04", "2026-11-18"].flatMap((shift) => cases(shift, 1));
    expect(trendOf({ entries, settings, week: "2026-W47" }).map(({ week, entries: count }) => [week, count])).toEqual([
      ["2026-W42", 1],
      ["2026-W43", 0],
      ["2026-W44", 0],
      ["2026-W45", 1],
      ["2026-W46", 0],
      ["2026-W47", 1],
    ]);
  });

  it("crosses a week 53, with weeks that begin on Sunday", () => {
    const entries = ["2026-12-23", "2026-12-30", "2027-01-06"].flatMap((shift) => cases(shift, 500));
    const weeks = trendOf({ entries, settings: { ...settings, weekStart: "sunday" }, week: "2027-W01" });
    expect(weeks.map(({ week, from, entries: count }) => [week, from, count])).toEqual([
      ["2026-W52", "2026-12-20", 500],
      ["2026-W53", "2026-12-27", 500],
      ["2027-W01", "2027-01-03", 500],
    ]);
  });
});
