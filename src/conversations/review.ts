import { asked } from "./asked.ts";
import { careStep } from "./care.ts";
import type { Flow, Step } from "./flow.ts";
import { OWN_WORDS } from "./plan.ts";
import type { Answers, Option } from "./question.ts";
import { ideasAfter, ownWords, type ReviewContext, shortThen } from "./review-asking.ts";
import { helpedSteps, offCourseSteps, planSteps, raiseSteps } from "./review-steps.ts";

/** The line under the week, which names its keys itself. */
function beginStep({ begin }: ReviewContext): Step {
  return {
    id: "begin",
    within: true,
    question: () => ({ kind: "pause", id: "begin", text: "review.better", ask: "", drawn: begin, hint: "", skippable: true }),
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
