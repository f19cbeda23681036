import { asked, plainOptions } from "./asked.ts";
import type { Step } from "./flow.ts";
import { OWN_WORDS } from "./plan.ts";
import type { Answers, Line } from "./question.ts";
import { CHANGE, DROP, ownWords, type ReviewContext } from "./review-asking.ts";

const KEEP_PLAN = "keep";
const YES = "yes";
const NO = "no";
/** It went off course somewhere that is not among the options. */
const ELSEWHERE = "elsewhere";

/** Where it went off course most: the triggers of the week, or words. */
export function offCourseSteps(context: ReviewContext): readonly Step[] {
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

/** What helped. */
export function helpedSteps(context: ReviewContext): readonly Step[] {
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

/** The plan that most needs a decision. */
export function planSteps(context: ReviewContext): readonly Step[] {
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
    ownWords(context, { id: "planThen", text: "reflect.planThen", when: changes, default: plan.plan.then }),
    ownWords(context, { id: "planIf", text: "reflect.planIf", when: changes, default: plan.plan.if }),
  ];
}

/** What somebody else should fix. */
export function raiseSteps(context: ReviewContext): readonly Step[] {
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
      default: context.note,
      goesOn: true,
    }),
  ];
}
