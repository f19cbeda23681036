import { dirname, join } from "node:path";
import { bytesOf, readOnly, sealed } from "./adapter.ts";
import { ensureFolder, replaceFile } from "./atomic.ts";
import { attempt } from "./disk.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** A whole file of JSON in a folder of this machine's own. */
export interface LocalFile {
  readonly path: string;
  /** Whether words of the person may stand in it, so that it goes through the vault. */
  readonly words: boolean;
}

export function localFile(store: Store, name: string, words: boolean): LocalFile {
  return { path: join(store.options.places.local, name), words };
}

/** What stands in the file; null where there is none, or the journal is taken for empty; undefined where it is no JSON. */
export function readLocal(store: Store, file: LocalFile): unknown {
  const { disk, vault } = store.options;
  if (file.words && vault.state === "writing") return null;
  const kept = bytesOf(disk, file.path, readOnly);
  const shown = store.shown(file.path);
  const bytes = telling(shown, "read", () => (file.words ? sealed(kept, vault, shown) : kept).read());
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return value ?? undefined;
  } catch {
    return undefined;
  }
}

/** Throws a `journal` failure when it cannot be written; the old one is then as it was. */
export function writeLocal(store: Store, file: LocalFile, value: unknown, durable = true): void {
  const { disk, vault, random } = store.options;
  const plain = Buffer.from(`${JSON.stringify(value)}\n`);
  telling(store.shown(file.path), "saved", () => {
    ensureFolder(disk, dirname(file.path));
    replaceFile(disk, file.path, file.words ? vault.seal(plain) : plain, { owner: "local", random, durable });
  });
}

/** A name beside `file` that is free and is never read: `….damaged-20261122T024000Z`. */
export function asideName(store: Store, file: string): string {
  const stamp = new Date(store.options.clock()).toISOString().replace(/[-:]|\.\d+/g, "");
  const isTaken = (name: string): boolean => store.options.disk.facts(name) !== null;
  const first = `${file}.damaged-${stamp}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? first : `${first}-${count}`;
    if (!isTaken(name)) return name;
  }
}

/** Puts a file that cannot be understood aside. Gives its new name, or null where it could not be moved. */
export function setAside(store: Store, file: string): string | null {
  const aside = asideName(store, file);
  return attempt(() => {
    store.options.disk.rename(file, aside);
  })
    ? aside
    : null;
}
