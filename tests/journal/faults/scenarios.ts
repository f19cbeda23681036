import { backup } from "../../../src/journal/care/backup.ts";
import { restore } from "../../../src/journal/care/restore.ts";
import type { Disk } from "../../../src/journal/disk.ts";
import type { DiskJournal } from "../../../src/journal/open.ts";
import { openJournal } from "../../../src/journal/open.ts";
import { places } from "../../../src/journal/places.ts";
import { undo } from "../../../src/journal/undo.ts";
import { changePassphrase, openForGood } from "../../../src/journal/seal/switch.ts";
import type { StoreOptions } from "../../../src/journal/store-options.ts";
import { isSealedAt } from "../../../src/journal/vault.ts";
import { AT, everything, NOW, note, put, remove, seeded } from "../kit.ts";
import type { SealingKit } from "../seal-kit.ts";
import { NEW_PASS, PASS, reopen, seal, sealingKit, vaultOf, writeOnly } from "../seal-kit.ts";

/** A journal on any disk, opened by a process that is dead when the next one is opened. */
let processes = 0;

/** The key of every sealed journal here; its thread starts at the first use. */
let made: SealingKit | null = null;
const kit = (): SealingKit => (made ??= sealingKit());

function optionsOn(disk: Disk, home: string, clock: number): StoreOptions & { readonly disk: Disk } {
  processes += 1;
  return {
    places: places({ EVENKEEL_HOME: home }, "linux", "/nowhere"),
    clock: () => clock,
    hostname: "desk-7",
    pid: 4_194_305 + processes,
    random: seeded(processes),
    sleep: () => undefined,
    uid: 0,
    disk,
  };
}

export function openOn(disk: Disk, home = "/home", clock = NOW): DiskJournal {
  const options = optionsOn(disk, home, clock);
  return isSealedAt(disk, options.places) ? reopen(options, kit(), [PASS, NEW_PASS]) : openJournal(options);
}

export interface Scenario {
  readonly name: string;
  readonly prepare: (journal: DiskJournal, disk: Disk) => void;
  readonly act: (journal: DiskJournal) => void;
}

const longWords = "A caller shouted about a refund I could not give. ".repeat(40);

function month(journal: DiskJournal): void {
  put(journal, ...Array.from({ length: 12 }, (_, n) => note(`a${n}`, `${n} ${longWords}`)));
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "the first entry of all",
    prepare: () => undefined,
    act: (journal) => {
      put(journal, note("first", longWords));
    },
  },
  {
    name: "one entry more",
    prepare: month,
    act: (journal) => {
      put(journal, note("more", longWords));
    },
  },
  {
    name: "an edit",
    prepare: month,
    act: (journal) => {
      put(journal, note("a3", "changed"));
    },
  },
  {
    name: "a deletion",
    prepare: month,
    act: (journal) => {
      remove(journal, "a4", "a5");
    },
  },
  {
    name: "an entry that changes its month",
    prepare: month,
    act: (journal) => {
      put(journal, note("a6", "moved", "2026-12-01"));
    },
  },
  {
    name: "many entries in many months",
    prepare: month,
    act: (journal) => {
      put(journal, ...[1, 3, 5, 7, 9, 11].map((n) => note(`m${n}`, "x", `2026-${String(n).padStart(2, "0")}-03`)));
    },
  },
  {
    name: "a setting and a plan",
    prepare: month,
    act: (journal) => {
      journal.write("config", AT, (_, change) => {
        change.putIn("settings", { id: "goal", at: AT, value: "kind" });
        change.putIn("plans", { id: "p", at: AT, trigger: "rude_tone", plan: { if: "a", then: "b" } });
      });
    },
  },
  {
    name: "undo",
    prepare: (journal) => {
      month(journal);
      put(journal, note("a1", "to be taken back", "2026-12-02"), note("a2", "too"));
    },
    act: (journal) => {
      undo(journal, AT);
    },
  },
];

function restorable(journal: DiskJournal, disk: Disk): void {
  month(journal);
  backup(journal, "/home/copy.json", AT);
  put(journal, note("a1", "later"), note("new", "later", "2026-12-01"));
  remove(journal, "a2");
  disk.assertWritable("/home");
}

/** Those that do more than one step: each of their states is one of a few. */
export const CARE: readonly Scenario[] = [
  {
    name: "a restore",
    prepare: restorable,
    act: (journal) => {
      restore(journal, "/home/copy.json", AT);
    },
  },
];

function few(journal: DiskJournal): void {
  put(journal, note("a0", longWords), note("a1", longWords, "2026-10-02"));
  put(journal, note("a0", "changed"));
}

function sealedFew(journal: DiskJournal): void {
  few(journal);
  seal(journal.store, kit());
}

/** A run without the passphrase on the disk of another one. */
function withoutPassphrase(journal: DiskJournal): DiskJournal {
  return writeOnly({ ...journal.store.options }, kit());
}

/** The same of a journal that is sealed, or becomes so. Opening it puts in its place what waits in the inbox. */
export const SEALED: readonly Scenario[] = [
  {
    name: "sealing",
    prepare: few,
    act: (journal) => {
      seal(journal.store, kit());
    },
  },
  {
    name: "one entry more, sealed",
    prepare: sealedFew,
    act: (journal) => {
      put(journal, note("more", longWords));
    },
  },
  {
    name: "one entry more without the passphrase",
    prepare: sealedFew,
    act: (journal) => {
      put(withoutPassphrase(journal), note("more", longWords));
    },
  },
  {
    name: "unlocking with entries in the inbox",
    prepare: (journal) => {
      sealedFew(journal);
      put(withoutPassphrase(journal), note("more", longWords));
      put(withoutPassphrase(journal), note("most", longWords, "2026-12-01"));
    },
    act: () => undefined,
  },
  {
    name: "another passphrase",
    prepare: sealedFew,
    act: (journal) => {
      changePassphrase(journal.store, vaultOf(journal), kit().newKey);
    },
  },
  {
    name: "taking the seal off",
    prepare: sealedFew,
    act: (journal) => {
      openForGood(journal.store, vaultOf(journal));
    },
  },
];

/** Everything that is shown, as one text. */
export function state(journal: DiskJournal): string {
  return JSON.stringify([everything(journal), journal.book("settings"), journal.book("plans")]);
}

/** What must hold of a journal after any fault: everything can be read, and the next save works and loses nothing. */
export function trouble(disk: Disk, allowed: readonly string[], home = "/home"): string | null {
  const clock = NOW + 60_000;
  const journal = openOn(disk, home, clock);
  const found = state(journal);
  if (!allowed.includes(found)) return "lost: neither the state before nor the one after";
  if (journal.problems().length > 0) return `unreadable: ${JSON.stringify(journal.problems())}`;
  put(openOn(disk, home, clock), note("afterwards", "x", "2026-08-01"));
  const next = openOn(disk, home, clock);
  remove(next, "afterwards");
  if (state(openOn(disk, home, clock)) !== found) return "lost: the next save changed something else";
  if (next.problems().length > 0) return `unreadable: ${JSON.stringify(next.problems())}`;
  return null;
}
