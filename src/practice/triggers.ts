import { TRIGGERS } from "../reflection/vocabulary.ts";
import type { PersonalTrigger } from "./records.ts";

const PLACES: ReadonlyMap<string, number> = new Map(TRIGGERS.map((id, place) => [id, place]));

/** Code units: the same on every machine and in every language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order that breaks ties: the vocabulary's, then all other triggers by id. */
export function byVocabulary(a: string, b: string): number {
  const places = [PLACES.get(a) ?? TRIGGERS.length, PLACES.get(b) ?? TRIGGERS.length] as const;
  return places[0] - places[1] || byText(a, b);
}

/** The trigger that another one counts for. */
export type Resolve = (trigger: string) => string;

/** Follows merges to their end. Merges that run in a circle leave the trigger as it is. */
export function resolver(triggers: readonly PersonalTrigger[]): Resolve {
  const targets = new Map<string, string>();
  for (const { id, mergedInto } of triggers) if (mergedInto !== undefined) targets.set(id, mergedInto);
  return (trigger) => {
    const seen = new Set<string>();
    let end = trigger;
    for (let next = targets.get(end); next !== undefined; next = targets.get(end)) {
      if (seen.has(end)) return trigger;
      seen.add(end);
      end = next;
    }
    return end;
  };
}
