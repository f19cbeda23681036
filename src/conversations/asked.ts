import type { Content, DeepContent, Labelled } from "../content/content.ts";
import { fill, type Say, type Values } from "../content/message.ts";
import type { Option } from "./question.ts";

/** What every conversation is written with. */
export interface Script {
  readonly content: Pick<
    Content,
    | "questions"
    | "choices"
    | "triggers"
    | "reactions"
    | "feelings"
    | "stages"
    | "needs"
    | "habits"
    | "responses"
    | "lines"
  >;
  /** Loaded at the first use: nothing of it is needed for a first question. */
  readonly deep: () => DeepContent;
  readonly say: Say;
  /** ISO 3166 code of the person's country, for the numbers that help; null where it is not set. */
  readonly country: string | null;
}

interface Words {
  readonly id: string;
  readonly text: string;
  readonly ask: string;
}

interface HintedWords extends Words {
  readonly hint?: string;
}

/**
 * The words of a question of the content ("reflect.strength") for the answer `id`.
 * Throws where the content has no such question: that is a defect, not bad input.
 */
export function asked(script: Script, text: string, id: string, values: Values = {}): Words {
  const { ask } = hinted(script, text, id, values);
  return { id, text, ask };
}

/** The same with the line under the question. */
export function hinted(script: Script, text: string, id: string, values: Values = {}): HintedWords {
  const found = script.content.questions.find((question) => question.id === text);
  if (found === undefined) throw new Error(`no question ${text} in the content`);
  const hint = found.hint === undefined ? {} : { hint: fill(found.hint, values) };
  return { id, text, ask: fill(found.ask, values), ...hint };
}

/** Labels of the content as options. */
export function optionsOf(labels: readonly Labelled[] | undefined): readonly Option[] {
  return (labels ?? []).map(({ id, label, meaning }) => ({
    id,
    label,
    ...(meaning === undefined ? {} : { note: meaning }),
  }));
}

/** Labels without what they mean beside them. */
export function plainOptions(labels: readonly Labelled[] | undefined): readonly Option[] {
  return (labels ?? []).map(({ id, label }) => ({ id, label }));
}

/** Words for the numbers of a scale, by the number. */
export function scaleLabels(script: Script, field: string): Readonly<Record<number, string>> {
  return Object.fromEntries((script.content.choices[field] ?? []).map(({ id, label }) => [Number(id), label]));
}

/** A label inside a sentence: "My body went tight" becomes "my body went tight", "I rushed" stays. */
export function midSentence(label: string): string {
  return /^(?:I\b|\p{Lu}\p{Lu})/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
