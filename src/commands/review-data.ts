import { strengthChanges } from "../practice/change.ts";
import { studied } from "../practice/roadmap.ts";
import { changedSince } from "../practice/review-figures.ts";
import { review as reviewOf, winsIn } from "../practice/review.ts";
import { trendOf } from "../practice/trend.ts";
import type { Session } from "../session.ts";
import type { ReviewData } from "../views/review-rows.ts";
import { focusIn } from "./focus.ts";
import type { WeekInput } from "./review-input.ts";

/** The week with what its text and page say beyond its JSON. */
export function reviewData(session: Session, input: WeekInput): ReviewData {
  const review = reviewOf(input);
  const record = input.reviews.find(({ week }) => week === review.week);
  return {
    review,
    focusOfWeek: focusIn(session, review.week),
    wins: winsIn(input.entries, review),
    trend: trendOf(input),
    changes: strengthChanges(studied(input).ledger),
    changed: record === undefined ? [] : changedSince(record, review),
  };
}
