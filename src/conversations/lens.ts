import { asked, hinted, plainOptions } from "./asked.ts";
import type { ReflectContext } from "./context.ts";
import type { Step } from "./flow.ts";
import { habitsLike } from "./habit.ts";
import { type Answers, MORE } from "./question.ts";
import { isSupport } from "./trigger.ts";

const SUGGESTED_HABITS = 3;
/** One for each corner of the list, in the order of how often they fit a hard case. Judgement. */
const FIRST_FEELINGS = ["angry", "irritated", "anxious", "overwhelmed", "hurt", "drained", "calm", "proud"];

const unlessSupport = (answers: Answers): boolean => !isSupport(answers);

function thoughtSteps(context: ReflectContext): readonly Step[] {
  const thoughtOf = (answers: Answers): string => (typeof answers["thought"] === "string" ? answers["thought"] : "");
  const rank = context.rankHabits ?? ((text): readonly string[] => habitsLike(text, context.deep().habits));
  const like = (answers: Answers): readonly string[] => rank(thoughtOf(answers)).slice(0, SUGGESTED_HABITS);
  return [
    {
      id: "thought",
      when: unlessSupport,
      resets: ["habits"],
      question: () => ({ kind: "text", ...hinted(context, "full.thought", "thought"), skippable: true }),
    },
    {
      id: "habits",
      within: true,
      when: (answers) => unlessSupport(answers) && like(answers).length > 0,
      question: (answers) => {
        const all = plainOptions(context.content.habits);
        const options = like(answers).flatMap((id) => all.filter((habit) => habit.id === id));
        return {
          kind: "choices",
          ...asked(context, "full.habits", "habits"),
          above: [context.say("reflect.yourWords", { words: thoughtOf(answers) })],
          alone: true,
          options,
          all,
          more: { id: MORE, label: context.say("prompts.whole") },
          most: SUGGESTED_HABITS,
          skippable: true,
        };
      },
    },
  ];
}

const through =
  (side: string) =>
  (answers: Answers): boolean =>
    unlessSupport(answers) && answers["lens"] === side;

function lensStep(context: ReflectContext): Step {
  return {
    id: "lens",
    when: unlessSupport,
    resets: ["theirSide", "need", "teammate"],
    question: () => ({
      kind: "choice",
      ...asked(context, "full.lens", "lens"),
      alone: true,
      options: plainOptions(context.content.choices["lens"]),
      skippable: true,
    }),
  };
}

/** Words from one side: the other person's, or one's own for a teammate. */
function sideStep(context: ReflectContext, side: "theirSide" | "teammate"): Step {
  return {
    id: side,
    within: true,
    when: through(side),
    question: () => ({ kind: "text", ...hinted(context, `full.${side}`, side), alone: true, skippable: true }),
  };
}

function needStep(context: ReflectContext): Step {
  return {
    id: "need",
    within: true,
    when: through("theirSide"),
    question: () => ({
      kind: "choice",
      ...asked(context, "full.need", "need"),
      alone: true,
      options: plainOptions(context.content.needs),
      layout: "words",
      skippable: true,
    }),
  };
}

function feelingStep(context: ReflectContext): Step {
  const all = plainOptions(context.content.feelings);
  return {
    id: "feeling",
    when: unlessSupport,
    question: () => ({
      kind: "choice",
      ...asked(context, "full.feeling", "feeling"),
      alone: true,
      options: FIRST_FEELINGS.flatMap((id) => all.filter((feeling) => feeling.id === id)),
      all,
      more: { id: MORE, label: context.say("prompts.wholeShort") },
      layout: "words",
      skippable: true,
    }),
  };
}

/**
 * What went through one's head, one look from another side, one word for the feeling: in this order, since naming the
 * feeling first leaves people worse.
 */
export function lensSteps(context: ReflectContext): readonly Step[] {
  return [
    ...thoughtSteps(context),
    lensStep(context),
    sideStep(context, "theirSide"),
    needStep(context),
    sideStep(context, "teammate"),
    feelingStep(context),
  ];
}
