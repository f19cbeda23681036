import type { Named } from "../content/personal.ts";
import type { Session } from "../session.ts";

/** Triggers that exist: those of the content and the person's own. */
export function namedTriggers(session: Session): readonly Named[] {
  return [...session.content().triggers, ...session.ownTriggers()];
}

/** Their ids. */
export function knownTriggers(session: Session): readonly string[] {
  return namedTriggers(session).map(({ id }) => id);
}
