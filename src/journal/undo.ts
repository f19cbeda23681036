import { failure, journalError } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import type { BookName, Change } from "./journal.ts";
import { locate } from "./locate.ts";
import type { DiskJournal } from "./open.ts";
import type { Known } from "./record.ts";
import { contentOf, idOf, winner } from "./record.ts";
import type { Content, Step, StepChange } from "./steps.ts";
import { dropStepForGood, keptStep, keptSteps } from "./steps.ts";
import type { Store } from "./store.ts";
import { locked, writeStep } from "./write.ts";

/** A command that changed the journal, as `undo` names it. */
export interface UndoStep {
  readonly command: string;
  /** ISO 8601 */
  readonly at: string;
  /** How many entries and other records it changed. */
  readonly changed: number;
}

/** A step that was taken back, with the records it changed: as they are again, or as they were where they are gone now. */
export interface Undone extends UndoStep {
  readonly records: readonly Content[];
}

const isShown = (change: StepChange): boolean => change.before !== undefined;

function summary(step: Step): UndoStep {
  return { command: step.command, at: step.at, changed: step.changes.filter(isShown).length };
}

function recordsOf(step: Step): readonly Content[] {
  return step.changes.filter(isShown).flatMap(({ before, record }) => {
    const content = before ?? (JSON.parse(contentOf(record)) as Content | null);
    return content === null ? [] : [content];
  });
}

function lastStep(store: Store): Step | null {
  const seq = keptSteps(store).at(-1);
  if (seq === undefined) return null;
  const step = keptStep(store, seq);
  if (step !== null) return step;
  throw journalError(
    "The record of the last change is damaged, so it cannot be taken back.",
    "Run: evenkeel doctor --repair",
  );
}

/** What the next `undo` takes back, or null. Reads only. */
export function nextUndo(store: Store): UndoStep | null {
  const step = lastStep(store);
  return step === null ? null : summary(step);
}

/** The name of a book, or null where the change is to an entry. */
function bookOf(change: StepChange): BookName | null {
  return change.place.startsWith("books/") ? (change.place.slice("books/".length) as BookName) : null;
}

/** Whether what the step wrote is still what is shown. */
function stillStands(store: Store, step: Step): boolean {
  const shown = step.changes.filter(isShown);
  const entries = shown.filter((change) => bookOf(change) === null);
  const month = (change: StepChange): string => change.place.slice("entries/".length);
  const found = locate(store, new Map(entries.map((change) => [idOf(change.record), month(change)])));
  return shown.every((change) => {
    const id = idOf(change.record);
    const known: readonly Known[] | undefined =
      bookOf(change) === null ? found.get(id) : store.recordsById(change.place).get(id);
    const best = winner(known ?? []);
    return (best === null ? "null" : contentOf(best.record)) === contentOf(change.record);
  });
}

function restore(change: Change, done: StepChange): void {
  const book = bookOf(done);
  const before: Content | null = done.before ?? null;
  const id = idOf(done.record);
  if (book === null) {
    if (before === null) change.remove(id);
    else change.put(before as Entry);
  } else if (before === null) change.removeFrom(book, id);
  else change.putIn(book, before as never);
}

/**
 * Takes back the last command that changed the journal; the next call takes the one before. Null where there is none.
 *
 * What was changed again since, here or on another machine, is left as it is: a `failure` says so, and the next call
 * takes the step before it.
 */
export function undo(journal: DiskJournal, at: string): Undone | null {
  const { store } = journal;
  return locked(store, (device) => {
    const step = lastStep(store);
    if (step === null) return null;
    const stands = stillStands(store, step);
    if (!stands) store.assertGiven();
    if (stands) {
      writeStep(store, device, { command: "undo", at, undoes: step.seq }, (change) => {
        for (const done of step.changes.filter(isShown)) restore(change, done);
      });
    }
    dropStepForGood(store, step.seq);
    if (stands) return { ...summary(step), records: recordsOf(step) };
    throw failure(
      `What "${step.command}" wrote was changed again since, perhaps on another computer, so it was left as it is.`,
      "The next undo takes the change before it.",
    );
  });
}
