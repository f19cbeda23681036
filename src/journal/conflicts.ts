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

function conflictsAt(store: Store, place: Place, book: BookName | null): readonly Conflict[] {
  return [...store.recordsById(place)].flatMap(([id, records]) => {
    const all = everyRecord(store, id, records);
    // An entry that moved is met in each of its months; it is told where its record stands that is shown.
    if (all.length < 2 || winner(all)?.place !== place) return [];
    return conflictIn(id, book, all) ?? [];
  });
}

/** Every conflict of the journal. Reads all of it. */
export function conflicts(store: Store): readonly Conflict[] {
  return [
    ...monthsOf(store).flatMap((month) => conflictsAt(store, `entries/${month}`, null)),
    ...BOOKS.flatMap((book) => conflictsAt(store, `books/${book}`, book)),
  ];
}

/** The conflict of one entry, for the command that lets the person settle it; null where there is none. */
export function conflictOf(store: Store, id: string): Conflict | null {
  const records = locate(store, new Map([[id, null]])).get(id);
  return records === undefined ? null : conflictIn(id, null, records);
}
