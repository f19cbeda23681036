import type { Entry, Reflection, Win } from "../reflection/entry.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { CLOSE } from "./evidence.ts";
import { inOrder, type Now } from "./moments.ts";
import { median } from "./numbers.ts";
import type { PersonalTrigger, ReviewRecord } from "./records.ts";
import { stageCounts } from "./roadmap.ts";
import { byScore } from "./score.ts";
import type { PracticeSettings, Review, ReviewWeek } from "./shapes.ts";
import { scoreOf, type Survey, surveyOf } from "./survey.ts";
import { byVocabulary, type Resolve, resolver } from "./triggers.ts";
import { weekAfter, weekOf, weekSpan } from "./week.ts";
import { type Span, windowOf, within } from "./window.ts";

const MOST_TRIGGERS = 3;

export interface ReviewInput {
  /** In any order: at least every entry of the two weeks and of the window of now (`reviewSpans`). */
  readonly entries: readonly Entry[];
  readonly reviews: readonly ReviewRecord[];
  readonly triggers: readonly PersonalTrigger[];
  readonly settings: Pick<PracticeSettings, "weights" | "weekStart">;
  readonly now: Pick<Now, "shift">;
  /** `2026-W47`; left out, the week of now. It must be a week of the calendar. */
  readonly week?: string | undefined;
}

function counted<K extends string>(keys: readonly K[], values: readonly string[]): Record<K, number> {
  const entries = keys.map((key) => [key, values.filter((value) => value === key).length]);
  return Object.fromEntries(entries) as Record<K, number>;
}

/** How much of a shift came home: what its last `end` says, else the highest of its entries; null without either. */
function carryOf(records: readonly Entry[]): number | null {
  const said = records.flatMap((entry) => (entry.kind === "end" && entry.carry !== undefined ? [entry.carry] : []));
  const felt = records.flatMap((entry) =>
    entry.kind === "reflection" && entry.carry !== undefined ? [entry.carry] : [],
  );
  return said.at(-1) ?? (felt.length === 0 ? null : Math.max(...felt));
}

function carryCounts(records: readonly Entry[], shifts: ReadonlySet<string>): ReviewWeek["carry"] {
  const carries = Array.from(shifts, (shift) => carryOf(records.filter((entry) => entry.shift === shift)));
  return counted(["0", "1", "2", "3"], carries.map(String));
}

/** Triggers that came up: most often first, then by score, then by vocabulary; never the support trigger. */
function triggersThatCameUp(
  reflections: readonly Reflection[],
  survey: Survey,
  resolve: Resolve,
): ReviewWeek["topTriggers"] {
  const counts = new Map<string, number>();
  for (const entry of reflections) {
    const trigger = resolve(entry.trigger);
    if (trigger !== SUPPORT_TRIGGER) counts.set(trigger, (counts.get(trigger) ?? 0) + 1);
  }
  return Array.from(counts, ([trigger, count]) => ({ trigger, count })).sort(
    (a, b) =>
      b.count - a.count ||
      byScore(scoreOf(survey, a.trigger), scoreOf(survey, b.trigger)) ||
      byVocabulary(a.trigger, b.trigger),
  );
}

function planCounts(reflections: readonly Reflection[]): ReviewWeek["plans"] {
  const used = reflections.filter(({ planUse }) => planUse === "used");
  return {
    used: used.length,
    held: used.filter(({ held }) => held !== undefined && held >= CLOSE).length,
    forgotten: reflections.filter(({ planUse }) => planUse === "forgot").length,
  };
}

/** The reflections of a span, in order. */
export function reflectionsIn(entries: readonly Entry[], span: Span): readonly Reflection[] {
  return inOrder(entries.filter((entry) => entry.kind === "reflection" && within(span, entry.shift)) as Reflection[]);
}

/** The wins of a span, in order. */
export function winsIn(entries: readonly Entry[], span: Span): readonly Win[] {
  return inOrder(entries.filter((entry) => entry.kind === "win" && within(span, entry.shift)) as Win[]);
}

function weekFigures(
  week: string,
  span: Span,
  entries: readonly Entry[],
  survey: Survey,
  resolve: Resolve,
): ReviewWeek {
  const records = inOrder(entries.filter(({ shift }) => within(span, shift)));
  const reflections = reflectionsIn(records, span);
  const shifts = new Set(records.map(({ shift }) => shift));
  const stages = new Map<string, number>();
  for (const { stage } of reflections) if (stage !== undefined) stages.set(stage, (stages.get(stage) ?? 0) + 1);
  return {
    week,
    ...span,
    entries: reflections.length,
    shifts: shifts.size,
    wins: winsIn(records, span).length,
    topTriggers: triggersThatCameUp(reflections, survey, resolve).slice(0, MOST_TRIGGERS),
    stages: stageCounts(stages),
    strengthMedian: median(reflections.flatMap(({ strength }) => strength ?? [])),
    held: counted(["1", "2", "3", "4", "5"], reflections.map(({ held }) => String(held))),
    plans: planCounts(reflections),
    carry: carryCounts(records, shifts),
  };
}

function spanOf(week: string, weekStart: PracticeSettings["weekStart"]): Span {
  const span = weekSpan(week, weekStart);
  if (span === null) throw new Error(`${week} is no week`);
  return span;
}

/** The shift-days a review reads: its week and the one before, and the window that ranks triggers. They may overlap. */
export function reviewSpans({ settings, now, week }: Pick<ReviewInput, "settings" | "now" | "week">): readonly Span[] {
  const own = week ?? weekOf(now.shift, settings.weekStart);
  const { from } = spanOf(weekAfter(own, -1), settings.weekStart);
  return [{ from, to: spanOf(own, settings.weekStart).to }, windowOf({ now })];
}

/**
 * One week in figures, beside the week before.
 *
 * `plans` counts what the week's reflections say: used, used and close (`held` 4 or 5), forgotten.
 */
export function review(input: ReviewInput): Review {
  const { entries, reviews, triggers, settings, now } = input;
  const week = input.week ?? weekOf(now.shift, settings.weekStart);
  const resolve = resolver(triggers);
  const survey = surveyOf(entries, { span: windowOf({ now }), now, weights: settings.weights, resolve });
  const figures = (name: string): ReviewWeek =>
    weekFigures(name, spanOf(name, settings.weekStart), entries, survey, resolve);
  const record = inOrder(reviews).findLast((candidate) => candidate.week === week);
  return {
    ...figures(week),
    previous: figures(weekAfter(week, -1)),
    answers: record?.answers ?? null,
    focus: record?.focus ?? null,
  };
}
