import type { ReviewResult } from "../conversations/review-result.ts";
import type { ReviewAnswers, ReviewRecord } from "../practice/records.ts";
import { review } from "../practice/review.ts";
import { figuresOf } from "../practice/review-figures.ts";
import { shiftOf } from "../practice/shift.ts";
import type { Note } from "../reflection/entry.ts";
import { type MaskCounts, maskText } from "../reflection/identifying/entry-mask.ts";
import type { Session } from "../session.ts";
import { keep, maskOptions } from "./keep.ts";
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

function noteOf(session: Session, { input, result, id, writesNote }: ReviewToKeep, masked: (text: string) => string): Note | null {
  const { at } = session.now();
  if (!writesNote || result.answers.raise === null) return null;
  const shift = shiftOf(at, "note", input.entries, String(session.value("dayStartsAt")));
  return { id, kind: "note", at, shift, what: masked(result.answers.raise), tags: [RAISE] };
}

/** The week's figures with the note in them: it is an entry too, and no change made later. */
function recordOf(input: WeekInput, answers: ReviewAnswers, focus: string | null, note: Note | null): ReviewRecord {
  const entries = note === null ? input.entries : [...input.entries, note];
  const figures = figuresOf(review({ ...input, entries }));
  return { id: `review:${input.week}`, at: input.now.at, week: input.week, answers, focus, figures };
}

/** Keeps answers, focus, the decision about the plan and the note as one step for `undo`. */
export function keepReview(session: Session, toKeep: ReviewToKeep): KeptReview {
  const { input, result, id } = toKeep;
  const counts: MaskCounts = new Map();
  const options = maskOptions(session);
  const masked = (text: string): string => maskText(text, options, counts);
  const entryOf = noteOf(session, toKeep, masked);
  const given = Object.entries(result.answers).map(([name, text]: readonly [string, string | null]) => [name, text === null ? null : masked(text)]);
  const focus = result.focus === null ? null : masked(result.focus);
  const plan = result.change?.plan ?? null;
  const change = result.change === undefined ? undefined : { trigger: result.change.trigger, plan: plan === null ? null : { if: masked(plan.if), then: masked(plan.then) } };
  const answers = { ...(Object.fromEntries(given) as unknown as ReviewAnswers), ...(entryOf === null ? {} : { raise: entryOf.what }) };
  const record = recordOf(input, answers, focus, entryOf);
  keep(session, "review", entryOf === null ? [] : [{ ...entryOf }], (step) => {
    step.putIn("reviews", record);
    if (change !== undefined) step.putIn("plans", { id, at: input.now.at, ...change });
  });
  return { record, note: entryOf, change, masked: counts };
}
