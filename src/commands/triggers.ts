import { triggerIdFor } from "../content/trigger-id.ts";
import type { PersonalTrigger } from "../practice/records.ts";
import type { Session } from "../session.ts";

/** Trigger ids that exist: those of the content and the person's own. */
export function knownTriggers(session: Session): readonly string[] {
  const own = session.journal().book("triggers").map(({ id }) => id);
  return [...session.content().triggers.map(({ id }) => id), ...own];
}

/** A personal trigger for a label; its id is made from the label and differs from all others. */
export function personalTrigger(session: Session, label: string): PersonalTrigger {
  const taken = knownTriggers(session);
  return { id: triggerIdFor(label, taken), label: label.trim(), at: session.now().at };
}
