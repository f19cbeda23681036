import { usageError } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";

const CANDIDATES = 6;

/** The one entry whose id starts with what was typed. Throws a usage failure where there is none or more than one. */
export function findEntry(session: Session, typed: string): Entry {
  if (typed === "") throw usageError("an id is needed, or the start of it", "See the ids with: evenkeel list");
  const found = session.seen(session.journal().withIdPrefix(typed, CANDIDATES));
  const exact = found.find(({ id }) => id === typed);
  if (exact !== undefined) return exact;
  const [only, another] = found;
  if (only === undefined) throw usageError("no entry has that id", "See the ids with: evenkeel list");
  if (another !== undefined) {
    const ids = found.map(({ id }) => id).join(", ");
    throw usageError("more than one entry has an id that starts so", `Type more of it: ${ids}.`);
  }
  return only;
}
