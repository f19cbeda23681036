import { reviewConversation } from "../conversations/review.ts";
import type { ReviewContext } from "../conversations/review-asking.ts";
import { quietConversation } from "../conversations/review-quiet.ts";
import { reviewFrom } from "../conversations/review-result.ts";
import type { Draft } from "../journal/drafts.ts";
import type { Review } from "../practice/shapes.ts";
import { weekAfter, weekSpan } from "../practice/week.ts";
import type { Session } from "../session.ts";
import { raiseNote, reviewEnd } from "../views/review-end.ts";
import { converse, draftsIn, type Finished } from "./converse.ts";
import { runCommand } from "./home-run.ts";
import { reviewContext } from "./review-context.ts";
import type { WeekInput } from "./review-input.ts";
import { type KeptReview, keepReview } from "./review-keep.ts";
import { sayMasked } from "./say-masked.ts";

/** The draft of a week's review is found by its week. */
function draftId(week: string): string {
  return `review-${week}`;
}

const DRAFT_ID = /^review-(\d{4}-W\d{2})$/;

/** The week of the review that waits, the latest where there are several; null without one. */
export function waitingWeek(session: Session): string | null {
  const weeks = draftsIn(session).list().flatMap(({ id, inUse }) => (inUse ? [] : (DRAFT_ID.exec(id)?.[1] ?? [])));
  return weeks[0] ?? null;
}

function draftFor(session: Session, week: string): Draft {
  const { at } = session.now();
  return draftsIn(session).find(draftId(week)) ?? { id: draftId(week), command: "review", startedAt: at, updatedAt: at, answers: {} };
}

/** Says what was kept: the focus and where it stands, what became of the plan, the note to copy. */
export function sayReviewKept(session: Session, input: WeekInput, { record, note, change, masked }: KeptReview): void {
  sayMasked(session, masked);
  const next = weekSpan(weekAfter(input.week, 1), session.practice().weekStart);
  const from = next?.from ?? input.now.shift;
  const plan = change === undefined ? null : change.plan === null ? "dropped" : "changed";
  if (session.globals.json) {
    const more = change === undefined ? [] : [change];
    session.printJson([record, ...(note === null ? [] : [note]), ...more]);
    return;
  }
  if (note !== null) session.print(`\n${raiseNote(note.what, "evenkeel list --tag raise", session.telling())}\n`);
  session.note(reviewEnd({ record, from, going: from <= input.now.shift, plan }, session.talk()));
}

async function keepAnswers(session: Session, input: WeekInput, context: ReviewContext, { answers, discard }: Finished): Promise<void> {
  const id = session.runtime.newId(Date.parse(input.now.at));
  const kept = await keepReview(session, { input, result: reviewFrom(context, answers), id, writesNote: true });
  discard();
  sayReviewKept(session, input, kept);
}

/** A week without a record: a win, a focus, or nothing. */
async function converseQuiet(session: Session, input: WeekInput, context: ReviewContext): Promise<number | undefined> {
  const finished = await converse(session, { command: "review", flow: quietConversation(context), keepsDraft: false });
  if (finished?.answers["quiet"] === "win") {
    const past = input.span.to < input.now.shift;
    return runCommand(session, past ? ["win", "--at", input.span.to] : ["win"]);
  }
  if (typeof finished?.answers["focusOwn"] === "string") await keepAnswers(session, input, context, finished);
  return undefined;
}

/** The questions after the week was shown. What was said is kept wherever they are left. */
export async function converseReview(session: Session, input: WeekInput, review: Review): Promise<number | undefined> {
  session.journal().assertWritable(input.now.shift);
  const context = reviewContext(session, input, review);
  const draft = draftFor(session, input.week);
  if (review.shifts === 0 && Object.keys(draft.answers).length === 0) return converseQuiet(session, input, context);
  const finished = await converse(session, {
    command: "review",
    flow: reviewConversation(context),
    draft,
    goOn: `evenkeel review ${input.week}`,
  });
  if (finished !== null) await keepAnswers(session, input, context, finished);
  return undefined;
}

/** Another process is asking about this week, or its answers were kept just before a crash. */
export function settleDraft(session: Session, week: string, finished: boolean): "busy" | "free" {
  const waiting = draftsIn(session).find(draftId(week));
  if (waiting?.inUse === true) return "busy";
  if (waiting !== null && finished) draftsIn(session).discard(waiting.id);
  return "free";
}
