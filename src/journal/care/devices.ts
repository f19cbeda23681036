import { conflicts } from "../conflicts.ts";
import { knownDevice } from "../device.ts";
import { BOOKS } from "../check.ts";
import { monthsOf } from "../months.ts";
import type { Place } from "../record.ts";
import type { Store } from "../store.ts";
import { harmlessPath } from "../trouble.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";

/** Clocks differ by seconds; from ten minutes on, in milliseconds, one of them is wrong. */
const SKEW = 10 * 60_000;

function span(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

/** The newest moment each device put on a record. */
function newestWrites(store: Store): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  const places: Place[] = [
    ...monthsOf(store).map((month): Place => `entries/${month}`),
    ...BOOKS.map((book): Place => `books/${book}`),
  ];
  for (const place of places) {
    for (const { device, record } of store.records(place)) {
      newest.set(device, Math.max(Date.parse(record.saved), newest.get(device) ?? -Infinity));
    }
    store.forgetPlace(place);
  }
  return newest;
}

/** Records from the future: a clock was or is wrong. */
export function findSkew(store: Store): readonly Finding[] {
  const now = store.options.clock();
  const own = knownDevice(store);
  return [...newestWrites(store)].flatMap(([device, moment]) => {
    if (moment - now <= SKEW) return [];
    const who = device === own ? "this computer" : `another computer (${device})`;
    const what = `The last change by ${who} carries a time ${span(moment - now)} from now, so one of the clocks is wrong.`;
    return [{ file: store.shown(store.options.places.journal), what, repair: "Set the clock right. Nothing is lost." }];
  });
}

/** Entries that were changed on two computers before either knew of the other's change. */
export function findConflicts(store: Store): readonly Finding[] {
  return conflicts(store).map(({ id, book, copies, shown }) => {
    const name = harmlessPath(id);
    const thing = book === null ? `Entry ${name}` : `${name} in ${book}`;
    const gone = shown === null ? "deleted on one computer and changed on another" : "changed on two computers";
    const kept = counted(copies.length, "other version is", "other versions are");
    const repair = book === null ? `evenkeel edit ${name} shows them and settles it.` : "Change it again to settle it.";
    return { file: store.shown(store.options.places.journal), what: `${thing} was ${gone}; ${kept} kept.`, repair };
  });
}
