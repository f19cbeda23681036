import { journalError } from "../../errors.ts";
import type { Store } from "../store.ts";
import { ifPossible } from "../trouble.ts";
import { isSealed, unopened } from "../vault.ts";
import type { Vault, VaultState } from "../vault.ts";
import type { Age, KeyPair } from "./age.ts";
import { takeFacts } from "./take-facts.ts";

/** Under this name the key, under its passphrase, lies readable in the head of a backup. */
export const KEY_STANZA = "evenkeel-key";

export function lockedError(): Error {
  return journalError("The journal is sealed.", "Give the passphrase when it is asked for, or with --passphrase-file <file>.");
}

/** Every file sealed to one key. What was not sealed yet is read as it is. */
export class SealedVault implements Vault {
  readonly age: Age;
  private recipient: string | null;
  private keyText: string | null;
  private identity: string | null = null;
  private mode: VaultState = "locked";
  private readonly isOver: () => boolean;

  /**
   * @param recipient null on a computer that has not opened this journal yet
   * @param keyText the key under its passphrase, for backups
   * @param isOver whether another run has opened the journal for good since
   */
  constructor(age: Age, recipient: string | null, keyText: string | null, isOver: () => boolean = () => false) {
    this.age = age;
    this.recipient = recipient;
    this.keyText = keyText;
    this.isOver = isOver;
  }

  get state(): VaultState {
    return this.mode;
  }

  /** From here on everything can be read. */
  unlock({ identity, recipient }: KeyPair, keyText: string): void {
    this.identity = identity;
    this.recipient = recipient;
    this.keyText = keyText;
    this.mode = "open";
  }

  /** Without the passphrase: the journal is taken for empty, and new entries go to the inbox. */
  writeOnly(): void {
    if (this.mode === "locked") this.mode = "writing";
  }

  /** The other way round: nothing is taken for empty any more. */
  lockAgain(): void {
    if (this.mode === "writing") this.mode = "locked";
  }

  /** From here on nothing is sealed any more; what is sealed still can be read. */
  sealNothing(): void {
    this.recipient = null;
  }

  /** Whether something new can be sealed though nothing can be opened. */
  get knowsKey(): boolean {
    return this.recipient !== null;
  }

  /** The key pair; null until it is unlocked. */
  get keys(): KeyPair | null {
    const { identity, recipient } = this;
    return identity === null || recipient === null ? null : { identity, recipient };
  }

  seal(plain: Uint8Array): Uint8Array {
    return this.sealed(plain, {});
  }

  sealWithKey(plain: Uint8Array): Uint8Array {
    // A length that base64 needs no padding for, so that any program takes it out of the head again.
    const text = this.keyText === null ? null : this.keyText.padEnd(Math.ceil(this.keyText.length / 3) * 3, "\n");
    return this.sealed(plain, text === null ? {} : { [KEY_STANZA]: text });
  }

  private sealed(plain: Uint8Array, stanza: Readonly<Record<string, string>>): Uint8Array {
    if (this.recipient === null || this.isOver()) {
      if (this.identity === null && !this.isOver()) throw lockedError();
      return plain;
    }
    return this.age.seal(plain, this.recipient, stanza);
  }

  /** What must be known without the passphrase is written down anew. Without it nothing is lost: the next unlock does the same. */
  changed(store: Store): void {
    if (this.mode === "open" && this.recipient !== null) ifPossible(() => { takeFacts(store); });
  }

  open(kept: Buffer, file: string): Buffer {
    if (!isSealed(kept)) return kept;
    if (this.identity === null) throw lockedError();
    const plain = this.age.open(kept, [this.identity]);
    if (plain === "other") throw unopened(`${file} is sealed with another key, or damaged.`, "Run: evenkeel doctor");
    if (plain === "damaged") throw unopened(`${file} is sealed and damaged, so nothing in it can be read.`, "Run: evenkeel doctor --repair", "EBROKENSEAL");
    return plain;
  }
}
