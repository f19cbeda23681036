import type { Say } from "../content/message.ts";
import type { Flow } from "./flow.ts";
import type { Answers } from "./question.ts";
import { nextUnanswered } from "./walk.ts";

const PLAN_STEPS = ["next", "firstPlan", "planThen", "planIf"];

/** What a reflection that was broken off still lacks, in a sentence: "Your plan is still to come." */
export function stillToCome(flow: Flow, answers: Answers, say: Say): string {
  const { at } = nextUnanswered(flow, answers);
  if (at === null) return say("reflect.still.nothing");
  if (answers["trigger"] === undefined) return say("reflect.still.trigger");
  const open = flow.steps.some(
    (step) => PLAN_STEPS.includes(step.id) && answers[step.id] === undefined && (step.when?.(answers) ?? true),
  );
  return say(open ? "reflect.still.plan" : "reflect.still.rest");
}
