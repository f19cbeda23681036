import type { Entry } from "../reflection/entry.ts";

/** The moment that views take for now. */
export interface Now {
  /** ISO 8601 with offset. */
  readonly at: string;
  /** The shift-day of now, `YYYY-MM-DD`. */
  readonly shift: string;
}

/** Milliseconds since 1970 of an ISO 8601 moment with offset. */
export function instant(at: string): number {
  return Date.parse(at);
}

/**
 * The records that existed at a moment: those whose `at` is not after it. What was edited or deleted later stays edited
 * or deleted, since that changed the record itself.
 * @param moment ISO 8601 with offset
 */
export function asOf<R extends { readonly at: string }>(records: readonly R[], moment: string): readonly R[] {
  const end = instant(moment);
  return records.filter(({ at }) => instant(at) <= end);
}

interface Timed<E> {
  readonly entry: E;
  readonly time: number;
}

function byTime<E extends Pick<Entry, "id">>(a: Timed<E>, b: Timed<E>): number {
  return a.time - b.time || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0);
}

/** Entries by instant of `at`, then `id`, each with its instant; a moment is read once, and what is in order stays so. */
export function timedInOrder<E extends Pick<Entry, "at" | "id">>(entries: Iterable<E>): readonly Timed<E>[] {
  const timed: Timed<E>[] = [];
  let ordered = true;
  for (const entry of entries) {
    const next = { entry, time: instant(entry.at) };
    const before = timed.at(-1);
    if (before !== undefined && byTime(before, next) > 0) ordered = false;
    timed.push(next);
  }
  return ordered ? timed : timed.sort(byTime);
}

/** Entries by instant of `at`, then `id`. */
export function inOrder<E extends Pick<Entry, "at" | "id">>(entries: Iterable<E>): E[] {
  return timedInOrder(entries).map(({ entry }) => entry);
}
