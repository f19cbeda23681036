import { strengthChanges } from "../practice/change.ts";
import { studied } from "../practice/roadmap.ts";
import { changedSince } from "../practice/review-figures.ts";
import { winsIn } from "../practice/review.ts";
import type { Review } from "../practice/shapes.ts";
import type { Session } from "../session.ts";
import type { ReviewData } from "../views/review-rows.ts";
import { focusIn } from "./focus.ts";
import { practiceInput } from "./practice-input.ts";

/** What the text of a review says beyond its JSON. */
export function reviewData(session: Session, review: Review): ReviewData {
  const input = practiceInput(session);
  const record = session.seen(session.journal().book("reviews")).find(({ week }) => week === review.week);
  return {
    review,
    focusOfWeek: focusIn(session, review.week),
    wins: winsIn(input.entries, review),
    changes: strengthChanges(studied(input).ledger),
    changed: record === undefined ? [] : changedSince(record, review),
  };
}
