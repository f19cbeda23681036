import { midSentence } from "../conversations/asked.ts";
import { type Line, MORE, type Option, type Question, type ScaleQuestion } from "../conversations/question.ts";
import { progressAt, questionAt, stepAt } from "../conversations/walk.ts";
import { wrap } from "../views/wrap.ts";
import { packed } from "./layout.ts";
import { rowsOf } from "./options.ts";
import { safeQuestion, safeText } from "./safe.ts";
import type { Speaking } from "./speaking.ts";
import type { State } from "./state.ts";
import { foldsSpoken } from "./view-above.ts";

const WIDEST = 78;
const LIST_WIDTH = 72;

/** Sentences from top to bottom, without a margin. */
export function spoken(text: string, t: Speaking): readonly string[] {
  return wrap(safeText(text, t.style.symbols), Math.max(1, Math.min(t.style.width - 1, WIDEST)));
}

/** A sentence that ends with a stop. */
export function closed(text: string): string {
  return /[.!?\u2026:]["'\u201d\u2019)]*$/.test(text) ? text : `${text}.`;
}

/** Without the sentences that name a key which is not pressed where answers are typed; it is called Tab everywhere. */
export function withoutKeys(text: string): string {
  return text.split(/(?<=[.?!])\s+/).filter((sentence) => !/\bTab\b/.test(sentence)).join(" ");
}

/** Before the first question: what it is, what can be typed, and what was answered already where it is taken up again. */
export function introSpoken(state: State, t: Speaking): readonly string[] {
  const intro = state.flow.intro?.aloud;
  const answers = foldsSpoken(state, t);
  // A pause takes Enter and nothing else, and says so itself.
  const keys = questionAt(state).kind === "pause" ? [] : spoken(t.say("prompts.aloud.keys"), t);
  return [
    ...(intro === undefined ? [] : spoken(intro, t)),
    ...keys,
    ...(answers.length === 0 ? [] : spoken(t.say("prompts.aloud.soFar", { answers: answers.join(" ") }), t)),
  ];
}

function lineSpoken(line: Line, t: Speaking): readonly string[] {
  if (typeof line === "string") return line === "" ? [] : spoken(line, t);
  if ("rule" in line) return [];
  const parts = "parts" in line ? ` ${closed(line.parts.flat().join(", "))}` : "";
  return spoken(line.item + parts, t);
}

/** What an option is called when a list is read out. */
function nameOf(question: Question, option: Option, t: Speaking): string {
  if (option.id === MORE) return t.say("prompts.aloud.whole");
  if (question.kind === "rank" && question.none?.id === option.id) return t.say("prompts.aloud.none");
  return option.label;
}

/** Long lists one under the other, short words side by side. */
function listSpoken(question: Question, state: State, t: Speaking): readonly string[] {
  if (question.kind === "text" || question.kind === "pause") return [];
  if (question.kind === "scale") return scaleSpoken(question, t);
  const apart = question.kind === "rank" || (question.kind === "choice" && (question.layout ?? "list") === "list");
  const names = rowsOf(question, state).options.map((option) => nameOf(question, option, t));
  if (apart) return names.flatMap((name, index) => spoken(closed(`${index + 1}, ${name}`), t));
  const items = names.map((name, index) => closed(`${index + 1}, ${midSentence(name)}`));
  return packed(items, " ", Math.min(LIST_WIDTH, t.style.width - 1)).flatMap((row) => spoken(row, t));
}

/** The numbers with their words, where each has one and nothing else is said about them. */
function scaleSpoken(question: ScaleQuestion, t: Speaking): readonly string[] {
  if (question.aloud !== undefined) return [];
  const items = Object.entries(question.labels).map(([number, label]) => closed(`${number}, ${label}`));
  return packed(items, " ", Math.min(LIST_WIDTH, t.style.width - 1)).flatMap((row) => spoken(row, t));
}

function numbered(question: Question, state: State, t: Speaking): string {
  const ask = question.askAloud ?? question.ask;
  const progress = progressAt(state);
  if (progress === null || (question.kind === "pause" && stepAt(state).within === true)) return ask;
  const total = progress.total ?? state.flow.likelyTotal?.(state.answers) ?? null;
  if (total === null) return t.say("prompts.aloud.questionAlone", { number: progress.number, ask });
  return t.say("prompts.aloud.question", { number: progress.number, total, ask });
}

function usual(question: Question, state: State, t: Speaking): string | null {
  if (question.kind !== "choice" || question.default === undefined) return null;
  const at = rowsOf(question, state).options.findIndex(({ id }) => id === question.default);
  return at < 0 ? null : t.say("prompts.aloud.enterIs", { number: at + 1 });
}

function planSpoken(question: Question, t: Speaking): readonly string[] {
  if (question.kind !== "plan") return [];
  return spoken(`${t.say("prompts.aloud.plan", { ...question.plan })} ${t.say("prompts.aloud.enterKeeps")}`, t);
}

/** Whether the field holds an answer that stands, and no half-typed words: those are in the line that is typed. */
export function stands(state: State): boolean {
  const given = state.answers[state.at];
  return questionAt(state).kind === "text" && state.field.text !== "" && (state.fresh || typeof given === "string");
}

function standing(state: State, t: Speaking): readonly string[] {
  if (!stands(state)) return [];
  return spoken(t.say("prompts.aloud.now", { text: state.field.text }), t);
}

/** Everything that is said for a question, once, from top to bottom. */
export function questionSpoken(state: State, t: Speaking): readonly string[] {
  const question = safeQuestion(questionAt(state), t.style.symbols);
  const drawn = question.drawn?.(t.style.width).filter((line) => line !== "") ?? [];
  const above = [...drawn, ...(question.above ?? []).flatMap((line) => lineSpoken(line, t))];
  const under = (question.under ?? []).flatMap((line) => lineSpoken(line, t));
  const title = question.title === undefined ? [] : spoken(closed(question.title), t);
  const said = question.kind === "pause" ? question.hint : (question.aloud ?? question.hint);
  const more = question.kind === "choices" || question.kind === "rank" ? "" : ` ${withoutKeys((said ?? "").replace(t.say("prompts.anyKey"), ""))}`;
  const enter = usual(question, state, t);
  const asked = numbered(question, state, t);
  return [
    ...title,
    ...above,
    ...spoken(`${asked === "" ? "" : closed(asked)}${more}`.trim(), t).filter((line) => line !== ""),
    ...under,
    ...planSpoken(question, t),
    ...listSpoken(question, state, t),
    ...(enter === null ? [] : spoken(enter, t)),
    ...standing(state, t),
  ];
}

/** The last line, behind which the answer is typed. */
export function promptSpoken(state: State, t: Speaking): string {
  const question = questionAt(state);
  const name = ((): string => {
    if (question.kind === "rank") return "numberOrWords";
    if (question.kind === "choices") return question.own === true ? "numberOrWords" : "numbers";
    if (question.kind === "pause") return "enterGoesOn";
    if (question.kind !== "text") return "number";
    if (stands(state)) return "wordsDefault";
    return question.skippable ? "wordsOrEnter" : "words";
  })();
  return `${t.say(`prompts.aloud.${name}`)}: `;
}
