import { isAnywhere, stripEverywhere } from "../forget.ts";
import { monthsOf } from "../months.ts";
import { idOf, isForgotten, type Place } from "../record.ts";
import type { Store } from "../store.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";

function forgottenIds(store: Store): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const month of monthsOf(store)) {
    const place: Place = `entries/${month}`;
    for (const known of store.records(place)) if (isForgotten(known)) ids.add(idOf(known.record));
    store.forgetPlace(place);
  }
  return ids;
}

/** Words of entries that were deleted for good on another computer, and that this one still keeps. */
export function findForgotten(store: Store): readonly Finding[] {
  const ids = forgottenIds(store);
  if (ids.size === 0 || !isAnywhere(store, ids)) return [];
  return [
    {
      file: store.shown(store.options.places.local),
      what: "It still has words of entries that were deleted for good, perhaps on another computer.",
      repair: "evenkeel doctor --repair takes them away.",
      mend: ({ store: mended }) => `${counted(stripEverywhere(mended, forgottenIds(mended)).files, "file was", "files were")} cleared of them.`,
    },
  ];
}
