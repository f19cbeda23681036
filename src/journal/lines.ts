import type { Entry } from "../reflection/entry.ts";
import { byMoment } from "../reflection/entry.ts";
import { journalError } from "../errors.ts";
import { bytesOf, readOnly, sealed } from "./adapter.ts";
import { attempt } from "./disk.ts";
import type { FileName } from "./names.ts";
import type { Store } from "./store.ts";
import { monthsOf } from "./months.ts";
import type { Place } from "./record.ts";
import { entriesOf } from "./union.ts";

/** The text of a file as it lies on the disk, unparsed; null where it cannot be read, which `Store.document` then reports. */
export function rawText(store: Store, file: FileName): string | null {
  const { disk, vault } = store.options;
  const path = store.pathOf(file.relative);
  const kept = sealed(bytesOf(disk, path, readOnly), vault, store.shown(path));
  let text: string | null = null;
  attempt(() => {
    text = kept.read()?.toString("utf8") ?? "";
  });
  return text;
}

/** The same text, or the `journal` failure of what the disk says. */
export function givenText(store: Store, file: FileName): string {
  const text = rawText(store, file);
  if (text !== null) return text;
  throw journalError(`${store.shown(store.pathOf(file.relative))} could not be read.`, "Run: evenkeel doctor");
}

const KEY = '"id":"';

/** Ids in a text of records. Quotes inside words are escaped in JSON, so words never look like an id. */
export function* idsIn(text: string): Generator<string, undefined> {
  for (let at = text.indexOf(KEY); at !== -1; at = text.indexOf(KEY, at)) {
    const from = at + KEY.length;
    const end = text.indexOf('"', from);
    if (end === -1) return undefined;
    yield text.slice(from, end);
    at = end;
  }
  return undefined;
}

/** A text as it stands inside a JSON string. */
export function written(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Entries whose id starts so, or does in capitals (ids are mostly ULIDs); newest month first, at most `most`. */
export function withIdPrefix(store: Store, prefix: string, most: number): readonly Entry[] {
  const starts = [...new Set([prefix, prefix.toUpperCase()])];
  const needles = starts.map((start) => `${KEY}${written(start)}`);
  const found: Entry[] = [];
  const waiting = new Set(store.waitingPlaces());
  for (const month of monthsOf(store).toReversed()) {
    if (found.length >= most) break;
    const place: Place = `entries/${month}`;
    const named = store.filesOf(place).some((file) => {
      const text = rawText(store, file);
      return text === null || needles.some((needle) => text.includes(needle));
    });
    if (!named && !waiting.has(place)) continue;
    found.push(...entriesOf(store, month).filter(({ id }) => starts.some((start) => id.startsWith(start))));
  }
  return found.slice(0, most).sort(byMoment);
}
