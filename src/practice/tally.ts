import type { Entry, Plan, Reflection } from "../reflection/entry.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { type Evidence, NO_EVIDENCE, withCase } from "./evidence.ts";
import { instant, timedInOrder } from "./moments.ts";
import type { PlanChange } from "./records.ts";
import { byText, type Resolve } from "./triggers.ts";

/** Strengths kept for each trigger: what the change of strength reads. */
export const STRENGTHS = 16;

/** What began a run: a wording, a dropped plan, or nothing (the evidence is for the plan that was already there). */
type Opening =
  | ({ readonly kind: "plan"; readonly since: string } & Plan)
  | { readonly kind: "dropped" }
  | { readonly kind: "before" };

/** Cases under one wording, in one stretch of time. */
export interface Run {
  readonly opening: Opening;
  readonly evidence: Evidence;
}

export interface TriggerTally {
  readonly trigger: string;
  /** The first is always `before`; each later one differs in wording from the one before it. */
  readonly runs: readonly Run[];
  /** The newest kind line an entry carries. */
  readonly line: string | null;
  /** The last 16 strengths, oldest first. */
  readonly strengths: readonly number[];
}

/**
 * What a stretch of time, a month as a rule, adds to each trigger's plan. Plain JSON and small whatever it stands for.
 *
 * It is derived and never a second truth: the same entries, plan changes and merges give the same tally.
 */
export interface Tally {
  /** Instants of the first and the last reflection in it; null without one. */
  readonly first: number | null;
  readonly last: number | null;
  readonly reflections: number;
  readonly triggers: readonly TriggerTally[];
}

/** The same wording: after trimming and folding of white space. Capitals and stops count. */
export function sameWording(a: Plan, b: Plan): boolean {
  if (a.if === b.if && a.then === b.then) return true;
  const fold = (text: string): string => text.trim().replace(/\s+/g, " ");
  return fold(a.if) === fold(b.if) && fold(a.then) === fold(b.then);
}

/** One trigger while its cases are counted. */
interface Counting {
  readonly runs: Run[];
  line: string | null;
  readonly strengths: number[];
}

function lastRun(runs: readonly Run[]): Run {
  return runs.at(-1) ?? { opening: { kind: "before" }, evidence: NO_EVIDENCE };
}

function setPlan(runs: Run[], plan: Plan | null, since: string): void {
  const { opening, evidence } = lastRun(runs);
  if (plan === null) {
    if (opening.kind !== "dropped") runs.push({ opening: { kind: "dropped" }, evidence: NO_EVIDENCE });
  } else if (opening.kind === "plan" && sameWording(opening, plan)) {
    runs[runs.length - 1] = { opening: { ...opening, if: plan.if, then: plan.then }, evidence };
  } else {
    runs.push({ opening: { kind: "plan", if: plan.if, then: plan.then, since }, evidence: NO_EVIDENCE });
  }
}

/** Its use counts for the plan in force before it; only then does its own plan come into force. */
function addCase(counting: Counting, entry: Reflection): void {
  const { opening, evidence } = lastRun(counting.runs);
  counting.runs[counting.runs.length - 1] = { opening, evidence: withCase(evidence, entry) };
  if (entry.plan !== undefined) setPlan(counting.runs, entry.plan, entry.at);
  if (entry.line !== undefined) counting.line = entry.line;
  if (entry.strength !== undefined) counting.strengths.push(entry.strength);
  if (counting.strengths.length > STRENGTHS) counting.strengths.shift();
}

interface Happening {
  readonly time: number;
  readonly record: Reflection | PlanChange;
}

/** Entries in order, each plan change after the entries of its own instant. */
function happenings(entries: readonly Reflection[], changes: readonly PlanChange[]): readonly Happening[] {
  const cases = timedInOrder(entries).map(({ entry, time }): Happening => ({ time, record: entry }));
  if (changes.length === 0) return cases;
  const all = [...cases, ...changes.map((record) => ({ time: instant(record.at), record }))];
  const rank = ({ record }: Happening): number => ("kind" in record ? 0 : 1);
  return all.sort((a, b) => a.time - b.time || rank(a) - rank(b) || byText(a.record.id, b.record.id));
}

/**
 * Tallies a stretch of time.
 * @param entries all entries of the stretch, in any order; only reflections count
 * @param changes the plan changes that fall into it
 */
export function tallyOf(entries: readonly Entry[], changes: readonly PlanChange[], resolve: Resolve): Tally {
  const reflections = entries.filter((entry) => entry.kind === "reflection");
  const countings = new Map<string, Counting>();
  const countingOf = (trigger: string): Counting => {
    const known = countings.get(trigger);
    if (known !== undefined) return known;
    const runs: Run[] = [{ opening: { kind: "before" }, evidence: NO_EVIDENCE }];
    const counting: Counting = { runs, line: null, strengths: [] };
    countings.set(trigger, counting);
    return counting;
  };
  const inTurn = happenings(reflections, changes);
  for (const { record } of inTurn) {
    const trigger = resolve(record.trigger);
    if (trigger === SUPPORT_TRIGGER) continue;
    const counting = countingOf(trigger);
    if ("kind" in record) addCase(counting, record);
    else setPlan(counting.runs, record.plan, record.at);
  }
  const isCase = ({ record }: Happening): boolean => "kind" in record;
  return {
    first: inTurn.find(isCase)?.time ?? null,
    last: inTurn.findLast(isCase)?.time ?? null,
    reflections: reflections.length,
    triggers: Array.from(countings, ([trigger, counting]) => ({ trigger, ...counting })),
  };
}
