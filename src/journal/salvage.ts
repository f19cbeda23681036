import { isRecord } from "./check.ts";
import type { Place, StoredRecord } from "./record.ts";

const START = '{"rev":';
const HEAD = /^\{"evenkeel":.*"records":\[$/;
/** What git writes between the two sides of a file it could not merge. */
const MERGE_MARK = /^(<{7}|={7}|>{7}|\|{7})( |$)/;
/** Characters looked at in one damaged line before it is given up: no line can make this slow. */
const PATIENCE = 20_000_000;

function recordIn(text: string, place: Place): StoredRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value, place) ? value : null;
  } catch {
    return null;
  }
}

/** The index behind the brace that closes the one at `from`, or -1; braces inside strings do not count. */
function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 92) index += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123) depth += 1;
    else if (code === 125 && --depth === 0) return index + 1;
  }
  return -1;
}

/** Whole records somewhere in a line that is none itself: two lines run together, or letters lost around one. */
function within(line: string, place: Place): StoredRecord[] {
  const found: StoredRecord[] = [];
  let patience = PATIENCE;
  for (let from = line.indexOf(START); from !== -1 && patience > 0; ) {
    const end = closing(line, from);
    patience -= (end === -1 ? line.length : end) - from;
    const record = end === -1 ? null : recordIn(line.slice(from, end), place);
    if (record !== null) found.push(record);
    from = line.indexOf(START, record === null ? from + 1 : end);
  }
  return found;
}

/** Every whole record of a text that is no whole file any more, and how many lines could not be saved in full. */
export function salvage(text: string, place: Place): { records: StoredRecord[]; broken: number } {
  const records: StoredRecord[] = [];
  let broken = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line === "]}" || HEAD.test(line) || MERGE_MARK.test(line)) continue;
    const record = recordIn(line.endsWith(",") ? line.slice(0, -1) : line, place);
    if (record === null) {
      records.push(...within(line, place));
      broken += 1;
    } else records.push(record);
  }
  return { records, broken };
}
