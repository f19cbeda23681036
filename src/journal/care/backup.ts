import { join, resolve } from "node:path";
import { failure } from "../../errors.ts";
import { ensureFolder, replaceFile } from "../atomic.ts";
import { BOOKS } from "../check.ts";
import { attempt, unlessCode } from "../disk.ts";
import { monthsOf } from "../months.ts";
import { FOLDERS } from "../names.ts";
import type { DiskJournal } from "../open.ts";
import { Store } from "../store.ts";
import { telling } from "../trouble.ts";
import { entriesOf, liveRecords } from "../union.ts";
import { locked } from "../write.ts";
import type { Vault } from "../vault.ts";
import { SEAL_CODES } from "../vault.ts";
import type { Archive } from "./archive.ts";
import { pack, unpack } from "./archive.ts";
import { shelf } from "./shelf.ts";

/** What a backup was found to hold. */
export interface BackupSummary {
  /** The file, as it is shown. */
  readonly file: string;
  /** ISO 8601 */
  readonly made: string;
  readonly entries: number;
  /** Plans, reviews, reminders, personal triggers and settings. */
  readonly others: number;
  readonly drafts: number;
  readonly packs: number;
}

/** Automatic backups kept, each made before a restore. */
const KEPT = 10;

function filesIn(store: Store, folder: string, name: string, pattern: RegExp): readonly (readonly [string, Buffer])[] {
  const { disk } = store.options;
  const names = telling(store.shown(folder), "read", () => unlessCode(["ENOENT"], () => disk.list(folder), []));
  return names
    .filter((file) => pattern.test(file))
    .sort()
    .flatMap((file) => {
      const path = join(folder, file);
      const bytes = telling(store.shown(path), "read", () =>
        unlessCode(["ENOENT", "EISDIR"], () => disk.read(path), null),
      );
      if (bytes === null) return [];
      // What is sealed and damaged is taken along as it lies there, like anything that is damaged.
      const plain = unlessCode(SEAL_CODES, () => store.options.vault.open(bytes, store.shown(path)), bytes);
      return [[`${name}/${file}`, plain] as const];
    });
}

/** Everything of the person's: the journal's files of all devices, drafts, packs, and a write that was broken off. */
export function archiveOf(store: Store, made: string): Archive {
  const { journal, local, packs } = store.options.places;
  const files = [
    ...FOLDERS.flatMap((folder) => filesIn(store, join(journal, folder), `journal/${folder}`, /^[^.].*\.json$/)),
    ...filesIn(store, join(journal, "inbox"), "journal/inbox", /^[^.].*\.json$/),
    ...filesIn(store, join(local, "undo"), "local/undo", /^pending\.json$/),
    ...filesIn(store, join(local, "drafts"), "drafts", /^[\w-]+\.json$/),
    ...filesIn(store, packs, "packs", /^[^.].*\.ya?ml$/),
  ];
  return { made, files: new Map(files) };
}

/** What an archive holds, read with the journal's own eyes. */
export function storeOf(store: Store, archive: Archive): Store {
  const files = new Map([...archive.files].map(([name, bytes]) => [`/${name}`, bytes]));
  const places = { journal: "/journal", local: "/local", cache: "/cache", config: "/config", packs: "/packs" };
  const { vault: _, ...options } = store.options;
  return new Store({ ...options, places, disk: shelf(files) }, store.readWaiting);
}

function summary(store: Store, file: string, archive: Archive): BackupSummary {
  const held = storeOf(store, archive);
  const count = (prefix: string): number => [...archive.files.keys()].filter((name) => name.startsWith(prefix)).length;
  return {
    file: store.shown(file),
    made: archive.made,
    entries: monthsOf(held).reduce((sum, month) => sum + entriesOf(held, month).length, 0),
    others: BOOKS.reduce((sum, book) => sum + liveRecords(held, `books/${book}`).length, 0),
    drafts: count("drafts/"),
    packs: count("packs/"),
  };
}

/** How a backup is opened that is sealed with a key of its own. */
export type Opener = Pick<Vault, "open">;

/** Reads and checks a backup. Throws a `journal` failure for anything that is not a whole one. */
export function openBackup(store: Store, file: string, opener: Opener = store.options.vault): Archive {
  const { disk } = store.options;
  const path = resolve(file);
  const bytes = telling(store.shown(path), "read", () => unlessCode(["ENOENT"], () => disk.read(path), null));
  if (bytes === null)
    throw failure(`There is no file ${store.shown(path)}.`, "Give the file that evenkeel backup made.");
  return unpack(opener.open(bytes, store.shown(path)).toString("utf8"), store.shown(path));
}

/** What a backup holds, so that it can be said before anything is replaced. */
export function readBackup(journal: DiskJournal, file: string, opener?: Opener): BackupSummary {
  return summary(journal.store, resolve(file), openBackup(journal.store, file, opener));
}

function write(store: Store, path: string, archive: Archive): void {
  const { disk, vault, random } = store.options;
  telling(store.shown(path), "saved", () => {
    const plain = Buffer.from(pack(archive));
    replaceFile(disk, path, vault.sealWithKey?.(plain) ?? vault.seal(plain), { owner: "backup", random, durable: true });
  });
}

/** The archive of a journal at rest; of one that cannot be written to, as it lies there. */
function archiveAtRest(store: Store, at: string): Archive {
  try {
    return locked(store, () => archiveOf(store, at));
  } catch {
    return archiveOf(store, at);
  }
}

/**
 * Puts everything in one checked file, and reads it back before it says so.
 *
 * Throws a `failure` where the file is there already and may not be replaced, and a `journal` failure where it cannot be written.
 */
export function backup(journal: DiskJournal, file: string, at: string, mayReplace = false): BackupSummary {
  const { store } = journal;
  const path = resolve(file);
  const there = telling(store.shown(path), "read", () => store.options.disk.facts(path));
  if (there !== null && !mayReplace) {
    throw failure(
      `${store.shown(path)} is there already, so it was left as it is.`,
      "Choose another name, or remove it first.",
    );
  }
  write(store, path, archiveAtRest(store, at));
  return summary(store, path, openBackup(store, path));
}

/** Keeps the present state before a restore. Gives the whole path. To be called under the lock. */
export function automaticBackup(store: Store, at: string): string {
  const { disk, places, clock } = store.options;
  const folder = join(places.local, "backups");
  const stamp = new Date(clock()).toISOString().replace(/[-:]|\.\d+/g, "");
  telling(store.shown(folder), "saved", () => {
    ensureFolder(disk, folder);
  });
  const isMade = (name: string): boolean => /^before-restore-\d{8}T\d{6}Z(-\d+)?\.json$/.test(name);
  const made = disk.list(folder).filter(isMade).sort();
  const same = made.filter((name) => name.startsWith(`before-restore-${stamp}`)).length;
  const path = join(folder, `before-restore-${stamp}${same === 0 ? "" : `-${same + 1}`}.json`);
  write(store, path, archiveOf(store, at));
  for (const old of made.slice(0, -(KEPT - 1)))
    attempt(() => {
      disk.unlink(join(folder, old));
    });
  return path;
}

/** The name a backup gets when none is given. */
export function backupName(at: string): string {
  return `evenkeel-backup-${at.slice(0, 10)}.json`;
}
