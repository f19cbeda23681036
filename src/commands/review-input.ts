import { usageError } from "../errors.ts";
import { type ReviewInput, reviewSpans } from "../practice/review.ts";
import type { PracticeInput } from "../practice/roadmap.ts";
import { TREND_WEEKS } from "../practice/trend.ts";
import { weekAfter, weekOf, weekSpan } from "../practice/week.ts";
import type { Span } from "../practice/window.ts";
import type { Session } from "../session.ts";
import { practiceInput } from "./practice-input.ts";

/** What a review, its pictures and its questions are made from. */
export interface WeekInput extends PracticeInput, Pick<ReviewInput, "reviews"> {
  readonly week: string;
  readonly span: Span;
}

/** The week that was asked for: a name, `last`, or now's. */
export function weekAsked(session: Session, typed: string | undefined): string {
  const { weekStart } = session.practice();
  const now = weekOf(session.now().shift, weekStart);
  if (typed === undefined) return now;
  if (typed === "last") return weekAfter(now, -1);
  const name = typed.toUpperCase();
  if (weekSpan(name, weekStart) === null) throw usageError("there is no such week", "Accepted: a week like 2026-W47, or last.");
  return name;
}

/** Reads the week, the seven before it and the window of now. */
export function weekInput(session: Session, week: string): WeekInput {
  const settings = session.practice();
  const now = session.now();
  const spans = reviewSpans({ settings, now, week });
  const span = weekSpan(week, settings.weekStart);
  const first = weekSpan(weekAfter(week, 1 - TREND_WEEKS), settings.weekStart);
  if (span === null || first === null) throw new Error(`${week} is no week`);
  const since = [first, ...spans].map(({ from }) => from).sort()[0];
  return { ...practiceInput(session, { since }), reviews: session.seen(session.journal().book("reviews")), week, span };
}

/** Answers as flags: each in the place of a question. */
export interface ReviewFlags {
  readonly better?: string;
  readonly offCourse?: string;
  readonly helped?: string;
  readonly plan?: string;
  readonly raise?: string;
  readonly focus?: string;
}

const FLAGS = ["better", "offCourse", "helped", "plan", "raise", "focus"] as const;

export function hasAnswers(flags: ReviewFlags): boolean {
  return FLAGS.some((flag) => flags[flag] !== undefined);
}
