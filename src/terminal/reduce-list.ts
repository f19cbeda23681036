import { type ChoicesQuestion, KEEP, MORE, type Option } from "../conversations/question.ts";
import { edit, EMPTY } from "./field.ts";
import { digitOf, type Key } from "./keys.ts";
import { type ListQuestion, type Rows, rowsOf, takesWords } from "./options.ts";
import { answered, type State } from "./state.ts";

function toggled(question: ListQuestion, state: State, option: Option): State {
  const most = question.kind === "choices" ? question.most : 1;
  const off = state.picked.filter((id) => id !== option.id);
  if (off.length < state.picked.length) return { ...state, picked: off, field: EMPTY };
  if (state.picked.length >= most) return { ...state, notice: "enough", field: EMPTY };
  return {
    ...state,
    picked: [...state.picked, option.id],
    field: EMPTY,
    cursor: state.field.text === "" ? state.cursor : null,
  };
}

function take(question: ListQuestion, state: State, option: Option): State {
  if (option.id === MORE) return { ...state, open: true, cursor: 0 };
  if (question.kind === "choices") return toggled(question, state, option);
  const words = question.kind === "rank" ? question.words : undefined;
  const typed = state.field.text.trim();
  return answered(state, option.id, words === undefined ? {} : { [words]: typed === "" ? null : typed });
}

/** What is picked, as the answer, where it is enough. */
export function enterPicked(question: ChoicesQuestion, state: State): State {
  const enough = state.picked.length >= (question.least ?? 1);
  if (state.picked.length > 0) return enough ? answered(state, state.picked) : { ...state, notice: "fewer" };
  return question.skippable ? answered(state, null) : { ...state, notice: "pick" };
}

/** Enter where nothing is typed and nothing is marked: the default, or past the question where that is offered. */
function enterAlone(question: ListQuestion, state: State): State | null {
  if (question.kind === "plan") return answered(state, KEEP);
  if (question.kind !== "choice" || state.field.text !== "") return null;
  if (question.default !== undefined) return answered(state, question.default);
  return question.enterSkips === true ? answered(state, null) : null;
}

function enter(question: ListQuestion, state: State, rows: Rows): State {
  if (question.kind === "choices" && state.field.text === "") return enterPicked(question, state);
  const standing = state.cursor === null ? undefined : rows.options[state.cursor];
  if (standing !== undefined) return take(question, state, standing);
  const alone = enterAlone(question, state);
  return alone ?? { ...state, notice: rows.options.length === 0 ? "unknown" : rows.unknown ? "arrows" : "pick" };
}

function moved(question: ListQuestion, state: State, rows: Rows, by: number): State {
  const last = rows.options.length - 1;
  if (last < 0) return state;
  const usual = question.kind === "choice" ? rows.options.findIndex(({ id }) => id === question.default) : -1;
  const from = state.cursor ?? (usual >= 0 ? usual : by > 0 ? -1 : last + 1);
  return { ...state, cursor: Math.min(last, Math.max(0, from + by)) };
}

function digit(question: ListQuestion, state: State, rows: Rows, key: Key): State | null {
  const value = state.field.text === "" && rows.numbered ? digitOf(key) : null;
  if (value === null) return null;
  const option = value === 0 ? undefined : rows.options[value - 1];
  return option === undefined ? { ...state, notice: "pick" } : take(question, state, option);
}

function typed(question: ListQuestion, state: State, key: Key): State {
  const field = edit(state.field, key);
  if (field === state.field) return state;
  if (field.text === state.field.text) return { ...state, field };
  const none = field.text === "" || rowsOf(question, { field, open: state.open }).unknown;
  return { ...state, field, cursor: none ? null : 0, notice: null };
}

/** A key at a list: digits pick while nothing is typed, words rank or filter, arrows and Enter take. */
export function reduceList(question: ListQuestion, state: State, key: Key): State {
  const rows = rowsOf(question, state);
  const empty = state.field.text === "";
  if (key.name === "enter") return enter(question, state, rows);
  if (key.name === "up" || (empty && key.name === "left")) return moved(question, state, rows, -1);
  if (key.name === "down" || (empty && key.name === "right")) return moved(question, state, rows, 1);
  if (key.name === "text") {
    const picked = digit(question, state, rows, key);
    if (picked !== null) return picked;
    const standing = state.cursor === null ? undefined : rows.options[state.cursor];
    if (empty && key.text === " ") return standing === undefined ? state : take(question, state, standing);
  }
  return takesWords(question) ? typed(question, state, key) : state;
}
