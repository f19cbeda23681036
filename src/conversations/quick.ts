import { careStep } from "./care.ts";
import type { ReflectContext } from "./context.ts";
import { coreSteps } from "./core.ts";
import type { Flow } from "./flow.ts";
import { planSteps } from "./plan.ts";
import { triggerSteps } from "./trigger.ts";

const WITHOUT_PLAN = 5;

/** Over the first question of a reflection. */
export function reflectIntro({ say }: Pick<ReflectContext, "say">): NonNullable<Flow["intro"]> {
  return {
    wide: say("reflect.intro"),
    narrow: say("reflect.introNarrow").split("\n"),
    aloud: say("reflect.introAloud"),
  };
}

/** One hard case in about a minute: five questions, six where the trigger has a plan; two after a threat. */
export function quickReflection(context: ReflectContext): Flow {
  const [trigger, ...rest] = triggerSteps(context, "words");
  return {
    id: "reflect",
    intro: reflectIntro(context),
    totalKnown: (answers) => answers["trigger"] !== undefined,
    likelyTotal: () => (context.triggers.some(({ id }) => context.planFor(id) !== null) ? null : WITHOUT_PLAN),
    steps: [
      ...(trigger === undefined ? [] : [trigger]),
      careStep(context, ["words", "name", "planThen"]),
      ...rest,
      ...coreSteps(context),
      ...planSteps(context),
    ],
  };
}
