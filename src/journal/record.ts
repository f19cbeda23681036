/** What the store adds to everything it keeps. */
export interface Envelope {
  /** One higher than every revision of the same id that its writer knew. */
  readonly rev: number;
  /** Moment of the write, ISO 8601. */
  readonly saved: string;
  /** Revisions of other devices that its writer knew, by device: what this record replaces knowingly. */
  readonly seen?: Readonly<Record<string, number>>;
  /** The device that wrote it, where it is not the one in the file's name (folded in from a copy or a backup). */
  readonly by?: string;
  /** Months the entry stood in before. */
  readonly was?: readonly string[];
}

export interface Identified {
  readonly id: string;
}

export interface Live<T extends Identified = Identified> extends Envelope {
  readonly entry: T;
}

/** A tombstone, or a marker that the entry now stands in another month. */
export interface Gone extends Envelope {
  readonly id: string;
  readonly gone: "deleted" | "moved";
  /** The month it moved to. */
  readonly to?: string;
  /** Deleted for good: no words of it are kept anywhere. */
  readonly forgotten?: true;
}

export type StoredRecord<T extends Identified = Identified> = Live<T> | Gone;

/** A record and where it was found. */
export interface Known {
  readonly record: StoredRecord;
  /** The device that wrote it. */
  readonly device: string;
  /** `entries/2026-11`, `books/plans` */
  readonly place: Place;
}

export type Place = `entries/${string}` | `books/${string}`;

export function isLive(record: StoredRecord): record is Live {
  return "entry" in record;
}

function isMarker(record: StoredRecord): boolean {
  return !isLive(record) && record.gone === "moved";
}

/** Whether a record says that the entry was deleted for good. */
export function isForgotten({ record }: Known): boolean {
  return !isLive(record) && record.forgotten === true;
}

export function idOf(record: StoredRecord): string {
  return isLive(record) ? record.entry.id : record.id;
}

const rank = (record: StoredRecord): number => (isLive(record) ? 2 : record.gone === "deleted" ? 1 : 0);

/**
 * Which of two records of one id is shown: negative when `a` is.
 *
 * Higher revision; then live before gone; then the later clock; then the device id; then, for copies of one device, the text.
 */
export function byPrecedence(a: Known, b: Known): number {
  return (
    b.record.rev - a.record.rev ||
    rank(b.record) - rank(a.record) ||
    Date.parse(b.record.saved) - Date.parse(a.record.saved) ||
    compare(b.device, a.device) ||
    compare(JSON.stringify(b.record), JSON.stringify(a.record))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the writer of `later` knew `earlier`, so that nothing is lost when `earlier` is no longer shown. */
export function replaces(later: Known, earlier: Known): boolean {
  if (later.device === earlier.device) return later.record.rev > earlier.record.rev;
  const seen = later.record.seen;
  return seen !== undefined && Object.hasOwn(seen, earlier.device) && (seen[earlier.device] ?? 0) >= earlier.record.rev;
}

/** Whether two records are the same one, in the same words. */
export function isSame(a: Known, b: Known): boolean {
  const text = (known: Known): string => JSON.stringify({ ...known.record, by: undefined });
  return a.device === b.device && text(a) === text(b);
}

/** What a new revision must say about the ones before it. */
export function succeed(before: readonly Known[], device: string): Pick<Envelope, "rev" | "seen"> {
  let rev = 0;
  const seen = new Map<string, number>();
  const note = (name: string, value: number): void => {
    if (name !== device) seen.set(name, Math.max(value, seen.get(name) ?? 0));
  };
  for (const known of before) {
    rev = Math.max(rev, known.record.rev);
    // A marker only says that there is a record elsewhere: who has not that record has not seen its words.
    if (!isMarker(known.record)) note(known.device, known.record.rev);
    for (const [name, value] of Object.entries(known.record.seen ?? {})) note(name, value);
  }
  return { rev: rev + 1, ...(seen.size > 0 && { seen: Object.fromEntries([...seen].sort()) }) };
}

/** The record to show, or null where the entry is gone. Markers only say where to look, so they never win. */
export function winner(records: readonly Known[]): Known | null {
  let best: Known | null = null;
  for (const known of records) {
    if (isMarker(known.record)) continue;
    if (best === null || byPrecedence(known, best) < 0) best = known;
  }
  return best;
}

/** Live records that no other record knew about and that differ from the one shown: both sides of a change made twice. */
export function conflictCopies(records: readonly Known[]): readonly Known[] {
  const shown = winner(records);
  if (shown !== null && isForgotten(shown)) return [];
  const text = shown === null ? "" : contentOf(shown.record);
  const texts = new Set([text]);
  return records.filter((known) => {
    if (known === shown || !isLive(known.record)) return false;
    if (records.some((other) => other !== known && replaces(other, known))) return false;
    const own = contentOf(known.record);
    return !texts.has(own) && texts.add(own);
  });
}

/** The words of a record without the envelope; null for what is gone. */
export function contentOf(record: StoredRecord): string {
  return isLive(record) ? JSON.stringify(record.entry) : "null";
}
