import type { Entry, ShiftStart, Win } from "../reflection/entry.ts";
import { inOrder } from "./moments.ts";

/** The field of a start in which somebody looks away from themselves. */
export type Recall = "helped" | "customersDay";

/** Energy from here down calls a win to mind. */
export const LOW_ENERGY = 2;

function startsIn(entries: readonly Entry[]): readonly ShiftStart[] {
  return inOrder(entries.filter((entry) => entry.kind === "start"));
}

/** Recalling a helpful act and picturing one customer's day take turns, start by start. */
export function recallOf(entries: readonly Entry[]): Recall {
  return startsIn(entries).length % 2 === 0 ? "helped" : "customersDay";
}

/** Who the person wanted to be last time, or null. */
export function lastIntention(entries: readonly Entry[]): string | null {
  return startsIn(entries).findLast(({ intention }) => intention !== undefined)?.intention ?? null;
}

/**
 * A win for a day of little energy: the latest one at first, and at each further such day the one before it, so that
 * the same does not come twice in a row. Null without one.
 * @param entries in any order; a window of them is enough
 */
export function winForLowDay(entries: readonly Entry[]): Win | null {
  const wins = inOrder(entries.filter((entry) => entry.kind === "win")).toReversed();
  const lowDays = startsIn(entries).filter(({ energy }) => energy !== undefined && energy <= LOW_ENERGY).length;
  return wins[lowDays % Math.max(1, wins.length)] ?? null;
}
