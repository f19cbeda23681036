import { join } from "node:path";
import { journalError } from "../errors.ts";
import type { Disk } from "./disk.ts";
import type { Places } from "./places.ts";
import type { Store } from "./store.ts";
import { harmlessPath, telling } from "./trouble.ts";

/**
 * `plain`: nothing is sealed. `locked`: what is sealed cannot be opened yet. `writing`: the same, and the journal is taken
 * for empty, so that something new can be written down. `open`: everything can be read.
 */
export type VaultState = "plain" | "locked" | "writing" | "open";

/**
 * What lies between the store and the disk: bytes in, bytes out, a whole file at a time.
 *
 * Both calls throw a `journal` failure when they cannot. What is not sealed comes back from `open` as it is.
 */
export interface Vault {
  readonly state: VaultState;
  seal(plain: Uint8Array): Uint8Array;
  /** @param file for the sentence when it cannot be opened */
  open(kept: Buffer, file: string): Buffer;
  /** The same as `seal` for a file that may leave this computer: it brings the key along, under its passphrase. */
  sealWithKey?(plain: Uint8Array): Uint8Array;
  /** To be told when the journal may have changed. */
  changed?(store: Store): void;
}

const MAGIC = "age-encryption.org/v1\n";

/** Whether these are the bytes of a sealed file. */
export function isSealed(bytes: Uint8Array): boolean {
  return bytes[0] === 0x61 && Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAGIC.length)).toString("latin1") === MAGIC;
}

/** Codes of a sealed file that cannot be opened, like those of the disk, so that the other files are still shown. */
export const SEAL_CODES: readonly string[] = ["ESEALED", "EBROKENSEAL"];

export function unopened(message: string, next: string, code: "ESEALED" | "EBROKENSEAL" = "ESEALED"): Error {
  return Object.assign(journalError(message, next), { code });
}

function strange(file: string): Error {
  return unopened(`${file} is sealed, and this computer has no key for it.`, "Open it on the computer that sealed it: evenkeel decrypt");
}

/** Nothing is sealed. */
export const plainVault: Vault = {
  state: "plain",
  seal: (plain) => plain,
  open: (kept, file) => {
    if (isSealed(kept)) throw strange(file);
    return kept;
  },
};

/** What this computer knows of the journal's seal. */
export const pinPath = (places: Places): string => join(places.local, "sealed.json");
/** The key under its passphrase. It travels with the journal. */
export const keyPath = (places: Places): string => join(places.journal, "key.age");

/** Whether the journal is sealed, here or by another computer. Throws a `journal` failure where the disk does not say. */
export function isSealedAt(disk: Disk, places: Places): boolean {
  return [pinPath(places), keyPath(places)].some((path) => telling(harmlessPath(path), "read", () => disk.target(path)) !== null);
}

/** Nothing was sealed when this run began; where another run has sealed it since, nothing plain is written any more. */
export function plainVaultAt(disk: Disk, places: Places): Vault {
  return {
    ...plainVault,
    seal: (plain) => {
      if (!isSealedAt(disk, places)) return plain;
      throw journalError("The journal was sealed while this was going on, so nothing plain is written to it.", "Run the command again.");
    },
  };
}
