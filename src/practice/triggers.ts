import { TRIGGERS } from "../reflection/vocabulary.ts";
import { instant } from "./moments.ts";
import type { PersonalTrigger, TriggerMark, TriggerRecord } from "./records.ts";

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
export function resolver(triggers: readonly (Pick<PersonalTrigger, "id" | "mergedInto"> & Partial<PersonalTrigger>)[]): Resolve {
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

function withMark(trigger: PersonalTrigger, mark: TriggerMark | undefined): PersonalTrigger {
  if (mark === undefined) return trigger;
  const { id, at, label } = trigger;
  const { mergedInto, retired } = mark;
  return { id, at, label, ...(mergedInto === undefined ? {} : { mergedInto }), ...(retired === undefined ? {} : { retired }) };
}

/** Merges made at once on two machines may close a circle. The latest of them then does not count. */
function withoutCircles(triggers: readonly PersonalTrigger[], mergedAt: (trigger: PersonalTrigger) => string): readonly PersonalTrigger[] {
  const merged = triggers.filter(({ mergedInto }) => mergedInto !== undefined);
  const inTurn = merged.toSorted((a, b) => instant(mergedAt(a)) - instant(mergedAt(b)) || byText(a.id, b.id));
  const kept: PersonalTrigger[] = [];
  for (const trigger of inTurn) if (resolver(kept)(trigger.mergedInto ?? "") !== trigger.id) kept.push(trigger);
  return triggers.map((trigger) => {
    if (trigger.mergedInto === undefined || kept.includes(trigger)) return trigger;
    const { mergedInto: _circle, ...alone } = trigger;
    return alone;
  });
}

/** The personal triggers that the records of the triggers book come to. */
export function personalTriggers(records: readonly TriggerRecord[]): readonly PersonalTrigger[] {
  const marks = new Map(records.flatMap((record) => ("trigger" in record ? [[record.trigger, record] as const] : [])));
  const named = records.flatMap((record) => ("trigger" in record ? [] : [withMark(record, marks.get(record.id))]));
  return withoutCircles(named, ({ id, at }) => marks.get(id)?.at ?? at);
}
