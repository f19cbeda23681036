import type { Entry, Plan } from "../reflection/entry.ts";
import { type Field, FIELDS } from "../reflection/schema.ts";
import { labelIn, triggerLabel } from "./names.ts";
import { planSentence } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

const LABELS: Readonly<Record<string, string>> = {
  trigger: "show.trigger",
  stage: "show.stage",
  channel: "show.channel",
  what: "show.what",
  strength: "show.strength",
  reactions: "show.reactions",
  planUse: "show.planUse",
  held: "show.held",
  thought: "show.thought",
  habits: "show.habits",
  theirSide: "show.theirSide",
  need: "show.need",
  teammate: "show.teammate",
  feeling: "show.feeling",
  control: "show.control",
  plan: "show.plan",
  response: "show.response",
  wantIt: "show.wantIt",
  line: "show.line",
  customer: "show.customer",
  after: "show.after",
  carry: "show.carry",
  tags: "show.tags",
  why: "show.why",
  who: "show.who",
  type: "show.type",
  energy: "show.energy",
  aside: "show.aside",
  helped: "show.helped",
  customersDay: "show.customersDay",
  intention: "show.intention",
  learned: "show.learned",
  grade: "show.grade",
};

/** What stands before the answer of a field. */
export function fieldLabel(entry: Entry, field: string, t: Telling): string {
  if (field === "what" && entry.kind === "win") return t.say("show.whatWin");
  if (field === "what" && entry.kind === "note") return t.say("show.whatNote");
  const key = LABELS[field];
  return key === undefined ? t.line(field) : t.say(key);
}

/** Lists of labels by the field whose ids they name. */
function listOf(field: string, t: Telling): Parameters<typeof labelIn>[0] {
  const { content } = t;
  const lists: Readonly<Record<string, Parameters<typeof labelIn>[0]>> = {
    stage: content.stages,
    channel: content.channels,
    reactions: content.reactions,
    habits: content.habits,
    need: content.needs,
    feeling: content.feelings,
    response: content.responses,
  };
  return lists[field] ?? content.choices[field];
}

/** The label of a choice, or null where the field has no such choice. */
function choiceLabel(field: string, id: string, t: Telling): string | null {
  const choices = t.content.choices[field];
  return choices?.some((choice) => choice.id === id) === true ? labelIn(choices, id, t) : null;
}

function scaleText(field: string, value: number, to: number, t: Telling): string {
  if (to === 10) return t.say("show.outOfTen", { number: value });
  const label = choiceLabel(field, String(value), t);
  return label === null ? String(value) : t.say("show.step", { number: value, label });
}

function textAnswer({ type }: Field, name: string, value: string, t: Telling): readonly string[] {
  if (type === "text") return t.paragraphs(value);
  if (type === "trigger") return [triggerLabel(value, t)];
  if (type === "tag") return [choiceLabel(name, value, t) ?? t.line(value)];
  return [labelIn(listOf(name, t), value, t)];
}

function listAnswer({ type }: Field, name: string, values: readonly unknown[], t: Telling): readonly string[] {
  const one = (value: string): string => (type === "tags" ? t.line(value) : labelIn(listOf(name, t), value, t));
  // Labels may hold commas.
  return [values.map((value) => one(String(value))).join(type === "tags" ? ", " : "; ")];
}

/** The answer of a field as paragraphs. */
function answer(field: Field, name: string, value: unknown, t: Telling): readonly string[] {
  if (field.type === "plan") return [planSentence(value as Plan, t)];
  if (field.type === "scale") return [scaleText(name, Number(value), field.to, t)];
  return Array.isArray(value) ? listAnswer(field, name, value, t) : textAnswer(field, name, String(value), t);
}

/** The answers of an entry in the order in which they are asked. */
export function answersOfEntry(entry: Entry, t: Telling): readonly (readonly [label: string, paragraphs: readonly string[]])[] {
  const values = entry as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(FIELDS[entry.kind]).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || value === null) return [];
    const paragraphs = answer(field, name, value, t).filter((text) => text !== "");
    return paragraphs.length === 0 ? [] : [[fieldLabel(entry, name, t), paragraphs] as const];
  });
}
