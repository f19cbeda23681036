import { join } from "node:path";
import { randomLetters } from "./atomic.ts";
import { isDevice } from "./check.ts";
import { unlessCode } from "./disk.ts";
import { localFile, readLocal, setAside, writeLocal } from "./local.ts";
import { FOLDERS, parseName } from "./names.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** A home this program has run in, and the device id it has there. */
interface Home {
  readonly host: string;
  /** The real path of the local folder. */
  readonly path: string;
  readonly id: string;
}

/** Homes remembered, so that a laptop whose name changes with its network gets its old id back. */
const REMEMBERED = 20;

function isHome(value: unknown): value is Home {
  if (typeof value !== "object" || value === null) return false;
  const { host, path, id } = value as Partial<Record<keyof Home, unknown>>;
  return typeof host === "string" && typeof path === "string" && isDevice(id);
}

function homesIn(value: unknown): readonly Home[] | null {
  if (value === null) return [];
  const homes: unknown = typeof value === "object" && "homes" in value ? value.homes : null;
  return Array.isArray(homes) && homes.every(isHome) ? homes : null;
}

const file = (store: Store) => localFile(store, "device.json", false);

function fingerprint(store: Store): Pick<Home, "host" | "path"> {
  const { disk, hostname, places } = store.options;
  const path = telling(store.shown(places.local), "read", () =>
    unlessCode(["ENOENT"], () => disk.realpath(places.local), places.local),
  );
  return { host: hostname.toLowerCase(), path };
}

function homes(store: Store): readonly Home[] | null {
  return homesIn(readLocal(store, file(store)));
}

/** Whether the file with the device ids cannot be understood; the next write then makes a new id. */
export function isDeviceFileDamaged(store: Store): boolean {
  return homes(store) === null;
}

/** This machine's device id, or null where it has not written yet (or is a copy of one that has). */
export function knownDevice(store: Store): string | null {
  const { host, path } = fingerprint(store);
  return homes(store)?.find((home) => home.host === host && home.path === path)?.id ?? null;
}

/**
 * This machine's device id; a new one is made and kept where there is none.
 *
 * A home that was copied or cloned has another host or real path, and so gets an id of its own. Call it under the lock.
 */
export function ownDevice(store: Store): string {
  return knownDevice(store) ?? renewDevice(store);
}

/** Whether files of the journal carry this id, and it is not this machine's own. */
export function isDeviceTaken(store: Store, id: string): boolean {
  if (id === knownDevice(store)) return false;
  const { disk, places } = store.options;
  return FOLDERS.some((folder) => {
    const names = unlessCode(["ENOENT"], () => disk.list(join(places.journal, folder)), []);
    return names.some((name) => parseName(folder, name)?.device === id);
  });
}

/** Gives this machine another id, as when two machines were found to have the same. Call it under the lock. */
export function renewDevice(store: Store): string {
  return nameDevice(store, randomLetters(store.options.random, 6));
}

/** Gives this machine the id that the person chose, six small letters and digits. Call it under the lock. */
export function nameDevice(store: Store, id: string): string {
  const before = homes(store);
  if (before === null) setAside(store, file(store).path);
  const here = fingerprint(store);
  const others = (before ?? []).filter((home) => home.host !== here.host || home.path !== here.path);
  writeLocal(store, file(store), { version: 1, homes: [{ ...here, id }, ...others].slice(0, REMEMBERED) });
  return id;
}
