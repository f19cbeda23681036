import { basename, dirname, join } from "node:path";
import { ensureFolder, replaceFile } from "./atomic.ts";
import { attempt, unlessCode } from "./disk.ts";
import type { FileName } from "./names.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** Days of which copies are kept: those on which something was changed. */
const DAYS = 30;

const copiesFolder = (store: Store): string => join(store.options.places.local, "copies");

/** Days with copies, oldest first. */
function days(store: Store): readonly string[] {
  const list = unlessCode(["ENOENT", "ENOTDIR"], () => store.options.disk.list(copiesFolder(store)), []);
  return list.filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).sort();
}

/** Every automatic copy, oldest first, as whole paths. */
export function keptCopies(store: Store): readonly string[] {
  return days(store).flatMap((day) => {
    const folder = join(copiesFolder(store), day);
    return unlessCode(["ENOENT", "ENOTDIR"], () => store.options.disk.list(folder), []).map((name) =>
      join(folder, name),
    );
  });
}

function dropOldDays(store: Store): void {
  const { disk } = store.options;
  for (const day of days(store).slice(0, -DAYS)) {
    attempt(() => {
      const folder = join(copiesFolder(store), day);
      for (const name of disk.list(folder)) disk.unlink(join(folder, name));
      disk.rmdir(folder);
    });
  }
}

/**
 * Copies a file before its first change of the day.
 *
 * A copy that cannot be made does not keep a save from happening, unless the file is about to be brought to a newer
 * version: then a `journal` failure is thrown.
 */
export function copyBeforeChange(store: Store, file: FileName, at: string): void {
  const { disk, random, format } = store.options;
  const source = store.pathOf(file.relative);
  const copy = join(copiesFolder(store), at.slice(0, 10), `${dirname(file.relative)}-${basename(file.relative)}`);
  const make = (): void => {
    if (disk.facts(copy) !== null) return;
    const bytes = unlessCode(["ENOENT"], () => disk.read(source), null);
    if (bytes === null) return;
    ensureFolder(disk, dirname(copy));
    replaceFile(disk, copy, bytes, { owner: "copy", random, durable: false });
    dropOldDays(store);
  };
  const { version } = store.document(file);
  if (version > 0 && version < format.version) telling(store.shown(copy), "saved", make);
  else attempt(make);
}
