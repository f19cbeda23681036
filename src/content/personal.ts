import { type EvenkeelError, usageError } from "../errors.ts";
import type { PersonalTrigger, TriggerMark } from "../practice/records.ts";
import { resolver } from "../practice/triggers.ts";
import { TRIGGERS } from "../reflection/vocabulary.ts";
import { columnsOf } from "./shape.ts";
import { triggerIdFor } from "./trigger-id.ts";

/** A trigger that can be named: of the content, of a pack, or personal. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** Columns of a label, at most: it stands in a list beside a meaning. */
export const LONGEST_LABEL = 40;

/** Ids that mean something else where answers or plain objects hold them. */
const RESERVED = ["own", "more", "none", "constructor", "prototype"];

function folded(label: string): string {
  return label.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();
}

/** The label as it is kept: on one line, without surplus blanks. */
export function tidyLabel(label: string): string {
  return label.replace(/\s+/g, " ").trim();
}

/** What is wrong with a label: it says nothing, it holds a sign nobody can see, it is too long, or another one has it. */
export type LabelFault =
  | { readonly fault: "empty" | "unseen" }
  | { readonly fault: "long"; readonly columns: number }
  | { readonly fault: "taken"; readonly by: Named };

/** Whether two labels are one to a reader: case, blanks and punctuation aside. */
export function sameLabel(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/**
 * What is wrong with a label, or null.
 * @param others triggers that the label has to differ from
 */
export function labelFault(label: string, others: readonly Named[]): LabelFault | null {
  const tidy = tidyLabel(label);
  if (!/[\p{L}\p{N}]/u.test(tidy)) return { fault: "empty" };
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(tidy.replace(/\u200d/g, ""))) return { fault: "unseen" };
  const columns = columnsOf(tidy);
  if (columns > LONGEST_LABEL) return { fault: "long", columns };
  const by = others.find((other) => sameLabel(other.label, tidy));
  return by === undefined ? null : { fault: "taken", by };
}

/**
 * Why a label cannot be used, as a sentence that does not quote it; null where it can.
 * @param others triggers that the label has to differ from
 */
export function labelTrouble(label: string, others: readonly Named[]): EvenkeelError | null {
  const found = labelFault(label, others);
  if (found === null) return null;
  switch (found.fault) {
    case "empty":
      return usageError("a trigger needs a name", "A few words: what sets you off.");
    case "unseen":
      return usageError("the name holds a character that cannot be seen", "Type it again, in letters and blanks.");
    case "long":
      return usageError(`the name takes ${found.columns} columns`, `At most ${LONGEST_LABEL}, so that it fits in a list.`);
    default:
      return usageError("there is a trigger of that name already", `Its id: ${found.by.id}.`);
  }
}

function assertLabel(label: string, others: readonly Named[]): void {
  const trouble = labelTrouble(label, others);
  if (trouble !== null) throw trouble;
}

/**
 * A new personal trigger. Its id is made of the label once and stays, whatever it is called later.
 * @param known all triggers that exist, those of packs and merged or retired ones too
 */
export function namePersonal(label: string, at: string, known: readonly Named[]): PersonalTrigger {
  assertLabel(label, known);
  const taken = [...TRIGGERS, ...RESERVED, ...known.map(({ id }) => id)];
  return { id: triggerIdFor(tidyLabel(label), taken), at, label: tidyLabel(label) };
}

/**
 * Another name; the id, and with it all history, stays.
 * @param trigger its own record in the triggers book
 */
export function renamePersonal(trigger: PersonalTrigger, label: string, at: string, known: readonly Named[]): PersonalTrigger {
  assertLabel(label, known.filter(({ id }) => id !== trigger.id));
  return { ...trigger, at, label: tidyLabel(label) };
}

function markOf(trigger: string, at: string, fate: Pick<TriggerMark, "mergedInto" | "retired"> = {}): TriggerMark {
  return { id: `mark:${trigger}`, at, trigger, ...fate };
}

/**
 * Lets every entry of a trigger count for another one.
 * @param personal all personal triggers
 * @param known ids of all triggers that exist
 */
export function mergePersonal(
  trigger: Pick<PersonalTrigger, "id">,
  into: string,
  at: string,
  { personal, known }: { readonly personal: readonly PersonalTrigger[]; readonly known: readonly string[] },
): TriggerMark {
  if (!known.includes(into)) throw usageError(`there is no trigger "${into.slice(0, 40)}"`, `Accepted: ${known.join(", ")}.`);
  const target = resolver(personal.filter(({ id }) => id !== trigger.id))(into);
  if (target === trigger.id) {
    throw usageError("a trigger cannot be merged into itself", into === trigger.id ? undefined : `"${into}" counts for it already.`);
  }
  return markOf(trigger.id, at, { mergedInto: target });
}

/** No longer offered; its entries stay as they are. */
export function retirePersonal({ id }: Pick<PersonalTrigger, "id">, at: string): TriggerMark {
  return markOf(id, at, { retired: true });
}

/** Offered again, and counting for itself. */
export function restorePersonal({ id }: Pick<PersonalTrigger, "id">, at: string): TriggerMark {
  return markOf(id, at);
}

/** Personal triggers that can be picked: neither retired nor merged. */
export function offeredPersonal(personal: readonly PersonalTrigger[]): readonly PersonalTrigger[] {
  return personal.filter(({ mergedInto, retired }) => mergedInto === undefined && retired !== true);
}
