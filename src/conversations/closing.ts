import { packLines } from "../practice/kind-lines.ts";
import { asked, hinted, plainOptions, scaleLabels } from "./asked.ts";
import type { ReflectContext } from "./context.ts";
import type { Step } from "./flow.ts";
import { chosenPlan, OWN_WORDS, planSentence } from "./plan.ts";
import type { Answers, Option } from "./question.ts";
import { chosenTrigger, isSupport } from "./trigger.ts";

const STOP = "stop";
const GO_ON = "go_on";
const LINES = 3;
/** From here on a breath, a person or stopping is offered. */
const MUCH_COMES_HOME = 2;

const goesOn = (answers: Answers): boolean => !isSupport(answers) && answers["stop"] !== STOP;

function hasPlan(context: ReflectContext, answers: Answers): boolean {
  return chosenPlan(context, answers) !== null;
}

/** How much a new plan is wanted: it shows what will not come to mind. */
function wantStep(context: ReflectContext): Step {
  return {
    id: "wantIt",
    within: true,
    when: (answers) => chosenPlan(context, answers)?.changed === true,
    question: () => ({
      kind: "scale",
      ...asked(context, "full.wantIt", "wantIt"),
      alone: true,
      from: 1,
      to: 5,
      labels: scaleLabels(context, "wantIt"),
      skippable: true,
    }),
  };
}

/** Picturing a plan at once makes it likelier to be done. */
function pictureStep(context: ReflectContext): Step {
  return {
    id: "picture",
    within: true,
    when: (answers) => hasPlan(context, answers),
    question: (answers) => {
      const chosen = chosenPlan(context, answers);
      return {
        kind: "pause",
        ...hinted(context, "full.picture", "picture"),
        above: chosen === null ? [] : [planSentence(chosen.plan, context.say)],
        alone: true,
        skippable: true,
      };
    },
  };
}

function stopStep(context: ReflectContext): Step {
  const { say } = context;
  return {
    id: "stop",
    within: true,
    when: (answers) => hasPlan(context, answers),
    question: () => ({
      kind: "choice",
      ...asked(context, "full.stop", "stop"),
      alone: true,
      options: [
        { id: GO_ON, label: say("reflect.goOn") },
        { id: STOP, label: say("reflect.stopHere") },
      ],
      default: GO_ON,
      skippable: true,
    }),
  };
}

/** What the person said of it: the line is matched to it. */
const SAID = ["what", "words", "thought"];

function lineOptions(context: ReflectContext, answers: Answers): readonly Option[] {
  const trigger = chosenTrigger(context, answers);
  const said = SAID.map((id) => answers[id]).filter((answer) => typeof answer === "string").join("\n");
  const rank = context.rankLines ?? ((id): readonly { readonly text: string }[] => packLines(context.content, id));
  const lines = trigger === null ? [] : rank(trigger.id, said);
  const starters = context.content.lines.filter((line) => line.starter === true);
  return (lines.length > 0 ? lines : starters).slice(0, LINES).map(({ text }) => ({ id: text, label: text }));
}

function lineSteps(context: ReflectContext): readonly Step[] {
  return [
    {
      id: "line",
      when: goesOn,
      resets: ["lineOwn"],
      question: (answers) => {
        const options = lineOptions(context, answers);
        const [first] = options;
        return {
          kind: "choice",
          ...asked(context, "full.line", "line"),
          alone: true,
          options: [...options, { id: OWN_WORDS, label: context.say("reflect.ownLine") }],
          ...(first === undefined ? {} : { default: first.id }),
          skippable: true,
        };
      },
    },
    {
      id: "lineOwn",
      within: true,
      when: (answers) => goesOn(answers) && answers["line"] === OWN_WORDS,
      question: () => ({ kind: "text", ...asked(context, "full.line", "lineOwn"), alone: true, skippable: true }),
    },
  ];
}

function afterStep(context: ReflectContext): Step {
  return {
    id: "after",
    when: goesOn,
    question: (answers) => {
      const { hint, ...words } = hinted(context, "full.after", "after");
      const before = answers["strength"];
      return {
        kind: "scale",
        ...words,
        ...(hint === undefined ? {} : { aloud: hint }),
        ...(typeof before === "number" ? { above: [context.say("reflect.before", { number: before })] } : {}),
        alone: true,
        from: 0,
        to: 10,
        labels: scaleLabels(context, "strength"),
        skippable: true,
      };
    },
  };
}

function carryStep(context: ReflectContext): Step {
  return {
    id: "carry",
    when: goesOn,
    resets: ["ease"],
    question: () => ({
      kind: "scale",
      ...asked(context, "full.carry", "carry"),
      alone: true,
      from: 0,
      to: 3,
      labels: scaleLabels(context, "carry"),
      skippable: true,
    }),
  };
}

function easeStep(context: ReflectContext): Step {
  return {
    id: "ease",
    within: true,
    when: (answers) => goesOn(answers) && Number(answers["carry"] ?? 0) >= MUCH_COMES_HOME,
    question: () => ({
      kind: "choice",
      ...asked(context, "full.ease", "ease"),
      alone: true,
      options: plainOptions(context.content.choices["ease"]),
      skippable: true,
    }),
  };
}

/** After the plan: picture it, the offer to stop, a kind line, and how it is now. */
export function closingSteps(context: ReflectContext): readonly Step[] {
  return [
    wantStep(context),
    pictureStep(context),
    stopStep(context),
    ...lineSteps(context),
    afterStep(context),
    carryStep(context),
    easeStep(context),
  ];
}
