import { isRecord } from "./check.ts";
import type { Document } from "./document.ts";
import type { Place } from "./record.ts";
import type { StepChange } from "./steps.ts";

/** What was written while the journal was sealed: one write, a file of its own. */
export interface Letter {
  readonly command: string;
  /** ISO 8601 */
  readonly at: string;
  readonly changes: readonly StepChange[];
}

const VERSION = 1;

/** A record a line, like in the other files. */
export function letterText({ command, at, changes }: Letter): string {
  const lines = changes.map(({ place, record }) => JSON.stringify({ place, record }));
  return `{"evenkeel":"inbox","version":${VERSION},"command":${JSON.stringify(command)},"at":${JSON.stringify(at)},"changes":[\n${lines.join(",\n")}\n]}\n`;
}

function isChange(value: unknown): value is StepChange {
  if (typeof value !== "object" || value === null) return false;
  const { place, record } = value as Partial<Record<keyof StepChange, unknown>>;
  return typeof place === "string" && /^(entries|books)\/[\w-]+$/.test(place) && isRecord(record, place as Place);
}

/** Null for what is no letter. */
export function parseLetter(bytes: Buffer): (Letter & { readonly version: number }) | null {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as Partial<Record<string, unknown>> | null;
    const { evenkeel, version, command, at, changes } = value ?? {};
    if (evenkeel !== "inbox" || !Number.isSafeInteger(version) || typeof command !== "string" || typeof at !== "string") return null;
    if (!Array.isArray(changes) || !changes.every(isChange)) return null;
    return { version: version as number, command, at, changes };
  } catch {
    return null;
  }
}

/** What a letter holds for one place. */
export function letterFor(bytes: Buffer, place: Place): Document {
  const letter = parseLetter(bytes);
  if (letter === null) return { version: 0, records: [], broken: 0, unreadable: true };
  const records = letter.changes.filter((change) => change.place === place).map(({ record }) => record);
  return { version: letter.version, records, broken: 0, unreadable: false };
}
