import type { PlanToRehearse } from "../practice/rehearse.ts";
import type { Rehearsal } from "../reflection/entry.ts";
import { GRADES } from "../reflection/vocabulary.ts";
import { asked, hinted, type Script } from "./asked.ts";
import type { Flow, Step } from "./flow.ts";
import { planSentence } from "./plan.ts";
import type { Answers } from "./question.ts";

/** A plan with the moment that stands for its "if" this time. */
export interface RehearsedPlan extends PlanToRehearse {
  readonly scene: string;
}

export interface RehearseContext extends Script {
  readonly plans: readonly RehearsedPlan[];
  /** The screen over a question: the scene, and the plan once it is shown. */
  readonly drawn: (plan: RehearsedPlan, place: number, shown: boolean) => (columns: number) => readonly string[];
}

/** The "if" in other words: the scenes of the content in turn; one's own wording of it comes first. */
export function sceneFor(plan: PlanToRehearse, { content, deep, say }: Script): string {
  const own = say("daily.rehearse.scene", { if: plan.if });
  const trigger = content.triggers.find(({ id }) => id === plan.trigger);
  const scenes = deep().scenes[plan.trigger] ?? [];
  const all = trigger?.if === plan.if && scenes.length > 0 ? scenes : [own, ...scenes];
  return all[plan.practised % all.length] ?? own;
}

/** The "if": whoever looks for the "then" before it is shown finds it more easily later. */
function thenStep(context: RehearseContext, plan: RehearsedPlan, place: number): Step {
  const id = `then:${plan.trigger}`;
  return {
    id,
    question: () => {
      const { ask, ...words } = hinted(context, "rehearse.then", id);
      return { kind: "text", ...words, ask: "", askAloud: ask, drawn: context.drawn(plan, place, false), alone: true, skippable: true };
    },
  };
}

function gradeStep(context: RehearseContext, plan: RehearsedPlan, place: number): Step {
  const id = `grade:${plan.trigger}`;
  const labels = context.content.choices["grade"] ?? [];
  return {
    id,
    question: () => ({
      kind: "scale",
      ...asked(context, "rehearse.grade", id),
      drawn: context.drawn(plan, place, true),
      alone: true,
      from: 1,
      to: GRADES.length,
      labels: Object.fromEntries(GRADES.map((grade, step) => [step + 1, labels.find((label) => label.id === grade)?.label ?? grade])),
      skippable: true,
    }),
  };
}

function pictureStep(context: RehearseContext, plan: RehearsedPlan): Step {
  const id = `picture:${plan.trigger}`;
  return {
    id,
    question: () => ({
      kind: "pause",
      ...hinted(context, "rehearse.picture", id),
      above: [planSentence(plan, context.say)],
      alone: true,
      skippable: true,
    }),
  };
}

/** Each plan is looked for, shown, graded and pictured. */
export function rehearseConversation(context: RehearseContext): Flow {
  return {
    id: "rehearse",
    progress: false,
    steps: context.plans.flatMap((plan, place) => [thenStep(context, plan, place), gradeStep(context, plan, place), pictureStep(context, plan)]),
  };
}

/** What was practised, in order: the plans that were graded. */
export function rehearsalsFrom(
  plans: readonly PlanToRehearse[],
  answers: Answers,
): readonly Pick<Rehearsal, "trigger" | "grade">[] {
  return plans.flatMap(({ trigger }) => {
    const grade = GRADES[Number(answers[`grade:${trigger}`] ?? NaN) - 1];
    return grade === undefined ? [] : [{ trigger, grade }];
  });
}
