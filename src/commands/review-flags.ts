import type { ReviewResult } from "../conversations/review-result.ts";
import { usageError } from "../errors.ts";
import type { ReviewAnswers } from "../practice/records.ts";
import { planToDecide } from "../practice/review-questions.ts";
import type { Session } from "../session.ts";
import { focusableAfter } from "./review-context.ts";
import { sayReviewKept } from "./review-conversation.ts";
import type { ReviewFlags, WeekInput } from "./review-input.ts";
import { keepReview } from "./review-keep.ts";

function filled(text: string | undefined, name: string): string | null {
  if (text === undefined) return null;
  const folded = text.replace(/\s+/g, " ").trim();
  if (folded === "") throw usageError(`${name} needs words`);
  return folded;
}

function assertDecision(plan: string | undefined, input: WeekInput): void {
  if (plan === undefined) return;
  if (plan === "change") throw usageError("--plan change needs the new words", "Give them with: evenkeel reminders edit plan:<trigger> --then <words>");
  if (plan !== "keep" && plan !== "drop") throw usageError("--plan is not known", "Accepted: keep, drop.");
  if (planToDecide(input) === null) throw usageError("--plan: there is no plan to decide on", "A plan is written in a reflection.");
}

function changeOf(plan: string | undefined, input: WeekInput): ReviewResult["change"] {
  const decision = plan === "drop" ? planToDecide(input) : null;
  return decision === null ? undefined : { trigger: decision.trigger, plan: null };
}

/** `review` with answers as flags: those are written, answers given before stay. */
export async function answerByFlags(session: Session, input: WeekInput, flags: ReviewFlags): Promise<void> {
  assertDecision(flags.plan, input);
  if (flags.focus !== undefined && !focusableAfter(session, input.week)) {
    throw usageError("--focus: the week after that one is over", "A focus stands in the week that follows the one looked back on.");
  }
  const before = input.reviews.find(({ week }) => week === input.week);
  const given: ReviewAnswers = {
    better: filled(flags.better, "--better"),
    offCourse: filled(flags.offCourse, "--off-course"),
    helped: filled(flags.helped, "--helped"),
    plan: flags.plan ?? null,
    raise: filled(flags.raise, "--raise"),
  };
  const merged = Object.fromEntries(Object.entries(given).map(([name, answer]: readonly [string, string | null]) => [name, answer ?? before?.answers[name as keyof ReviewAnswers] ?? null]));
  const change = changeOf(flags.plan, input);
  const focus = filled(flags.focus, "--focus") ?? before?.focus ?? null;
  const result: ReviewResult = { answers: merged as unknown as ReviewAnswers, focus, ...(change === undefined ? {} : { change }) };
  const id = session.runtime.newId(Date.parse(input.now.at));
  sayReviewKept(session, input, await keepReview(session, { input, result, id, writesNote: given.raise !== null }));
}
