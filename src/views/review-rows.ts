import { honestShare } from "../practice/numbers.ts";
import { closeCases, type Figure, type Part, plansUsed, shiftsCameHome } from "../practice/review-figures.ts";
import type { StrengthChange } from "../practice/change.ts";
import type { Review, ReviewWeek } from "../practice/shapes.ts";
import type { TrendWeek } from "../practice/trend.ts";
import type { Win } from "../reflection/entry.ts";
import { stageWhere, triggerLabel } from "./names.ts";
import { shareInBrackets } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

/** A week as its view needs it. */
export interface ReviewData {
  readonly review: Review;
  /** The focus that stood during the week: chosen in the review before. */
  readonly focusOfWeek: string | null;
  /** The week's wins, oldest first. */
  readonly wins: readonly Pick<Win, "shift" | "what">[];
  /** The week and those before it, oldest first; empty where they are too few to be drawn. */
  readonly trend?: readonly TrendWeek[];
  readonly changes?: readonly StrengthChange[];
  /** Figures that changed since the answers were written. */
  readonly changed?: readonly Figure[];
  /** The questions follow: the last line says so. */
  readonly asking?: boolean;
}

/** One line of the table. */
export interface Row {
  readonly label: string;
  readonly short: string;
  /** Empty where there is nothing to count. */
  readonly now: string;
  readonly before: string;
  readonly part: Part | null;
}

type Labels = readonly [label: string, short: string];

function partText({ k, n }: Part, t: Telling): string {
  return n === 0 ? "" : t.say("review.of", { k, n });
}

function partRow([label, short]: Labels, of: (week: ReviewWeek) => Part, review: Review, t: Telling): Row {
  const part = of(review);
  return { label, short, now: partText(part, t), before: partText(of(review.previous), t), part };
}

function numberRow([label, short]: Labels, of: (week: ReviewWeek) => number | null, review: Review, t: Telling): Row {
  const shown = (value: number | null): string => (value === null ? "" : t.number(value));
  return { label, short, now: shown(of(review)), before: shown(of(review.previous)), part: null };
}

/** The figures of a week beside those of the week before. */
export function rowsOf(review: Review, t: Telling): readonly Row[] {
  return [
    numberRow([t.say("review.cases"), t.say("review.casesShort")], ({ entries }) => entries, review, t),
    numberRow([t.say("review.shifts"), t.say("review.shiftsShort")], ({ shifts }) => shifts, review, t),
    numberRow([t.say("review.wins"), t.say("review.wins")], ({ wins }) => wins, review, t),
    numberRow([t.say("review.strength"), t.say("review.strengthShort")], ({ strengthMedian }) => strengthMedian, review, t),
    partRow([t.say("review.close"), t.say("review.closeShort")], closeCases, review, t),
    partRow([t.say("review.plans"), t.say("review.plansShort")], plansUsed, review, t),
    partRow([t.say("review.carry"), t.say("review.carryShort")], shiftsCameHome, review, t),
  ];
}

/** What has to be said about small and larger shares of the week, and about what hits harder or less hard than before. */
export function remarksOf({ changes = [], changed = [] }: ReviewData, rows: readonly Row[], t: Telling): readonly string[] {
  const shares = rows.flatMap(({ label, now, part }) => {
    const range = part === null ? null : shareInBrackets(honestShare(part.k, part.n), t);
    return range === null ? [] : [t.say("review.share", { label, part: now, range })];
  });
  const few = rows.some(({ part }) => part !== null && part.n > 0 && part.n < 3);
  const moved = changes.map(({ trigger, before, now }) => {
    const values = { trigger: triggerLabel(trigger, t), before: t.number(before), now: t.number(now) };
    return now < before ? t.say("review.easier", values) : t.say("review.harder", values);
  });
  return [
    ...shares,
    ...(few ? [t.say("review.fewerThanThree")] : []),
    ...moved,
    ...(changed.length === 0 ? [] : [t.say("review.changed")]),
  ];
}

/** A name and how often. */
export type Counted = readonly [name: string, count: number];

/** The triggers of the week, most frequent first. */
export function cameUp({ topTriggers }: Review, t: Telling): readonly Counted[] {
  return topTriggers.map(({ trigger, count }) => [triggerLabel(trigger, t), count] as const);
}

/** The three most frequent stages; of equal ones the earlier on the road. */
export function whereInCall({ stages }: Review, t: Telling): readonly Counted[] {
  return Object.entries(stages)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([stage, count]) => [stageWhere(stage, t), count] as const);
}

const DECISIONS = ["keep", "change", "drop"];

/** What was answered, as label and words; ids among the answers are spelled out. */
export function answersOf({ answers }: Review, t: Telling): readonly (readonly [label: string, words: string])[] {
  if (answers === null) return [];
  const words = (answer: string): string => {
    if (t.content.triggers.some(({ id }) => id === answer)) return triggerLabel(answer, t);
    const helped = t.content.choices["helped"]?.find(({ id }) => id === answer);
    return t.line(helped?.label ?? answer);
  };
  const said = [
    [t.say("review.better"), answers.better],
    [t.say("review.offCourse"), answers.offCourse],
    [t.say("review.helped"), answers.helped],
    [t.say("review.plan"), answers.plan !== null && DECISIONS.includes(answers.plan) ? t.say(`review.decided.${answers.plan}`) : answers.plan],
    [t.say("review.raise"), answers.raise],
  ] as const;
  return said.flatMap(([label, answer]) => (answer === null ? [] : [[label, words(answer)] as const]));
}
