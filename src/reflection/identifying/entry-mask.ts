import type { Field } from "../schema.ts";
import { FIELDS } from "../schema.ts";
import type { Kind } from "../entry.ts";
import { findIdentifying, type FindOptions } from "./find.ts";
import { mask } from "./mask.ts";
import { alwaysMasked, type Identifying } from "./span.ts";

export interface MaskOptions extends FindOptions {
  /** Only card numbers and codes are masked: the person keeps the rest on purpose. */
  readonly keepOthers?: boolean;
}

/** How many of each kind were masked. */
export type MaskCounts = Map<Identifying, number>;

/** Shorter texts cannot hold the words for thirteen digits. */
const LEAST_SPELLED = 40;
/** Without a digit, an @ or the word for it, nothing else is found. */
const HINT = /[\p{N}@]|(?:[\s([{<]|^)at[\s)\]}>]/iu;

/** A text without what identifies a customer; what was masked is counted. */
export function maskText(text: string, options: MaskOptions, counts: MaskCounts): string {
  if (text.length < LEAST_SPELLED && !HINT.test(text)) return text;
  const spans = findIdentifying(text, options).filter(({ kind }) => options.keepOthers !== true || alwaysMasked(kind));
  for (const { kind } of spans) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return spans.length === 0 ? text : mask(text, spans);
}

function maskValue(field: Field, value: unknown, masked: (text: string) => string): unknown {
  if ((field.type === "text" || field.type === "tag") && typeof value === "string") return masked(value);
  if (field.type === "tags" && Array.isArray(value)) return (value as string[]).map(masked);
  if (field.type !== "plan" || typeof value !== "object" || value === null) return value;
  const { if: cue, then } = value as { if: string; then: string };
  return { if: masked(cue), then: masked(then) };
}

/** An entry with every text of it masked. Ids, numbers and moments stay as they are. */
export function maskEntry<E extends { readonly kind: Kind }>(entry: E, options: MaskOptions, counts: MaskCounts): E {
  const masked = (text: string): string => maskText(text, options, counts);
  const values = entry as Readonly<Record<string, unknown>>;
  const fields = Object.entries(FIELDS[entry.kind]).flatMap(([name, field]) =>
    values[name] === undefined ? [] : [[name, maskValue(field, values[name], masked)] as const],
  );
  return { ...entry, ...Object.fromEntries(fields) };
}
