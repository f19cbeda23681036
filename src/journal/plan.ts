import type { Entry } from "../reflection/entry.ts";
import { isRecord } from "./check.ts";
import type { Wish } from "./collector.ts";
import { locate } from "./locate.ts";
import type { Envelope, Gone, Known, Live, Place } from "./record.ts";
import { conflictCopies, contentOf, isLive, succeed, winner } from "./record.ts";
import type { Content, StepChange } from "./steps.ts";
import type { Store } from "./store.ts";

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

function envelopeFor(known: readonly Known[], place: Place, writer: Writer): Envelope {
  const elsewhere = new Set(known.map((one) => one.place).filter((other) => other !== place && isMonthPlace(other)));
  const was = [...elsewhere].map(monthOf).sort();
  const { rev, seen } = succeed(known, writer.device);
  return { rev, saved: writer.at, ...(seen !== undefined && { seen }), ...(was.length > 0 && { was }) };
}

/**
 * The records that make a wish true, none where it is true already.
 *
 * An entry that changes its month is put in the new one first; then a marker stands in the old one.
 */
function changesFor(wish: Wish, known: readonly Known[], writer: Writer): readonly StepChange[] {
  const shown = winner(known);
  const before = shown !== null && isLive(shown.record) ? (shown.record.entry as Content) : null;
  if (wish.content === null) {
    if (shown === null || before === null) return [];
    return [gone(shown.place, wish.id, envelopeFor(known, shown.place, writer), { gone: "deleted" }, before)];
  }
  const place: Place =
    wish.book === null ? `entries/${(wish.content as Entry).shift.slice(0, 7)}` : `books/${wish.book}`;
  const settled = conflictCopies(known).length === 0;
  if (shown !== null && settled && contentOf(shown.record) === JSON.stringify(wish.content)) return [];
  const put = live(place, wish.content, envelopeFor(known, place, writer), before);
  if (before === null || shown === null || shown.place === place) return [put];
  const { rev, saved, seen } = put.record;
  const envelope: Envelope = { rev, saved, ...(seen !== undefined && { seen }) };
  return [put, gone(shown.place, wish.id, envelope, { gone: "moved", to: monthOf(place) })];
}

/** Everything a change has to write, in the order in which it is to be written. */
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
