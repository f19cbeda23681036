import { join } from "node:path";
import { replaceFile } from "./atomic.ts";
import { commit } from "./commit.ts";
import { locate } from "./locate.ts";
import type { DiskJournal } from "./open.ts";
import type { Gone, Known, Place } from "./record.ts";
import { isForgotten, isLive, succeed, winner } from "./record.ts";
import { dropLeftovers, wordFiles } from "./seal/word-files.ts";
import type { Store } from "./store.ts";
import { withoutEntries } from "./strip.ts";
import { ifPossible } from "./trouble.ts";
import { linkedMonths } from "./union.ts";
import { locked } from "./write.ts";

export interface Forgotten {
  /** Files that held it and do not any more. */
  readonly files: number;
  /** Files that could not be looked through or written, as they are shown. */
  readonly left: readonly string[];
}

/** So far ahead that a change of the entry which another computer made in the meantime does not bring it back. */
const AHEAD = 1000;

function tombstone(known: readonly Known[], id: string, device: string, at: string): Gone {
  const { rev, seen } = succeed(known, device);
  const place = placeOf(known);
  const months = [...known.map((one) => one.place.slice("entries/".length)), ...linkedMonths(known)];
  const was = [...new Set(months)].filter((month) => place !== `entries/${month}`).sort();
  return { rev: rev + AHEAD, saved: at, ...(seen !== undefined && { seen }), ...(was.length > 0 && { was }), id, gone: "deleted", forgotten: true };
}

function placeOf(known: readonly Known[]): Place {
  return (winner(known) ?? known[0])?.place ?? "entries/1970-01";
}

type Outcome = "done" | "not there" | "left";

/** Takes the words of entries out of a file; whether they stood there. */
function strip(store: Store, path: string, ids: ReadonlySet<string>): Outcome {
  const { disk, vault, random, places } = store.options;
  const done = ifPossible((): Outcome => {
    const stripped = withoutEntries(vault.open(disk.read(path), store.shown(path)), ids);
    if (stripped === "as it was") return "not there";
    if (stripped === null) disk.unlink(path);
    else {
      const isBackup = path.startsWith(join(places.local, "backups"));
      const bytes = isBackup ? (vault.sealWithKey?.(stripped) ?? vault.seal(stripped)) : vault.seal(stripped);
      replaceFile(disk, path, bytes, { owner: "forget", random, durable: true });
    }
    return "done";
  });
  return done ?? "left";
}

/** Takes the words of entries out of every file of this computer, and what is derived from them. To be called under the lock. */
export function stripEverywhere(store: Store, ids: ReadonlySet<string>): Forgotten {
  dropLeftovers(store, false);
  const outcomes = wordFiles(store).map((path) => ({ path, outcome: strip(store, path, ids) }));
  store.forgetRead();
  const left = outcomes.filter(({ outcome }) => outcome === "left").map(({ path }) => store.shown(path));
  return { files: outcomes.filter(({ outcome }) => outcome === "done").length, left };
}

/** Whether any file of this computer still holds words of entries. */
export function isAnywhere(store: Store, ids: ReadonlySet<string>): boolean {
  const { disk, vault } = store.options;
  return wordFiles(store).some((path) => {
    const found = ifPossible(() => withoutEntries(vault.open(disk.read(path), store.shown(path)), ids) !== "as it was");
    return found === true;
  });
}

/** Whether anything is left of an id: an entry, or words of one that was deleted. */
export function hasTraces({ store }: DiskJournal, id: string): boolean {
  const known = locate(store, new Map([[id, null]])).get(id) ?? [];
  return known.some(({ record }) => isLive(record)) || isAnywhere(store, new Set([id]));
}

/**
 * Deletes one entry for good: also from undo, daily copies, drafts, derived figures, the backups this computer keeps, and
 * the files of other computers that lie here. A record without words stays, so that sync does not bring the entry back.
 *
 * It cannot be taken back. Broken off, the entry is deleted, and the next call takes away the rest.
 * @returns null where there is no such entry and nothing of it anywhere
 */
export function forget({ store }: DiskJournal, id: string, at: string): Forgotten | null {
  return locked(store, (device) => {
    const known = locate(store, new Map([[id, null]])).get(id) ?? [];
    store.assertGiven();
    if (known.length === 0 && !isAnywhere(store, new Set([id]))) return null;
    if (known.length > 0 && !known.some(isForgotten)) {
      const changes = [{ place: placeOf(known), record: tombstone(known, id, device, at) }];
      store.forgetRead();
      commit(store, { seq: 0, command: "forget", at, device, kept: false, changes });
    }
    return stripEverywhere(store, new Set([id]));
  });
}
