import { unlessCode } from "./disk.ts";
import type { FileName, Folder } from "./names.ts";
import { parseInboxName, parseName } from "./names.ts";
import type { Place } from "./record.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** The names in one folder of the journal. */
export interface FolderNames {
  readonly all: readonly FileName[];
  readonly byPlace: ReadonlyMap<Place, readonly FileName[]>;
}

export const NO_NAMES: FolderNames = { all: [], byPlace: new Map() };

function list(store: Store, folder: string): readonly string[] {
  const whole = store.pathOf(folder);
  return telling(store.shown(whole), "read", () => unlessCode(["ENOENT"], () => store.options.disk.list(whole), [])).sort();
}

/** What devices wrote while their journal was sealed and have not put in its place yet. */
export function letters(store: Store): readonly FileName[] {
  // Looking first: most journals have no such folder, and an error costs more than a look.
  const folder = store.pathOf("inbox");
  const there = telling(store.shown(folder), "read", () => store.options.disk.target(folder));
  return there === null ? [] : list(store, "inbox").flatMap(parseInboxName);
}

/** The files of one folder, and the letters for its places; names that are not evenkeel's own are left out. */
export function listed(store: Store, folder: Folder): FolderNames {
  const all = [
    ...list(store, folder).flatMap((name) => parseName(folder, name) ?? []),
    ...store.letters().filter(({ place }) => place.startsWith(folder)),
  ];
  const byPlace = new Map<Place, FileName[]>();
  for (const file of all) {
    const others = byPlace.get(file.place);
    if (others === undefined) byPlace.set(file.place, [file]);
    else others.push(file);
  }
  return { all, byPlace };
}
