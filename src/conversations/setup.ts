import { asked, hinted, plainOptions, type Script } from "./asked.ts";
import type { Flow, Step } from "./flow.ts";
import type { Answers } from "./question.ts";

const THREE_WORDS = 3;
/** The hour at which the day of somebody who works nights begins. */
const NIGHT_DAY_STARTS = "12:00";
const USUAL_DAY_STARTS = "04:00";

/** What is set already: it stands in the fields, to be kept or changed. */
export interface SetupContext extends Script {
  readonly goal: string | null;
  readonly words: readonly string[];
  readonly contact: string | null;
}

function textStep(context: SetupContext, id: "goal" | "contact"): Step {
  const standing = context[id];
  return {
    id,
    question: () => ({
      kind: "text",
      ...hinted(context, `setup.${id}`, id),
      ...(standing === null ? {} : { default: standing }),
      skippable: true,
    }),
  };
}

function wordsStep(context: SetupContext): Step {
  const now = context.words.join(", ");
  return {
    id: "words",
    question: () => ({
      kind: "choices",
      ...asked(context, "setup.words", "words"),
      ...(now === "" ? {} : { under: [context.say("reflect.wordsNow", { words: now })] }),
      options: plainOptions(context.content.choices["words"]),
      layout: "columns",
      least: THREE_WORDS,
      most: THREE_WORDS,
      own: true,
      skippable: true,
    }),
  };
}

function hoursStep(context: SetupContext): Step {
  return {
    id: "hours",
    question: () => ({
      kind: "choice",
      ...asked(context, "setup.hours", "hours"),
      options: plainOptions(context.content.choices["hours"]),
      skippable: true,
    }),
  };
}

/** The goal, three words, nights or days, a contact: one minute, each skippable. */
export function setupConversation(context: SetupContext): Flow {
  return {
    id: "setup",
    steps: [textStep(context, "goal"), wordsStep(context), hoursStep(context), textStep(context, "contact")],
  };
}

/** The words after "I want customers to leave feeling" as a sentence; a whole sentence stays as it is. */
function goalSentence(context: SetupContext, words: string): string {
  return words.startsWith(`${context.say("reflect.goalStart")} `) ? words : context.say("reflect.goal", { words });
}

/** Settings by their key, from the answers; only what was answered. */
export function settingsFrom(
  context: SetupContext,
  answers: Answers,
): Readonly<Record<string, string | readonly string[]>> {
  const { goal, words, hours, contact } = answers;
  const label = (id: string): string => context.content.choices["words"]?.find((word) => word.id === id)?.label ?? id;
  const three = Array.isArray(words) && words.length === THREE_WORDS ? (words as readonly string[]).map(label) : null;
  return {
    ...(typeof goal === "string" ? { goal: goalSentence(context, goal) } : {}),
    ...(three === null ? {} : { words: three }),
    ...(hours === "nights"
      ? { dayStartsAt: NIGHT_DAY_STARTS }
      : hours === "days"
        ? { dayStartsAt: USUAL_DAY_STARTS }
        : {}),
    ...(typeof contact === "string" ? { contact } : {}),
  };
}
