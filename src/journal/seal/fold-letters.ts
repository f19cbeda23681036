import { bytesOf, readOnly, sealed } from "../adapter.ts";
import { commit, finishPending } from "../commit.ts";
import { knownDevice } from "../device.ts";
import { attempt } from "../disk.ts";
import type { Letter } from "../letter.ts";
import { parseLetter } from "../letter.ts";
import { locate } from "../locate.ts";
import { idOf, isLive } from "../record.ts";
import type { Content, StepChange } from "../steps.ts";
import { keepStep, keptSteps } from "../steps.ts";
import type { Store } from "../store.ts";
import { ifPossible } from "../trouble.ts";

interface Found extends Letter {
  readonly relative: string;
}

/** Own letters that can be read, oldest first. */
function ownLetters(store: Store, device: string): readonly Found[] {
  const { disk, vault } = store.options;
  const names = [...new Set(store.letters().filter((file) => file.device === device).map(({ relative }) => relative))];
  const stampOf = (relative: string): string => relative.split(".")[2] ?? "";
  return names
    .sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
    .flatMap((relative) => {
      const path = store.pathOf(relative);
      const read = (): Buffer | null => sealed(bytesOf(disk, path, readOnly), vault, store.shown(path)).read();
      const bytes = ifPossible(read);
      const letter = bytes === null ? null : parseLetter(bytes);
      return letter === null ? [] : [{ ...letter, relative }];
    });
}

/** What of a letter is not in the journal yet: an id that exists is left as it is. */
function newIn(store: Store, { changes }: Letter): readonly StepChange[] {
  const ids = changes.filter(({ place }) => place.startsWith("entries/")).map(({ place, record }) => [idOf(record), place.slice(8)] as const);
  const there = locate(store, new Map(ids));
  return changes
    .filter(({ place, record }) => {
      const known = place.startsWith("entries/") ? there.get(idOf(record)) : store.recordsById(place).get(idOf(record));
      return (known ?? []).length === 0;
    })
    .map((change) => ({ ...change, before: null }));
}

function takeAway(store: Store, letters: readonly Found[]): void {
  for (const { relative } of letters)
    attempt(() => {
      store.options.disk.unlink(store.pathOf(relative));
    });
}

/** Puts letters in the files of their months in one go, and keeps each as a step of its own for `undo`. */
function putInPlace(store: Store, device: string, letters: readonly Found[]): number {
  const seen = new Set<string>();
  const fresh = letters.map((letter) => {
    const changes = newIn(store, letter).filter(({ place, record }) => !seen.has(`${place}\n${idOf(record)}`));
    for (const { place, record } of changes) seen.add(`${place}\n${idOf(record)}`);
    return { ...letter, changes };
  });
  const steps = fresh.filter(({ changes }) => changes.length > 0);
  const at = steps.at(-1)?.at;
  store.forgetRead();
  if (at === undefined) return 0;
  commit(store, { seq: 0, command: "inbox", at, device, kept: false, changes: steps.flatMap(({ changes }) => changes) });
  let seq = keptSteps(store).at(-1) ?? 0;
  for (const step of steps) keepStep(store, { seq: (seq += 1), command: step.command, at: step.at, device, changes: step.changes });
  const entries = steps.flatMap(({ changes }) => changes.map(({ record }) => (isLive(record) ? (record.entry as Content) : null)));
  return entries.filter((entry) => entry !== null && "kind" in entry).length;
}

/**
 * Puts what this device wrote while the journal was sealed in its months' files. To be called under the lock, unlocked.
 *
 * Gives how many entries it put there. Broken off, it is done again: what is in its place already is not put there twice.
 */
export function foldLetters(store: Store): number {
  const device = knownDevice(store);
  if (device === null || !store.letters().some((file) => file.device === device)) return 0;
  finishPending(store, device);
  const letters = ownLetters(store, device);
  store.leaveOut(device);
  try {
    const folded = putInPlace(store, device, letters);
    takeAway(store, letters);
    return folded;
  } finally {
    store.leaveOut(null);
  }
}
