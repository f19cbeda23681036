import type { Entry, Kind } from "./entry.ts";
import { KINDS } from "./entry.ts";
import { isDate, MOMENTS } from "./moment.ts";
import type { Field } from "./schema.ts";
import { FIELDS } from "./schema.ts";

/** Something wrong in a value from outside. Never quotes what the person wrote in a text field. */
export interface Problem {
  /** Where, from the entry downwards: `["plan", "if"]`. */
  readonly path: readonly (string | number)[];
  readonly what: string;
  /** What would be right, as a phrase: "a whole number from 0 to 10". */
  readonly accepted: string;
}

export interface ReadContext {
  /** Trigger ids that exist: built-in, personal, from packs. */
  readonly triggers: readonly string[];
  /** Turns what stands in `at` into ISO 8601 with offset, or null where it is no moment. */
  readonly moment: (text: string) => string | null;
  /** The kind where the value names none. */
  readonly kind: Kind;
}

/** An entry whose `id`, `at` and `shift` may still be missing. */
export type DraftEntry = Partial<Pick<Entry, "id" | "at" | "shift">> & { readonly kind: Kind } & Readonly<
    Record<string, unknown>
  >;

export type ReadResult = { readonly draft: DraftEntry; readonly problems: readonly [] } | { readonly problems: readonly Problem[] };

const ID = /^[^\s\p{C}]{1,128}$/u;

function sentence(what: string, accepted: string, path: Path): Problem {
  return { path, what, accepted };
}

function article(kind: Kind): string {
  return `${kind === "end" ? "an" : "a"} ${kind}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Values of ids may be shown: they are the program's words. Cut short, since anything may stand there. */
function shown(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return "this value";
  const text = String(value).replace(/[\p{C}]/gu, "?");
  return `"${text.length > 40 ? `${text.slice(0, 40)}...` : text}"`;
}

type Path = Problem["path"];

function checkText(value: unknown, path: Path): Problem[] {
  return typeof value === "string" ? [] : [sentence("it is not a text", "text", path)];
}

function isTag(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function checkKnown(known: readonly string[], value: unknown, path: Path): Problem[] {
  const isKnown = typeof value === "string" && known.includes(value);
  return isKnown ? [] : [sentence(`${shown(value)} is not known here`, known.join(", "), path)];
}

function checkScale(from: number, to: number, value: unknown, path: Path): Problem[] {
  const onScale = Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
  return onScale ? [] : [sentence(`${shown(value)} is not on the scale`, `a whole number from ${from} to ${to}`, path)];
}

function checkIds(field: Field & { type: "ids" }, value: unknown, path: Path): Problem[] {
  if (!Array.isArray(value)) return [sentence("it is not a list", `a list of ${field.of.join(", ")}`, path)];
  if (value.length > field.most) return [sentence(`it holds ${value.length}`, `at most ${field.most}`, path)];
  return value.flatMap((item: unknown, index) =>
    value.indexOf(item) === index
      ? checkKnown(field.of, item, [...path, index])
      : [sentence(`${shown(item)} stands there twice`, "each one once", [...path, index])],
  );
}

function checkTags(value: unknown, path: Path): Problem[] {
  if (!Array.isArray(value)) return [sentence("it is not a list", "a list of short texts", path)];
  return value.flatMap((item: unknown, index) =>
    isTag(item) ? [] : [sentence("it is not a tag", "one short text", [...path, index])],
  );
}

function checkPlan(value: unknown, path: Path): Problem[] {
  if (!isObject(value)) return [sentence("it is not a plan", "if and then, both as text", path)];
  const unknown = Object.keys(value).filter((key) => key !== "if" && key !== "then");
  const parts = ["if", "then"].filter((key) => typeof value[key] !== "string" || value[key].trim() === "");
  return [
    ...unknown.map((key) => sentence(`${shown(key)} is not part of a plan`, "if, then", [...path, key])),
    ...parts.map((key) => sentence(`"${key}" is missing or empty`, "if and then, both as text", [...path, key])),
  ];
}

function checkField(field: Field, value: unknown, path: Path, context: ReadContext): Problem[] {
  switch (field.type) {
    case "text":
      return checkText(value, path);
    case "tag":
      return isTag(value) ? [] : [sentence("it is not a tag", "one short text", path)];
    case "tags":
      return checkTags(value, path);
    case "trigger":
      return checkKnown(context.triggers, value, path);
    case "id":
      return checkKnown(field.of, value, path);
    case "ids":
      return checkIds(field, value, path);
    case "scale":
      return checkScale(field.from, field.to, value, path);
    case "plan":
      return checkPlan(value, path);
  }
}

function checkFrame(raw: Record<string, unknown>, context: ReadContext): Problem[] {
  const problems: Problem[] = [];
  const { id, at, shift } = raw;
  if (isGiven(id) && !(typeof id === "string" && ID.test(id))) {
    problems.push(sentence("it is not an id", "1 to 128 characters without blanks", ["id"]));
  }
  if (isGiven(at) && !(typeof at === "string" && context.moment(at) !== null)) {
    problems.push(sentence(`${shown(at)} is no moment`, MOMENTS, ["at"]));
  }
  if (isGiven(shift) && !(typeof shift === "string" && isDate(shift))) {
    problems.push(sentence(`${shown(shift)} is no date`, "a date like 2026-11-20", ["shift"]));
  }
  return problems;
}

/** Null, a blank text and an empty list are answers that were not given. */
function isGiven(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === "string" ? value.trim() !== "" : !Array.isArray(value) || value.length > 0;
}

function normalised(raw: Record<string, unknown>, kind: Kind, context: ReadContext): DraftEntry {
  const draft: Record<string, unknown> = { kind };
  if (isGiven(raw["id"])) draft["id"] = raw["id"];
  if (isGiven(raw["at"])) draft["at"] = context.moment(raw["at"] as string);
  if (isGiven(raw["shift"])) draft["shift"] = raw["shift"];
  for (const name of Object.keys(FIELDS[kind])) if (isGiven(raw[name])) draft[name] = raw[name];
  return draft as DraftEntry;
}

/**
 * Reads one entry from outside (`--from`, `import`, `edit`, flags).
 *
 * Gives a draft whose fields are all valid, in schema order, with `at` as ISO 8601 with offset; or every problem found,
 * each with its path and what is accepted. Unknown fields are problems.
 */
export function readEntry(raw: unknown, context: ReadContext): ReadResult {
  if (!isObject(raw)) return { problems: [sentence("it is not an entry", "an object with a trigger or another kind's fields", [])] };
  const given = raw["kind"] ?? context.kind;
  const kind = KINDS.find((known) => known === given);
  if (kind === undefined) return { problems: [sentence(`${shown(given)} is no kind of entry`, KINDS.join(", "), ["kind"])] };
  const fields = FIELDS[kind];
  const problems = checkFrame(raw, context);
  for (const [name, value] of Object.entries(raw)) {
    if (["kind", "id", "at", "shift"].includes(name)) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      problems.push(sentence(`${shown(name)} is not a field of ${article(kind)}`, Object.keys(fields).join(", "), [name]));
    } else if (isGiven(value)) problems.push(...checkField(field, value, [name], context));
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required === true && !isGiven(raw[name])) {
      problems.push(sentence(`"${name}" is missing`, `${article(kind)} needs ${name}`, [name]));
    }
  }
  return problems.length > 0 ? { problems } : { draft: normalised(raw, kind, context), problems: [] };
}
