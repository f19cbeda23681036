import { labelFault, LONGEST_LABEL } from "../content/personal.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { asked, hinted } from "./asked.ts";
import type { ReflectContext, TriggerChoice } from "./context.ts";
import type { Step } from "./flow.ts";
import { type Answers, MORE, type Option } from "./question.ts";

/** The answer of somebody who names a trigger of their own. */
export const OWN = "own";

const POINTED = 3;

/** What depends on the trigger and no longer holds with another one. */
const DEPENDENT = [
  "name",
  "stage",
  "planUse",
  "next",
  "firstPlan",
  "planThen",
  "planIf",
  "keep",
  "control",
  "line",
  "lineOwn",
  "wantIt",
  "picture",
  "stop",
];

export function isSupport(answers: Answers): boolean {
  return answers["trigger"] === SUPPORT_TRIGGER;
}

/** The trigger that was answered, also one that was just named. */
export function chosenTrigger(context: ReflectContext, answers: Answers): TriggerChoice | null {
  const id = answers["trigger"];
  const known = context.triggers.find((trigger) => trigger.id === id);
  if (known !== undefined) return known;
  const name = answers["name"];
  return id === OWN && typeof name === "string" ? { id: OWN, label: name } : null;
}

function option({ id, label, meaning }: TriggerChoice): Option {
  return { id, label, ...(meaning === undefined ? {} : { note: meaning }) };
}

/** "Shouting or rude words, when I had to say no"; the label alone where the stage only says it again. */
function foldText(context: ReflectContext, label: string, answers: Answers): string {
  const stage = context.content.stages.find(({ id }) => id === answers["stage"]);
  const same = stage?.when.toLowerCase().includes(label.toLowerCase()) === true;
  return stage === undefined || same ? label : context.say("reflect.triggerAt", { trigger: label, when: stage.when });
}

/** The person's usual ones; where they have said what happened, those that their words point to come first. */
function offered(context: ReflectContext, answers: Answers): readonly string[] {
  const { what } = answers;
  const usual = context.frequentTriggers;
  if (typeof what !== "string") return usual;
  const pointed = context
    .rank(what)
    .slice(0, POINTED)
    .map(({ trigger }) => trigger);
  return [...new Set([...pointed, ...usual])].slice(0, usual.length);
}

function triggerStep(context: ReflectContext, words: string): Step {
  const { say } = context;
  const all = context.triggers.map(option);
  return {
    id: "trigger",
    resets: DEPENDENT,
    question: (answers) => ({
      kind: "rank",
      ...asked(context, "reflect.trigger", "trigger"),
      options: offered(context, answers)
        .flatMap((id) => all.filter((trigger) => trigger.id === id))
        .map(({ id, label }) => ({ id, label })),
      all,
      more: { id: MORE, label: say("prompts.whole") },
      none: { id: OWN, label: say("reflect.none") },
      rank: (text) => context.rank(text).map(({ trigger }) => trigger),
      words,
      skippable: false,
    }),
    fold: (answers) => {
      const trigger = chosenTrigger(context, answers);
      if (trigger === null) return null;
      return {
        label: say("reflect.fold.trigger"),
        text: foldText(context, trigger.label, answers),
        short: trigger.label,
        change: say("prompts.change"),
        ...(trigger.kind === undefined ? {} : { under: trigger.kind }),
      };
    },
  };
}

/** A name that is too long for a list, or that a trigger on the list has. */
function nameTrouble({ say, triggers }: ReflectContext, text: string): string | null {
  const found = labelFault(text, triggers);
  if (found === null) return null;
  if (found.fault === "long") return say("reflect.nameLong", { most: LONGEST_LABEL });
  return found.fault === "taken" ? say("reflect.nameTaken", { trigger: found.by.label }) : say("reflect.nameEmpty");
}

function nameStep(context: ReflectContext): Step {
  return {
    id: "name",
    within: true,
    when: (answers) => answers["trigger"] === OWN,
    resets: ["stage"],
    question: () => ({
      kind: "text",
      ...hinted(context, "reflect.name", "name"),
      trouble: (text) => nameTrouble(context, text),
      skippable: false,
    }),
  };
}

/** Folded into the answer before it: the person's usual stage for this trigger, changed with Esc. */
function stageStep(context: ReflectContext): Step {
  const options = context.content.stages.map(({ id, label }) => ({ id, label }));
  return {
    id: "stage",
    within: true,
    folded: true,
    when: (answers) => !isSupport(answers),
    question: (answers) => {
      const trigger = answers["trigger"];
      const stage = typeof trigger === "string" ? context.usualStage(trigger) : null;
      return {
        kind: "choice",
        ...asked(context, "reflect.stage", "stage"),
        options,
        all: options,
        layout: "columns",
        skippable: true,
        ...(stage === null ? {} : { default: stage }),
      };
    },
  };
}

/**
 * What set it off, and where. Words typed for it are kept as the answer `words`.
 */
export function triggerSteps(context: ReflectContext, words: string): readonly Step[] {
  return [triggerStep(context, words), nameStep(context), stageStep(context)];
}
