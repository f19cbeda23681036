import type { Entry } from "../reflection/entry.ts";
import { isRecord } from "./check.ts";
import type { Wish } from "./collector.ts";
import { locate } from "./locate.ts";
import type { Envelope, Gone, Known, Live, Place } from "./record.ts";
import { conflictCopies, contentOf, isLive, succeed, winner } from "./record.ts";
import type { Content, StepChange } from "./steps.ts";
import type { Store } from "./store.ts";
import { linkedMonths } from "./union.ts";

/** Who writes, and when. */
export interface Writer {
  readonly device: string;
  readonly at: string;
}

const monthOf = (place: Place): string => place.slice(place.indexOf("/") + 1);
const isMonthPlace = (place: Place): boolean => place.startsWith("entries/");

function checked(change: StepChange): StepChange {
  if (!isRecord(change.record, change.place)) throw new Error(`not a record that may stand in ${change.place}`);
  return change;
}

function live(place: Place, content: Content, envelope: Envelope, before: Content | null): StepChange {
  const record: Live = { ...envelope, entry: content };
  return checked({ place, record, before });
}

function gone(
  place: Place,
  id: string,
  envelope: Envelope,
  rest: Pick<Gone, "gone" | "to">,
  before?: Content,
): StepChange {
  const record: Gone = { ...envelope, id, ...rest };
  return checked({ place, record, ...(before !== undefined && { before }) });
}

/** Other months in which the entry stands, stood, or is said to stand. */
function monthsBeside(known: readonly Known[], place: Place): readonly string[] {
  if (!isMonthPlace(place)) return [];
  const months = new Set([...known.map((one) => monthOf(one.place)), ...linkedMonths(known)]);
  months.delete(monthOf(place));
  return [...months].sort();
}

/**
 * Markers for every other month, so that this device's own files are enough to know that the entry is not there: those
 * of the device that moved it may arrive later. None where this device has said so already.
 */
function markers(id: string, known: readonly Known[], place: Place, envelope: Envelope, writer: Writer): StepChange[] {
  const { rev, saved, seen } = envelope;
  const to = monthOf(place);
  const isSaid = (month: string): boolean =>
    known.some(
      ({ record, device, place: where }) =>
        device === writer.device && monthOf(where) === month && !isLive(record) && record.to === to,
    );
  return monthsBeside(known, place)
    .filter((month) => !isSaid(month))
    .map((month) =>
      gone(`entries/${month}`, id, { rev, saved, ...(seen !== undefined && { seen }) }, { gone: "moved", to }),
    );
}

/** The new revision of one id in its place, and what must be said about it elsewhere. */
function revision(
  wish: Wish,
  known: readonly Known[],
  place: Place,
  before: Content | null,
  writer: Writer,
): StepChange[] {
  const { rev, seen } = succeed(known, writer.device);
  const was = monthsBeside(known, place);
  const envelope: Envelope = {
    rev,
    saved: writer.at,
    ...(seen !== undefined && { seen }),
    ...(was.length > 0 && { was }),
  };
  const change =
    wish.content === null
      ? gone(place, wish.id, envelope, { gone: "deleted" }, before ?? undefined)
      : live(place, wish.content, envelope, before);
  return [change, ...markers(wish.id, known, place, envelope, writer)];
}

/** The records that make a wish true, none where it is true already. */
function changesFor(wish: Wish, known: readonly Known[], writer: Writer): readonly StepChange[] {
  const shown = winner(known);
  const before = shown !== null && isLive(shown.record) ? (shown.record.entry as Content) : null;
  if (wish.content === null) {
    return shown === null || before === null ? [] : revision(wish, known, shown.place, before, writer);
  }
  const settled = conflictCopies(known).length === 0;
  if (shown !== null && settled && contentOf(shown.record) === JSON.stringify(wish.content)) return [];
  const place: Place =
    wish.book === null ? `entries/${(wish.content as Entry).shift.slice(0, 7)}` : `books/${wish.book}`;
  return revision(wish, known, place, before, writer);
}

/**
 * Everything a change has to write, in the order in which it is to be written.
 *
 * An entry that changes its month is put in the new one first; the markers in the others come after.
 */
export function planChanges(store: Store, wishes: readonly Wish[], writer: Writer): readonly StepChange[] {
  const entries = wishes.filter((wish) => wish.book === null);
  const found = locate(
    store,
    new Map(entries.map(({ id, content }) => [id, content === null ? null : (content as Entry).shift.slice(0, 7)])),
  );
  const changes = wishes.flatMap((wish) => {
    const known = wish.book === null ? found.get(wish.id) : store.recordsById(`books/${wish.book}`).get(wish.id);
    // What is nowhere to be found may stand in a file that the disk does not give.
    if (known === undefined && wish.content === null) store.assertGiven();
    return changesFor(wish, known ?? [], writer);
  });
  const isMarker = (change: StepChange): boolean => change.before === undefined;
  return [...changes.filter((change) => !isMarker(change)), ...changes.filter(isMarker)];
}
