import { commit } from "../commit.ts";
import { monthsOf } from "../months.ts";
import type { Known, Place } from "../record.ts";
import { succeed, winner } from "../record.ts";
import type { StepChange } from "../steps.ts";
import type { Store } from "../store.ts";
import { everyRecord, liveRecords } from "../union.ts";
import type { Finding, Mending } from "./finding.ts";
import { counted } from "./finding.ts";

/** Ids shown in more than one month, as when two computers brought in the same entry under different shifts. */
function doubles(store: Store): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, readonly Place[]>();
  for (const month of monthsOf(store)) {
    const place: Place = `entries/${month}`;
    for (const { entry } of liveRecords(store, place)) places.set(entry.id, [...(places.get(entry.id) ?? []), place]);
    store.forgetPlace(place);
  }
  return new Map([...places].filter(([, found]) => found.length > 1));
}

/** Markers that leave an entry in one month only: where the record stands that wins. */
function markers(store: Store, id: string, places: readonly Place[], mending: Mending): readonly StepChange[] {
  const known: readonly Known[] = everyRecord(
    store,
    id,
    places.flatMap((place) => store.recordsById(place).get(id) ?? []),
  );
  const shown = winner(known)?.place;
  if (shown === undefined) return [];
  const to = shown.slice("entries/".length);
  const envelope = { ...succeed(known, mending.device), saved: mending.at };
  return places
    .filter((place) => place !== shown)
    .map((place) => ({ place, record: { ...envelope, id, gone: "moved" as const, to } }));
}

export function findDoubles(store: Store): readonly Finding[] {
  const found = doubles(store);
  if (found.size === 0) return [];
  return [
    {
      file: store.shown(store.options.places.journal),
      what: `${counted(found.size, "entry stands", "entries stand")} in more than one month.`,
      repair: "evenkeel doctor --repair leaves the newest of each.",
      mend: (mending) => {
        const changes = [...doubles(store)].flatMap(([id, places]) => markers(store, id, places, mending));
        const { at, device } = mending;
        commit(store, { seq: 0, command: "doctor", at, device, kept: false, changes });
        store.forgetRead();
        return `${counted(changes.length, "double was", "doubles were")} put right.`;
      },
    },
  ];
}
