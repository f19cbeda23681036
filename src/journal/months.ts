import type { Store } from "./store.ts";

/** All months that have a file, ascending. */
export function monthsOf(store: Store): readonly string[] {
  const places = [...store.files("entries").map((file) => file.place), ...store.waitingPlaces()];
  const months = places.flatMap((place) => (place.startsWith("entries/") ? [place.slice("entries/".length)] : []));
  return [...new Set(months)].sort();
}
