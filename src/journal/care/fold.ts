import { isRecord } from "../check.ts";
import { commit } from "../commit.ts";
import type { Accept } from "../salvage.ts";
import { salvage } from "../salvage.ts";
import type { FileName } from "../names.ts";
import type { Known, Place, StoredRecord } from "../record.ts";
import { isSame, replaces } from "../record.ts";
import type { Content } from "../steps.ts";
import type { Mending } from "./finding.ts";

/** A record and the place where it belongs, which may not be the file it was found in. */
export interface Placed {
  readonly place: Place;
  readonly record: StoredRecord;
}

function placedIn(file: FileName): Accept<Placed> {
  return (value) => {
    if (isRecord(value, file.place)) return { place: file.place, record: value };
    const shift = (value as { entry?: Partial<Record<keyof Content, unknown> & { shift: unknown }> } | null)?.entry
      ?.shift;
    if (typeof shift !== "string" || !file.place.startsWith("entries/")) return null;
    const place: Place = `entries/${shift.slice(0, 7)}`;
    return isRecord(value, place) ? { place, record: value } : null;
  };
}

/** Every whole record in a file, also of one that is damaged or holds entries of another month. */
export function everyWholeRecord(text: string, file: FileName): { records: readonly Placed[]; broken: number } {
  const accept = placedIn(file);
  try {
    const value = JSON.parse(text) as { records?: unknown } | null;
    if (Array.isArray(value?.records)) {
      const records = value.records.flatMap((record: unknown) => accept(record) ?? []);
      return { records, broken: value.records.length - records.length };
    }
  } catch {
    // A damaged file is read line by line.
  }
  return salvage(text, accept);
}

/** Whether a record is among those known, or one whose writer knew it. @param device the device that wrote it */
export function isKnown(known: readonly Known[], placed: Placed, device: string): boolean {
  const wanted: Known = { ...placed, device };
  return known.some((other) => replaces(other, wanted) || isSame(other, wanted));
}

/** Puts records in the files of this device as they are, with the device that wrote them. Nothing for `undo`. */
export function fold({ store, device, at }: Mending, found: readonly (Placed & { readonly from: string })[]): void {
  const changes = found.map(({ place, record, from }) => {
    const by = record.by ?? from;
    return { place, record: by === device ? without(record) : { ...record, by } };
  });
  if (changes.length === 0) return;
  store.forgetRead();
  commit(store, { seq: 0, command: "doctor", at, device, kept: false, changes });
  store.forgetRead();
}

function without(record: StoredRecord): StoredRecord {
  const { by: _, ...rest } = record;
  return rest;
}
