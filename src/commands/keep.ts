import { journalError, usageError } from "../errors.ts";
import type { Change, Journal } from "../journal/journal.ts";
import { shiftOf } from "../practice/shift.ts";
import type { Entry } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { maskingOf } from "./masking.ts";

export interface Kept {
  readonly saved: readonly Entry[];
  /** What was masked, by kind. */
  readonly masked: MaskCounts;
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
export function idsThere(journal: Journal, drafts: readonly DraftEntry[]): ReadonlySet<string> {
  const asked = new Set(drafts.flatMap(({ id }) => (id === undefined ? [] : [id])));
  if (asked.size > 3) {
    const there = new Set<string>();
    for (const month of journal.backwards()) for (const { id } of month) if (asked.has(id)) there.add(id);
    return there;
  }
  const isThere = (id: string): boolean => journal.withIdPrefix(id, 50).some((entry) => entry.id === id);
  return new Set([...asked].filter(isThere));
}

/** `start` and `end` records by the day of their wall clock. */
class Marks {
  private readonly days = new Map<string, Entry[]>();

  constructor(journal: Journal, drafts: readonly DraftEntry[], now: string) {
    const months = new Set(drafts.flatMap(({ at = now }) => [-3, 0, 2].map((days) => addDays(at.slice(0, 10), days).slice(0, 7))));
    for (const month of journal.months()) if (months.has(month)) journal.month(month).forEach((entry) => { this.add(entry); });
  }

  add(entry: Entry): void {
    if (entry.kind !== "start" && entry.kind !== "end") return;
    const day = entry.at.slice(0, 10);
    this.days.set(day, [...(this.days.get(day) ?? []), entry]);
  }

  /** Those that may enclose a moment. */
  around(at: string): readonly Entry[] {
    return [-3, -2, -1, 0, 1, 2].flatMap((days) => this.days.get(addDays(at.slice(0, 10), days)) ?? []);
  }
}

function complete(session: Session, draft: DraftEntry, marks: Marks): Entry {
  const at = draft.at ?? session.now().at;
  const id = draft.id ?? session.runtime.newId(Date.parse(at));
  const shift = draft.shift ?? shiftOf(at, draft.kind, marks.around(at), String(session.value("dayStartsAt")));
  const { kind, id: _id, at: _at, shift: _shift, ...fields } = draft;
  return { id, kind, at, shift, ...fields } as Entry;
}

/** A shift is stored once, so it is not guessed from settings that could not be read. */
function assertShiftKnown(session: Session): void {
  session.settings();
  const damaged = session.journal().problems().find(({ file }) => /books[\\/]settings\./.test(file));
  if (damaged === undefined) return;
  throw journalError(`${damaged.file} cannot be read whole, and it says when your day begins. Nothing was written.`, "Run: evenkeel doctor --repair");
}

/**
 * Keeps new entries in one step: gives each a moment, an id and a shift where it has none.
 *
 * What identifies a customer is masked before anything is written.
 * An id that exists is left as it is and reported. The same new id twice is a usage failure, and nothing is kept.
 * @param more what else belongs to the step
 */
export async function keep(session: Session, command: string, drafts: readonly DraftEntry[], more?: (change: Change) => void): Promise<Kept> {
  assertNoRepeat(drafts);
  assertShiftKnown(session);
  const masking = await maskingOf(session);
  const { at } = session.now();
  return session.journal().write(command, at, (journal, change) => {
    const saved: Entry[] = [];
    const there = idsThere(journal, drafts);
    const marks = new Marks(journal, drafts, at);
    const isMark = ({ kind }: DraftEntry): boolean => kind === "start" || kind === "end";
    // A start and its end own what lies between them, wherever they stand in the input.
    for (const draft of [...drafts.filter(isMark), ...drafts.filter((other) => !isMark(other))]) {
      if (draft.id !== undefined && there.has(draft.id)) continue;
      const entry = complete(session, masking.entry(draft), marks);
      change.put(entry);
      marks.add(entry);
      saved.push(entry);
    }
    more?.(change);
    return { saved, masked: masking.counts, there: [...there] };
  });
}
