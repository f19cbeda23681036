import { usageError } from "../errors.ts";
import type { Journal } from "../journal/journal.ts";
import { shiftOf } from "../practice/shift.ts";
import type { Entry } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";

export interface Kept {
  readonly saved: readonly Entry[];
  /** Ids that were in the journal already; those entries were left as they are. */
  readonly there: readonly string[];
}

function assertNoRepeat(drafts: readonly DraftEntry[]): void {
  const seen = new Set<string>();
  for (const { id } of drafts) {
    if (id === undefined) continue;
    if (seen.has(id)) throw usageError(`the id "${id}" is given twice`, "Give each new entry an id of its own, or none.");
    seen.add(id);
  }
}

/** Which of these ids the journal holds. A few are looked up one by one; many in one pass over the journal. */
function idsThere(journal: Journal, drafts: readonly DraftEntry[]): ReadonlySet<string> {
  const asked = new Set(drafts.flatMap(({ id }) => (id === undefined ? [] : [id])));
  if (asked.size > 3) {
    const there = new Set<string>();
    for (const month of journal.backwards()) for (const { id } of month) if (asked.has(id)) there.add(id);
    return there;
  }
  const isThere = (id: string): boolean => journal.withIdPrefix(id, 50).some((entry) => entry.id === id);
  return new Set([...asked].filter(isThere));
}

/** The `start` and `end` records that may enclose a moment. */
function marksAround(journal: Journal, at: string): readonly Entry[] {
  const day = at.slice(0, 10);
  return journal.between(addDays(day, -3), addDays(day, 2)).filter(({ kind }) => kind === "start" || kind === "end");
}

function complete(session: Session, journal: Journal, draft: DraftEntry, added: readonly Entry[]): Entry {
  const at = draft.at ?? session.now().at;
  const id = draft.id ?? session.runtime.newId(Date.parse(at));
  const marks = (): readonly Entry[] => [...marksAround(journal, at), ...added];
  const shift = draft.shift ?? shiftOf(at, draft.kind, marks(), String(session.value("dayStartsAt")));
  const { kind, id: _id, at: _at, shift: _shift, ...fields } = draft;
  return { id, kind, at, shift, ...fields } as Entry;
}

/**
 * Keeps new entries in one step: gives each a moment, an id and a shift where it has none.
 *
 * An id that exists is left as it is and reported. The same new id twice is a usage failure, and nothing is kept.
 */
export function keep(session: Session, command: string, drafts: readonly DraftEntry[]): Kept {
  assertNoRepeat(drafts);
  return session.journal().write(command, session.now().at, (journal, change) => {
    const saved: Entry[] = [];
    const there = idsThere(journal, drafts);
    for (const draft of drafts) {
      if (draft.id !== undefined && there.has(draft.id)) continue;
      const entry = complete(session, journal, draft, saved);
      change.put(entry);
      saved.push(entry);
    }
    return { saved, there: [...there] };
  });
}
