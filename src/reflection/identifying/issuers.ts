import { luhn } from "./check-digits.ts";

/** Bounds of the first six digits. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly lengths: readonly number[];
}

const LEAD = 6;

/** Bounds as they are published, filled up to six digits. */
function range(from: number, to: number, ...lengths: readonly number[]): Range {
  return { from: Number(String(from).padEnd(LEAD, "0")), to: Number(String(to).padEnd(LEAD, "9")), lengths };
}

const TO_19 = [16, 17, 18, 19];
const MAESTRO = [13, 14, 15, 16, 17, 18, 19];

/**
 * Ranges of the leading digits that issuers use, with the lengths of their numbers, as the schemes publish them
 * (ISO/IEC 7812 issuer numbers).
 */
const RANGES: readonly Range[] = [
  range(4, 4, 13, 16, 19), // Visa
  range(51, 55, 16), // Mastercard
  range(2221, 2720, 16), // Mastercard, second series
  range(34, 34, 15), // American Express
  range(37, 37, 15),
  range(6011, 6011, ...TO_19), // Discover
  range(644, 659, ...TO_19),
  range(300, 305, 14, ...TO_19), // Diners Club
  range(3095, 3095, 14, ...TO_19),
  range(36, 36, 14, 15, ...TO_19),
  range(38, 39, 14, ...TO_19),
  range(3528, 3589, ...TO_19), // JCB
  range(2131, 2131, 15),
  range(1800, 1800, 15),
  range(62, 62, ...TO_19), // UnionPay
  range(81, 81, ...TO_19),
  range(50, 50, ...MAESTRO), // Maestro, and Elo and Verve within it
  range(56, 58, ...MAESTRO),
  range(6304, 6304, ...MAESTRO),
  range(6390, 6390, ...MAESTRO),
  range(67, 67, ...MAESTRO),
  range(636297, 636297, 16), // Elo
  range(636368, 636368, 16),
  range(2200, 2204, ...TO_19), // Mir
  range(60, 60, 16), // RuPay
  range(82, 82, 16),
  range(9792, 9792, 16), // Troy
];

export const LEAST_DIGITS = 13;
export const MOST_DIGITS = 19;

/** A number with a right check digit, in an issuer's range and of a length that this issuer uses. */
export function isCardNumber(digits: string): boolean {
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return false;
  const lead = Number(digits.slice(0, LEAD));
  return RANGES.some(({ from, to, lengths }) => lead >= from && lead <= to && lengths.includes(digits.length)) && luhn(digits);
}

/** More digits could still make it a card number, or it has all of them. */
export function mayBecomeCard(digits: string): boolean {
  const lead = digits.slice(0, LEAD);
  const [least, most] = [Number(lead.padEnd(LEAD, "0")), Number(lead.padEnd(LEAD, "9"))];
  return RANGES.some(({ from, to, lengths }) => most >= from && least <= to && digits.length <= Math.max(...lengths));
}
