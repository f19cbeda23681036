import { asked, hinted, midSentence, optionsOf, plainOptions, scaleLabels } from "./asked.ts";
import { threatLines } from "./care.ts";
import type { ReflectContext } from "./context.ts";
import type { Step } from "./flow.ts";
import { planInForce, planSentence } from "./plan.ts";
import { type Answers, MORE } from "./question.ts";
import { isSupport } from "./trigger.ts";

const KEEP_NOTE = "yes";
const NOTHING = "no";
const MOST_REACTIONS = 3;

function strengthStep(context: ReflectContext): Step {
  const scale = { kind: "scale", from: 0, to: 10, labels: scaleLabels(context, "strength") } as const;
  return {
    id: "strength",
    when: (answers) => !isSupport(answers) || answers["keep"] !== NOTHING,
    question: (answers) => {
      const { hint, ...words } = hinted(context, "reflect.strength", "strength");
      const aloud = hint === undefined ? {} : { aloud: hint };
      if (!isSupport(answers)) return { ...scale, ...words, ...aloud, skippable: true };
      return { ...scale, ...hinted(context, "support.strength", "strength"), ...aloud, alone: true, skippable: true };
    },
    fold: (answers) => {
      const number = String(answers["strength"]);
      return isSupport(answers) ? null : { label: context.say("reflect.fold.strength"), text: number, short: number };
    },
  };
}

/** Threats, hate, sexual words: whether a note is kept is all there is to decide. */
function keepStep(context: ReflectContext): Step {
  return {
    id: "keep",
    restart: true,
    when: isSupport,
    question: () => ({
      kind: "choice",
      ...asked(context, "support.keep", "keep"),
      above: threatLines(context, context.deep().support),
      alone: true,
      options: [
        { id: KEEP_NOTE, label: context.say("reflect.keepYes") },
        { id: NOTHING, label: context.say("reflect.keepNo") },
      ],
      layout: "row",
      skippable: false,
    }),
  };
}

function labelsOf(context: ReflectContext, answers: Answers): string {
  const ids = answers["reactions"];
  if (!Array.isArray(ids)) return "";
  const label = (id: string): string => context.content.reactions.find((reaction) => reaction.id === id)?.label ?? id;
  return (ids as readonly string[]).map((id) => midSentence(label(id))).join(", ");
}

function reactionsStep(context: ReflectContext): Step {
  const all = optionsOf(context.content.reactions);
  const first = context.reactions.flatMap((id) =>
    plainOptions(context.content.reactions).filter((reaction) => reaction.id === id),
  );
  return {
    id: "reactions",
    when: (answers) => !isSupport(answers),
    question: () => ({
      kind: "choices",
      ...asked(context, "reflect.reactions", "reactions"),
      askAloud: context.say("reflect.reactionsAloud"),
      options: first,
      all: all.map(({ id, label }) => ({ id, label })),
      more: { id: MORE, label: context.say("prompts.wholeOrWords"), short: context.say("prompts.wholeOrWordsShort") },
      most: MOST_REACTIONS,
      layout: "columns",
      skippable: true,
    }),
    fold: (answers) => {
      const text = labelsOf(context, answers);
      return { label: context.say("reflect.fold.reactions"), text, short: text };
    },
  };
}

function planUseStep(context: ReflectContext): Step {
  return {
    id: "planUse",
    when: (answers) => planInForce(context, answers) !== null,
    question: (answers) => {
      const plan = planInForce(context, answers);
      const sentence = plan === null ? "" : planSentence(plan, context.say);
      return {
        kind: "choice",
        ...asked(context, "reflect.planUse", "planUse"),
        above: [context.say("reflect.yourPlan", { plan: sentence })],
        alone: true,
        options: plainOptions(context.content.choices["planUse"]),
        skippable: true,
      };
    },
  };
}

function heldStep(context: ReflectContext): Step {
  const { words, say } = context;
  return {
    id: "held",
    when: (answers) => !isSupport(answers),
    question: () => ({
      kind: "scale",
      ...hinted(context, words.length > 0 ? "reflect.held" : "reflect.heldPlain", "held"),
      ...(words.length > 0 ? { above: [say("reflect.youWantToBe", { words: words.join(", ") })] } : {}),
      alone: true,
      from: 1,
      to: 5,
      labels: scaleLabels(context, "held"),
      skippable: true,
    }),
    fold: (answers) => {
      const number = answers["held"];
      const label = typeof number === "number" ? (scaleLabels(context, "held")[number] ?? String(number)) : "";
      return { label: say("reflect.fold.held"), text: label, short: label };
    },
  };
}

/** The questions that every reflection asks after its trigger. */
export function coreSteps(context: ReflectContext): readonly Step[] {
  return [keepStep(context), strengthStep(context), reactionsStep(context), planUseStep(context), heldStep(context)];
}
