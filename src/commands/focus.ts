import { weekAfter } from "../practice/week.ts";
import type { Session } from "../session.ts";

/** The focus that stands in a week: chosen in the review of the week before. */
export function focusIn(session: Session, week: string): string | null {
  const before = weekAfter(week, -1);
  const reviews = session.seen(session.journal().book("reviews"));
  return reviews.find((record) => record.week === before)?.focus ?? null;
}
