import type { Entry } from "../reflection/entry.ts";
import { byMoment } from "../reflection/entry.ts";
import type { Store } from "./store.ts";
import { tallies, type TallyKind } from "./tallies.ts";
import { entriesOf } from "./union.ts";

/** The instant of a month's earliest entry; null where it has none. */
const EARLIEST: TallyKind<number | null> = {
  name: "earliest",
  version: 1,
  compute: (entries) => (entries[0] === undefined ? null : Date.parse(entries[0].at)),
  check: (value): value is number | null => value === null || typeof value === "number",
};

/**
 * The entries of some months in order, in parts, each id once.
 *
 * A month holds shifts, not moments: the last hours of a night, or a shift that was given by hand, may lie after the first
 * entry of a later month. What does is held back until that month was read.
 */
export function* entriesForwards(store: Store, months: readonly string[]): Iterable<readonly Entry[]> {
  const ascending = months.toSorted();
  const earliest = tallies(store, ascending, EARLIEST);
  const given = new Set<string>();
  const read = new Set(store.readPlaces());
  let held: readonly Entry[] = [];
  for (const [index, month] of ascending.entries()) {
    const later = ascending.slice(index + 1).map((next) => earliest.get(next) ?? Infinity);
    const limit = Math.min(...later, Infinity);
    const entries = [...held, ...entriesOf(store, month)].sort(byMoment);
    if (!read.has(`entries/${month}`)) store.forgetPlace(`entries/${month}`);
    const isReady = ({ at }: Entry): boolean => Date.parse(at) < limit;
    held = entries.filter((entry) => !isReady(entry));
    // An entry that moved stands in two months while a sync program has brought one of two files.
    const ready = entries.filter((entry) => isReady(entry) && !given.has(entry.id));
    for (const { id } of ready) given.add(id);
    yield ready;
  }
}
