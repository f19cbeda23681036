import type { Entry } from "../reflection/entry.ts";
import { byMoment } from "../reflection/entry.ts";
import type { BookName, Books } from "./journal.ts";
import type { Known, Live, Place } from "./record.ts";
import { isLive, winner } from "./record.ts";
import type { Store } from "./store.ts";

/** Months that a record says the same entry also stands or stood in. */
export function linkedMonths(records: readonly Known[]): string[] {
  return records.flatMap(({ record }) => {
    const was = record.was ?? [];
    return isLive(record) || record.to === undefined ? was : [...was, record.to];
  });
}

/**
 * Every record of one id, in whichever month: those given, and those in the months they point to.
 *
 * @param records all records of the id in one or more months
 */
export function everyRecord(store: Store, id: string, records: readonly Known[]): readonly Known[] {
  const done = new Set<Place>(records.map((known) => known.place));
  const all = [...records];
  for (let next = linkedMonths(all); next.length > 0;) {
    const found = next.flatMap((month) => {
      const place: Place = `entries/${month}`;
      if (done.has(place)) return [];
      done.add(place);
      return store.recordsById(place).get(id) ?? [];
    });
    all.push(...found);
    next = linkedMonths(found);
  }
  return all;
}

/** The record of one id that is shown in a place, or null. @param records all records of the id in that place */
export function shownIn(store: Store, place: Place, id: string, records: readonly Known[]): Live | null {
  const first = records[0];
  if (records.length === 1 && first?.record.was === undefined) {
    return first !== undefined && isLive(first.record) ? first.record : null;
  }
  if (!records.some(({ record }) => isLive(record))) return null;
  const best = winner(everyRecord(store, id, records));
  return best?.place === place && isLive(best.record) ? best.record : null;
}

/** The live records of a place after the union of all devices, unordered. */
export function liveRecords(store: Store, place: Place): readonly Live[] {
  const live: Live[] = [];
  for (const [id, records] of store.recordsById(place)) {
    const record = shownIn(store, place, id, records);
    if (record !== null) live.push(record);
  }
  return live;
}

/** The entries of one month, in the order of the whole product. */
export function entriesOf(store: Store, month: string): readonly Entry[] {
  return liveRecords(store, `entries/${month}`)
    .map((record) => record.entry as Entry)
    .sort(byMoment);
}

/** The records of one book, oldest first. */
export function recordsOf<B extends BookName>(store: Store, book: B): readonly Books[B][] {
  const records = liveRecords(store, `books/${book}`).map((record) => record.entry as Books[B]);
  return records.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/**
 * The entries of several months, in order, each id once.
 *
 * An entry that moved stands twice only while a sync program has brought one of two files.
 */
export function entriesOfAll(store: Store, months: readonly string[]): readonly Entry[] {
  const places = new Map<string, readonly Place[]>();
  const shown = months.flatMap((month) => {
    const place: Place = `entries/${month}`;
    const live = liveRecords(store, place);
    for (const { entry } of live) places.set(entry.id, [...(places.get(entry.id) ?? []), place]);
    return live.map((record) => ({ place, entry: record.entry as Entry }));
  });
  const isHere = ({ place, entry }: { place: Place; entry: Entry }): boolean => {
    const found = places.get(entry.id) ?? [];
    if (found.length < 2) return true;
    const records = found.flatMap((other) => store.recordsById(other).get(entry.id) ?? []);
    return winner(everyRecord(store, entry.id, records))?.place === place;
  };
  return shown
    .filter(isHere)
    .map(({ entry }) => entry)
    .sort(byMoment);
}

/** A place and every one that its entries may also stand in. */
export function linkedPlaces(store: Store, place: Place): readonly Place[] {
  const places = new Set<Place>([place]);
  for (const next of places) for (const month of linkedMonths(store.records(next))) places.add(`entries/${month}`);
  return [...places];
}
