import { join } from "node:path";
import { journalError } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import { ensureFolder, randomLetters, replaceFile } from "./atomic.ts";
import { attempt, unlessCode } from "./disk.ts";
import { isRecord } from "./check.ts";
import type { Wish } from "./collector.ts";
import { Collector } from "./collector.ts";
import { ownDevice } from "./device.ts";
import { readFacts, writeFacts } from "./facts.ts";
import type { Change } from "./journal.ts";
import { letterText } from "./letter.ts";
import type { FileName } from "./names.ts";
import { inboxName } from "./names.ts";
import type { Live, Place } from "./record.ts";
import type { StepChange } from "./steps.ts";
import type { Store } from "./store.ts";
import { ifPossible, telling } from "./trouble.ts";
import type { Intent } from "./write.ts";
import { withLock } from "./write.ts";

/** Places one letter may be for: all of them stand in its name. */
const MOST_PLACES = 8;

/** A new record for each wish: nothing is known of what there may be, so it can only be added to. */
function changeFor({ id, book, content }: Wish, at: string): StepChange {
  if (content === null) throw journalError("The journal is sealed, so nothing can be taken out of it.", "Give the passphrase first.");
  const place: Place = book === null ? `entries/${(content as Entry).shift.slice(0, 7)}` : `books/${book}`;
  const record: Live = { rev: 1, saved: at, entry: content };
  if (!isRecord(record, place)) throw new Error(`${id} may not stand in ${place}`);
  return { place, record };
}

/** A later start or end must find this one, though the journal is sealed. */
function noteMarks(store: Store, wishes: readonly Wish[]): void {
  const entries = wishes.flatMap(({ book, content }) => (book === null && content !== null ? [content as Entry] : []));
  const marks = entries.filter(({ kind }) => kind === "start" || kind === "end").map(({ id, kind, at, shift }) => ({ id, kind, at, shift }));
  const facts = readFacts(store);
  if (facts !== null && marks.length > 0) writeFacts(store, { ...facts, marks: [...facts.marks, ...marks] });
}

function nameFor(store: Store, device: string, changes: readonly StepChange[]): FileName {
  const places = [...new Set(changes.map(({ place }) => place))].sort();
  const [first] = places;
  if (first === undefined || places.length > MOST_PLACES) {
    throw journalError("The journal is sealed, and so many months at once need it open.", "Give the passphrase: --passphrase-file <file>");
  }
  const { clock, random } = store.options;
  return inboxName(places, device, `${String(clock()).padStart(14, "0")}-${randomLetters(random, 6)}`);
}

/** Writes what `change` asks for into this device's inbox, without reading the journal. One file, so all of it or nothing. */
export function writeLetter<R>(store: Store, { command, at }: Intent, change: (change: Change) => R): R {
  return withLock(store, () => {
    const device = ownDevice(store);
    const collector = new Collector();
    const result = change(collector);
    const wishes = collector.asked();
    if (wishes.length === 0) return result;
    const changes = wishes.map((wish) => changeFor(wish, at));
    const { disk, vault, random, places } = store.options;
    const path = store.pathOf(nameFor(store, device, changes).relative);
    telling(store.shown(path), "saved", () => {
      ensureFolder(disk, places.journal);
      ensureFolder(disk, join(places.journal, "inbox"));
      const bytes = vault.seal(Buffer.from(letterText({ command, at, changes })));
      try {
        replaceFile(disk, path, bytes, { owner: device, random, durable: true });
      } catch (error) {
        // What is refused must not have happened; what cannot be taken back has.
        if (attempt(() => { unlessCode(["ENOENT"], () => { disk.unlink(path); }, undefined); })) throw error;
      }
    });
    ifPossible(() => { noteMarks(store, wishes); });
    return result;
  });
}
