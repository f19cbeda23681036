import type { Flow } from "../conversations/flow.ts";
import type { Answer, Answers, Question, Typed } from "../conversations/question.ts";
import { EMPTY, type Field, wordsOnly } from "./field.ts";
import { rowsOf } from "./options.ts";
import { nextUnanswered, type Place, questionAt, stepAt, stepBefore, withAnswer } from "../conversations/walk.ts";

/** Before the id of a question whose half-typed words stand among the answers of a draft. */
export const LEFT = "left:";

export type Mode = "ask" | "help" | "paused" | "editing";

/** One moment of a conversation on the screen. A key turns it into the next. */
export interface State extends Place {
  readonly field: Field;
  /** The row that the arrows stand on. */
  readonly cursor: number | null;
  /** Ids taken so far, where several may be. */
  readonly picked: readonly string[];
  /** The whole list is shown. */
  readonly open: boolean;
  readonly mode: Mode;
  /** A digit that may be the first of two. */
  readonly waiting: number | null;
  /** The field holds what stands already: typed words take its place, an arrow opens it to be changed. */
  readonly fresh: boolean;
  /** A message to show until the next key, by the name it has in prompts. */
  readonly notice: string | null;
  /** A whole sentence to show until the next key. */
  readonly told: string | null;
  /** Half-typed words, and picks that were not sent, of questions that were left by Esc. */
  readonly left: Readonly<Record<string, string | readonly string[]>>;
  readonly outcome: "done" | "left" | null;
}

function wordsFor(question: Question, place: Place, left: State["left"]): string {
  const given = place.answers[question.id];
  const before = left[question.id];
  if (typeof before === "string") return before;
  if (question.kind === "text") return typeof given === "string" ? given : (question.default ?? "");
  if (question.kind !== "rank" || question.words === undefined) return "";
  const words = place.answers[question.words];
  return typeof words === "string" ? words : "";
}

function pickedFor(question: Question, given: Answer | null | undefined, left: State["left"]): readonly string[] {
  const before = left[question.id];
  if (question.kind === "choices" && typeof before === "object") return before;
  return question.kind === "choices" && Array.isArray(given) ? (given as readonly string[]) : [];
}

interface Standing {
  readonly cursor: number | null;
  readonly open: boolean;
}

/** Whether words point to something in the list of a question. */
function isKnown(question: Question, typed: Field): boolean {
  if (question.kind !== "rank" && question.kind !== "choice" && question.kind !== "choices") return false;
  return !rowsOf(question, { field: typed, open: false }).unknown;
}

/** Where the arrows stand when a question is met again: on the answer it has. */
function standing(question: Question, given: Answer | null | undefined, typed: Field | null): Standing {
  if (typed !== null) return { cursor: isKnown(question, typed) ? 0 : null, open: false };
  if (question.kind === "scale") {
    const number = typeof given === "number" ? given : question.default;
    return { cursor: number === undefined ? null : number - question.from, open: false };
  }
  if (question.kind === "text" || question.kind === "pause" || question.kind === "choices") {
    return { cursor: null, open: false };
  }
  if (given === undefined || given === null) return { cursor: null, open: false };
  const id = given;
  const shown = question.options.findIndex((option) => option.id === id);
  if (shown >= 0) return { cursor: shown, open: false };
  const all = "all" in question ? (question.all ?? []) : [];
  const anywhere = all.findIndex((option) => option.id === id);
  return anywhere < 0 ? { cursor: null, open: false } : { cursor: anywhere, open: true };
}

/** Whether these words stand in a question's field without anybody having typed them. */
function stands(question: Question, { answers, at }: Place, words: string, left: State["left"]): boolean {
  if (question.kind !== "text" || question.goesOn === true || words === "") return false;
  return words === question.default && (answers[at] ?? null) === null && left[at] === undefined;
}

/** The state in which a question is asked. */
export function arriveAt(place: Place, left: State["left"] = {}, typed?: string): State {
  const question = questionAt(place);
  const given = place.answers[place.at];
  const words = typed ?? wordsFor(question, place, left);
  const fresh = stands(question, place, words, left);
  const field = words === "" ? EMPTY : { text: words, caret: fresh ? 0 : words.length };
  return {
    flow: place.flow,
    answers: place.answers,
    at: place.at,
    field,
    ...standing(question, given, words === "" ? null : field),
    picked: pickedFor(question, given, left),
    mode: "ask",
    waiting: null,
    fresh,
    notice: null,
    told: null,
    left,
    outcome: null,
  };
}

/** Half-typed words of questions that were left before a draft was broken off. */
function leftIn(answers: Answers): State["left"] {
  const kept = Object.entries(answers).flatMap(([id, answer]): [string, string | readonly string[]][] => {
    if (!id.startsWith(LEFT) || answer === null || typeof answer === "number") return [];
    return [[id.slice(LEFT.length), typeof answer === "string" ? wordsOnly(answer) : answer]];
  });
  return Object.fromEntries(kept);
}

/** The first state: at the words that were typed when it was broken off, else at the first open question; null where none is. */
export function begin(flow: Flow, given: Answers, typed?: Typed | null): State | null {
  const { answers, at } = nextUnanswered(
    flow,
    Object.fromEntries(Object.entries(given).filter(([id]) => !id.startsWith(LEFT))),
  );
  const left = leftIn(given);
  const known = typed != null && flow.steps.some(({ id, when }) => id === typed.question && (when?.(answers) ?? true));
  if (known) {
    const words = wordsOnly(typed.text);
    return arriveAt({ flow, answers, at: typed.question }, left, words === "" ? undefined : words);
  }
  return at === null ? null : arriveAt({ flow, answers, at }, left);
}

/** The same where numbers are pressed and not written: one that was written and not sent is what the arrows stand on. */
export function pressed(state: State): State {
  const { text } = state.field;
  const question = questionAt(state);
  if (question.kind === "text" || !/^[\d\s,]+$/.test(text)) return state;
  const number = Number(text);
  const fits = question.kind === "scale" && number >= question.from && number <= question.to;
  return { ...state, field: EMPTY, cursor: fits ? number - question.from : null };
}

/** The state after an answer: at the next open question, or done. */
export function answered(state: State, answer: Answer | null, more: Answers = {}): State {
  const given = { ...withAnswer(stepAt(state), state.answers, answer), ...more };
  const { answers, at } = nextUnanswered(state.flow, given);
  const left = Object.fromEntries(Object.entries(state.left).filter(([id]) => id !== state.at));
  if (at === null)
    return { ...state, answers, left, field: EMPTY, notice: null, told: null, waiting: null, outcome: "done" };
  return arriveAt({ flow: state.flow, answers, at }, left);
}

/** What the person typed here and has not sent. */
export function typedIn({ field, fresh }: State): string {
  return fresh ? "" : field.text;
}

/** Words or picks that would be lost where the question is left. */
function unsent(state: State): string | readonly string[] | null {
  const typed = typedIn(state);
  if (typed !== "") return typed;
  const same = JSON.stringify(state.picked) === JSON.stringify(state.answers[state.at]);
  return state.picked.length === 0 || same ? null : state.picked;
}

/** The state after Esc: at the question before, its half-typed words kept. Esc at the first question leaves. */
export function wentBack(state: State): State {
  const at = stepBefore(state);
  if (at === null) return typedIn(state) === "" ? { ...state, outcome: "left" } : { ...state, notice: "first" };
  const kept = unsent(state);
  const left = kept === null ? state.left : { ...state.left, [state.at]: kept };
  return arriveAt({ flow: state.flow, answers: state.answers, at }, left);
}
