import { CLOSE } from "./evidence.ts";
import { median } from "./numbers.ts";
import type { Part } from "./review-figures.ts";
import { reflectionsIn, type ReviewInput } from "./review.ts";
import { weekAfter, weekSpan } from "./week.ts";

/** Weeks that a picture shows. */
export const TREND_WEEKS = 8;
/** With data for fewer weeks there is no picture. */
const FEWEST_WEEKS = 3;

/** One week of a picture: the same figures as the week's review. */
export interface TrendWeek {
  readonly week: string;
  readonly from: string;
  /** Reflections. */
  readonly entries: number;
  /** Reflections that say how hard it was; below 3 their middle is too early to tell anything. */
  readonly strengths: number;
  readonly strengthMedian: number | null;
  /** Close to what the person wants (4 or 5), of those that say how close. */
  readonly close: Part;
}

/**
 * A week and the seven before it, oldest first, from the first one with a case on; empty with cases in fewer than three
 * weeks.
 * @param entries at least those of the eight weeks
 */
export function trendOf({ entries, settings, week }: Pick<ReviewInput, "entries" | "settings"> & { readonly week: string }): readonly TrendWeek[] {
  const weeks = Array.from({ length: TREND_WEEKS }, (_, at) => weekAfter(week, at + 1 - TREND_WEEKS));
  const all = weeks.flatMap((name): TrendWeek[] => {
    const span = weekSpan(name, settings.weekStart);
    if (span === null) return [];
    const cases = reflectionsIn(entries, span);
    const strengths = cases.flatMap(({ strength }) => strength ?? []);
    const helds = cases.flatMap(({ held }) => held ?? []);
    const close = { k: helds.filter((held) => held >= CLOSE).length, n: helds.length };
    return [{ week: name, from: span.from, entries: cases.length, strengths: strengths.length, strengthMedian: median(strengths), close }];
  });
  const first = all.findIndex((one) => one.entries > 0);
  const filled = all.filter((one) => one.entries > 0).length;
  return filled < FEWEST_WEEKS ? [] : all.slice(first);
}
