import { dirname } from "node:path";
import { journalError } from "../errors.ts";
import { knownDevice } from "./device.ts";
import { unlessCode } from "./disk.ts";
import { isSound } from "./document.ts";
import { monthsOf } from "./months.ts";
import type { FileName } from "./names.ts";
import { fileName, FOLDERS } from "./names.ts";
import type { Place } from "./record.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";
import { SEAL_CODES } from "./vault.ts";

/** Refuses a file that was written by a newer program: this one could lose what it does not know. */
function assertNotNewer(store: Store, file: FileName): void {
  if (store.document(file).version <= store.options.format.version) return;
  throw journalError(
    `${store.shown(store.pathOf(file.relative))} was written by a newer evenkeel, so the journal can only be read here.`,
    "Update evenkeel on this computer, then try again.",
  );
}

/** Refuses a file that is damaged: writing it would lose what could still be saved from it. */
export function assertSound(store: Store, file: FileName): void {
  assertNotNewer(store, file);
  store.assertGiven(file);
  if (isSound(store.document(file))) return;
  throw journalError(
    `${store.shown(store.pathOf(file.relative))} is damaged, so nothing is written to it. What can still be read is unharmed.`,
    "Run: evenkeel doctor --repair",
  );
}

const RECENT_MONTHS = 6;
const HEAD = /^\{"evenkeel":"[a-z]+","version":(\d+),/;

/** The version a file names in its first line, without parsing the rest; null where it cannot be told so. */
function versionAtGlance(store: Store, file: FileName): number | null {
  const { disk, vault } = store.options;
  const path = store.pathOf(file.relative);
  const bytes = unlessCode(["ENOENT", "EACCES", "EISDIR", ...SEAL_CODES], () => vault.open(disk.read(path), store.shown(path)), null);
  const found = bytes === null ? null : HEAD.exec(bytes.toString("latin1", 0, 80));
  return found === null ? null : Number(found[1]);
}

/**
 * A newer file makes the whole journal read-only. Looked at are the places that a write touches, the books and the
 * newest months: a newer program writes there first, and looking at ten years would make each save slower.
 */
export function assertPlacesNotNewer(store: Store, places: readonly Place[]): void {
  const touched = new Set(places.flatMap((place) => store.filesOf(place)));
  for (const file of touched) assertNotNewer(store, file);
  const recent = monthsOf(store).slice(-RECENT_MONTHS).flatMap((month) => store.filesOf(`entries/${month}`));
  for (const file of [...recent, ...store.files("books")]) {
    if ((versionAtGlance(store, file) ?? 0) > store.options.format.version) assertNotNewer(store, file);
  }
}

/** Any newer file at all: for changes to everything. */
export function assertNoneNewer(store: Store): void {
  for (const file of FOLDERS.flatMap((folder) => store.files(folder))) {
    assertNotNewer(store, file);
    store.forgetPlace(file.place);
  }
}

/** The folder itself, or the nearest one above it that exists. */
function nearest(store: Store, folder: string): string {
  const there = store.options.disk.target(folder);
  if (there !== null && there.kind !== "folder") {
    throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
  }
  return there !== null || dirname(folder) === folder ? folder : nearest(store, dirname(folder));
}

function assertFolder(store: Store, folder: string): void {
  telling(store.shown(folder), "saved", () => {
    store.options.disk.assertWritable(nearest(store, folder));
  });
}

/** Throws the `journal` failure that writing an entry of this month would end with, as far as it can be known before. */
export function assertMonthWritable(store: Store, month: string): void {
  const place: Place = `entries/${month}`;
  for (const folder of [store.options.places.local, store.options.places.journal]) assertFolder(store, folder);
  assertFolder(store, store.pathOf("entries"));
  assertPlacesNotNewer(store, [place]);
  const device = knownDevice(store);
  const own = store.filesOf(place).find((file) => file.device === device && !file.copy && file.letter !== true);
  if (device !== null && own !== undefined) assertSound(store, fileName(place, device));
}
