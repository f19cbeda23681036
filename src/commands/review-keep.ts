import type { ReviewResult } from "../conversations/review-result.ts";
import type { ReviewAnswers, ReviewRecord } from "../practice/records.ts";
import { review } from "../practice/review.ts";
import { figuresOf } from "../practice/review-figures.ts";
import { shiftOf } from "../practice/shift.ts";
import type { Note, Plan } from "../reflection/entry.ts";
import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import type { Session } from "../session.ts";
import { keep } from "./keep.ts";
import { maskingOf } from "./masking.ts";
import type { WeekInput } from "./review-input.ts";

/** The tag of notes about what someone else should fix. */
const RAISE = "raise";

export interface KeptReview {
  readonly record: ReviewRecord;
  readonly note: Note | null;
  readonly change: ReviewResult["change"];
  readonly masked: MaskCounts;
}

export interface ReviewToKeep {
  readonly input: WeekInput;
  readonly result: ReviewResult;
  /** Of the note and the plan's change: what was saved just before a crash is not saved twice. */
  readonly id: string;
  /** The note is new, not one that an earlier review wrote. */
  readonly writesNote: boolean;
}

function noteOf(session: Session, { input, id, writesNote }: ReviewToKeep, raise: string | null): Note | null {
  const { at } = session.now();
  if (!writesNote || raise === null) return null;
  const shift = shiftOf(at, "note", input.entries, String(session.value("dayStartsAt")));
  return { id, kind: "note", at, shift, what: raise, tags: [RAISE] };
}

/** The week's figures with the note in them: it is an entry too, and no change made later. */
function recordOf(input: WeekInput, answers: ReviewAnswers, focus: string | null, note: Note | null): ReviewRecord {
  const entries = note === null ? input.entries : [...input.entries, note];
  const figures = figuresOf(review({ ...input, entries }));
  return { id: `review:${input.week}`, at: input.now.at, week: input.week, answers, focus, figures };
}

function maskedPlan(plan: Plan, masked: (text: string) => string): Plan {
  return { if: masked(plan.if), then: masked(plan.then) };
}

/** Keeps answers, focus, the decision about the plan and the note as one step for `undo`. */
export async function keepReview(session: Session, toKeep: ReviewToKeep): Promise<KeptReview> {
  const { input, result, id } = toKeep;
  const { text: masked, counts } = await maskingOf(session);
  const { better, offCourse, helped, plan, raise } = result.answers;
  const answers: ReviewAnswers = {
    better: better && masked(better),
    offCourse: offCourse && masked(offCourse),
    helped: helped && masked(helped),
    plan,
    raise: raise && masked(raise),
  };
  const focus = result.focus && masked(result.focus);
  const change = result.change && { trigger: result.change.trigger, plan: result.change.plan && maskedPlan(result.change.plan, masked) };
  const note = noteOf(session, toKeep, answers.raise);
  const record = recordOf(input, answers, focus, note);
  await keep(session, "review", note === null ? [] : [{ ...note }], (step) => {
    step.putIn("reviews", record);
    if (change !== undefined) step.putIn("plans", { id, at: input.now.at, ...change });
  });
  return { record, note, change, masked: counts };
}
