import { midSentence } from "../conversations/asked.ts";
import { KEEP, MORE, type Option, type Question, type ScaleQuestion, SEEN, type TextQuestion } from "../conversations/question.ts";
import { questionAt } from "../conversations/walk.ts";
import { EMPTY } from "./field.ts";
import { type ListQuestion, rowsOf, takesWords } from "./options.ts";
import { closed, withoutKeys } from "./plain-say.ts";
import type { Speaking } from "./speaking.ts";
import { answered, type State, wentBack } from "./state.ts";

/** What came of a typed line. */
export interface Heard {
  readonly state: State;
  /** Said before the next question, or before the same one is asked for again. */
  readonly lines: readonly string[];
  /** The option that typed words were taken as, until Enter says yes. */
  readonly taken: { readonly option: Option; readonly words: string } | null;
  /** The question has to be said again: it is a new one, or its list is longer now. */
  readonly anew: boolean;
  readonly editor?: true;
}

const numbersIn = (line: string): readonly number[] => (line.normalize("NFKC").match(/\d+/g) ?? []).map(Number);

/** Numbers with nothing but what may stand between numbers. */
const onlyNumbers = (line: string): boolean => /^[\d\s,;.+&]+$/.test(line.normalize("NFKC"));

function stay(state: State, line: string): Heard {
  return { state: { ...state, field: EMPTY }, lines: [line], taken: null, anew: false };
}

function go(state: State, lines: readonly string[] = []): Heard {
  return { state, lines, taken: null, anew: true };
}

function take(question: ListQuestion, state: State, option: Option, words: string, lines: readonly string[]): Heard {
  if (option.id === MORE) return go({ ...state, open: true, field: EMPTY });
  const field = question.kind === "rank" ? question.words : undefined;
  return go(answered(state, option.id, field === undefined ? {} : { [field]: words === "" ? null : words }), lines);
}

function many(
  question: Extract<Question, { kind: "choices" }>,
  state: State,
  options: readonly Option[],
  t: Speaking,
): Heard {
  if (options.some(({ id }) => id === MORE)) return go({ ...state, open: true, field: EMPTY });
  const unique = new Map(options.map(({ id, label }) => [id, midSentence(label)]));
  if (unique.size > question.most) return stay(state, t.say("prompts.aloud.tooMany", { count: question.most }));
  if (unique.size < (question.least ?? 1))
    return stay(state, t.say("prompts.aloud.tooFew", { count: question.least ?? 1 }));
  const labels = [...unique.values()].join(". ");
  return go(answered(state, [...unique.keys()]), [t.say("prompts.aloud.picked", { labels })]);
}

function byNumbers(question: ListQuestion, state: State, line: string, t: Speaking): Heard {
  const { options } = rowsOf(question, { field: EMPTY, open: state.open });
  const found = numbersIn(line).map((number) => options[number - 1]);
  const known = found.filter((option) => option !== undefined);
  if (known.length < found.length || known.length === 0) return stay(state, t.say("prompts.aloud.again"));
  if (question.kind === "choices") return many(question, state, known, t);
  const [first] = known;
  if (first === undefined || known.length > 1) return stay(state, t.say("prompts.aloud.tooMany", { count: 1 }));
  return take(question, state, first, "", question.kind === "rank" && first.id !== MORE ? [closed(first.label)] : []);
}

function byWords(question: ListQuestion, state: State, line: string, t: Speaking): Heard {
  if (!takesWords(question)) return stay(state, t.say("prompts.aloud.again"));
  const rows = rowsOf(question, { field: { text: line, caret: line.length }, open: state.open });
  const [best] = rows.options;
  if (rows.unknown || best === undefined) return stay(state, t.say("prompts.aloud.unknown"));
  return { state: { ...state, field: EMPTY }, lines: [], taken: { option: best, words: line }, anew: false };
}

function ownWords(question: Extract<Question, { kind: "choices" }>, state: State, line: string, t: Speaking): Heard {
  const { options } = rowsOf(question, { field: EMPTY, open: true });
  const parts = line
    .split(/[,;]|\b(?:and|y)\b/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found = parts.map((part): Option => {
    const numbered = /^\d+$/.test(part) ? options[Number(part) - 1] : undefined;
    const named = options.find(({ label }) => label.toLowerCase() === part.toLowerCase());
    return numbered ?? named ?? { id: part, label: part };
  });
  return many(question, state, found, t);
}

function written(question: TextQuestion, state: State, text: string): Heard {
  const trouble = question.trouble?.(text) ?? null;
  return trouble === null ? go(answered(state, text)) : stay(state, trouble);
}

function enterAlone(question: Question, state: State, t: Speaking): Heard {
  if (question.kind === "pause") return go(answered(state, SEEN));
  if (question.kind === "plan") return go(answered(state, KEEP));
  if (question.kind === "text" && state.field.text !== "") return written(question, state, state.field.text);
  if (question.kind === "choice" && question.default !== undefined) return go(answered(state, question.default));
  return skipped(question, state, t);
}

function skipped(question: Question, state: State, t: Speaking): Heard {
  if (!question.skippable) return stay(state, t.say("prompts.aloud.needed"));
  return go(answered(state, null), [t.say("prompts.aloud.skipped")]);
}

function scaled(question: ScaleQuestion, state: State, line: string, t: Speaking): Heard {
  const [number] = numbersIn(line);
  const fits = onlyNumbers(line) && number !== undefined && number >= question.from && number <= question.to;
  if (!fits || numbersIn(line).length > 1)
    return stay(state, t.say("prompts.aloud.range", { from: question.from, to: question.to }));
  return go(answered(state, number));
}

function answerTo(question: Question, state: State, line: string, t: Speaking): Heard {
  if (question.kind === "pause") return go(answered(state, SEEN));
  if (question.kind === "text") return written(question, state, line);
  if (question.kind === "scale") return scaled(question, state, line, t);
  if (onlyNumbers(line)) return byNumbers(question, state, line, t);
  if (question.kind === "choices" && question.own === true) return ownWords(question, state, line, t);
  return byWords(question, state, line, t);
}

/** Known in every language: who changes the language, or has read the guide, types them. */
const ENGLISH = { back: "back", skip: "skip", help: "help", editorWord: "editor" } as const;

function commanded(question: Question, state: State, word: string, t: Speaking): Heard | null {
  const typed = word.toLowerCase();
  const is = (name: "back" | "skip" | "help" | "editorWord"): boolean =>
    typed === t.say(`prompts.aloud.${name}`).toLowerCase() || typed === ENGLISH[name];
  if (is("back")) return go(wentBack({ ...state, field: EMPTY }));
  if (is("skip")) return skipped(question, state, t);
  if (is("help") || word === "?") {
    const editor =
      question.kind === "text" && t.editor !== null ? [t.say("prompts.aloud.editor", { editor: t.editor })] : [];
    return { ...stay(state, ""), state, lines: [withoutKeys(t.help(question.text)), t.say("prompts.aloud.keys"), ...editor] };
  }
  if (question.kind === "text" && t.editor !== null && is("editorWord"))
    return { ...stay(state, ""), state, lines: [], editor: true };
  return null;
}

/**
 * What a typed line means: an answer, "back", "skip", "help", or something to ask again about. Pure.
 * @param taken what the line before was taken as; an empty line says yes to it
 */
export function hear(state: State, typed: string, taken: Heard["taken"], t: Speaking): Heard {
  const question = questionAt(state);
  const line = typed.trim();
  if (
    taken !== null &&
    line === "" &&
    question.kind !== "scale" &&
    question.kind !== "text" &&
    question.kind !== "pause"
  ) {
    const yes = [t.say("prompts.aloud.yes")];
    return question.kind === "choices"
      ? many(question, state, [taken.option], t)
      : take(question, state, taken.option, taken.words, yes);
  }
  if (line === "") return enterAlone(question, state, t);
  return commanded(question, state, line, t) ?? answerTo(question, state, line, t);
}
