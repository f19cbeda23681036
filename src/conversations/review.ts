import type { FocusIdea } from "../practice/review-questions.ts";
import type { Plan } from "../reflection/entry.ts";
import { asked, hinted, plainOptions, type Script } from "./asked.ts";
import { careStep } from "./care.ts";
import type { Flow, Step } from "./flow.ts";
import { OWN_WORDS } from "./plan.ts";
import type { Answers, Line, Option, TextQuestion } from "./question.ts";

/** The decisions about a plan. */
export const CHANGE = "change";
export const DROP = "drop";
const KEEP_PLAN = "keep";
const YES = "yes";
const NO = "no";
/** It went off course somewhere that is not among the options. */
const ELSEWHERE = "elsewhere";

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
  readonly default?: (answers: Answers) => string | null;
}

/** One's own words after a choice: the same number as the choice. */
function ownWords(context: ReviewContext, { id, text, when, default: standing }: Within): Step {
  return {
    id,
    within: true,
    when,
    question: (answers): TextQuestion => {
      const words = standing?.(answers) ?? null;
      return {
        kind: "text",
        ...hinted(context, text, id),
        alone: true,
        skippable: true,
        ...(words === null ? {} : { default: words }),
      };
    },
  };
}

/** The line under the week: any key goes on, Esc leaves. */
function beginStep({ begin }: ReviewContext): Step {
  return {
    id: "begin",
    within: true,
    question: () => ({ kind: "pause", id: "begin", text: "review.better", ask: "", drawn: begin, skippable: true }),
  };
}

function betterStep(context: ReviewContext): Step {
  return {
    id: "better",
    question: () => ({
      kind: "text",
      ...asked(context, "review.better", "better"),
      under: context.evidence.better,
      alone: true,
      skippable: true,
    }),
  };
}

function offCourseSteps(context: ReviewContext): readonly Step[] {
  const [first] = context.offCourse;
  const own = ownWords(context, {
    id: "offCourseOwn",
    text: "review.offCourseOwn",
    when: (answers) => answers["offCourse"] === ELSEWHERE,
  });
  if (first === undefined) {
    return [
      {
        id: "offCourse",
        question: () => ({
          kind: "text",
          ...asked(context, "review.offCourse", "offCourse"),
          alone: true,
          skippable: true,
        }),
      },
    ];
  }
  const step: Step = {
    id: "offCourse",
    resets: ["offCourseOwn"],
    question: () => ({
      kind: "choice",
      ...asked(context, "review.offCourse", "offCourse"),
      options: [...context.offCourse, { id: ELSEWHERE, label: context.say("review.elsewhere") }],
      default: first.id,
      alone: true,
      skippable: true,
    }),
  };
  return [step, own];
}

function helpedSteps(context: ReviewContext): readonly Step[] {
  return [
    {
      id: "helped",
      resets: ["helpedOwn"],
      question: () => ({
        kind: "choice",
        ...asked(context, "review.helped", "helped"),
        options: [
          ...plainOptions(context.content.choices["helped"]),
          { id: OWN_WORDS, label: context.say("review.ownWords") },
        ],
        layout: "words",
        alone: true,
        skippable: true,
        enterSkips: true,
      }),
    },
    ownWords(context, {
      id: "helpedOwn",
      text: "review.helpedOwn",
      when: (answers) => answers["helped"] === OWN_WORDS,
    }),
  ];
}

function planSteps(context: ReviewContext): readonly Step[] {
  const { plan, say } = context;
  if (plan === null) return [];
  const changes = (answers: Answers): boolean => answers["plan"] === CHANGE;
  const values = { issue: plan.issue, if: plan.plan.if, then: plan.plan.then };
  return [
    {
      id: "plan",
      resets: ["planThen", "planIf", "focus", "focusOwn"],
      question: () => ({
        kind: "choice",
        ...asked(context, "review.plan", "plan"),
        ask: say("review.askPlan", values),
        under: context.evidence.plan,
        options: [KEEP_PLAN, CHANGE, DROP].map((id) => ({ id, label: say(`review.decide.${id}`) })),
        default: KEEP_PLAN,
        alone: true,
        skippable: true,
      }),
    },
    ownWords(context, { id: "planThen", text: "reflect.planThen", when: changes, default: () => plan.plan.then }),
    ownWords(context, { id: "planIf", text: "reflect.planIf", when: changes, default: () => plan.plan.if }),
  ];
}

function raiseSteps(context: ReviewContext): readonly Step[] {
  const { say } = context;
  const evidence: readonly Line[] = context.evidence.raise;
  return [
    {
      id: "raise",
      resets: ["raiseNote"],
      question: () => ({
        kind: "choice",
        ...asked(context, "review.raise", "raise"),
        under: evidence,
        options: [
          { id: YES, label: say("review.raiseYes") },
          { id: NO, label: say("review.raiseNo") },
        ],
        alone: true,
        skippable: true,
        enterSkips: true,
      }),
    },
    ownWords(context, {
      id: "raiseNote",
      text: "review.raiseNote",
      when: ({ raise }) => raise === YES,
      default: () => context.note,
    }),
  ];
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
  return short.replace(/["\u201c\u201d]/g, "").replace(/[\s.,;:]+$/, "").trim();
}

/** The ideas for the focus as they stand after the decision about the plan. */
export function ideasAfter({ ideas, plan }: ReviewContext, answers: Answers): readonly FocusIdea[] {
  if (plan === null) return ideas;
  if (answers["plan"] === DROP) return ideas.filter(({ trigger }) => trigger !== plan.trigger);
  const then = answers["plan"] === CHANGE ? words(answers, "planThen") : null;
  if (then === null || then === plan.plan.then) return ideas;
  return ideas.map((idea) => (idea.trigger === plan.trigger ? { ...idea, type: "use", then } : idea));
}

/** One thing for next week. */
export function focusSteps(context: ReviewContext): readonly Step[] {
  const { say, focusable } = context;
  const choices = (answers: Answers): readonly Option[] =>
    ideasAfter(context, answers).map(({ type, then }, index) => ({
      id: String(index),
      label: say(`review.idea.${type}`, { then: shortThen(then) }),
    }));
  const own = (answers: Answers): boolean =>
    focusable && (choices(answers).length === 0 || answers["focus"] === OWN_WORDS);
  return [
    {
      id: "focus",
      resets: ["focusOwn"],
      when: (answers) => focusable && choices(answers).length > 0,
      question: (answers) => ({
        kind: "choice",
        ...asked(context, "review.focus", "focus"),
        options: [...choices(answers), { id: OWN_WORDS, label: say("review.ownWordsLong") }],
        default: "0",
        alone: true,
        skippable: true,
      }),
    },
    { ...ownWords(context, { id: "focusOwn", text: "review.focusOwn", when: own }), within: true },
  ];
}

/** Looking back on a week: six short questions with one's own evidence beside each, each skippable. */
export function reviewConversation(context: ReviewContext): Flow {
  return {
    id: "review",
    steps: [
      beginStep(context),
      betterStep(context),
      careStep(context, ["better", "offCourse", "offCourseOwn", "helpedOwn", "planThen", "raiseNote", "focusOwn"]),
      ...offCourseSteps(context),
      ...helpedSteps(context),
      ...planSteps(context),
      ...raiseSteps(context),
      ...focusSteps(context),
    ],
  };
}
