import { type EvenkeelError, usageError } from "../errors.ts";
import type { PersonalTrigger } from "../practice/records.ts";
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

/**
 * Why a label cannot be used, as a sentence that does not quote it; null where it can.
 * @param others triggers that the label has to differ from
 */
export function labelTrouble(label: string, others: readonly Named[]): EvenkeelError | null {
  const tidy = tidyLabel(label);
  if (!/[\p{L}\p{N}]/u.test(tidy)) return usageError("a trigger needs a name", "A few words: what sets you off.");
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(tidy.replace(/\u200d/g, ""))) {
    return usageError("the name holds a character that cannot be seen", "Type it again, in letters and blanks.");
  }
  const columns = columnsOf(tidy);
  if (columns > LONGEST_LABEL) {
    return usageError(`the name takes ${columns} columns`, `At most ${LONGEST_LABEL}, so that it fits in a list.`);
  }
  const same = others.find((other) => folded(other.label) === folded(tidy));
  return same === undefined ? null : usageError("there is a trigger of that name already", `Its id: ${same.id}.`);
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

/** Another name; the id, and with it all history, stays. */
export function renamePersonal(trigger: PersonalTrigger, label: string, at: string, known: readonly Named[]): PersonalTrigger {
  assertLabel(label, known.filter(({ id }) => id !== trigger.id));
  return { ...trigger, at, label: tidyLabel(label) };
}

/**
 * Lets every entry of a trigger count for another one.
 * @param personal all personal triggers
 * @param known ids of all triggers that exist
 */
export function mergePersonal(
  trigger: PersonalTrigger,
  into: string,
  at: string,
  { personal, known }: { readonly personal: readonly PersonalTrigger[]; readonly known: readonly string[] },
): PersonalTrigger {
  if (!known.includes(into)) throw usageError(`there is no trigger "${into.slice(0, 40)}"`, `Accepted: ${known.join(", ")}.`);
  const target = resolver(personal.filter(({ id }) => id !== trigger.id))(into);
  if (target === trigger.id) {
    throw usageError("a trigger cannot be merged into itself", into === trigger.id ? undefined : `"${into}" counts for it already.`);
  }
  return { ...trigger, at, mergedInto: target };
}

/** No longer offered; its entries stay as they are. */
export function retirePersonal(trigger: PersonalTrigger, at: string): PersonalTrigger {
  return { ...trigger, at, retired: true };
}

/** Offered again, and counting for itself. */
export function restorePersonal({ id, label }: PersonalTrigger, at: string): PersonalTrigger {
  return { id, at, label };
}

/** Personal triggers that can be picked: neither retired nor merged. */
export function offeredPersonal(personal: readonly PersonalTrigger[]): readonly PersonalTrigger[] {
  return personal.filter(({ mergedInto, retired }) => mergedInto === undefined && retired !== true);
}
