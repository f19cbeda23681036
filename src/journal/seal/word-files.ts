import { join } from "node:path";
import { tempOwner } from "../atomic.ts";
import { attempt, unlessCode } from "../disk.ts";
import type { Store } from "../store.ts";
import { telling } from "../trouble.ts";

/** Folders that are no deeper than a few levels; a loop of links must not lead on for ever. */
const DEPTH = 6;

/** Everything below a folder that is no folder, whole paths. Links are given and not followed. */
function below(store: Store, folder: string, depth = 0): readonly string[] {
  const { disk } = store.options;
  if (depth > DEPTH) return [];
  const names = telling(store.shown(folder), "read", () => unlessCode(["ENOENT", "ENOTDIR"], () => disk.list(folder), []));
  return names.flatMap((name) => {
    const path = join(folder, name);
    const facts = disk.facts(path);
    if (facts === null) return [];
    return facts.kind === "folder" ? below(store, path, depth + 1) : [path];
  });
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** Every file of this journal in which words of the person may stand, apart from what is derived from them. */
export function wordFiles(store: Store): readonly string[] {
  const { journal, local, packs } = store.options.places;
  const all = (folder: string, pattern: RegExp): readonly string[] => below(store, folder).filter((path) => pattern.test(nameOf(path)));
  return [
    ...["entries", "books", "inbox"].flatMap((name) => all(join(journal, name), /^[^.].*\.json/)),
    ...["drafts", "undo", "copies", "backups", "edit"].flatMap((name) => all(join(local, name), /^[^.]/)),
    ...all(packs, /^[^.].*\.ya?ml/),
  ];
}

/**
 * Takes away temp files of saves that were broken off, and everything that is derived. To be called under the lock.
 * @param drafts whether those of drafts go too: nobody may be writing one then, since drafts know no lock
 */
export function dropLeftovers(store: Store, drafts = true): void {
  const { disk, places } = store.options;
  const { journal, local, packs, cache } = places;
  const folders = [
    ...["entries", "books", "inbox"].map((name) => join(journal, name)),
    ...["undo", "copies", "backups", ...(drafts ? ["drafts"] : [])].map((name) => join(local, name)),
    packs,
  ];
  const leftovers = folders.flatMap((folder) => below(store, folder)).filter((path) => tempOwner(nameOf(path)) !== null || path.endsWith(".tmp"));
  const here = unlessCode(["ENOENT"], () => disk.list(local), []).filter((name) => {
    const owner = tempOwner(name);
    return owner !== null && owner !== "lock";
  });
  for (const path of [...leftovers, ...here.map((name) => join(local, name)), ...below(store, cache)])
    attempt(() => {
      disk.unlink(path);
    });
}
