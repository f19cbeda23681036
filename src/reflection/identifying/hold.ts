import { fold } from "./fold.ts";
import { FORMS } from "./forms.ts";
import { mayBecomeCard } from "./issuers.ts";

/** Digits with at most three signs between two of them. No sign is a digit, so nothing is matched in two ways. */
const LONG = /(?:\+|\()?\p{Nd}(?:[^\p{Nd}\p{L}]{0,3}\p{Nd}){6,}/gu;
const LONGEST = /\p{Nd}(?:[^\p{Nd}\p{L}]{0,3}\p{Nd}){11,}/gu;
const LEAST_LEFT = 12;

/** Every row of seven digits or more masked as a telephone number: for words that are kept before they can be judged. */
export function maskLongNumbers(text: string): string {
  return text.replace(LONG, FORMS.phone);
}

function mayLackDigits(row: string): boolean {
  const digits = fold(row).text.replace(/\D/g, "");
  for (let from = 0; digits.length - from >= LEAST_LEFT; from += 1) if (mayBecomeCard(digits.slice(from))) return true;
  return false;
}

/** A masked text without rows of twelve digits and more that lack only their end to be a card number. */
export function withoutHalfCards(masked: string): string {
  return masked.replace(LONGEST, (row) => (mayLackDigits(row) ? "" : row));
}
