import type { Flow, Step } from "./flow.ts";
import type { Answers } from "./question.ts";
import { focusSteps } from "./review.ts";
import type { ReviewContext } from "./review-asking.ts";

/** A week in which nothing was written: something that went well after all, a focus, or nothing. */
export function quietConversation(context: ReviewContext): Flow {
  const { say } = context;
  const options = [
    { id: "win", label: say("review.quietWin") },
    ...(context.focusable ? [{ id: "focus", label: say("review.quietFocus") }] : []),
  ];
  const [, focusOwn] = focusSteps({ ...context, ideas: [], plan: null });
  const steps: readonly Step[] = [
    {
      id: "quiet",
      question: () => ({
        kind: "choice",
        id: "quiet",
        text: "review.focus",
        ask: "",
        options,
        layout: "row",
        hint: say("review.quietEsc"),
        skippable: false,
      }),
    },
    ...(focusOwn === undefined ? [] : [{ ...focusOwn, when: ({ quiet }: Answers) => quiet === "focus" }]),
  ];
  return { id: "quiet", progress: false, steps };
}
