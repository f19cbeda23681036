import type { ReviewAnswers } from "../practice/records.ts";
import { sameWording } from "../practice/tally.ts";
import type { Plan } from "../reflection/entry.ts";
import { OWN_WORDS, planPart } from "./plan.ts";
import type { Answers } from "./question.ts";
import { CHANGE, DROP, ideasAfter, type ReviewContext, shortThen, words } from "./review-asking.ts";

/** What a review becomes. */
export interface ReviewResult {
  readonly answers: ReviewAnswers;
  readonly focus: string | null;
  /** Other words for a plan, or null where it was dropped; left out where it stays as it is. */
  readonly change?: { readonly trigger: string; readonly plan: Plan | null };
}

/** An option's id where it was picked, one's own words where those were asked for. */
function picked(answers: Answers, id: string, asksWords: string): string | null {
  const answer = words(answers, id);
  return answer === asksWords ? words(answers, `${id}Own`) : answer;
}

function changeOf({ plan, say }: ReviewContext, answers: Answers): ReviewResult["change"] {
  if (plan === null) return undefined;
  if (answers["plan"] === DROP) return { trigger: plan.trigger, plan: null };
  if (answers["plan"] !== CHANGE) return undefined;
  const part = (id: string, frame: string, standing: string): string => {
    const given = words(answers, id);
    return given === null ? standing : planPart(given, say(frame));
  };
  const after = {
    if: part("planIf", "prompts.planIf", plan.plan.if),
    then: part("planThen", "prompts.planThen", plan.plan.then),
  };
  return sameWording(after, plan.plan) ? undefined : { trigger: plan.trigger, plan: after };
}

/** The words of the focus: one's own, or an idea spelled out. */
function focusOf(context: ReviewContext, answers: Answers): string | null {
  const focus = words(answers, "focus");
  if (focus === null || focus === OWN_WORDS) return words(answers, "focusOwn");
  const idea = ideasAfter(context, answers)[Number(focus)];
  return idea === undefined ? null : context.say(`review.focusOf.${idea.type}`, { then: shortThen(idea.then) });
}

/** Answers, focus and decision of a review. What was chosen to be changed and was not is kept. */
export function reviewFrom(context: ReviewContext, answers: Answers): ReviewResult {
  const change = changeOf(context, answers);
  const decided = words(answers, "plan");
  return {
    answers: {
      better: words(answers, "better"),
      offCourse: picked(answers, "offCourse", "elsewhere"),
      helped: picked(answers, "helped", OWN_WORDS),
      plan: decided === CHANGE && change === undefined ? "keep" : decided,
      raise: answers["raise"] === "yes" ? words(answers, "raiseNote") : null,
    },
    focus: focusOf(context, answers),
    ...(change === undefined ? {} : { change }),
  };
}
