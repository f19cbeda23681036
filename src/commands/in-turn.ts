import { type TallyKind, tallies } from "../journal/tallies.ts";
import { instant } from "../practice/moments.ts";
import { separable } from "../practice/months.ts";
import { byMoment, type Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { type Filter, monthsOf } from "./filters.ts";
import { type Progress, progressOf } from "./progress.ts";

/** Reading that takes no longer says nothing. */
export const PATIENCE_MS = 1000;

/** The moments of the first and the last entry of a month; null without one. */
interface Reach {
  readonly first: number | null;
  readonly last: number | null;
}

function reachOf(entries: readonly Entry[]): Reach {
  let [first, last] = [Infinity, -Infinity];
  for (const { at } of entries) {
    const time = instant(at);
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return first > last ? { first: null, last: null } : { first, last };
}

function isReach(value: unknown): value is Reach {
  const isTime = (time: unknown): boolean => time === null || typeof time === "number";
  return typeof value === "object" && value !== null && "first" in value && isTime(value.first) && "last" in value && isTime(value.last);
}

const REACH: TallyKind<Reach> = { name: "reach", version: 1, compute: reachOf, check: isReach };

/**
 * The entries of many months, oldest first over all of them, in parts that are let go of one after the other.
 *
 * A part is a month; months whose entries overlap in time share one.
 * @param months ascending
 * @param read what is wanted of a month
 */
export function* inTurn(
  session: Session,
  months: readonly string[],
  read: (month: string) => readonly Entry[],
  progress: Progress | null,
): Generator<readonly Entry[]> {
  const { store } = session.journal();
  const reaches = tallies(store, months, REACH);
  const known = new Set(store.readPlaces());
  const groups = separable(months.map((month) => reaches.get(month) ?? { first: null, last: null }));
  const grouped = new Set(groups.flat());
  let done = 0;
  // A month without entries is read all the same: what is wrong with its file has to be told.
  const bare = months.filter((_month, index) => !grouped.has(index));
  for (const group of [bare, ...groups.map((members) => members.flatMap((index) => months[index] ?? []))]) {
    const entries = group.flatMap((month) => {
      progress?.show((done += 1));
      return read(month);
    });
    for (const place of store.readPlaces()) if (!known.has(place)) store.forgetPlace(place);
    if (entries.length > 0) yield group.length === 1 ? entries : entries.toSorted(byMoment);
  }
  progress?.end();
}

/** What a filter lets through, oldest first, part by part. */
export function* selectInTurn(
  session: Session,
  filter: Filter,
  read: (month: string) => readonly Entry[] = (month) => session.journal().month(month),
): Generator<readonly Entry[]> {
  const months = monthsOf(session.journal(), filter).toReversed();
  const wanted = (month: string): readonly Entry[] => session.seen(read(month)).filter(filter.matches);
  // What is written while it is read would stand in the line of progress, where both are one terminal.
  const progress = session.globals.json === true && session.runtime.out.isTerminal ? null : progressOf(session, "views.reading", months.length, PATIENCE_MS);
  yield* inTurn(session, months, wanted, progress);
}
