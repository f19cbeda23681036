import { type Gap, gapKind } from "./card-gaps.ts";
import { type DigitGroup, digitGroups, spelledGroups } from "./digit-groups.ts";
import { isCardNumber, LEAST_DIGITS, MOST_DIGITS } from "./issuers.ts";

/** A card number in a plain text. */
export interface Card {
  readonly start: number;
  readonly end: number;
  /** The number's last four digits; null where numbers overlap, so that nobody can tell which it is. */
  readonly lastFour: string | null;
}

/** Digits after which a part may end where only words or commas hold the parts together. */
const PARTS: readonly (readonly number[])[] = [
  [4, 8, 12, 16],
  [4, 10],
  [6],
];

/** Parts as a card shows them, or all of one size. */
function likeCard(ends: readonly number[], total: number): boolean {
  if (PARTS.some((part) => ends.every((end) => part.includes(end)))) return true;
  const [size = 0] = ends;
  return size <= 3 && ends.every((end, index) => end === size * (index + 1)) && total - (ends.at(-1) ?? 0) <= size;
}

interface Window {
  readonly digits: string;
  /** How many digits stand before each gap. */
  readonly ends: readonly number[];
  /** How many digits stand before each loose gap. */
  readonly looseEnds: readonly number[];
  /** A colon is among the gaps: clock times are all of one size, so only a card's own parts will do. */
  readonly colon: boolean;
}

/** Where a comma or words stand between the parts, the parts must look like a card's; words for digits may be in any. */
function holds({ digits, ends, looseEnds, colon }: Window, spelled: boolean): boolean {
  if (digits.length < LEAST_DIGITS) return false;
  if (looseEnds.length > 0 && !likeCard(spelled ? looseEnds : ends, digits.length)) return false;
  if (colon && looseEnds.some((end) => end < 4)) return false;
  return isCardNumber(digits);
}

/** German mobile numbers in international form look like the old thirteen-digit Visa numbers. */
function isTelephone(plain: string, start: number, digits: string): boolean {
  return digits.length === LEAST_DIGITS && plain.charAt(start - 1) === "+";
}

interface Row {
  readonly plain: string;
  readonly groups: readonly DigitGroup[];
  /** `gaps[i]` stands before group `i`. */
  readonly gaps: readonly { readonly kind: Gap; readonly colon: boolean }[];
  readonly spelled: boolean;
}

function rowOf(plain: string, groups: readonly DigitGroup[], spelled: boolean): Row {
  const gaps = groups.map(({ start }, index) => {
    const gap = index === 0 ? "" : plain.slice(groups[index - 1]?.end, start);
    return { kind: gapKind(gap), colon: gap.includes(":") };
  });
  return { plain, groups, gaps, spelled };
}

function widened({ digits, ends, looseEnds, colon }: Window, group: DigitGroup, gap: Row["gaps"][number]): Window {
  return {
    digits: digits + group.digits,
    ends: [...ends, digits.length],
    looseEnds: gap.kind === "loose" ? [...looseEnds, digits.length] : looseEnds,
    colon: colon || gap.colon,
  };
}

/** Card numbers that begin with one group: at most nineteen groups are looked at. */
function cardsFrom({ plain, groups, gaps, spelled }: Row, first: DigitGroup, at: number): Card[] {
  const found: Card[] = [];
  let window: Window = { digits: first.digits, ends: [], looseEnds: [], colon: false };
  let last = first;
  for (let index = at + 1; window.digits.length <= MOST_DIGITS; index += 1) {
    if (holds(window, spelled) && !isTelephone(plain, first.start, window.digits)) {
      found.push({ start: first.start, end: last.end, lastFour: window.digits.slice(-4) });
    }
    const [group, gap] = [groups[index], gaps[index]];
    if (group === undefined || gap === undefined || gap.kind === "none") break;
    window = widened(window, group, gap);
    last = group;
  }
  return found;
}

function cardsAmong(row: Row): Card[] {
  return row.groups.flatMap((group, index) => cardsFrom(row, group, index));
}

/** What chats put before each line: a clock time, who speaks. */
const SPEAKER = /\n *(?:\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\]?[ -]{0,3})?(?:<?[a-z][a-z_.]{0,15}\d{0,6}(?: [a-z]{1,12})?[:>] ?)?(?=\d)/g;

function withoutSpeakers(plain: string): string {
  return plain.replace(SPEAKER, (lead) => " ".repeat(lead.length));
}

/**
 * Every card number in a plain text, in order. A number begins and ends where a group of digits does, and every way to
 * put neighbouring groups together is tried; where several hold and overlap, all of them are one find.
 */
export function findCards(plain: string): readonly Card[] {
  const chat = plain.includes("\n") ? withoutSpeakers(plain) : plain;
  const found = [
    ...(chat === plain ? [] : cardsAmong(rowOf(chat, digitGroups(chat), false))),
    ...cardsAmong(rowOf(plain, digitGroups(plain), false)),
    ...cardsAmong(rowOf(plain, spelledGroups(plain), true)),
  ];
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const whole: Card[] = [];
  for (const card of found) {
    const last = whole.at(-1);
    if (last === undefined || card.start >= last.end) whole.push(card);
    else if (card.start !== last.start || card.end !== last.end) {
      whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, card.end), lastFour: null };
    }
  }
  return whole;
}
