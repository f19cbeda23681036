import type { Facts, Mark, PlainSetting } from "../facts.ts";
import { PLAIN_SETTINGS, readFacts, writeFacts } from "../facts.ts";
import { monthsOf } from "../months.ts";
import type { Place } from "../record.ts";
import type { Store } from "../store.ts";
import { entriesOf, recordsOf } from "../union.ts";

const DAY = 86_400_000;
/** A shift that was started and not ended encloses 16 hours at most. */
const DAYS = 3;

function nearMonths(store: Store): readonly string[] {
  const now = store.options.clock();
  const near = new Set([-DAYS, 0, 1].map((days) => new Date(now + days * DAY).toISOString().slice(0, 7)));
  return monthsOf(store).filter((month) => near.has(month));
}

function marksIn(store: Store, months: readonly string[]): readonly Mark[] {
  const since = store.options.clock() - DAYS * DAY;
  return months
    .flatMap((month) => entriesOf(store, month))
    .filter(({ kind, at }) => (kind === "start" || kind === "end") && Date.parse(at) >= since)
    .map(({ id, kind, at, shift }) => ({ id, kind, at, shift }));
}

function settingsIn(store: Store): readonly PlainSetting[] {
  return recordsOf(store, "settings").flatMap(({ id, at, value }) =>
    PLAIN_SETTINGS.includes(id) && typeof value === "string" ? [{ id, at, value }] : [],
  );
}

/** Writes down anew what a sealed journal must know, where the files it was taken from changed. The journal must be open. */
export function takeFacts(store: Store): void {
  const months = nearMonths(store);
  const places: Place[] = ["books/settings", ...months.map((month): Place => `entries/${month}`)];
  const day = new Date(store.options.clock()).toISOString().slice(0, 10);
  const stamp = [day, ...places.flatMap((place) => store.filesOf(place).map((file) => store.stampOf(file)))].join("|");
  if (readFacts(store)?.stamp === stamp) return;
  const facts: Facts = { stamp, settings: settingsIn(store), marks: marksIn(store, months) };
  writeFacts(store, facts);
}
