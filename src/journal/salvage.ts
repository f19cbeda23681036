const START = '{"rev":';
const HEAD = /^\{"evenkeel":.*"records":\[$/;
/** What git writes between the two sides of a file it could not merge. */
const MERGE_MARK = /^(<{7}|={7}|>{7}|\|{7})( |$)/;
/** Characters looked at in one damaged line before it is given up: no line can make this slow. */
const PATIENCE = 20_000_000;

/** What a value is good for, or null. */
export type Accept<T> = (value: unknown) => T | null;

function acceptedIn<T>(text: string, accept: Accept<T>): T | null {
  try {
    return accept(JSON.parse(text));
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
function within<T>(line: string, accept: Accept<T>): T[] {
  const found: T[] = [];
  let patience = PATIENCE;
  for (let from = line.indexOf(START); from !== -1 && patience > 0;) {
    const end = closing(line, from);
    patience -= (end === -1 ? line.length : end) - from;
    const record = end === -1 ? null : acceptedIn(line.slice(from, end), accept);
    if (record !== null) found.push(record);
    from = line.indexOf(START, record === null ? from + 1 : end);
  }
  return found;
}

/** Every whole record of a text that is no whole file any more, and how many lines could not be saved in full. */
export function salvage<T>(text: string, accept: Accept<T>): { records: T[]; broken: number } {
  const records: T[] = [];
  let broken = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line === "]}" || HEAD.test(line) || MERGE_MARK.test(line)) continue;
    const record = acceptedIn(line.endsWith(",") ? line.slice(0, -1) : line, accept);
    if (record === null) {
      records.push(...within(line, accept));
      broken += 1;
    } else records.push(record);
  }
  return { records, broken };
}

export function hasMergeMarks(text: string): boolean {
  return text.split("\n").some((line) => MERGE_MARK.test(line.trim()));
}
