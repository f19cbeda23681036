import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { ReviewRecord } from "./records.ts";
import type { ReviewWeek } from "./shapes.ts";

/** From here on a shift came home with the person. */
const CAME_HOME = 2;

/** `k` of `n`. */
export interface Part {
  readonly k: number;
  readonly n: number;
}

function partOf(counts: Readonly<Record<string, number>>, from: number): Part {
  const all = Object.entries(counts);
  const sum = (least: number): number =>
    all.reduce((total, [step, count]) => (Number(step) >= least ? total + count : total), 0);
  return { k: sum(from), n: sum(-Infinity) };
}

/** Cases close to what the person wants (4 or 5), of those that say how close. */
export function closeCases({ held }: Pick<ReviewWeek, "held">): Part {
  return partOf(held, 4);
}

/** Cases in which a plan was used, of those in which it could have been. */
export function plansUsed({ plans }: Pick<ReviewWeek, "plans">): Part {
  return { k: plans.used, n: plans.used + plans.forgotten };
}

/** Shifts that came home (2 or 3), of those that say it. */
export function shiftsCameHome({ carry }: Pick<ReviewWeek, "carry">): Part {
  return partOf(carry, CAME_HOME);
}

/** The figures of a week without its answers: what a review record keeps, to tell later what has changed. */
export function figuresOf(week: ReviewWeek): ReviewWeek {
  const { from, to, entries, shifts, wins, topTriggers, stages, strengthMedian, held, plans, carry } = week;
  return { week: week.week, from, to, entries, shifts, wins, topTriggers, stages, strengthMedian, held, plans, carry };
}

export type Figure = "entries" | "shifts" | "wins" | "strength" | "held" | "plans" | "carry" | "triggers" | "stages";

const FIGURES: Readonly<Record<Figure, (week: ReviewWeek) => unknown>> = {
  entries: ({ entries }) => entries,
  shifts: ({ shifts }) => shifts,
  wins: ({ wins }) => wins,
  strength: ({ strengthMedian }) => strengthMedian,
  held: ({ held }) => Object.entries(held),
  plans: ({ plans }) => [plans.used, plans.held, plans.forgotten],
  carry: ({ carry }) => Object.entries(carry),
  triggers: ({ topTriggers }) => topTriggers.map(({ trigger, count }) => [trigger, count]).sort(),
  stages: ({ stages }) => Object.entries(stages).sort(),
};

/** Figures that differ from those kept when the review was written, since entries were added, edited or deleted. */
export function changedSince(record: ReviewRecord, now: ReviewWeek): readonly Figure[] {
  const { figures } = record;
  if (figures === undefined) return [];
  return (Object.keys(FIGURES) as Figure[]).filter(
    (figure) => JSON.stringify(FIGURES[figure](figures)) !== JSON.stringify(FIGURES[figure](now)),
  );
}

/** Where it may have gone off course: the triggers that came up at least twice, else the first; with their share. */
export function offCourse({ topTriggers, entries }: Pick<ReviewWeek, "topTriggers" | "entries">): readonly (Part & {
  readonly trigger: string;
})[] {
  const often = topTriggers.filter(({ count, trigger }) => count >= 2 && trigger !== SUPPORT_TRIGGER);
  const some = often.length > 0 ? often : topTriggers.slice(0, 1);
  return some.map(({ trigger, count }) => ({ trigger, k: count, n: entries }));
}
