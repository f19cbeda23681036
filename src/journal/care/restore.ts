import { join } from "node:path";
import { ensureFolder, replaceFile } from "../atomic.ts";
import { BOOKS } from "../check.ts";
import type { Wish } from "../collector.ts";
import { commit, finishPending } from "../commit.ts";
import { ownDevice } from "../device.ts";
import { assertNoneNewer } from "../guard.ts";
import type { BookName } from "../journal.ts";
import { monthsOf } from "../months.ts";
import type { DiskJournal } from "../open.ts";
import type { Writer } from "../plan.ts";
import { planChanges } from "../plan.ts";
import type { Known, Place } from "../record.ts";
import { contentOf, idOf, isLive, winner } from "../record.ts";
import type { Content, StepChange } from "../steps.ts";
import { keptSteps } from "../steps.ts";
import type { Store } from "../store.ts";
import { telling } from "../trouble.ts";
import { everyRecord, liveRecords } from "../union.ts";
import { withLock } from "../write.ts";
import type { Archive } from "./archive.ts";
import type { Opener } from "./backup.ts";
import { automaticBackup, openBackup, storeOf } from "./backup.ts";
import { mendDamage } from "./doctor.ts";
import { isKnown } from "./fold.ts";

export interface Restored {
  /** Entries and other records that were brought back or changed back. */
  readonly brought: number;
  /** Entries and other records that the backup does not have, and that were taken away. */
  readonly taken: number;
  readonly drafts: number;
  readonly packs: number;
  /** Where the state before is kept, as it is shown. */
  readonly before: string;
}

/** What is shown of everything, by place kind and id. */
type Shown = ReadonlyMap<string, { readonly book: BookName | null; readonly id: string; readonly content: Content }>;

function placesOf(store: Store): readonly Place[] {
  return [...monthsOf(store).map((month): Place => `entries/${month}`), ...BOOKS.map((book): Place => `books/${book}`)];
}

const bookOf = (place: Place): BookName | null => (place.startsWith("books/") ? (place.slice(6) as BookName) : null);
const keyOf = (place: Place, id: string): string => `${bookOf(place) ?? ""}\n${id}`;

function shownIn(store: Store): Shown {
  const all = placesOf(store).flatMap((place) =>
    liveRecords(store, place).map(({ entry }) => {
      const one = { book: bookOf(place), id: entry.id, content: entry as Content };
      return [keyOf(place, entry.id), one] as const;
    }),
  );
  return new Map(all);
}

/** Records of the backup that the journal does not have, as they are, with the device that wrote them. */
function newRecords(store: Store, held: Store, device: string): readonly StepChange[] {
  return placesOf(held).flatMap((place) =>
    held.records(place).flatMap((known): readonly StepChange[] => {
      const here = store.recordsById(place).get(idOf(known.record)) ?? [];
      if (isKnown(here, known, known.device)) return [];
      const { by: _, ...record } = known.record;
      return [{ place, record: known.device === device ? record : { ...record, by: known.device } }];
    }),
  );
}

/** What must still be changed once the records of the backup are in: nothing where the newest is the backup's own. */
function wishes(union: Shown, then: Shown): readonly Wish[] {
  const different = [...then].filter(
    ([key, { content }]) => JSON.stringify(union.get(key)?.content) !== JSON.stringify(content),
  );
  const gone = [...union].filter(([key]) => !then.has(key));
  return [...different.map(([, wish]) => wish), ...gone.map(([, { book, id }]) => ({ book, id, content: null }))];
}

/** Lets `undo` know what was shown before, on those records of the backup that are shown from now on. */
function withBefore(
  store: Store,
  folded: readonly StepChange[],
  now: Shown,
  wished: ReadonlySet<string>,
): readonly StepChange[] {
  return folded.map((change) => {
    const id = idOf(change.record);
    const key = keyOf(change.place, id);
    const best = winner(everyRecord(store, id, store.recordsById(change.place).get(id) ?? []));
    const before = now.get(key)?.content ?? null;
    const isShown = best?.record === change.record && !wished.has(key);
    return isShown && contentOf(best.record) !== JSON.stringify(before) ? { ...change, before } : change;
  });
}

/** Everything a restore writes to the journal, as one step. */
function changesFor(store: Store, held: Store, writer: Writer): readonly StepChange[] {
  const now = shownIn(store);
  const then = shownIn(held);
  const folded = newRecords(store, held, writer.device);
  store.assertGiven();
  const waiting = new Map<Place, Known[]>();
  for (const { place, record } of folded) {
    waiting.set(place, [...(waiting.get(place) ?? []), { place, record, device: record.by ?? writer.device }]);
  }
  store.expect(waiting);
  const wanted = wishes(shownIn(store), then);
  const planned = planChanges(store, wanted, writer);
  const changes = withBefore(store, folded, now, new Set(wanted.map(({ book, id }) => `${book ?? ""}\n${id}`)));
  store.assertGiven();
  store.forgetRead();
  return [...changes, ...planned];
}

function putFiles(store: Store, archive: Archive, prefix: string, folder: string): number {
  const { disk, random, vault } = store.options;
  const files = [...archive.files].filter(([name]) => name.startsWith(prefix));
  for (const [name, bytes] of files) {
    const path = join(folder, name.slice(prefix.length));
    telling(store.shown(path), "saved", () => {
      ensureFolder(disk, folder);
      replaceFile(disk, path, vault.seal(bytes), { owner: "restore", random, durable: true });
    });
  }
  return files.length;
}

/**
 * Brings everything back to what a backup holds. Entries that came later are taken away; other devices learn of it like
 * of any change, so nothing of theirs is written over.
 *
 * The state before is kept in a backup of its own, and `undo` takes the restore back. A damaged journal is mended first.
 * Throws a `journal` failure, and changes nothing, for a backup that is not whole.
 */
export function restore(journal: DiskJournal, file: string, at: string, opener?: Opener): Restored {
  const { store } = journal;
  const archive = openBackup(store, file, opener);
  const held = storeOf(store, archive);
  assertNoneNewer(held);
  return withLock(store, () => {
    assertNoneNewer(store);
    const before = automaticBackup(store, at);
    mendDamage(store, at);
    const device = ownDevice(store);
    finishPending(store, device);
    const changes = changesFor(store, held, { device, at });
    const seq = (keptSteps(store).at(-1) ?? 0) + 1;
    if (changes.length > 0) commit(store, { seq, command: "restore", at, device, changes });
    const { local, packs } = store.options.places;
    const shown = changes.filter((change) => change.before !== undefined);
    const brought = shown.filter(({ record }) => isLive(record)).length;
    return {
      brought,
      taken: shown.length - brought,
      drafts: putFiles(store, archive, "drafts/", join(local, "drafts")),
      packs: putFiles(store, archive, "packs/", packs),
      before: store.shown(before),
    };
  });
}
