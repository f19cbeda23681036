import { type Entry } from "../reflection/entry.ts";
import { orderedEntry } from "../reflection/ordered.ts";
import { FIELDS } from "../reflection/schema.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An entry for a Markdown document: its words apart from all that is chosen or counted. */
export interface MarkedEntry {
  /** Everything but the words. */
  readonly facts: Fields;
  /** The words, by field ("what", "plan.then"), in the order in which they stand in the document. */
  readonly words: readonly (readonly [field: string, text: string])[];
}

/** Tags as a block of words, a line each; not where one of them has several lines. */
function isTagBlock(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((tag) => typeof tag === "string" && !tag.includes("\n"));
}

/**
 * Takes the words out of an entry. Words stand once, where people see them: never in what a reader hides.
 * @param withTags tags are words too
 */
export function apart(entry: Entry, withTags: boolean): MarkedEntry {
  const facts: Record<string, unknown> = {};
  const words: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(orderedEntry(entry))) {
    const field = FIELDS[entry.kind][name];
    if (field?.type === "text" && typeof value === "string") words.push([name, value]);
    else if (field?.type === "plan") {
      const plan = value as { readonly if: string; readonly then: string };
      words.push(["plan.if", plan.if], ["plan.then", plan.then]);
    } else if (withTags && name === "tags" && isTagBlock(value)) words.push([name, value.join("\n")]);
    else facts[name] = value;
  }
  return { facts, words };
}

/** Puts the words back: the opposite of `apart`. */
export function together(facts: Fields, words: readonly (readonly [field: string, text: string])[]): Fields {
  const plan: Record<string, string> = {};
  const value: Record<string, unknown> = { ...facts };
  for (const [field, text] of words) {
    if (field === "tags") value[field] = text.split("\n");
    else if (field.startsWith("plan.")) plan[field.slice("plan.".length)] = text;
    else value[field] = text;
  }
  return Object.keys(plan).length === 0 ? value : { ...value, plan };
}
