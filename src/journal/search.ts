import type { Entry } from "../reflection/entry.ts";
import { byMoment } from "../reflection/entry.ts";
import { isRecord } from "./check.ts";
import { idsIn, rawText, written } from "./lines.ts";
import type { FileName } from "./names.ts";
import type { Known, Place } from "./record.ts";
import type { Store } from "./store.ts";
import { entriesOf, shownIn } from "./union.ts";

/** Words as they are compared: without case and accents. */
export function folded(text: string): string {
  if (!/[^ -~\n]/.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const HEAD = /^\{"evenkeel":"entries","version":(\d+),"records":\[$/;

/** The record lines of a file, without their commas, or null where it is not laid out as this program writes it. */
function recordLines(text: string, version: number): readonly string[] | null {
  const lines = text.split("\n");
  const head = HEAD.exec(lines[0] ?? "");
  if (head === null || Number(head[1]) !== version) return null;
  if (lines.at(-1) !== "" || lines.at(-2) !== "]}") return null;
  const records = lines.slice(1, -2).map((line, index, all) => (index < all.length - 1 ? line.slice(0, -1) : line));
  return records.every((line) => line.startsWith('{"rev":') && line.endsWith("}")) ? records : null;
}

/** Whether a line holds one of the needles, both folded. Most lines are plain ASCII, which folds at once. */
function matches(line: string, needles: readonly string[]): boolean {
  const plain = folded(line);
  return needles.some((needle) => plain.includes(needle));
}

interface Line {
  readonly file: FileName;
  readonly text: string;
}

function parsed(line: Line): Known | null {
  try {
    const record: unknown = JSON.parse(line.text);
    const { place, device } = line.file;
    return isRecord(record, place) ? { record, place, device: record.by ?? device } : null;
  } catch {
    return null;
  }
}

/** The lines of a month by id, and the ids of those that match; null where the month must be read in the ordinary way. */
function filtered(store: Store, place: Place, needles: readonly string[]): ReadonlyMap<string, readonly Line[]> | null {
  const lines = new Map<string, Line[]>();
  const wanted = new Set<string>();
  for (const file of store.filesOf(place)) {
    const text = rawText(store, file);
    const texts = text === null ? null : recordLines(text, store.options.format.version);
    if (texts === null) return null;
    for (const text of texts) {
      const id = idsIn(text).next().value;
      if (id === undefined) return null;
      if (matches(text, needles)) wanted.add(id);
      lines.set(id, [...(lines.get(id) ?? []), { file, text }]);
    }
  }
  return new Map([...lines].filter(([id]) => wanted.has(id)));
}

/**
 * Entries of a month in whose line one of the words stands, case and accents ignored, in order.
 *
 * It looks before it parses, so it gives too many (a word may stand in a field's name) but never too few: the caller
 * looks again at the words of each. A damaged file is read in the ordinary way and reported.
 */
export function searchLines(store: Store, month: string, words: readonly string[]): readonly Entry[] {
  const place: Place = `entries/${month}`;
  const found = store.waitingPlaces().includes(place)
    ? null
    : filtered(
        store,
        place,
        words.map((word) => folded(written(word))),
      );
  if (found === null) return entriesOf(store, month);
  const entries: Entry[] = [];
  for (const [id, lines] of found) {
    const known = lines.map(parsed);
    if (known.includes(null)) return entriesOf(store, month);
    const record = shownIn(
      store,
      place,
      id,
      known.filter((one) => one !== null),
    );
    if (record !== null) entries.push(record.entry as Entry);
  }
  return entries.sort(byMoment);
}
