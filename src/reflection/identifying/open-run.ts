import { gapKind, mayBecomeGap } from "./card-gaps.ts";
import { codeIsAwaited } from "./codes.ts";
import { type DigitGroup, digitGroups } from "./digit-groups.ts";
import { fold } from "./fold.ts";
import { mayBecomeCard, MOST_DIGITS } from "./issuers.ts";

/** Part of a text, as UTF-16 offsets. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** The first six digits of a card number name its issuer only; fewer than that need not be held back. */
const LEAST_OPEN = 6;
const MOST_CODE_GROUPS = 8;
/** No row of nineteen digits and its gaps is longer. */
const REACH = 1024;

interface Row {
  readonly plain: string;
  readonly groups: readonly DigitGroup[];
  /** Groups up to this one begin before the caret; -1 where none does. */
  readonly last: number;
  readonly caret: number;
}

function linked({ plain, groups }: Row, index: number): boolean {
  const [a, b] = [groups[index - 1], groups[index]];
  return a !== undefined && b !== undefined && gapKind(plain.slice(a.end, b.start)) !== "none";
}

function digitsOf({ groups }: Row, from: number, to: number): string {
  return groups
    .slice(from, to + 1)
    .map(({ digits }) => digits)
    .join("");
}

/** How far the groups hang together from one of them, at most as many digits as a card number has. */
function reach(row: Row, from: number, step: 1 | -1): number {
  let at = from;
  while (linked(row, step < 0 ? at : at + 1)) {
    const [low, high] = step < 0 ? [at - 1, from] : [from, at + 1];
    if (digitsOf(row, low, high).length > MOST_DIGITS) break;
    at += step;
  }
  return at;
}

function touches({ plain, groups, last, caret }: Row): boolean {
  const group = groups[last];
  return group !== undefined && (group.end >= caret || mayBecomeGap(plain.slice(group.end, caret)));
}

/** First group of what may become a card number; past `last` where nothing may. */
function cardStart(row: Row, end: number): number {
  let start = reach(row, row.last, -1);
  if (end > row.last) return digitsOf(row, start, end).length < LEAST_OPEN ? end + 1 : start;
  while (start <= row.last && !mayBecomeCard(digitsOf(row, start, row.last))) start += 1;
  return digitsOf(row, start, row.last).length < LEAST_OPEN ? row.last + 1 : start;
}

/** First group of a code that is being typed behind its name; past `last` where there is none. */
function codeStart(row: Row): number {
  const { plain, groups, last, caret } = row;
  if ((groups[last]?.end ?? 0) < caret) return last + 1;
  for (let start = last; last - start < MOST_CODE_GROUPS; start -= 1) {
    if (codeIsAwaited(plain, groups[start]?.start ?? 0)) return start;
    if (!linked(row, start)) break;
  }
  return last + 1;
}

function rowAt(text: string, caret: number): { readonly row: Row; readonly from: (at: number) => number; readonly to: (at: number) => number } {
  const begin = Math.max(0, caret - REACH);
  const folded = fold(text.slice(begin, caret + REACH));
  const groups = digitGroups(folded.text);
  const length = folded.text.length;
  let plainCaret = 0;
  while (plainCaret < length && folded.from(plainCaret) + begin < caret) plainCaret += 1;
  const after = groups.findIndex(({ start }) => start >= plainCaret);
  return {
    row: { plain: folded.text, groups, last: (after < 0 ? groups.length : after) - 1, caret: plainCaret },
    from: (at) => folded.from(at) + begin,
    to: (at) => folded.to(at) + begin,
  };
}

/**
 * The digits around a caret that may still become a card number or a code: a draft leaves them out until they have
 * ended. Null where nothing is open.
 *
 * They are open while only blanks, dashes, dots, commas or the beginning of a spoken link ("and then") stand between the
 * last digit and the caret, there are six digits or more, and they are the beginning of some issuer's number; digits
 * behind the caret that hang together with them belong to them. Behind the name of a code every digit is open.
 */
export function openRun(text: string, caret = text.length): Part | null {
  const { row, from, to } = rowAt(text, caret);
  if (!touches(row)) return null;
  const end = reach(row, row.last, 1);
  const start = Math.min(cardStart(row, end), codeStart(row));
  const [first, last] = [row.groups[start], row.groups[end]];
  return first === undefined || last === undefined || start > end ? null : { start: from(first.start), end: to(last.end - 1) };
}

/** From here on a text is not settled while its writer types at the end of it; its length where all of it is. */
export function openTail(text: string): number {
  return openRun(text)?.start ?? text.length;
}
