import type { Script } from "./asked.ts";
import type { TriggerChoice } from "./context.ts";
import type { Flow, Step } from "./flow.ts";
import { type Answers, type ChoiceQuestion, MORE, type Option } from "./question.ts";

/** Something brought in of which nobody knows yet what set it off. */
export interface Unsorted {
  /** The same each time it is brought in. */
  readonly id: string;
  /** When and what, as lines to read. */
  readonly lines: readonly string[];
  readonly what: string;
  /** What set it off, in words that are no trigger; null where nothing is said. */
  readonly category: string | null;
  readonly canBeNote: boolean;
}

export interface ImportAsking {
  readonly script: Pick<Script, "say">;
  readonly unsorted: readonly Unsorted[];
  readonly triggers: readonly TriggerChoice[];
  /** Trigger ids that words point to, best first; `isSure`: Enter may take the first. */
  readonly rank: (text: string) => { readonly ids: readonly string[]; readonly isSure: boolean };
}

const AS_NOTE = "note";
const REST = "rest";
const EACH = "each";
const POINTED = 3;

/** The step of a category, for all that stands under it. */
function categoryStep(category: string): string {
  return `category:${category}`;
}

/** Whether somebody said that all the rest are notes; looked up once for each state of the answers. */
function restKnown(): (answers: Answers) => boolean {
  const known = new WeakMap<Answers, boolean>();
  return (answers) => {
    const before = known.get(answers);
    if (before !== undefined) return before;
    const rest = Object.values(answers).includes(REST);
    known.set(answers, rest);
    return rest;
  };
}

function choiceOf({ script, triggers, rank }: ImportAsking, words: string, others: readonly Option[]): Pick<ChoiceQuestion, "kind" | "options" | "all" | "more" | "default" | "hint" | "skippable" | "spaced"> {
  const all = triggers.map(({ id, label }) => ({ id, label }));
  const { ids, isSure } = rank(words);
  const options = ids.slice(0, POINTED).flatMap((id) => all.filter((trigger) => trigger.id === id));
  const first = isSure ? options[0]?.id : others[0]?.id;
  return {
    kind: "choice",
    options: [...options, ...others],
    all: [...all, ...others],
    more: { id: MORE, label: script.say("prompts.whole") },
    ...(first === undefined ? {} : { default: first }),
    hint: script.say("carry.hint"),
    skippable: false,
    spaced: true,
  };
}

function oneStep(asking: ImportAsking, one: Unsorted, isRest: (answers: Answers) => boolean): Step {
  const { say } = asking.script;
  const { id, lines, what, category, canBeNote } = one;
  const notes = [
    { id: AS_NOTE, label: say("carry.asNote") },
    { id: REST, label: say("carry.restAsNotes") },
  ];
  return {
    id,
    when: (answers) => {
      if (canBeNote && isRest(answers)) return answers[id] === REST;
      return category === null || answers[categoryStep(category)] === EACH;
    },
    question: () => ({
      id,
      text: "reflect.trigger",
      ask: say("carry.ask"),
      above: lines,
      alone: true,
      ...choiceOf(asking, [category ?? "", what].join(" "), canBeNote ? notes : []),
    }),
  };
}

function groupStep(asking: ImportAsking, category: string, group: readonly Unsorted[]): Step {
  const { say } = asking.script;
  const others = [
    ...(group.every(({ canBeNote }) => canBeNote) ? [{ id: AS_NOTE, label: say("carry.allAsNotes") }] : []),
    { id: EACH, label: say("carry.each") },
  ];
  const id = categoryStep(category);
  return {
    id,
    question: () => ({
      id,
      text: "reflect.trigger",
      ask: say("carry.askCategory", { category, count: group.length }),
      above: group.slice(0, 1).flatMap(({ lines }) => lines),
      alone: true,
      ...choiceOf(asking, category, others),
    }),
  };
}

function grouped(unsorted: readonly Unsorted[]): ReadonlyMap<string, readonly Unsorted[]> {
  const groups = new Map<string, Unsorted[]>();
  for (const one of unsorted) if (one.category !== null) groups.set(one.category, [...(groups.get(one.category) ?? []), one]);
  return groups;
}

/** Asks what set off each entry that says no trigger: first for each category at once, then one by one. */
export function importConversation(asking: ImportAsking): Flow {
  const isRest = restKnown();
  const groups = [...grouped(asking.unsorted)].map(([category, group]) => groupStep(asking, category, group));
  return { id: "import", steps: [...groups, ...asking.unsorted.map((one) => oneStep(asking, one, isRest))] };
}

/** What was answered for one entry: a trigger id, or null for a note. */
export function importAnswer({ id, category }: Pick<Unsorted, "id" | "category">, answers: Answers): string | null {
  const own = answers[id];
  const group = category === null ? undefined : answers[categoryStep(category)];
  const answer = group === undefined || group === EACH ? own : group;
  return typeof answer !== "string" || answer === AS_NOTE || answer === REST ? null : answer;
}
