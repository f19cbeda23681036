import { labelFault, namePersonal, restorePersonal, tidyLabel } from "../content/personal.ts";
import type { TriggerRecord } from "../practice/records.ts";
import type { Session } from "../session.ts";
import { namedTriggers } from "./known-triggers.ts";
import { maskingOf } from "./masking.ts";
import { sayMasked } from "./say-masked.ts";

/** A label without what may identify a customer; what was taken out is told. */
export async function maskedLabel(session: Session, label: string): Promise<string> {
  const { text, counts } = await maskingOf(session);
  const masked = text(tidyLabel(label));
  sayMasked(session, counts);
  return masked;
}

/**
 * The trigger that a label names, and what has to be written for it: a new one, or the one that goes by that name
 * already, which is offered again if it was retired. Throws a usage failure where the label cannot be used.
 */
export async function triggerFor(session: Session, label: string): Promise<{ readonly id: string; readonly records: readonly TriggerRecord[] }> {
  const { at } = session.now();
  const known = namedTriggers(session);
  const masked = await maskedLabel(session, label);
  const fault = labelFault(masked, known);
  if (fault?.fault !== "taken") {
    const made = namePersonal(masked, at, known);
    return { id: made.id, records: [made] };
  }
  const { id } = fault.by;
  const retired = session.ownTriggers().find((own) => own.id === id)?.retired === true;
  return { id, records: retired ? [restorePersonal({ id }, at)] : [] };
}
