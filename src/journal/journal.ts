import type { PlanChange, ReminderRecord, ReviewRecord, SettingRecord, TriggerRecord } from "../practice/records.ts";
import type { Entry } from "../reflection/entry.ts";

/** Record families beside the entries. They travel with the journal like entries do. */
export interface Books {
  plans: PlanChange;
  reviews: ReviewRecord;
  reminders: ReminderRecord;
  triggers: TriggerRecord;
  settings: SettingRecord;
}
export type BookName = keyof Books;

/** Something wrong with a file of the journal. `what` never quotes journal text. */
export interface JournalProblem {
  /** Path as the person would type it. */
  readonly file: string;
  readonly what: string;
  /** What `doctor --repair` would do, or what the person can do. */
  readonly repair: string;
}

/** Changes collected in one `write`; applied together, and one step for `undo`. */
export interface Change {
  put(entry: Entry): void;
  remove(id: string): void;
  putIn<B extends BookName>(book: B, record: Books[B]): void;
  removeFrom(book: BookName, id: string): void;
}

/**
 * The journal of one person, as this machine sees it: the union of all devices' files.
 *
 * Reading never throws for a damaged file: the healthy records are returned and the trouble is put in `problems()`.
 * It does throw a `journal` failure where nothing at all can be read (folder is a file, no permission, sealed).
 */
export interface Journal {
  /** Months that have a file, ascending (`2026-11`). Reads names only. */
  months(): readonly string[];
  /** The entries of one month by `shift`, in the order of `byMoment`. */
  month(month: string): readonly Entry[];
  /** Entries whose `shift` lies in [from, to], both inclusive; reads only the months that can hold them. */
  between(from: string, to: string): readonly Entry[];
  /** All entries, a month at a time, newest month first. */
  backwards(): Iterable<readonly Entry[]>;
  /** Entries whose id starts with `prefix`, at most `most`, whichever month they are in. */
  withIdPrefix(prefix: string, most: number): readonly Entry[];
  book<B extends BookName>(book: B): readonly Books[B][];
  /** What was found wrong while reading so far. */
  problems(): readonly JournalProblem[];
  /**
   * Lock, read again, let `change` say what to do, write, unlock. Never held across a question.
   *
   * When it returns, everything put is on the disk; when it throws, nothing that was there is lost.
   * @param command what `undo` names: "reflect", "reminders pin"
   * @param at moment of the write, ISO 8601: the clock of the revision
   */
  write<R>(command: string, at: string, change: (journal: Journal, change: Change) => R): R;
  /** Throws the `journal` failure a write would throw now (damaged month, read-only, newer version), so that it is said before a question is asked. */
  assertWritable(shift: string): void;
}
