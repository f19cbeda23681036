import { ensureFolder, replaceFile } from "../atomic.ts";
import { attempt, unlessCode } from "../disk.ts";
import { localFile, readLocal, writeLocal } from "../local.ts";
import type { Store } from "../store.ts";
import { telling } from "../trouble.ts";
import { keyPath } from "../vault.ts";

/**
 * What this computer knows of the seal. While it is there, everything this computer writes is sealed to `recipient`,
 * whatever the folder that travels says.
 */
export interface Pin {
  /** `sealing` and `opening`: the files are still on their way; the next run goes on. */
  readonly state: "sealing" | "sealed" | "opening";
  /** `age1…` */
  readonly recipient: string;
  /** The key under its passphrase, as it was last seen: the folder that travels may lose its own. */
  readonly key: string;
}

const pinFile = (store: Store) => localFile(store, "sealed.json", false);

function isPin(value: unknown): value is Pin {
  if (typeof value !== "object" || value === null) return false;
  const { state, recipient, key } = value as Partial<Record<keyof Pin, unknown>>;
  const isState = state === "sealing" || state === "sealed" || state === "opening";
  return isState && typeof recipient === "string" && /^age1[0-9a-z]{58}$/.test(recipient) && typeof key === "string";
}

/** Null where this computer has not sealed or opened the journal yet, or the file cannot be understood. */
export function readPin(store: Store): Pin | null {
  const value = readLocal(store, pinFile(store));
  return isPin(value) ? value : null;
}

/** From here on it holds, also after a power cut. */
export function writePin(store: Store, pin: Pin): void {
  writeLocal(store, pinFile(store), { version: 1, ...pin });
}

/** Takes away what this computer knew of the seal: from here on it is open. */
export function dropPin(store: Store): void {
  const { disk } = store.options;
  const { path } = pinFile(store);
  telling(store.shown(path), "saved", () => {
    unlessCode(["ENOENT"], () => { disk.unlink(path); }, undefined);
  });
}

/** The key under its passphrase, as it stands in the journal's folder; null where there is none. */
export function folderKey(store: Store): string | null {
  const path = keyPath(store.options.places);
  return telling(store.shown(path), "read", () =>
    unlessCode(["ENOENT"], () => store.options.disk.read(path).toString("utf8"), null),
  );
}

export function writeFolderKey(store: Store, key: string): void {
  const { disk, places, random } = store.options;
  const path = keyPath(places);
  telling(store.shown(path), "saved", () => {
    ensureFolder(disk, places.journal);
    replaceFile(disk, path, Buffer.from(key), { owner: "seal", random, durable: true });
  });
}

export function dropFolderKey(store: Store): void {
  attempt(() => {
    store.options.disk.unlink(keyPath(store.options.places));
  });
}
