import type { Flow, Step } from "./flow.ts";
import type { Answer, Answers, Question } from "./question.ts";

/** Where in a conversation somebody is. */
export interface Place {
  readonly flow: Flow;
  readonly answers: Answers;
  /** The step that is being asked. */
  readonly at: string;
}

function holds(step: Step, answers: Answers): boolean {
  return step.when?.(answers) ?? true;
}

export function stepAt(place: Place): Step {
  const step = place.flow.steps.find(({ id }) => id === place.at);
  if (step === undefined) throw new Error(`no step ${place.at} in ${place.flow.id}`);
  return step;
}

export function questionAt(place: Place): Question {
  return stepAt(place).question(place.answers);
}

function foldedAnswer(step: Step, answers: Answers): Answer | null {
  const question = step.question(answers);
  return "default" in question ? question.default : null;
}

/**
 * The first step after a place in the order that holds and has no answer; folded ones are answered on the way.
 * `at` is null where nothing is left to ask.
 */
export function nextUnanswered(flow: Flow, given: Answers): { readonly answers: Answers; readonly at: string | null } {
  let answers = given;
  for (const step of flow.steps) {
    if (answers[step.id] !== undefined || !holds(step, answers)) continue;
    if (step.folded !== true) return { answers, at: step.id };
    answers = { ...answers, [step.id]: foldedAnswer(step, answers) };
  }
  return { answers, at: null };
}

/** The question before this one, or null at the first. Pauses are passed over. */
export function stepBefore(place: Place): string | null {
  const here = place.flow.steps.findIndex(({ id }) => id === place.at);
  const earlier = place.flow.steps.slice(0, here).filter((step) => {
    if (place.answers[step.id] === undefined || !holds(step, place.answers)) return false;
    return step.question(place.answers).kind !== "pause";
  });
  return earlier.at(-1)?.id ?? null;
}

/** The answers with one more; what depended on another answer there is dropped. */
export function withAnswer(step: Step, answers: Answers, answer: Answer | null): Answers {
  const before = answers[step.id];
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(answer);
  const dropped = same ? [] : (step.resets ?? []);
  const kept = Object.entries(answers).filter(([id]) => !dropped.includes(id));
  return { ...Object.fromEntries(kept), [step.id]: answer };
}

export interface Progress {
  /** From 1. */
  readonly number: number;
  /** Null while it depends on answers that are still to come. */
  readonly total: number | null;
}

function counted(flow: Flow, answers: Answers): readonly Step[] {
  return flow.steps.filter((step) => step.within !== true && step.folded !== true && holds(step, answers));
}

/** "2 of 6", or null in a conversation that does not count. */
export function progressAt(place: Place): Progress | null {
  const { flow, answers, at } = place;
  if (flow.progress === false) return null;
  const all = counted(flow, answers);
  const here = flow.steps.findIndex(({ id }) => id === at);
  const passed = all.filter((step) => flow.steps.indexOf(step) <= here).length;
  const restart = all.findIndex((step) => step.restart === true);
  const begun = restart >= 0 && passed > restart;
  const number = Math.max(1, begun ? passed - restart : passed);
  const known = (restart < 0 || begun) && (flow.totalKnown?.(answers) ?? true);
  return { number, total: known ? all.length - (begun ? restart : 0) : null };
}

/** The answers of the steps that hold, without those that another answer has overtaken. */
export function heldAnswers(flow: Flow, answers: Answers): Answers {
  const steps = flow.steps.filter((step) => holds(step, answers)).map(({ id }) => id);
  const known = new Set(flow.steps.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !known.has(id) || steps.includes(id)));
}
