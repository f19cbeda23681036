import { join } from "node:path";
import { replaceFile } from "../atomic.ts";
import { attempt, unlessCode } from "../disk.ts";
import { Store } from "../store.ts";
import { ifPossible, telling } from "../trouble.ts";
import { isSealed, SEAL_CODES } from "../vault.ts";
import { locked, withLock } from "../write.ts";
import type { KeyPair } from "./age.ts";
import type { Pin } from "./pin.ts";
import { dropFolderKey, dropPin, folderKey, readPin, writeFolderKey, writePin } from "./pin.ts";
import type { SealedVault } from "./sealed-vault.ts";
import { takeFacts } from "./take-facts.ts";
import { dropLeftovers, wordFiles } from "./word-files.ts";

/** What came of going over all files. */
export interface Switched {
  readonly files: number;
  /** Files that the disk would not let be changed, as they are shown. The next run tries again. */
  readonly left: readonly string[];
  /** Files that are sealed with another key, or damaged: they stay as they are. */
  readonly closed: readonly string[];
}

/** The same journal through another vault. */
export function through(store: Store, vault: SealedVault): Store {
  return new Store({ ...store.options, vault }, store.readWaiting);
}

type Outcome = "done" | "as it was" | "closed" | "left";

/** Changes a file over that is not as it should be. */
function changeOver(store: Store, path: string, wanted: "sealed" | "plain"): Outcome {
  const { disk, vault, random } = store.options;
  if (disk.facts(path)?.kind !== "file") return "left";
  const bytes = disk.read(path);
  if (isSealed(bytes) === (wanted === "sealed")) return "as it was";
  const changed = wanted === "sealed" ? vault.seal(bytes) : unlessCode(SEAL_CODES, () => vault.open(bytes, store.shown(path)), null);
  if (changed === null) return "closed";
  replaceFile(disk, path, changed, { owner: "seal", random, durable: true });
  return "done";
}

function changeAll(store: Store, wanted: "sealed" | "plain"): Switched {
  dropLeftovers(store);
  const outcomes = wordFiles(store).map((path) => ({
    file: store.shown(path),
    outcome: ifPossible(() => changeOver(store, path, wanted)) ?? "left",
  }));
  store.forgetRead();
  const files = (wanted: Outcome): readonly string[] => outcomes.filter(({ outcome }) => outcome === wanted).map(({ file }) => file);
  return { files: files("done").length, left: files("left"), closed: files("closed") };
}

/**
 * Seals every file that is not sealed yet. It needs no passphrase, so that a switch which was broken off goes on at the
 * next start. To be called under the lock.
 */
export function goOnSealing(store: Store, pin: Pin): Switched {
  if (folderKey(store) === null && pin.key !== "") writeFolderKey(store, pin.key);
  const done = changeAll(store, "sealed");
  if (done.left.length === 0) writePin(store, { ...pin, state: "sealed" });
  return done;
}

/** Goes on with a switch that was broken off, where there is one. */
export function goOn(store: Store): void {
  if (readPin(store)?.state !== "sealing") return;
  withLock(store, () => {
    const pin = readPin(store);
    if (pin?.state === "sealing") goOnSealing(store, pin);
  });
}

/**
 * Seals the journal. One file, put down whole, is the moment from which it is sealed: before it nothing has changed, and
 * after it every run goes on until all files are.
 * @param key the key under its passphrase
 */
export function sealJournal(plain: Store, keys: KeyPair, key: string, vault: SealedVault): Switched {
  return locked(plain, () => {
    takeFacts(plain);
    vault.unlock(keys, key);
    const store = through(plain, vault);
    const pin: Pin = { state: "sealing", recipient: keys.recipient, key };
    writePin(store, pin);
    return goOnSealing(store, pin);
  });
}

/** Opens every file and then forgets the key. Broken off, it goes on once the passphrase was given again. To be called under the lock. */
export function goOnOpening(store: Store, vault: SealedVault): Switched {
  const { disk, places } = store.options;
  const done = changeAll(store, "plain");
  if (done.left.length > 0) return done;
  attempt(() => {
    unlessCode(["ENOENT"], () => { disk.unlink(join(places.local, "facts.json")); }, undefined);
  });
  dropFolderKey(store);
  dropPin(store);
  vault.sealNothing();
  return done;
}

/** Takes the seal off the journal. It must be unlocked. */
export function openForGood(store: Store, vault: SealedVault): Switched {
  return locked(store, () => {
    const pin = readPin(store);
    if (pin !== null) writePin(store, { ...pin, state: "opening" });
    return goOnOpening(store, vault);
  });
}

/** Puts the key under another passphrase. Nothing else is sealed anew. */
export function changePassphrase(store: Store, vault: SealedVault, key: string): void {
  withLock(store, () => {
    const pin = readPin(store);
    const { keys } = vault;
    if (keys === null) throw new Error("not unlocked");
    telling(store.shown(store.options.places.journal), "saved", () => {
      writeFolderKey(store, key);
    });
    writePin(store, { state: pin?.state ?? "sealed", recipient: keys.recipient, key });
  });
}
