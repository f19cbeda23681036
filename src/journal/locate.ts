import { idsIn, rawText } from "./lines.ts";
import type { Known, Place } from "./record.ts";
import type { Store } from "./store.ts";
import { everyRecord } from "./union.ts";

const DAY = 86_400_000;
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The moment in a ULID (its first 10 letters, Crockford base 32, milliseconds), or null for any other id. */
function momentIn(id: string): number | null {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return null;
  let moment = 0;
  for (let index = 0; index < 10; index += 1) moment = moment * 32 + CROCKFORD.indexOf(id.charAt(index));
  return moment;
}

/** Months the shift of an entry can be in that was given its id at that moment. */
function monthsAround(moment: number): ReadonlySet<string> {
  return new Set([-2 * DAY, 0, DAY].map((offset) => new Date(moment + offset).toISOString().slice(0, 7)));
}

/** Places whose raw text names one of the ids. Linear in the whole journal. */
function placesNaming(store: Store, ids: ReadonlySet<string>): readonly Place[] {
  const written = new Set([...ids].map((id) => JSON.stringify(id).slice(1, -1)));
  const places = store.files("entries").flatMap((file) => {
    const text = rawText(store, file);
    if (text === null) return [file.place];
    for (const id of idsIn(text)) if (written.has(id)) return [file.place];
    return [];
  });
  return [...new Set(places)];
}

/**
 * Where the records of some entries are to be looked for, each id with the month it is to be put in (null: unknown).
 *
 * A new ULID is looked for in the months its own moment points to, so that saving costs its own month only. Any other
 * id, and one that is put far from its moment, is looked for everywhere, unless a month read before already has it.
 */
function placesFor(store: Store, wanted: ReadonlyMap<string, string | null>): readonly Place[] {
  const read = store.readPlaces().filter((place) => place.startsWith("entries/"));
  const places = new Set<Place>(read);
  const everywhere = new Set<string>();
  const isKnown = (id: string, month: string | null): boolean =>
    (month !== null && store.recordsById(`entries/${month}`).has(id)) ||
    read.some((place) => store.recordsById(place).has(id));
  for (const [id, month] of wanted) {
    if (month !== null) places.add(`entries/${month}`);
    const moment = momentIn(id);
    const around = moment === null ? null : monthsAround(moment);
    for (const near of around ?? []) places.add(`entries/${near}`);
    const isNear = month !== null && around?.has(month) === true;
    if (!isNear && !isKnown(id, month)) everywhere.add(id);
  }
  if (everywhere.size > 0) for (const place of placesNaming(store, everywhere)) places.add(place);
  return [...places];
}

/** Every record of some entries, in whichever month; an id without any is left out. */
export function locate(
  store: Store,
  wanted: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, readonly Known[]> {
  const found = new Map<string, readonly Known[]>();
  for (const place of placesFor(store, wanted)) {
    const here = store.recordsById(place);
    // One may hold few and the other a whole import: the shorter way round.
    for (const id of here.size < wanted.size ? here.keys() : wanted.keys()) {
      const records = wanted.has(id) ? here.get(id) : undefined;
      if (records !== undefined) found.set(id, [...(found.get(id) ?? []), ...records]);
    }
  }
  return new Map([...found].map(([id, records]) => [id, everyRecord(store, id, records)]));
}
