import type { Entry, Plan } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import { type Grade, SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { marked } from "./kind-lines.ts";
import type { Ledger } from "./ledger.ts";
import { inOrder, instant, type Now } from "./moments.ts";
import type { PersonalTrigger, ReminderRecord } from "./records.ts";
import { byText, byVocabulary, resolver } from "./triggers.ts";

/** How many plans a session brings at most. */
export const MOST_AT_ONCE = 3;
/** A plan is seen again after at most so many days. */
export const MOST_DAYS = 21;

/** One time a plan was called to mind: in a rehearsal, or in a real case. */
export interface Practised {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly grade: Grade;
}

/**
 * Days from the last practice to the next, at least 1.
 * @param since the moment of the wording; `practised` is later, in order, and not empty
 */
export type NextInterval = (since: string, practised: readonly Practised[]) => number;

/** A plan to rehearse. `due` is a date on the clock of its last practice. */
export interface PlanToRehearse extends Plan {
  readonly trigger: string;
  readonly due: string;
  /** How often it was practised since its wording. */
  readonly practised: number;
}

export interface RehearseInput {
  readonly ledger: Ledger;
  /** In any order: at least every entry since the oldest wording in force. */
  readonly entries: readonly Entry[];
  readonly triggers: readonly PersonalTrigger[];
  /** The reminders book. */
  readonly reminders: readonly ReminderRecord[];
}

/** A real case counts as well: a plan that slipped the mind was not there, one that was used came. */
function gradeOf(entry: Entry): Grade | null {
  if (entry.kind === "rehearsal") return entry.grade;
  if (entry.kind !== "reflection") return null;
  return entry.planUse === "used" ? "good" : entry.planUse === "forgot" ? "forgot" : null;
}

/** When each trigger's plan was called to mind, in order. */
function practisedBy({ entries, triggers }: RehearseInput): ReadonlyMap<string, readonly Practised[]> {
  const resolve = resolver(triggers);
  const found = new Map<string, Practised[]>();
  for (const entry of inOrder(entries)) {
    const grade = gradeOf(entry);
    if (grade === null || (entry.kind !== "rehearsal" && entry.kind !== "reflection")) continue;
    const trigger = resolve(entry.trigger);
    const its = found.get(trigger) ?? [];
    its.push({ at: entry.at, grade });
    found.set(trigger, its);
  }
  return found;
}

function dueOf(since: string, practised: readonly Practised[], nextInterval: NextInterval): string {
  const last = practised.at(-1);
  if (last === undefined) return since.slice(0, 10);
  return addDays(last.at.slice(0, 10), Math.min(MOST_DAYS, nextInterval(since, practised)));
}

/**
 * Every plan in force with the date of its next rehearsal, the earliest first. Nothing of it is stored: what was
 * practised since the wording began is replayed each time, so another wording begins anew. Plans that were retired,
 * those of retired triggers and the support trigger have none. A new plan is due at once.
 */
export function plansToRehearse(input: RehearseInput, nextInterval: NextInterval): readonly PlanToRehearse[] {
  const { ledger, triggers, reminders } = input;
  const marks = marked(reminders, resolver(triggers));
  const retired = new Set(triggers.filter((trigger) => trigger.retired === true).map(({ id }) => id));
  const practised = practisedBy(input);
  return ledger.triggers
    .flatMap(({ trigger, plan }): PlanToRehearse[] => {
      if (plan === null || trigger === SUPPORT_TRIGGER || retired.has(trigger) || marks.isRetired(`plan:${trigger}`)) return [];
      const since = instant(plan.since);
      const its = (practised.get(trigger) ?? []).filter(({ at }) => instant(at) > since);
      return [{ trigger, if: plan.if, then: plan.then, due: dueOf(plan.since, its, nextInterval), practised: its.length }];
    })
    .sort((a, b) => byText(a.due, b.due) || byVocabulary(a.trigger, b.trigger));
}

/** The plans of one session: those that are due, at most three. */
export function duePlans(plans: readonly PlanToRehearse[], now: Pick<Now, "at">): readonly PlanToRehearse[] {
  const today = now.at.slice(0, 10);
  return plans.filter(({ due }) => due <= today).slice(0, MOST_AT_ONCE);
}
