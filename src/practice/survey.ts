import type { Entry, Reflection } from "../reflection/entry.ts";
import { daysBetween } from "../reflection/moment.ts";
import { STAGES, SUPPORT_TRIGGER, type Stage } from "../reflection/vocabulary.ts";
import { CLOSE } from "./evidence.ts";
import { type Now, timedInOrder } from "./moments.ts";
import { recency, severity } from "./score.ts";
import type { Weights } from "./shapes.ts";
import type { Resolve } from "./triggers.ts";
import { type Span, within } from "./window.ts";

/** Counts by id. */
export type Counts = Map<string, number>;

/** What the reflections of one trigger in a window come to. Its size does not grow with their number. */
export interface Sum {
  readonly trigger: string;
  count: number;
  /** How many entries gave each strength, 0 to 10. */
  readonly strengths: number[];
  readonly stages: Counts;
  readonly reactions: Counts;
  readonly needs: Counts;
  readonly control: { answered: number; notMine: number };
  readonly held: { answered: number; steady: number };
  /** Σ weight · severity, not rounded. */
  score: number;
  last: { readonly time: number; readonly id: string; readonly shift: string };
}

/** What the entries of a window come to. */
export interface Survey {
  readonly sums: Map<string, Sum>;
  /** Shift-days with any record. */
  readonly shifts: Set<string>;
  /** What an entry of a shift-day weighs. */
  readonly recencies: Map<string, number>;
  reflections: number;
}

export interface SurveyRules {
  readonly span: Span;
  readonly now: Pick<Now, "shift">;
  readonly weights: Weights;
  readonly resolve: Resolve;
}

function newSurvey(): Survey {
  return { sums: new Map(), shifts: new Set(), recencies: new Map(), reflections: 0 };
}

function newSum(trigger: string): Sum {
  return {
    trigger,
    count: 0,
    strengths: new Array<number>(11).fill(0),
    stages: new Map(),
    reactions: new Map(),
    needs: new Map(),
    control: { answered: 0, notMine: 0 },
    held: { answered: 0, steady: 0 },
    score: 0,
    last: { time: -Infinity, id: "", shift: "" },
  };
}

function countUp(counts: Counts, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

function addAnswers(sum: Sum, entry: Reflection): void {
  const { strength, stage, reactions = [], need, control, held } = entry;
  if (strength !== undefined) sum.strengths[strength] = (sum.strengths[strength] ?? 0) + 1;
  if (stage !== undefined) countUp(sum.stages, stage);
  for (const reaction of reactions) countUp(sum.reactions, reaction);
  if (need !== undefined) countUp(sum.needs, need);
  if (control !== undefined) sum.control.answered += 1;
  if (control === "not_mine") sum.control.notMine += 1;
  if (held !== undefined) sum.held.answered += 1;
  if (held !== undefined && held >= CLOSE) sum.held.steady += 1;
}

/** Entries of one shift weigh the same; a date is read once. */
function weightOf({ recencies }: Survey, shift: string, { now, weights }: SurveyRules): number {
  const known = recencies.get(shift);
  const weight = known ?? recency(daysBetween(shift, now.shift), weights.halfLifeDays);
  if (known === undefined) recencies.set(shift, weight);
  return weight;
}

function addReflection(survey: Survey, entry: Reflection, time: number, rules: SurveyRules): void {
  const { weights, resolve } = rules;
  const trigger = resolve(entry.trigger);
  const sum = survey.sums.get(trigger) ?? newSum(trigger);
  survey.sums.set(trigger, sum);
  survey.reflections += 1;
  sum.count += 1;
  addAnswers(sum, entry);
  sum.score += weightOf(survey, entry.shift, rules) * severity(entry, weights);
  if (time > sum.last.time || (time === sum.last.time && entry.id > sum.last.id)) {
    sum.last = { time, id: entry.id, shift: entry.shift };
  }
}

/** Adds entries to a survey; those outside its span are passed over. Months may be added one at a time. */
function surveyInto(survey: Survey, entries: readonly Entry[], rules: SurveyRules): void {
  for (const { entry, time } of timedInOrder(entries)) {
    if (!within(rules.span, entry.shift)) continue;
    survey.shifts.add(entry.shift);
    if (entry.kind === "reflection") addReflection(survey, entry, time, rules);
  }
}

/** Surveys entries that come in parts, a month at a time: only one part is held. */
export function surveyOfParts(parts: Iterable<readonly Entry[]>, rules: SurveyRules): Survey {
  const survey = newSurvey();
  for (const entries of parts) surveyInto(survey, entries, rules);
  return survey;
}

/** Surveys entries at once. */
export function surveyOf(entries: readonly Entry[], rules: SurveyRules): Survey {
  return surveyOfParts([entries], rules);
}

/** A trigger's score; 0 where it did not come up in the window, and never one for the support trigger. */
export function scoreOf(survey: Survey, trigger: string): number | null {
  return trigger === SUPPORT_TRIGGER ? null : (survey.sums.get(trigger)?.score ?? 0);
}

/** The most frequent stage, the earlier one on the road where two tie; null where none was named. */
export function mostFrequentStage(stages: ReadonlyMap<string, number>): Stage | null {
  let best: Stage | null = null;
  for (const stage of STAGES) {
    if ((stages.get(stage) ?? 0) > (best === null ? 0 : (stages.get(best) ?? 0))) best = stage;
  }
  return best;
}
