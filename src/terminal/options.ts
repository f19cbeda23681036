import {
  MORE,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type Option,
  type PlanQuestion,
  type RankQuestion,
} from "../conversations/question.ts";
import type { State } from "./state.ts";

export type ListQuestion = ChoiceQuestion | ChoicesQuestion | RankQuestion | PlanQuestion;

/** The rows that can be taken now. */
export interface Rows {
  readonly options: readonly Option[];
  /** Digits pick: the first nine have one. */
  readonly numbered: boolean;
  /** Words are typed and nothing answers to them. */
  readonly unknown: boolean;
}

const RANKED = 3;

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function words(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");
}

/** Options in which every typed word begins a word. */
function matching(options: readonly Option[], text: string): readonly Option[] {
  const typed = words(text);
  return options.filter((option) => {
    const own = words(`${option.label} ${option.note ?? ""}`);
    return typed.length > 0 && typed.every((start) => own.some((word) => word.startsWith(start)));
  });
}

function ranked(question: RankQuestion, text: string): Rows {
  const all = question.all ?? question.options;
  const best = question
    .rank(text)
    .map((id) => all.find((option) => option.id === id))
    .filter((option) => option !== undefined)
    .slice(0, RANKED);
  const rest = question.none === undefined ? [] : [question.none];
  const unknown = best.length === 0;
  return { options: [...(unknown ? question.options : best), ...rest], numbered: false, unknown };
}

function searched(question: ChoiceQuestion | ChoicesQuestion, text: string): Rows {
  const found = matching(question.all ?? question.options, text);
  const own = question.kind === "choices" && question.own === true;
  const exact = found.some(({ label }) => folded(label) === folded(text.trim()));
  const options = own && !exact && text.trim() !== "" ? [...found, { id: text.trim(), label: text.trim() }] : found;
  return { options, numbered: false, unknown: options.length === 0 };
}

function whole(question: ListQuestion): readonly Option[] {
  const all = "all" in question ? (question.all ?? question.options) : question.options;
  return question.kind === "rank" && question.none !== undefined ? [...all, question.none] : all;
}

/** A list takes words where it has more than it shows, or where own words are welcome. */
export function takesWords(question: ListQuestion): boolean {
  if (question.kind === "rank") return true;
  if (question.kind === "plan") return false;
  return question.all !== undefined || (question.kind === "choices" && question.own === true);
}

/** The rows of a list question: the usual ones, all of them, or those that the typed words point to. */
export function rowsOf(question: ListQuestion, state: Pick<State, "field" | "open">): Rows {
  const { text } = state.field;
  if (text !== "" && question.kind === "rank") return ranked(question, text);
  if (text !== "" && question.kind !== "rank" && question.kind !== "plan") return searched(question, text);
  if (state.open) return { options: whole(question), numbered: true, unknown: false };
  const hidden = "all" in question && question.all.length > question.options.length;
  if (!hidden) return { options: question.options, numbered: true, unknown: false };
  const more = question.more === undefined ? [] : [{ ...question.more, id: MORE }];
  return { options: [...question.options, ...more], numbered: true, unknown: false };
}

/** The option with that id, wherever it is. */
export function optionOf(question: ListQuestion, id: string): Option | undefined {
  return whole(question)
    .concat(question.options)
    .find((option) => option.id === id);
}
