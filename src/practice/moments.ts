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

/** Entries by instant of `at`, then `id`; each moment is read once. */
export function inOrder<E extends Pick<Entry, "at" | "id">>(entries: Iterable<E>): E[] {
  const timed = Array.from(entries, (entry) => ({ entry, time: instant(entry.at) }));
  timed.sort((a, b) => a.time - b.time || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0));
  return timed.map(({ entry }) => entry);
}
