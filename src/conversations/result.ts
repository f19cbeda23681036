import type { Plan, Reflection } from "../reflection/entry.ts";
import { FIELDS } from "../reflection/schema.ts";
import type { ReflectContext } from "./context.ts";
import type { Flow } from "./flow.ts";
import { chosenPlan, NOT_MINE, OWN_WORDS } from "./plan.ts";
import type { Answer, Answers } from "./question.ts";
import { OWN } from "./trigger.ts";
import { heldAnswers } from "./walk.ts";

/** The fields of a reflection, without what its command adds: id, moment, shift. */
export type ReflectionFields = Partial<Omit<Reflection, "kind" | "id" | "at" | "shift">>;

export interface ReflectionAnswers {
  /** `trigger` is missing where the person named one: see `ownTrigger`. */
  readonly fields: ReflectionFields;
  /** What the person calls a new trigger of their own, or null. */
  readonly ownTrigger: string | null;
}

/** Answers that go into the entry under their own name, whatever asked for them. */
const PLAIN_FIELDS = Object.keys(FIELDS.reflection).filter(
  (field) => !["what", "plan", "response", "line", "control"].includes(field),
);

function text(answer: Answer | null | undefined): string | null {
  return typeof answer === "string" && answer.trim() !== "" ? answer.trim() : null;
}

/** What happened, and the words typed to find the trigger, each once. */
function whatHappened(answers: Answers): string | null {
  const what = text(answers["what"]);
  const words = text(answers["words"]);
  if (what === null || words === null || what.includes(words)) return what ?? words;
  return `${what}\n${words}`;
}

function controlOf(answers: Answers): string | null {
  const raised = answers["next"] === NOT_MINE || answers["firstPlan"] === NOT_MINE;
  return raised ? NOT_MINE : text(answers["control"]);
}

function given(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/**
 * The fields of a reflection from the answers of a quick or full one. Null where the person wants nothing kept.
 *
 * An answer whose id is a field of a reflection becomes that field, so that a new question needs nothing here.
 */
export function reflectionFrom(flow: Flow, context: ReflectContext, all: Answers): ReflectionAnswers | null {
  const answers = heldAnswers(flow, all);
  if (answers["keep"] === "no") return null;
  const chosen = chosenPlan(context, answers);
  const plan: Plan | null = chosen?.plan ?? null;
  const fields = {
    ...Object.fromEntries(PLAIN_FIELDS.map((field) => [field, answers[field]])),
    what: whatHappened(answers),
    control: controlOf(answers),
    plan,
    response: chosen?.response,
    line: answers["line"] === OWN_WORDS ? text(answers["lineOwn"]) : text(answers["line"]),
  };
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => given(value) && !(field === "trigger" && value === OWN)),
  );
  return { fields: kept, ownTrigger: answers["trigger"] === OWN ? text(answers["name"]) : null };
}
