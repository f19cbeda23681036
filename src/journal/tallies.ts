import { dirname, join } from "node:path";
import type { Entry } from "../reflection/entry.ts";
import { ensureFolder, replaceFile } from "./atomic.ts";
import { attempt } from "./disk.ts";
import { readLocal } from "./local.ts";
import type { Place } from "./record.ts";
import type { Store } from "./store.ts";
import { ifPossible } from "./trouble.ts";
import { entriesOf, linkedPlaces } from "./union.ts";

/** A small figure made of each month's entries. Another `version` makes all of them anew. */
export interface TallyKind<T> {
  /** Lower-case letters; names the file in the cache. */
  readonly name: string;
  readonly version: number;
  /** Plain JSON data out of one month's entries, in order, and nothing else. */
  readonly compute: (entries: readonly Entry[]) => T;
  /** Whether what was found in the cache has the shape of a figure. */
  readonly check: (value: unknown) => value is T;
}

interface Kept {
  /** The files it was made of, and months that those point to. */
  readonly stamp: string;
  readonly places: readonly Place[];
  readonly value: unknown;
}

type KeptMonths = Readonly<Record<string, Kept>>;

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("value" in value)) return false;
  const { stamp, places } = value as Partial<Kept>;
  return typeof stamp === "string" && Array.isArray(places) && places.every((place) => typeof place === "string");
}

function keptMonths(store: Store, path: string, version: number): ReadonlyMap<string, Kept> {
  const value = ifPossible(() => readLocal(store, { path, words: true }));
  if (typeof value !== "object" || value === null || !("months" in value) || !("tally" in value)) return new Map();
  if (value.tally !== version || typeof value.months !== "object" || value.months === null) return new Map();
  return new Map(Object.entries(value.months as KeptMonths).filter(([, kept]) => isKept(kept)));
}

/** Names, sizes, inodes and times of the files in some places: another text means that something changed. */
function stampOf(store: Store, places: readonly Place[]): string {
  return places.flatMap((place) => store.filesOf(place).map((file) => store.stampOf(file))).join("|");
}

function keep(store: Store, path: string, version: number, months: ReadonlyMap<string, Kept>): void {
  const { disk, vault, random } = store.options;
  const text = JSON.stringify({ tally: version, months: Object.fromEntries(months) });
  attempt(() => {
    ensureFolder(disk, dirname(path));
    replaceFile(disk, path, vault.seal(Buffer.from(text)), { owner: "tally", random, durable: false });
  });
}

/**
 * The figure of each month, made anew only for months whose files changed.
 *
 * The cache is derived: it may be deleted at any time, and one that is damaged or cannot be written is made anew.
 */
export function tallies<T>(store: Store, months: readonly string[], kind: TallyKind<T>): ReadonlyMap<string, T> {
  const path = join(store.options.places.cache, `tally-${kind.name}.json`);
  const kept = new Map(keptMonths(store, path, kind.version));
  const read = new Set(store.readPlaces());
  const waiting = store.waitingPlaces().length > 0;
  const figures = new Map<string, T>();
  let changed = false;
  for (const month of months) {
    const known = waiting ? undefined : kept.get(month);
    if (known !== undefined && kind.check(known.value) && stampOf(store, known.places) === known.stamp) {
      figures.set(month, known.value);
      continue;
    }
    const value = kind.compute(entriesOf(store, month));
    const places = linkedPlaces(store, `entries/${month}`);
    figures.set(month, value);
    kept.set(month, { stamp: stampOf(store, places), places, value });
    if (!read.has(`entries/${month}`)) store.forgetPlace(`entries/${month}`);
    changed = true;
  }
  if (changed && !waiting) keep(store, path, kind.version, kept);
  return figures;
}
