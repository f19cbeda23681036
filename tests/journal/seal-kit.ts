import { join } from "node:path";
import type { Disk } from "../../src/journal/disk.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { openJournal } from "../../src/journal/open.ts";
import { type Age, ageIn } from "../../src/journal/seal/age.ts";
import { readPin } from "../../src/journal/seal/pin.ts";
import { SealedVault } from "../../src/journal/seal/sealed-vault.ts";
import type { Switched } from "../../src/journal/seal/switch.ts";
import { sealJournal } from "../../src/journal/seal/switch.ts";
import { keyUnderPassphrase, unlock } from "../../src/journal/seal/unlock.ts";
import type { StoreOptions } from "../../src/journal/store-options.ts";
import { Store } from "../../src/journal/store.ts";
import { isSealedAt, pinPath } from "../../src/journal/vault.ts";

export const WORKER = join(import.meta.dirname, "../../dist/seal-worker.cjs");
export const PASS = "four quiet words here";
export const NEW_PASS = "other words than before";
/** Few rounds: what is tested is not how long a guess takes. */
export const QUICK = 4;

/** A key and an age of their own, made at the first call. */
export function sealingKit() {
  const age = ageIn(WORKER);
  const keys = age.make();
  return { age, keys, key: keyUnderPassphrase(age, keys, PASS, QUICK), newKey: keyUnderPassphrase(age, keys, NEW_PASS, QUICK) };
}

export type SealingKit = ReturnType<typeof sealingKit>;

/** Seals the journal of a plain store. */
export function seal(store: Store, { age, keys, key }: SealingKit): Switched {
  return sealJournal(store, keys, key, new SealedVault(age, keys.recipient, key));
}

/** The vault as a new run finds it: locked. */
export function lockedVault(options: StoreOptions & { readonly disk: Disk }, { age }: Pick<SealingKit, "age">): SealedVault {
  const { disk, places } = options;
  const pin = readPin(new Store(options, () => new Map()));
  return new SealedVault(age, pin?.recipient ?? null, pin?.key ?? null, () => pin !== null && disk.target(pinPath(places)) === null);
}

/** The journal as the next run finds it: unlocked where it is sealed. */
export function reopen(options: StoreOptions & { readonly disk: Disk }, kit: Pick<SealingKit, "age">, passphrases: readonly string[] = [PASS]): DiskJournal {
  if (!isSealedAt(options.disk, options.places)) return openJournal(options);
  const vault = lockedVault(options, kit);
  const journal = openJournal({ ...options, vault });
  for (const [index, passphrase] of passphrases.entries()) {
    try {
      unlock(journal, vault, passphrase);
      return journal;
    } catch (error) {
      if (index === passphrases.length - 1) throw error;
    }
  }
  return journal;
}

/** The journal as a run without the passphrase takes it: empty, and open for new entries. */
export function writeOnly(options: StoreOptions & { readonly disk: Disk }, kit: Pick<SealingKit, "age">): DiskJournal {
  const vault = lockedVault(options, kit);
  vault.writeOnly();
  return openJournal({ ...options, vault });
}

/** The vault of a journal that was opened with `reopen`. */
export function vaultOf({ store }: DiskJournal): SealedVault {
  const { vault } = store.options;
  if (!(vault instanceof SealedVault)) throw new Error("it is not sealed");
  return vault;
}

/** The same age, which opens equal bytes once only: plays look at every file after every move. */
export function remembering(age: Age): Age {
  const known = new Map<string, ReturnType<Age["open"]>>();
  return {
    ...age,
    open: (kept, identities) => {
      const name = `${Buffer.from(kept).toString("latin1")}${identities.join()}`;
      const plain = known.get(name) ?? age.open(kept, identities);
      known.set(name, plain);
      return plain;
    },
  };
}

/** A vault that is open, without a key file. */
export function openVault({ age, keys, key }: SealingKit): SealedVault {
  const vault = new SealedVault(age, keys.recipient, key);
  vault.unlock(keys, key);
  return vault;
}
