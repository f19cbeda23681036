import { dirname, join } from "node:path";
import type { Exposure } from "../../practice/home.ts";
import { attempt, unlessCode } from "../disk.ts";
import type { Store } from "../store.ts";

/** Folders that services make, as their names begin: "OneDrive - Contoso", "Dropbox (Personal)". */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^dropbox(?![a-z])/, "Dropbox"],
  [/^onedrive(?![a-z])/, "OneDrive"],
  [/^(?:mobile documents|com~apple~clouddocs|icloud ?drive|iclouddrive)(?![a-z])/, "iCloud"],
  [/^nextcloud(?![a-z])/, "Nextcloud"],
  [/^owncloud(?![a-z])/, "ownCloud"],
  [/^(?:google ?drive|googledrive-|my drive)/, "Google Drive"],
  [/^pcloud ?drive/, "pCloud"],
  [/^syncthing(?![a-z])/, "Syncthing"],
];
/** What services leave in the folder they sync. */
const MARKS: readonly (readonly [string, string])[] = [
  [".stfolder", "Syncthing"],
  [".dropbox", "Dropbox"],
  [".owncloudsync.log", "ownCloud"],
  [".nextcloudsync.log", "Nextcloud"],
];
const NOT_THERE = ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "ELOOP", "EISDIR", "EIO"];

/** The folder and those it lies in, up to the root. */
function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

function syncedBy(store: Store, folders: readonly string[]): string | null {
  const { disk } = store.options;
  const isThere = (path: string): boolean => unlessCode(NOT_THERE, () => disk.facts(path), null) !== null;
  for (const folder of folders) {
    const name = folder.split(/[\\/]/).at(-1)?.toLowerCase() ?? "";
    const service = SERVICES.find(([pattern]) => pattern.test(name)) ?? MARKS.find(([mark]) => isThere(join(folder, mark)));
    if (service !== undefined) return service[1];
  }
  return null;
}

/** The nearest repository above it has a remote. */
function isSent(store: Store, folders: readonly string[]): boolean {
  const { disk } = store.options;
  for (const folder of folders) {
    const config = unlessCode(NOT_THERE, () => disk.read(join(folder, ".git", "config")), null);
    if (config !== null) return /^[ \t]*\[remote /m.test(config.toString("latin1"));
  }
  return false;
}

/** Others may open the folder, it belongs to someone else, or others may put another one in its place. */
function isShared(store: Store, folder: string): boolean {
  const { disk, uid } = store.options;
  if (uid === null) return false;
  const own = unlessCode(NOT_THERE, () => disk.target(folder), null);
  const isOpen = own !== null && ((own.mode & 0o077) !== 0 || (own.uid !== uid && uid !== 0));
  return isOpen || upwards(dirname(folder)).some((path) => {
    const above = unlessCode(NOT_THERE, () => disk.target(path), null);
    return above !== null && (above.mode & 0o002) !== 0 && above.sticky !== true;
  });
}

/**
 * Who else gets at the journal's folder; null where nobody seems to, or where the journal is sealed.
 *
 * It is told by names and marks that services leave, so it is a hint, not a promise.
 */
export function exposureOf(store: Store): Exposure | null {
  const { disk, places, vault } = store.options;
  if (vault.state !== "plain") return null;
  let real = places.journal;
  attempt(() => {
    real = disk.realpath(real);
  });
  const folders = [...new Set([...upwards(places.journal), ...upwards(real)])];
  const service = syncedBy(store, folders);
  if (service !== null) return { kind: "synced", by: service };
  if (isSent(store, folders)) return { kind: "git", by: "git" };
  return isShared(store, places.journal) ? { kind: "shared", by: "" } : null;
}
