import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Disk } from "../../src/journal/disk.ts";
import { nodeDisk } from "../../src/journal/disk.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { openJournal } from "../../src/journal/open.ts";
import { places } from "../../src/journal/places.ts";
import type { StoreOptions } from "../../src/journal/store-options.ts";
import type { Entry, Note } from "../../src/reflection/entry.ts";

export const NOW = Date.parse("2026-11-22T03:40:00+01:00");
export const AT = "2026-11-22T03:40:00+01:00";

/** Random numbers that are the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The real disk without the waiting for it: what survives a power cut is tested in power.test.ts. */
export const quickDisk: Disk = { ...nodeDisk, fsync: () => undefined };

export function options(home: string, more: Partial<StoreOptions> = {}): StoreOptions {
  return {
    places: places({ EVENKEEL_HOME: home }, "linux", "/nowhere"),
    clock: () => NOW,
    hostname: "desk-7",
    random: seeded(7),
    disk: quickDisk,
    shown: (file) => file.replace(home, "~"),
    ...more,
  };
}

export function open(home: string, more: Partial<StoreOptions> = {}): DiskJournal {
  return openJournal(options(home, more));
}

/** A second machine that shares the journal's folder and nothing else. */
export function openBeside(home: string, host: string, more: Partial<StoreOptions> = {}): DiskJournal {
  const own = options(join(home, host), { hostname: host, random: seeded(host.length + 100), ...more });
  return openJournal({ ...own, places: { ...own.places, journal: join(home, "journal") } });
}

export function note(id: string, what: string, shift = "2026-11-22", at = `${shift}T03:40:00+01:00`): Note {
  return { id, kind: "note", at, shift, what };
}

export function put(journal: DiskJournal, ...entries: Entry[]): void {
  journal.write("reflect", AT, (_, change) => {
    for (const entry of entries) change.put(entry);
  });
}

export function remove(journal: DiskJournal, ...ids: string[]): void {
  journal.write("delete", AT, (_, change) => {
    for (const id of ids) change.remove(id);
  });
}

/** Everything in the journal, oldest first. */
export function everything(journal: DiskJournal): readonly Entry[] {
  return journal.between("0000-01-01", "9999-12-31");
}

/** `id what` of every note, oldest first. */
export function words(journal: DiskJournal): readonly string[] {
  return everything(journal).map((entry) => `${entry.id} ${"what" in entry ? (entry.what ?? "") : ""}`);
}

/** Every file under a folder, relative, sorted. */
export function filesUnder(folder: string, from = folder): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path, from) : [relative(from, path)];
    });
}

/** Every file under a folder with what stands in it. */
export function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(filesUnder(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
