import type { BookName } from "./journal.ts";
import { BOOKS } from "./check.ts";
import { monthsOf } from "./months.ts";
import { locate } from "./locate.ts";
import type { Known, Place } from "./record.ts";
import { conflictCopies, isLive, winner } from "./record.ts";
import type { Content } from "./steps.ts";
import type { Store } from "./store.ts";
import { everyRecord } from "./union.ts";

/** Something that was changed on two devices before either knew of the other's change. */
export interface Conflict {
  readonly id: string;
  /** Null for an entry. */
  readonly book: BookName | null;
  /** What is shown now; null where it was deleted. */
  readonly shown: Content | null;
  /** What the other devices made of it, and is not shown. Writing the id again settles it. */
  readonly copies: readonly Content[];
}

function conflictIn(id: string, book: BookName | null, records: readonly Known[]): Conflict | null {
  const contents = (known: readonly Known[]): Content[] =>
    known.flatMap(({ record }) => (isLive(record) ? [record.entry as Content] : []));
  const copies = contents(conflictCopies(records));
  if (copies.length === 0) return null;
  const shown = winner(records);
  return { id, book, shown: contents(shown === null ? [] : [shown])[0] ?? null, copies };
}

/**
 * Every conflict of the journal. Reads all of it.
 *
 * An entry that moved is met in each of its months, and while a sync is half done not every month knows of the others:
 * the month that knows most of its records tells.
 */
export function conflicts(store: Store): readonly Conflict[] {
  const places = new Map<Place, BookName | null>([
    ...monthsOf(store).map((month): [Place, null] => [`entries/${month}`, null]),
    ...BOOKS.map((book): [Place, BookName] => [`books/${book}`, book]),
  ]);
  const found = new Map<string, { readonly count: number; readonly conflict: Conflict }>();
  for (const [place, book] of places) {
    for (const [id, records] of store.recordsById(place)) {
      const all = everyRecord(store, id, records);
      const conflict = all.length < 2 ? null : conflictIn(id, book, all);
      const key = `${book ?? ""}\n${id}`;
      if (conflict !== null && all.length > (found.get(key)?.count ?? 0))
        found.set(key, { count: all.length, conflict });
    }
    store.forgetPlace(place);
  }
  return [...found.values()].map(({ conflict }) => conflict);
}

/** The conflict of one entry, for the command that lets the person settle it; null where there is none. */
export function conflictOf(store: Store, id: string): Conflict | null {
  const records = locate(store, new Map([[id, null]])).get(id);
  return records === undefined ? null : conflictIn(id, null, records);
}
