import type { Kind } from "../reflection/entry.ts";
import { isRecord } from "./check.ts";
import { localFile, readLocal, writeLocal } from "./local.ts";
import type { Known, Place, StoredRecord } from "./record.ts";
import type { Store, Waiting } from "./store.ts";

/** A start or an end without its words. */
export interface Mark {
  readonly id: string;
  readonly kind: Kind;
  readonly at: string;
  readonly shift: string;
}

/** A setting that holds no words. */
export interface PlainSetting {
  readonly id: string;
  readonly at: string;
  readonly value: string;
}

/**
 * What must be known while the journal is sealed: to which shift an entry belongs, and in which language to speak. No
 * words of the person.
 */
export interface Facts {
  /** What they were taken from. */
  readonly stamp: string;
  readonly settings: readonly PlainSetting[];
  /** Of the last days, oldest first. */
  readonly marks: readonly Mark[];
}

/** Settings that are choices from a list, and no words. */
export const PLAIN_SETTINGS: readonly string[] = ["dayStartsAt", "weekStart", "lang", "country"];

const factsFile = (store: Store) => localFile(store, "facts.json", false);

const known = (record: StoredRecord, place: Place): Known => ({ record, place, device: "000000" });

function settingKnown({ id, at, value }: PlainSetting): Known {
  return known({ rev: 1, saved: at, entry: { id, at, value } as { id: string } }, "books/settings");
}

function markKnown({ id, kind, at, shift }: Mark): Known {
  return known({ rev: 1, saved: at, entry: { id, kind, at, shift } as { id: string } }, `entries/${shift.slice(0, 7)}`);
}

function knownOf({ settings, marks }: Facts): readonly Known[] {
  return [...settings.map(settingKnown), ...marks.map(markKnown)];
}

function isFacts(value: unknown): value is Facts {
  if (typeof value !== "object" || value === null) return false;
  const { stamp, settings, marks } = value as Partial<Record<keyof Facts, unknown>>;
  if (typeof stamp !== "string" || !Array.isArray(settings) || !Array.isArray(marks)) return false;
  const isText = (bag: unknown): boolean => typeof bag === "object" && bag !== null && Object.values(bag).every((item) => typeof item === "string");
  if (!settings.every(isText) || !marks.every(isText)) return false;
  return knownOf(value as Facts).every(({ record, place }) => isRecord(record, place));
}

/** Null where there are none, or they cannot be understood: then the journal must be opened once. */
export function readFacts(store: Store): Facts | null {
  const value = readLocal(store, factsFile(store));
  return isFacts(value) ? value : null;
}

export function writeFacts(store: Store, facts: Facts): void {
  writeLocal(store, factsFile(store), { version: 1, ...facts });
}

/** The facts as records: all that a journal shows which is taken for empty. */
export function factsAsWaiting(store: Store): Waiting {
  const waiting = new Map<Place, Known[]>();
  const facts = readFacts(store);
  for (const one of facts === null ? [] : knownOf(facts)) waiting.set(one.place, [...(waiting.get(one.place) ?? []), one]);
  return waiting;
}
