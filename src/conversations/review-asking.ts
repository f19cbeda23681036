import { withoutEnd } from "../reflection/ends.ts";
import type { FocusIdea } from "../practice/review-questions.ts";
import type { Plan } from "../reflection/entry.ts";
import { hinted, type Script } from "./asked.ts";
import type { Step } from "./flow.ts";
import type { Answers, Option } from "./question.ts";

/** The decisions about a plan. */
export const CHANGE = "change";
export const DROP = "drop";

/** What the six questions have to know of the week. Sentences come ready to be shown. */
export interface ReviewContext extends Script {
  /** The line under the week that says how to go on. */
  readonly begin: (columns: number) => readonly string[];
  readonly evidence: Readonly<Record<"better" | "plan" | "raise", readonly string[]>>;
  /** Trigger ids with how often each came up, most often first. */
  readonly offCourse: readonly Option[];
  /** The plan that most needs a decision, and what its trigger is called inside a sentence; null without a plan. */
  readonly plan: { readonly trigger: string; readonly issue: string; readonly plan: Plan } | null;
  readonly ideas: readonly FocusIdea[];
  /** What the note about what someone else should fix may begin with; null where nothing is known. */
  readonly note: string | null;
  /** Whether the week after this one is still to come or going on: only then a focus can stand in it. */
  readonly focusable: boolean;
}

interface Within {
  readonly id: string;
  readonly text: string;
  readonly when: (answers: Answers) => boolean;
  readonly default?: string | null;
  readonly goesOn?: true;
}

/** One's own words after a choice: the same number as the choice. */
export function ownWords(context: ReviewContext, { id, text, when, default: standing = null, goesOn }: Within): Step {
  return {
    id,
    within: true,
    when,
    question: () => ({
      kind: "text",
      ...hinted(context, text, id),
      alone: true,
      skippable: true,
      ...(standing === null ? {} : { default: standing }),
      ...(goesOn === undefined ? {} : { goesOn }),
    }),
  };
}

/** Text of a text question, or null. */
export function words(answers: Answers, id: string): string | null {
  const given = answers[id];
  return typeof given === "string" && given.trim() !== "" ? given.replace(/\s+/g, " ").trim() : null;
}

/** Enough of a "then" to know it by: up to its first comma or colon, without quotation marks. */
export function shortThen(then: string): string {
  const [clause = then] = then.split(/[,;:]\s/);
  const short = clause.trim().includes(" ") ? clause : then;
  return withoutEnd(short.replace(/["\u201c\u201d]/g, ""), /[\s.,;:]/).trim();
}

/** The ideas for the focus as they stand after the decision about the plan. */
export function ideasAfter({ ideas, plan }: ReviewContext, answers: Answers): readonly FocusIdea[] {
  if (plan === null) return ideas;
  if (answers["plan"] === DROP) return ideas.filter(({ trigger }) => trigger !== plan.trigger);
  const then = answers["plan"] === CHANGE ? words(answers, "planThen") : null;
  if (then === null || then === plan.plan.then) return ideas;
  return ideas.map((idea) => (idea.trigger === plan.trigger ? { ...idea, type: "use", then } : idea));
}
