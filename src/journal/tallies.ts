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
  /** Months that are not asked for leave the cache: for figures that only a window needs. */
  readonly onlyAsked?: true;
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

function write(store: Store, path: string, value: unknown): void {
  const { disk, vault, random } = store.options;
  if (vault.state === "writing") return;
  attempt(() => {
    ensureFolder(disk, dirname(path));
    replaceFile(disk, path, vault.seal(Buffer.from(JSON.stringify(value))), { owner: "tally", random, durable: false });
  });
}

/** A month with a damaged file is read each time, so that the trouble is told each time. */
function isSoundMonth(store: Store, places: readonly Place[]): boolean {
  const files = places.flatMap((place) => store.filesOf(place)).map((file) => store.shown(store.pathOf(file.relative)));
  return ![...store.problems.values()].some(({ file }) => files.includes(file));
}

function forgetOthers(kept: Map<string, Kept>, months: readonly string[]): void {
  for (const month of kept.keys()) if (!months.includes(month)) kept.delete(month);
}

/**
 * The figure of each month, made anew only for months whose files changed.
 *
 * The cache is derived: it may be deleted at any time, and one that is damaged or cannot be written is made anew.
 * @param madeOf takes up every place the figures were made of
 */
export function tallies<T>(
  store: Store,
  months: readonly string[],
  kind: TallyKind<T>,
  madeOf = new Set<Place>(),
): ReadonlyMap<string, T> {
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
      for (const place of known.places) madeOf.add(place);
      continue;
    }
    const value = kind.compute(entriesOf(store, month));
    const places = linkedPlaces(store, `entries/${month}`);
    figures.set(month, value);
    for (const place of places) madeOf.add(place);
    if (isSoundMonth(store, places)) kept.set(month, { stamp: stampOf(store, places), places, value });
    else kept.delete(month);
    if (!read.has(`entries/${month}`)) store.forgetPlace(`entries/${month}`);
    changed = true;
  }
  if (kind.onlyAsked === true) forgetOthers(kept, months);
  if (changed && !waiting) write(store, path, { tally: kind.version, months: Object.fromEntries(kept) });
  return figures;
}

/** A figure made of many months at once. */
export interface WholeKind<T> extends Pick<TallyKind<T>, "name" | "version" | "check"> {
  /** What it is made from beside the months, as text. */
  readonly source: string;
  /** Makes it anew, and names every place it was made of. */
  readonly make: () => { readonly value: T; readonly places: Iterable<Place> };
}

/** One figure of many months, made anew when any of the files it was made of changed, or its source did. */
export function wholeTally<T>(store: Store, { name, version, check, source, make }: WholeKind<T>): T {
  const path = join(store.options.places.cache, `tally-${name}.json`);
  const waiting = store.waitingPlaces().length > 0;
  const found = waiting ? null : ifPossible(() => readLocal(store, { path, words: true }));
  if (isKept(found) && "tally" in found && found.tally === version && "source" in found && found.source === source) {
    if (check(found.value) && stampOf(store, found.places) === found.stamp) return found.value;
  }
  const { value, places } = make();
  const all = [...places];
  if (!waiting && isSoundMonth(store, all)) {
    write(store, path, { tally: version, source, stamp: stampOf(store, all), places: all, value });
  }
  return value;
}
