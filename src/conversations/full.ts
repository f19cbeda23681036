import { asked, hinted, plainOptions } from "./asked.ts";
import { careStep } from "./care.ts";
import { closingSteps } from "./closing.ts";
import type { ReflectContext } from "./context.ts";
import { coreSteps } from "./core.ts";
import type { Flow, Step } from "./flow.ts";
import { lensSteps } from "./lens.ts";
import { planSteps } from "./plan.ts";
import { reflectIntro } from "./quick.ts";
import { chosenTrigger, isSupport, triggerSteps } from "./trigger.ts";

/** Fields in which somebody may name what is more than a hard case. */
const WORDS = ["what", "words", "name", "thought", "theirSide", "teammate", "planThen", "planIf", "lineOwn"];

function whatStep(context: ReflectContext): Step {
  return {
    id: "what",
    question: () => ({ kind: "text", ...hinted(context, "full.what", "what"), skippable: true }),
    fold: (answers) => {
      const what = answers["what"];
      return typeof what === "string" ? { label: context.say("reflect.fold.what"), text: what, short: what } : null;
    },
  };
}

function controlStep(context: ReflectContext): Step {
  return {
    id: "control",
    when: (answers) => !isSupport(answers),
    question: (answers) => {
      const usual = chosenTrigger(context, answers)?.control;
      return {
        kind: "choice",
        ...asked(context, "reflect.control", "control"),
        alone: true,
        options: plainOptions(context.content.choices["control"]),
        skippable: true,
        ...(usual === undefined ? {} : { default: usual }),
      };
    },
  };
}

/**
 * One hard case with time for it, about four minutes: the facts, the quick core, one look from another side before the
 * word for the feeling, whose it is to change, the plan, and only then the offer to stop.
 */
export function fullReflection(context: ReflectContext): Flow {
  return {
    id: "reflect-full",
    intro: reflectIntro(context),
    totalKnown: (answers) => answers["trigger"] !== undefined,
    steps: [
      whatStep(context),
      careStep(context, WORDS),
      ...triggerSteps(context, "words"),
      ...coreSteps(context),
      ...lensSteps(context),
      controlStep(context),
      ...planSteps(context),
      ...closingSteps(context),
    ],
  };
}
