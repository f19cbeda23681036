import { journalError } from "../../errors.ts";
import { knownDevice, ownDevice } from "../device.ts";
import type { DiskJournal } from "../open.ts";
import type { Store } from "../store.ts";
import { ifPossible } from "../trouble.ts";
import { isSealed } from "../vault.ts";
import { withLock } from "../write.ts";
import type { Age, KeyPair } from "./age.ts";
import { foldLetters } from "./fold-letters.ts";
import type { Pin } from "./pin.ts";
import { folderKey, readPin, writePin } from "./pin.ts";
import type { SealedVault } from "./sealed-vault.ts";
import { goOnOpening, goOnSealing } from "./switch.ts";
import { takeFacts } from "./take-facts.ts";
import { wordFiles } from "./word-files.ts";

/** 2 to the power of this many rounds: 0.4 s and 64 MB on a machine of 2024. See docs/decisions.md. */
const WORK = 16;

export interface Unlocked {
  /** Entries that were written while the journal was sealed, and are in their months' files now. */
  readonly folded: number;
  /** This computer had not opened the journal before, so its own files are sealed from now on. */
  readonly joined: boolean;
  /** The folder that travels has no key any more: another computer took the seal off. */
  readonly openedElsewhere: boolean;
  /** The key file in the folder that travels did not open; this computer's copy of it did. */
  readonly otherKey: boolean;
}

/** A key as text for its file, with a line for whoever opens it with another program. */
export function keyUnderPassphrase(age: Age, { identity, recipient }: KeyPair, passphrase: string, work = WORK): string {
  return age.lock(`# The key of an evenkeel journal.\n# public key: ${recipient}\n${identity}\n`, passphrase, work);
}

/** The recovery key in what somebody typed, blanks and case aside; null where it is something else. */
export function recoveryKeyIn(typed: string): string | null {
  const text = typed.replace(/\s+/g, "").toUpperCase();
  return text.startsWith("AGE-SECRET-KEY-1") ? text : null;
}

export function wrongPassphrase(): Error {
  return journalError(
    "That passphrase does not open the journal.",
    "Try again: nothing was changed. The recovery key that you printed opens it as well.",
  );
}

/** Whether a key fits anything that is sealed here: asked only where this computer knows no key to compare it with. */
function fits(store: Store, age: Age, identity: string): boolean {
  const { disk } = store.options;
  for (const path of wordFiles(store)) {
    const bytes = disk.read(path);
    if (isSealed(bytes)) return age.open(bytes, [identity]) instanceof Buffer;
  }
  return false;
}

/** The key in a key file, under a passphrase; null for a wrong one. */
export function identityIn(age: Age, key: string, passphrase: string): string | null {
  const text = age.unlock(key, passphrase);
  return text === null ? null : (/^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(text)?.[0] ?? null);
}

interface Opened {
  readonly keys: KeyPair;
  /** The key file that was opened; null where the recovery key was typed. */
  readonly key: string | null;
}

function byRecoveryKey(store: Store, age: Age, identity: string, pin: Pin | null): Opened | null {
  const recipient = age.recipientOf(identity);
  if (recipient === null) throw journalError("That is no recovery key: a letter in it is not right.", "Compare it with your print, letter by letter.");
  const isOurs = pin === null ? fits(store, age, identity) : pin.recipient === recipient;
  return isOurs ? { keys: { identity, recipient }, key: null } : null;
}

/** Opens the key with what was typed. The folder's own key file comes first: the passphrase may have been changed elsewhere. */
function opened(store: Store, age: Age, typed: string, pin: Pin | null): Opened {
  const recovery = recoveryKeyIn(typed);
  if (recovery !== null) {
    const found = byRecoveryKey(store, age, recovery, pin);
    if (found === null) throw wrongPassphrase();
    return found;
  }
  const files = new Set([folderKey(store) ?? "", pin?.key ?? ""].filter((key) => key !== ""));
  let isStrange = false;
  for (const key of files) {
    const identity = ifPossible(() => identityIn(age, key, typed));
    const recipient = identity === null ? null : age.recipientOf(identity);
    if (identity === null || recipient === null) continue;
    if (pin === null || pin.recipient === recipient) return { keys: { identity, recipient }, key };
    isStrange = true;
  }
  if (!isStrange) throw wrongPassphrase();
  throw journalError("The key in the journal's folder is not the one this computer knows.", "If you sealed the journal anew on another computer, run: evenkeel doctor. If you did not, somebody changed that file.");
}

/** What is done once it is unlocked, under the lock. */
function tidy(store: Store, vault: SealedVault): number {
  const pin = readPin(store);
  if (pin?.state === "sealing") goOnSealing(store, pin);
  if (pin?.state === "opening") goOnOpening(store, vault);
  return foldLetters(store);
}

function isTidy(store: Store): boolean {
  const device = knownDevice(store);
  return readPin(store)?.state === "sealed" && !store.letters().some((letter) => letter.device === device);
}

/**
 * Unlocks the journal with the passphrase or the recovery key, and does what could not be done while it was sealed.
 *
 * Throws a `journal` failure for a wrong one. Where only the tidying up fails (a full or read-only disk), the journal is
 * unlocked all the same.
 */
export function unlock(journal: DiskJournal, vault: SealedVault, typed: string): Unlocked {
  const { store } = journal;
  const pin = readPin(store);
  const { keys, key } = opened(store, vault.age, typed, pin);
  const inFolder = folderKey(store);
  const known = key ?? [pin?.key, inFolder].find((text) => text != null && text !== "") ?? "";
  vault.unlock(keys, known);
  store.forgetRead();
  const folded = ifPossible(() => {
    if (pin?.key !== known) writePin(store, { state: pin?.state ?? "sealing", recipient: keys.recipient, key: known });
    if (pin === null) withLock(store, () => ownDevice(store));
    const count = isTidy(store) ? 0 : withLock(store, () => tidy(store, vault));
    if (readPin(store) !== null) takeFacts(store);
    return count;
  });
  store.forgetRead();
  return { folded: folded ?? 0, joined: pin === null, openedElsewhere: pin !== null && inFolder === null, otherKey: inFolder !== null && known !== inFolder };
}
