import type { Entry } from "../reflection/entry.ts";
import { EMPTY_LEDGER, fold, type Ledger } from "./ledger.ts";
import { instant } from "./moments.ts";
import type { PlanChange } from "./records.ts";
import { type Tally, tallyOf } from "./tally.ts";
import type { Resolve } from "./triggers.ts";

/** Raise when the shape or the meaning of a tally changes: older ones are then made again. */
export const TALLY_VERSION = 1;

/** A month's tally, with what it was made from beside its entries. Plain JSON; safe to lose. */
export interface MonthTally extends Tally {
  readonly version: typeof TALLY_VERSION;
  /** The plan changes that fall between its first and last reflection, as they were when it was made. */
  readonly changes: readonly PlanChange[];
  /** Each trigger in it, with the one it counted for: merges made later need a new tally. */
  readonly merges: readonly (readonly [string, string])[];
}

function between(plans: readonly PlanChange[], first: number | null, last: number | null): readonly PlanChange[] {
  if (first === null || last === null) return [];
  return plans.filter(({ at }) => first <= instant(at) && instant(at) <= last);
}

/**
 * Tallies the entries of one month, or of several months whose entries overlap in time.
 * @param plans the whole plans book
 */
export function tallyMonth(entries: readonly Entry[], plans: readonly PlanChange[], resolve: Resolve): MonthTally {
  const { first, last } = reachOf(entries);
  const changes = between(plans, first, last);
  const reflections = entries.filter((entry) => entry.kind === "reflection");
  const triggers = new Set([...reflections, ...changes].map(({ trigger }) => trigger));
  return {
    version: TALLY_VERSION,
    ...tallyOf(reflections, changes, resolve),
    changes,
    merges: [...triggers].sort().map((trigger) => [trigger, resolve(trigger)]),
  };
}

/** Would the same entries still give this tally? False once a plan change in its time or a merge has come or gone. */
export function isFresh(tally: MonthTally, plans: readonly PlanChange[], resolve: Resolve): boolean {
  return (
    (tally.version as number) === TALLY_VERSION &&
    JSON.stringify(between(plans, tally.first, tally.last)) === JSON.stringify(tally.changes) &&
    tally.merges.every(([trigger, counted]) => resolve(trigger) === counted)
  );
}

/**
 * Groups of months, by index, that can be folded one after the other. Months whose reflections overlap in time share a
 * group: the tally of such a group has to be made of all their entries together.
 * @param tallies in month order
 */
export function separable(tallies: readonly Reach[]): readonly (readonly number[])[] {
  const groups: { members: number[]; last: number }[] = [];
  const timed = tallies.flatMap(({ first, last }, index) =>
    first === null || last === null ? [] : [{ first, last, index }],
  );
  for (const { first, last, index } of timed.sort((a, b) => a.first - b.first || a.last - b.last)) {
    const group = groups.at(-1);
    if (group === undefined || first > group.last) groups.push({ members: [index], last });
    else {
      group.members.push(index);
      group.last = Math.max(group.last, last);
    }
  }
  return groups.map(({ members }) => members.sort((a, b) => a - b));
}

/** Which months can be folded from tallies, and which have to be read in full beside those that are read anyway. */
export interface PastPlan {
  /** Groups of month indexes, in the order in which they are folded; a group of several needs a tally of its own. */
  readonly fold: readonly (readonly number[])[];
  /** Indexes of months that overlap in time with what is read anyway, or lie later. */
  readonly read: readonly number[];
}

/** From the first reflection to the last. */
type Reach = Pick<Tally, "first" | "last">;

/** How far entries reach. */
export function reachOf(entries: readonly Entry[]): Reach {
  let [first, last] = [Infinity, -Infinity];
  for (const { kind, at } of entries) {
    if (kind !== "reflection") continue;
    const time = instant(at);
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return first > last ? { first: null, last: null } : { first, last };
}

/**
 * Plans how the months before a window are taken in.
 * @param tallies one for each of those months. Under `--as-of`, a month with a reflection after the moment is no such
 * month: it is read anyway
 * @param read how far the entries reach that are read anyway (`reachOf`)
 */
export function planPast(tallies: readonly Reach[], read: Reach): PastPlan {
  if (read.first === null) return { fold: separable(tallies), read: [] };
  const groups = separable([...tallies, read]);
  const place = groups.findIndex((members) => members.includes(tallies.length));
  const later = groups.slice(place).flat();
  return { fold: groups.slice(0, place), read: later.filter((index) => index < tallies.length).sort((a, b) => a - b) };
}

/**
 * The ledger of consecutive stretches of time, with the plan changes before and between them.
 * @param tallies each later than the one before it, and than `past` (`planPast`)
 * @param plans the whole plans book, as `--as-of` sees it
 */
export function foldTallies(
  tallies: readonly Tally[],
  plans: readonly PlanChange[],
  resolve: Resolve,
  past: Ledger = EMPTY_LEDGER,
): Ledger {
  const timed = plans.map((change) => ({ change, time: instant(change.at) }));
  let until = past.until ?? -Infinity;
  const inTurn = tallies.flatMap((tally) => {
    const { first, last } = tally;
    if (first === null || last === null) return [];
    const earlier = timed.filter(({ time }) => until < time && time < first).map(({ change }) => change);
    until = last;
    return earlier.length === 0 ? [tally] : [tallyOf([], earlier, resolve), tally];
  });
  return fold(past, inTurn);
}
