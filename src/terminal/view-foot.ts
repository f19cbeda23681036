import { midSentence } from "../conversations/asked.ts";
import type { ChoicesQuestion, Question } from "../conversations/question.ts";
import { questionAt } from "../conversations/walk.ts";
import { displayWidth } from "../views/width.ts";
import { foldText, isNarrow, right, textRight } from "./layout.ts";
import { optionOf, rowsOf } from "./options.ts";
import { safeText } from "./safe.ts";
import type { Speaking } from "./speaking.ts";
import type { State } from "./state.ts";

function folded(text: string, t: Speaking): readonly string[] {
  if (text === "") return [];
  const { quiet } = t.style.palette;
  const whole = `  ${text}`;
  if (displayWidth(whole) <= right(t.style)) return [`  ${quiet(text)}`];
  const parts = text.split(/ {3,}/);
  return parts.flatMap((part) => foldText(part, textRight(t.style) - 2)).map((row) => `  ${quiet(row)}`);
}

/** The wide sentence, or the narrow one, line by line. */
function either(name: string, t: Speaking, values: Readonly<Record<string, string | number>> = {}): readonly string[] {
  if (!isNarrow(t.style)) return folded(t.say(`prompts.${name}`, values), t);
  return t
    .say(`prompts.${name}Narrow`, values)
    .split("\n")
    .flatMap((line) => folded(line, t));
}

function pickedFoot(question: ChoicesQuestion, state: State, t: Speaking): readonly string[] {
  const count = state.picked.length;
  const exact = question.own === true && question.least === question.most;
  if (count === 0 && exact) return either("pickExact", t, { count: question.most });
  if (count === 0) return either(state.open || state.cursor !== null ? "pickSpace" : "pickSome", t);
  const lacking = (question.least ?? 1) - count;
  const labels = state.picked.map((id) => midSentence(optionOf(question, id)?.label ?? id)).join(", ");
  return either(lacking > 0 ? "pickedFewer" : "picked", t, { labels, count: lacking > 0 ? lacking : count });
}

function footText(question: Question, state: State, t: Speaking): readonly string[] {
  if (question.kind === "rank" && state.field.text !== "") {
    return either(rowsOf(question, state).unknown ? "rankUnknown" : "rankTyped", t);
  }
  if (question.kind === "rank") return either(state.open ? "rankWhole" : question.skippable ? "rank" : "rankNeeded", t);
  if (question.kind === "choices")
    return state.field.text === "" ? pickedFoot(question, state, t) : either("choicesTyped", t);
  if (question.kind === "choice" && state.field.text !== "") return either("choiceTyped", t);
  if (question.kind === "pause") return folded(question.hint ?? t.say("prompts.anyKey"), t);
  return [...folded(question.hint ?? "", t), ...(state.fresh ? either("standing", t) : [])];
}

/** One line below the choices, after a blank one. */
export function footRows(question: Question, state: State, t: Speaking): readonly string[] {
  const rows = footText(question, state, t);
  return rows.length === 0 ? [] : ["", ...rows];
}

/** Where a number is wanted and nothing has to be said, the way past the question is named too. */
function noticeOf(state: State): string {
  return state.notice === "pick" && questionAt(state).skippable ? "pickOrSkip" : String(state.notice);
}

/** Why a key did nothing, until the next one. */
export function noticeRow(state: State, t: Speaking): readonly string[] {
  const question = questionAt(state);
  const count = question.kind === "choices" ? (question.least ?? 1) - state.picked.length : 0;
  const told = state.told ?? (state.notice === null ? null : t.say(`prompts.notice.${noticeOf(state)}`, { count }));
  if (told === null) return [];
  const rows = foldText(safeText(told, t.style.symbols), textRight(t.style) - 2);
  return ["", ...rows.map((row) => `  ${t.style.palette.warn(row)}`)];
}
