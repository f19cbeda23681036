import type { ShiftEnd } from "../reflection/entry.ts";
import { asked, hinted, optionsOf, plainOptions, scaleLabels, type Script } from "./asked.ts";
import type { Flow, Step } from "./flow.ts";
import type { Answers } from "./question.ts";
import { type WinFields, winFrom, winSteps } from "./win.ts";

export interface EndContext extends Script {
  /** What stands over the first question: which shift, and what was logged in it. */
  readonly drawn: (columns: number) => readonly string[];
  /** It is a night that ends. */
  readonly night: boolean;
}

export type EndFields = Partial<Omit<ShiftEnd, "kind" | "id" | "at" | "shift">>;

const MOST_WINS = 3;
const NOTES_AT = 32;
/** From here on a breath, a person or stopping is offered. */
const MUCH_COMES_HOME = 2;
const YES = "yes";
const NO = "no";

const isLong = ({ length }: Answers): boolean => length !== "down";

export function lengthStep(context: EndContext): Step {
  const { say } = context;
  const options = optionsOf(context.content.choices["length"]);
  return {
    id: "length",
    question: () => ({
      kind: "choice",
      ...asked(context, "end.length", "length"),
      drawn: context.drawn,
      options: options.map((option) => (option.id === "down" ? { ...option, note: say("daily.end.twoKeys") } : option)),
      default: "win",
      notesAt: NOTES_AT,
      skippable: false,
    }),
  };
}

function yesNo(context: EndContext, id: string, ask: string): ReturnType<Step["question"]> {
  const { say } = context;
  return {
    kind: "choice",
    id,
    text: "end.more",
    ask,
    options: [
      { id: NO, label: say("daily.end.no") },
      { id: YES, label: say("daily.end.yes") },
    ],
    default: NO,
    skippable: true,
  };
}

/** The name of a win's answer: the first win's have no number. */
const named = (id: string, place: number): string => (place === 0 ? id : `${id}${place + 1}`);

/** The answers of one win under their plain names. */
function ownAnswers(answers: Answers, place: number): Answers {
  const own = ["what", "why", "who", "care"].map((id) => [id, answers[named(id, place)]] as const);
  return Object.fromEntries(own.filter(([, answer]) => answer !== undefined)) as Answers;
}

/** The questions of the first, second or third win, each with answers of its own. */
function winAt(context: EndContext, place: number): readonly Step[] {
  const wanted = (answers: Answers): boolean => isLong(answers) && (place === 0 || answers[named("more", place - 1)] === YES);
  const steps = winSteps(context, "end").map(
    (step): Step => ({
      ...step,
      id: named(step.id, place),
      when: (answers) => wanted(answers) && (step.when?.(ownAnswers(answers, place)) ?? true),
      question: (answers) => ({ ...step.question(ownAnswers(answers, place)), id: named(step.id, place) }),
      ...(step.fold === undefined ? {} : { fold: (answers) => (step.fold?.(ownAnswers(answers, place)) ?? null) }),
    }),
  );
  const more: Step = {
    id: named("more", place),
    when: (answers) => wanted(answers) && typeof answers[named("what", place)] === "string",
    question: () => yesNo(context, named("more", place), asked(context, "end.more", "more").ask),
  };
  return place + 1 < MOST_WINS ? [...steps, more] : steps;
}

function learnedStep(context: EndContext): Step {
  return {
    id: "learned",
    when: isLong,
    question: () => ({ kind: "text", ...hinted(context, "end.learned", "learned"), alone: true, skippable: true }),
  };
}

function carryStep(context: EndContext): Step {
  return {
    id: "carry",
    resets: ["ease"],
    question: () => ({
      kind: "scale",
      ...asked(context, context.night ? "end.carryNight" : "end.carry", "carry"),
      alone: true,
      from: 0,
      to: 3,
      labels: scaleLabels(context, "carry"),
      skippable: true,
    }),
  };
}

function easeStep(context: EndContext): Step {
  return {
    id: "ease",
    when: ({ carry }) => typeof carry === "number" && carry >= MUCH_COMES_HOME,
    question: () => ({
      kind: "choice",
      ...asked(context, "full.ease", "ease"),
      alone: true,
      options: plainOptions(context.content.choices["ease"]),
      skippable: true,
    }),
  };
}

/** The end of a shift: how much is in you, wins and why, one thing learned, how much comes home. */
export function endConversation(context: EndContext): Flow {
  const wins = Array.from({ length: MOST_WINS }, (_, place) => winAt(context, place)).flat();
  return {
    id: "end",
    progress: false,
    steps: [lengthStep(context), ...wins, learnedStep(context), carryStep(context), easeStep(context)],
  };
}

/** Whether there is another hard case to write down before the rest. */
export function anotherCase(context: EndContext): Flow {
  const question = yesNo(context, "another", context.say("daily.end.anotherCase"));
  return { id: "another", progress: false, steps: [{ id: "another", question: () => question }] };
}

/** The wins that were told, in order. */
export function winsFrom(answers: Answers): readonly WinFields[] {
  if (!isLong(answers)) return [];
  const wins: WinFields[] = [];
  for (let place = 0; place < MOST_WINS; place += 1) {
    const win = winFrom(ownAnswers(answers, place));
    if (win !== null) wins.push(win);
    if (answers[named("more", place)] !== YES) break;
  }
  return wins;
}

/** The fields of an end from its answers. Nothing in it is needed. */
export function endFrom(answers: Answers): EndFields {
  const { learned, carry } = answers;
  return {
    ...(isLong(answers) && typeof learned === "string" ? { learned } : {}),
    ...(typeof carry === "number" ? { carry } : {}),
  };
}
