import { SEEN, type Question, type ScaleQuestion, type TextQuestion } from "../conversations/question.ts";
import type { Say } from "../content/message.ts";
import type { Edited } from "./editing.ts";
import { edit, EMPTY, fieldOf, wordsOnly } from "./field.ts";
import { asksForHelp, digitOf, type Key } from "./keys.ts";
import { enterPicked, reduceList } from "./reduce-list.ts";
import { answered, type State, typedIn, wentBack } from "./state.ts";
import { questionAt } from "../conversations/walk.ts";

function afterOne(question: ScaleQuestion, state: State, key: Key): State {
  const waited = state.waiting ?? 0;
  const digit = digitOf(key);
  if (digit !== null && waited * 10 + digit <= question.to) return answered(state, waited * 10 + digit);
  if (key.name === "backspace" || key.name === "escape") return { ...state, waiting: null };
  const next = answered(state, waited);
  return key.name === "tick" || key.name === "enter" || next.outcome !== null ? next : reduce(next, key);
}

function reduceScale(question: ScaleQuestion, state: State, key: Key): State {
  const digit = digitOf(key);
  if (digit !== null) {
    if (digit < question.from || digit > question.to) return { ...state, notice: "range" };
    return digit > 0 && digit * 10 <= question.to ? { ...state, waiting: digit } : answered(state, digit);
  }
  const last = question.to - question.from;
  if (key.name === "right" || key.name === "up") return { ...state, cursor: Math.min(last, (state.cursor ?? -1) + 1) };
  if (key.name === "left" || key.name === "down")
    return { ...state, cursor: Math.max(0, (state.cursor ?? last + 1) - 1) };
  if (key.name !== "enter") return state;
  return state.cursor === null ? { ...state, notice: "pick" } : answered(state, question.from + state.cursor);
}

/** A key at words that stand already: words take their place, anything else that means something opens them. */
function reduceFresh(state: State, key: Key): State {
  const opened = fieldOf(state.field.text);
  if (!("text" in key)) {
    const named = ["left", "right", "end", "wordLeft", "wordRight"].includes(key.name);
    const field = named ? opened : edit(opened, key);
    return named || field !== opened ? { ...state, field, fresh: false } : state;
  }
  const blank = key.text.trim() === "";
  return { ...state, field: blank ? opened : edit(EMPTY, key), fresh: false };
}

function reduceText(question: TextQuestion, state: State, key: Key): State {
  if (state.fresh && key.name !== "enter") return reduceFresh(state, key);
  if (key.name !== "enter") {
    const field = edit(state.field, key);
    return field === state.field ? state : { ...state, field };
  }
  const text = state.field.text.trim();
  const told = text === "" ? null : (question.trouble?.(text) ?? null);
  if (told !== null) return { ...state, told };
  if (text !== "") return answered(state, text);
  return question.skippable ? answered(state, null) : { ...state, notice: "words" };
}

function reduceKind(question: Question, state: State, key: Key): State {
  switch (question.kind) {
    case "scale":
      return reduceScale(question, state, key);
    case "text":
      return reduceText(question, state, key);
    case "pause":
      return key.name === "tick" || key.name === "paste" ? state : answered(state, SEEN);
    default:
      return reduceList(question, state, key);
  }
}

function skipped(question: Question, state: State): State {
  if (typedIn(state).trim() !== "") return { ...state, notice: "clear" };
  if (question.kind === "choices" && state.picked.length > 0) return enterPicked(question, state);
  return question.skippable ? answered(state, null) : { ...state, notice: "needed" };
}

/** While the help is shown, a digit takes the offer to write in an editor; any other key goes on, and a paste is no key. */
function reduceHelp(question: Question, state: State, key: Key): State {
  if (key.name === "paste") return reduceAsked(question, { ...state, mode: "ask" }, key);
  const editor = question.kind === "text" && digitOf(key) === 1;
  return { ...state, mode: editor ? "editing" : "ask" };
}

function reduceAsked(question: Question, state: State, key: Key): State {
  if (state.waiting !== null && question.kind === "scale") return afterOne(question, state, key);
  if (key.name === "escape") return wentBack(state);
  if (question.kind === "pause") return reduceKind(question, state, key);
  if (asksForHelp(key) && (key.name === "help" || state.field.text === "")) return { ...state, mode: "help" };
  if (key.name === "tab") return skipped(question, state);
  return reduceKind(question, state, key);
}

/** The state after a key. Pure; a state that has an outcome stays as it is. */
export function reduce(before: State, key: Key): State {
  if (before.outcome !== null || before.mode === "editing") return before;
  const quiet = (before.notice === null && before.told === null) || key.name === "tick";
  const state = quiet ? before : { ...before, notice: null, told: null };
  const question = questionAt(state);
  if (state.mode === "paused") {
    const back: State = { ...state, mode: "ask" };
    return key.name === "paste" ? reduceAsked(question, back, key) : back;
  }
  return state.mode === "help" ? reduceHelp(question, state, key) : reduceAsked(question, state, key);
}

/** The screen after nobody touched a key for a while: the words leave it. */
export function idle(state: State): State {
  return state.outcome === null && state.mode !== "editing" ? { ...state, mode: "paused", waiting: null } : state;
}

function toldOf(result: Edited | null, name: string, say: Say): string | null {
  if (result === null || result.type === "failed" || result.type === "stopped")
    return say("prompts.editorFailed", { editor: name });
  if (result.type === "missing") return say("prompts.editorMissing", { editor: name });
  return result.type === "noText" ? say("prompts.editorKept", { file: result.file }) : null;
}

/** The state after an editor: with its text, or with what there was and why. */
export function edited(state: State, result: Edited | null, say: Say, name = ""): State {
  const back: State = { ...state, mode: "ask", told: toldOf(result, name, say) };
  return result?.type === "done" ? { ...back, field: fieldOf(wordsOnly(result.text)), fresh: false } : back;
}
