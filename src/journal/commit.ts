import { dirname } from "node:path";
import { staging } from "./adapter.ts";
import type { Staged } from "./atomic.ts";
import { ensureFolder, keepFolder, stage, tempOwner } from "./atomic.ts";
import { copyBeforeChange } from "./copies.ts";
import { attempt } from "./disk.ts";
import type { Document } from "./document.ts";
import { assertPlacesNotNewer, assertSound } from "./guard.ts";
import type { FileName } from "./names.ts";
import { fileName, FOLDERS } from "./names.ts";
import type { Known, StoredRecord } from "./record.ts";
import { idOf, isSame, replaces } from "./record.ts";
import type { Step } from "./steps.ts";
import { abandonStep, beginStep, clearDamagedPending, endStep, pendingStep } from "./steps.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** A file about to be written, and all that will stand in it. */
interface Outcome {
  readonly file: FileName;
  readonly records: readonly StoredRecord[];
}

function merged(document: Document, step: Step, file: FileName): readonly StoredRecord[] {
  const groups = new Map<string, readonly Known[]>();
  const known = (record: StoredRecord): Known => ({ record, device: record.by ?? file.device, place: file.place });
  const group = (record: StoredRecord): readonly Known[] => groups.get(idOf(record)) ?? [];
  for (const record of document.records) groups.set(idOf(record), [...group(record), known(record)]);
  for (const { place, record } of step.changes) {
    if (place !== file.place) continue;
    const added = known(step.device === file.device ? record : { by: step.device, ...record });
    const others = group(record);
    // After a broken-off write the file may already hold it, or something newer.
    if (others.some((other) => replaces(other, added) || isSame(other, added))) continue;
    groups.set(idOf(record), [...others.filter((other) => !replaces(added, other)), added]);
  }
  return [...groups.values()].flat().map(({ record }) => record);
}

/** What the files of this device will hold after a step. Refuses, before anything is written, what must not be touched. */
function outcomesOf(store: Store, step: Step, device: string): readonly Outcome[] {
  const places = [...new Set(step.changes.map((change) => change.place))];
  assertPlacesNotNewer(store, places);
  return places.map((place) => {
    const file = fileName(place, device);
    assertSound(store, file);
    return { file, records: merged(store.document(file), step, file) };
  });
}

/** Makes the folders, and takes away temp files of this device: under the lock nobody else is writing them. */
function makeReady(store: Store, outcomes: readonly Outcome[], device: string): void {
  const { disk, places } = store.options;
  telling(store.shown(places.journal), "saved", () => {
    ensureFolder(disk, places.journal);
  });
  for (const name of FOLDERS.filter((folder) => outcomes.some(({ file }) => file.place.startsWith(folder)))) {
    const folder = store.pathOf(name);
    telling(store.shown(folder), "saved", () => {
      ensureFolder(disk, folder);
    });
    attempt(() => {
      for (const temp of disk.list(folder))
        if (tempOwner(temp) === device) disk.unlink(store.pathOf(`${name}/${temp}`));
    });
  }
}

/** Writes every file under a temp name. Either all of them are ready when it returns, or none is left. */
function prepare(store: Store, outcomes: readonly Outcome[], step: Step, device: string): readonly Staged[] {
  const { disk, random, format } = store.options;
  const ready: Staged[] = [];
  const putDown = staging((path, bytes) => stage(disk, path, bytes, { owner: device, random, durable: true }), ready);
  makeReady(store, outcomes, device);
  try {
    for (const { file, records } of outcomes) {
      copyBeforeChange(store, file, step.at);
      telling(store.shown(store.pathOf(file.relative)), "saved", () => {
        const low = store.low(file, putDown);
        low.data = { version: format.version, records, broken: 0, unreadable: false };
        low.write();
      });
    }
  } catch (error) {
    discard(ready);
    throw error;
  }
  return ready;
}

function discard(ready: readonly Staged[]): void {
  for (const staged of ready) staged.discard();
}

/** Renames every file into place and makes that last. Throws Node's error; what is then missing is left to the next write. */
function putInPlace(store: Store, ready: readonly Staged[]): void {
  const missing = [...ready];
  try {
    for (const staged of ready) {
      staged.commit();
      missing.shift();
    }
    for (const folder of new Set(ready.map((staged) => dirname(staged.path)))) keepFolder(store.options.disk, folder);
  } finally {
    discard(missing);
  }
}

/** Puts a write that was broken off in its files. Throws a `journal` failure where that still cannot be done. */
export function finishPending(store: Store, device: string): void {
  clearDamagedPending(store);
  const step = pendingStep(store);
  if (step === null) return;
  const ready = prepare(store, outcomesOf(store, step, device), step, device);
  telling(store.shown(ready[0]?.path ?? store.options.places.journal), "saved", () => {
    putInPlace(store, ready);
  });
  endStep(store, step);
  store.forgetRead();
}

/**
 * Writes a step: all of it, or nothing and a `journal` failure.
 *
 * First the files are made ready under temp names, then the step is put down (from then on it has happened), then the
 * files are renamed into place. Where only that last part fails, the step counts, and the next write finishes it.
 */
export function commit(store: Store, step: Step): void {
  const ready = prepare(store, outcomesOf(store, step, step.device), step, step.device);
  try {
    beginStep(store, step);
  } catch (error) {
    if (abandonStep(store)) {
      discard(ready);
      throw error;
    }
  }
  if (
    attempt(() => {
      putInPlace(store, ready);
    })
  )
    endStep(store, step);
  else {
    const folder = store.options.places.journal;
    store.report(
      folder,
      "The last change is kept, but could not be put in its file yet.",
      "It will be put there with the next change.",
    );
  }
}
