import { dirname, join } from "node:path";
import type { Entry } from "../reflection/entry.ts";
import { keepFolder } from "./atomic.ts";
import { isDevice, isRecord } from "./check.ts";
import { attempt, unlessCode } from "./disk.ts";
import { factsAsWaiting } from "./facts.ts";
import type { Books } from "./journal.ts";
import { localFile, readLocal, setAside, writeLocal } from "./local.ts";
import type { Known, Place, StoredRecord } from "./record.ts";
import type { Store, Waiting } from "./store.ts";
import { ifPossible, telling } from "./trouble.ts";

export type Content = Entry | Books[keyof Books];

/** One record that a write put somewhere. */
export interface StepChange {
  readonly place: Place;
  readonly record: StoredRecord;
  /** What was shown before, null for nothing; left out where the record only says that the entry moved away. */
  readonly before?: Content | null;
}

/**
 * What one write does, on the disk before any file of the journal is touched.
 *
 * While it waits in `undo/pending.json` it counts as done: readers add it to what they read, and the next write puts it in
 * its files first. Afterwards it is kept for `undo`.
 */
export interface Step {
  readonly seq: number;
  readonly command: string;
  readonly at: string;
  readonly device: string;
  /** The step that this one takes back; it is not kept itself. */
  readonly undoes?: number;
  /** Nothing for `undo`: records that were brought back to where they belong. */
  readonly kept?: false;
  readonly changes: readonly StepChange[];
}

/** Steps that `undo` can take back. */
const KEPT = 100;

/** Beside the steps it becomes one of: a rename within one folder survives a power cut whole or not at all. */
const pendingFile = (store: Store) => localFile(store, join("undo", "pending.json"), true);
const stepFile = (store: Store, seq: number) =>
  localFile(store, join("undo", `${String(seq).padStart(12, "0")}.json`), true);

function isChange(value: unknown): value is StepChange {
  if (typeof value !== "object" || value === null || !("place" in value) || !("record" in value)) return false;
  const { place, record } = value;
  return typeof place === "string" && /^(entries|books)\/[\w-]+$/.test(place) && isRecord(record, place as Place);
}

function isStep(value: unknown): value is Step {
  if (typeof value !== "object" || value === null) return false;
  const { seq, command, at, device, changes } = value as Partial<Record<keyof Step, unknown>>;
  if (!Number.isSafeInteger(seq) || typeof command !== "string" || typeof at !== "string" || !isDevice(device))
    return false;
  return Array.isArray(changes) && changes.every(isChange);
}

function readStep(store: Store, file: { path: string; words: boolean }): Step | null {
  const value = readLocal(store, file);
  if (value === null || isStep(value)) return value;
  store.report(file.path, "A record of an earlier change is damaged.", "Run: evenkeel doctor --repair");
  return null;
}

/** The write that was broken off, if there is one. */
export function pendingStep(store: Store): Step | null {
  return readStep(store, pendingFile(store));
}

/** A pending step that cannot be understood must not keep the next from being written. */
export function clearDamagedPending(store: Store): void {
  const file = pendingFile(store);
  if (readLocal(store, file) !== null && pendingStep(store) === null) setAside(store, file.path);
}

/** What a broken-off write still has to put in its files, by place. */
export function waitingRecords(store: Store): Waiting {
  if (store.options.vault.state === "writing") return factsAsWaiting(store);
  const waiting = new Map<Place, Known[]>();
  const step = pendingStep(store);
  for (const { place, record } of step?.changes ?? []) {
    waiting.set(place, [...(waiting.get(place) ?? []), { record, place, device: record.by ?? step?.device ?? "" }]);
  }
  return waiting;
}

/** Numbers of the steps that can be taken back, oldest first. */
export function keptSteps(store: Store): readonly number[] {
  const folder = join(store.options.places.local, "undo");
  const names = telling(store.shown(folder), "read", () =>
    unlessCode(["ENOENT"], () => store.options.disk.list(folder), []),
  );
  return seqsIn(names);
}

function seqsIn(names: readonly string[]): readonly number[] {
  return names
    .flatMap((name) => (/^\d{12}\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
    .sort((a, b) => a - b);
}

export function keptStep(store: Store, seq: number): Step | null {
  return readStep(store, stepFile(store, seq));
}

/** Files of steps that cannot be understood. */
export function damagedSteps(store: Store): readonly string[] {
  const files = [pendingFile(store), ...keptSteps(store).map((seq) => stepFile(store, seq))];
  return files.flatMap((file) => {
    const value = readLocal(store, file);
    return value === null || isStep(value) ? [] : [file.path];
  });
}

/** From here on the step happens, whatever becomes of this process. */
export function beginStep(store: Store, step: Step): void {
  writeLocal(store, pendingFile(store), { version: 1, ...step });
}

/** True when the step is off the disk and has not happened; false when it could not be taken back. */
export function abandonStep(store: Store): boolean {
  const { disk } = store.options;
  const file = pendingFile(store).path;
  const gone = attempt(() =>
    unlessCode(
      ["ENOENT"],
      () => {
        disk.unlink(file);
      },
      undefined,
    ),
  );
  attempt(() => {
    keepFolder(disk, dirname(file));
  });
  return gone;
}

/** Forgets a step that can not be taken back, for good: the next undo must take the one before even after a power cut. */
export function dropStepForGood(store: Store, seq: number): void {
  dropStep(store, seq);
  attempt(() => {
    keepFolder(store.options.disk, dirname(stepFile(store, seq).path));
  });
}

/** Forgets a step that was taken back, or is too old. */
export function dropStep(store: Store, seq: number): void {
  attempt(() => {
    store.options.disk.unlink(stepFile(store, seq).path);
  });
}

/** Keeps a step for `undo` whose records are in their files already. */
export function keepStep(store: Store, step: Step): void {
  ifPossible(() => {
    writeLocal(store, stepFile(store, step.seq), { version: 1, ...step });
  });
}

/** Every record of the step is in its file: keep it for `undo`, or forget the step it took back. */
export function endStep(store: Store, step: Step): void {
  const { disk } = store.options;
  const pending = pendingFile(store).path;
  if (step.undoes !== undefined || step.kept === false) {
    if (step.undoes !== undefined) dropStep(store, step.undoes);
    attempt(() => {
      disk.unlink(pending);
    });
    return;
  }
  const kept = stepFile(store, step.seq).path;
  attempt(() => {
    disk.rename(pending, kept);
  });
  attempt(() => {
    for (const old of seqsIn(disk.list(dirname(kept))).slice(0, -KEPT)) dropStep(store, old);
  });
}
