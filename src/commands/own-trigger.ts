import { labelFault, namePersonal, restorePersonal, tidyLabel } from "../content/personal.ts";
import type { TriggerRecord } from "../practice/records.ts";
import { maskText } from "../reflection/identifying/entry-mask.ts";
import type { Session } from "../session.ts";
import { maskOptions } from "./keep.ts";
import { namedTriggers } from "./known-triggers.ts";

/** A label without what may identify a customer. */
export function maskedLabel(session: Session, label: string): string {
  return maskText(tidyLabel(label), maskOptions(session), new Map());
}

/**
 * The trigger that a label names, and what has to be written for it: a new one, or the one that goes by that name
 * already, which is offered again if it was retired. Throws a usage failure where the label cannot be used.
 */
export function triggerFor(session: Session, label: string): { readonly id: string; readonly records: readonly TriggerRecord[] } {
  const { at } = session.now();
  const known = namedTriggers(session);
  const masked = maskedLabel(session, label);
  const fault = labelFault(masked, known);
  if (fault?.fault !== "taken") {
    const made = namePersonal(masked, at, known);
    return { id: made.id, records: [made] };
  }
  const { id } = fault.by;
  const retired = session.ownTriggers().find((own) => own.id === id)?.retired === true;
  return { id, records: retired ? [restorePersonal({ id }, at)] : [] };
}
