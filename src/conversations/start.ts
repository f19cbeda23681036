import { LOW_ENERGY, type Recall } from "../practice/helped.ts";
import type { ShiftStart, Win } from "../reflection/entry.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { asked, hinted, plainOptions, scaleLabels } from "./asked.ts";
import { careStep } from "./care.ts";
import type { ReflectContext } from "./context.ts";
import type { Flow, Step } from "./flow.ts";
import { planSentence } from "./plan.ts";
import { type Answers, type Line, MORE } from "./question.ts";

/** What a start has to know about the person. */
export interface StartContext
  extends Pick<ReflectContext, "content" | "deep" | "say" | "country" | "triggers" | "frequentTriggers" | "planFor" | "words" | "rank"> {
  /** What stands over the first question: which shift, the focus of the week, the goal. */
  readonly drawn: (columns: number) => readonly string[];
  readonly recall: Recall;
  /** Who they wanted to be last time, or null. */
  readonly intention: string | null;
  /** Something that went well, for a day of little energy; null without one. */
  readonly win: Win | null;
}

export type StartFields = Partial<Omit<ShiftStart, "kind" | "id" | "at" | "shift">>;

function energyStep(context: StartContext): Step {
  return {
    id: "energy",
    question: () => ({
      kind: "scale",
      ...asked(context, "start.energy", "energy"),
      drawn: context.drawn,
      from: 1,
      to: 5,
      labels: scaleLabels(context, "energy"),
      skippable: true,
    }),
  };
}

/** A win comes back where it is needed. */
function winStep(context: StartContext): Step {
  const { win, say } = context;
  const lines: readonly Line[] = win === null ? [] : [say("daily.start.win", { win: win.what }), ...(win.why === undefined ? [] : [say("daily.start.winWhy", { why: win.why })])];
  return {
    id: "lowDay",
    within: true,
    when: ({ energy }) => win !== null && typeof energy === "number" && energy <= LOW_ENERGY,
    question: () => ({ kind: "pause", id: "lowDay", text: "start.energy", ask: say("daily.start.lowDay"), under: lines, skippable: true }),
  };
}

function asideStep(context: StartContext): Step {
  return {
    id: "aside",
    question: () => ({
      kind: "choice",
      ...hinted(context, "start.aside", "aside"),
      options: plainOptions(context.content.choices["aside"]),
      layout: "columns",
      skippable: true,
    }),
  };
}

function textStep(context: StartContext, id: "helped" | "customersDay" | "intention", standing: string | null): Step {
  return {
    id,
    question: () => {
      return {
        kind: "text",
        ...hinted(context, `start.${id}`, id),
        ...(standing === null ? {} : { default: standing }),
        skippable: true,
      };
    },
  };
}

function triggerStep(context: StartContext): Step {
  const all = context.triggers.filter(({ id }) => id !== SUPPORT_TRIGGER).map(({ id, label, meaning }) => ({ id, label, ...(meaning === undefined ? {} : { note: meaning }) }));
  const usual = context.frequentTriggers.flatMap((id) => all.filter((trigger) => trigger.id === id));
  return {
    id: "trigger",
    resets: ["breath"],
    question: () => ({
      kind: "rank",
      ...asked(context, "start.trigger", "trigger"),
      options: usual.map(({ id, label }) => ({ id, label })),
      all,
      more: { id: MORE, label: context.say("prompts.whole") },
      rank: (text) => context.rank(text).map(({ trigger }) => trigger),
      skippable: true,
    }),
  };
}

/** The plan for what may come, and one breath. */
function breathStep(context: StartContext): Step {
  return {
    id: "breath",
    within: true,
    question: ({ trigger }) => {
      const plan = typeof trigger === "string" ? context.planFor(trigger) : null;
      return {
        kind: "pause",
        ...hinted(context, "start.breath", "breath"),
        above: plan === null ? [] : [context.say("reflect.yourPlan", { plan: planSentence(plan, context.say) })],
        skippable: true,
      };
    },
  };
}

/** Before the shift, in about a minute: five questions, each skippable, and one breath. */
export function startConversation(context: StartContext): Flow {
  const intention = context.intention ?? (context.words.length > 0 ? context.words.join(", ") : null);
  return {
    id: "start",
    steps: [
      energyStep(context),
      winStep(context),
      asideStep(context),
      textStep(context, context.recall, null),
      textStep(context, "intention", intention),
      careStep(context, [context.recall, "intention"]),
      triggerStep(context),
      breathStep(context),
    ],
  };
}

const FIELDS = ["energy", "aside", "helped", "customersDay", "intention", "trigger"] as const;

/** The fields of a start from its answers. Nothing in it is needed. */
export function startFrom(answers: Answers): StartFields {
  const given = FIELDS.map((field) => [field, answers[field]] as const);
  return Object.fromEntries(given.filter(([, answer]) => answer !== undefined && answer !== null));
}
