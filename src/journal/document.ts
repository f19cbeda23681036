import { isUtf8 } from "node:buffer";
import { isRecord } from "./check.ts";
import type { Format } from "./migrate.ts";
import { migrate } from "./migrate.ts";
import type { Place, StoredRecord } from "./record.ts";
import { salvage } from "./salvage.ts";

/** What a file of the journal holds once it was read. */
export interface Document {
  /** As it stood in the file; 0 where that cannot be told. */
  readonly version: number;
  readonly records: readonly StoredRecord[];
  /** Lines that should be a record and are none. Above 0, or `unreadable`, the file is damaged and is never written over. */
  readonly broken: number;
  /** Not JSON as a whole, or not a file of evenkeel. */
  readonly unreadable: boolean;
}

/** A file that is not there. Made anew for each, since lowdb hands its default out. */
export function emptyDocument(): Document {
  return { version: 0, records: [], broken: 0, unreadable: false };
}

export function isSound(document: Document): boolean {
  return document.broken === 0 && !document.unreadable;
}

const KIND = "evenkeel";

/** One record a line, so that git shows what changed and a damaged file loses single lines. */
export function serialise(records: readonly StoredRecord[], place: Place, version: number): string {
  const kind = place.slice(0, place.indexOf("/"));
  const lines = records.map((record) => JSON.stringify(record)).join(",\n");
  return `{"${KIND}":"${kind}","version":${version},"records":[\n${lines}${lines === "" ? "" : "\n"}]}\n`;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function damaged(text: string, place: Place): Document {
  const { records, broken } = salvage(text, (value) => (isRecord(value, place) ? value : null));
  const version = /^\{"evenkeel":"\w+","version":(\d+),/.exec(text)?.[1];
  return { version: Number(version ?? 0), records, broken, unreadable: true };
}

/**
 * Reads a file's text. Never throws for what stands in it: whole records are given even where the rest is damaged.
 *
 * An older version is migrated, a newer one is read as far as it can be understood.
 */
export function parseDocument(bytes: Buffer, place: Place, format: Format): Document {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const value = isUtf8(bytes) ? parsed(text) : null;
  const version = value?.["version"];
  if (
    value?.[KIND] !== place.slice(0, place.indexOf("/")) ||
    typeof version !== "number" ||
    !Number.isSafeInteger(version)
  ) {
    return damaged(text, place);
  }
  if (version < 1) return damaged(text, place);
  const records = migrate(value, version, format)["records"];
  if (!Array.isArray(records)) return damaged(text, place);
  const whole = records.filter((record): record is StoredRecord => isRecord(record, place));
  const broken = version > format.version ? 0 : records.length - whole.length;
  return { version, records: whole, broken, unreadable: false };
}
