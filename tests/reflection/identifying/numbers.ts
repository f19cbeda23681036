import fc from "fast-check";

/** Luhn's check digit for digits without one, written apart from the code under test. */
function checkDigit(digits: string): string {
  const sum = Array.from(digits).reverse().reduce((total, char, index) => {
    const value = Number(char) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Beginnings and lengths of card numbers, retyped from the schemes' tables. */
const ISSUED: readonly (readonly [string, number])[] = [
  ["4", 13], ["4", 16], ["4", 19],
  ["51", 16], ["55", 16], ["2221", 16], ["2300", 16], ["2720", 16],
  ["34", 15], ["37", 15],
  ["6011", 16], ["6011", 19], ["644", 16], ["649", 16], ["65", 16],
  ["300", 14], ["305", 16], ["36", 14], ["36", 19], ["38", 16], ["39", 14],
  ["3528", 16], ["3589", 16], ["3550", 19],
  ["62", 16], ["62", 17], ["62", 18], ["62", 19], ["81", 16],
  ["50", 13], ["56", 14], ["57", 15], ["58", 16], ["6304", 17], ["67", 18], ["67", 19],
];

/** Card numbers of every issuer and length: made up, with a right check digit. */
export const cardNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...ISSUED), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }))
  .map(([[lead, length], rest]) => {
    const digits = (lead + rest.join("")).slice(0, length - 1);
    return digits + checkDigit(digits);
  });

const SEPARATORS = [
  "", " ", "  ", "-", " - ", ".", ". ", "_", "/", "\t", "\n", "\r\n", "\n> ", "\u00a0", "\u2009", "\u202f", "\u3000",
  "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d", "\u00b7", "\u2022", "\u3002", "\u00ad",
  "\u200b", "\u200d", "\u2060", "\ufeff", "*", "|", ") (", "...", "\u2026",
];
const SCRIPTS = [0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7f6];

function scripted(digits: string, zero: number): string {
  return Array.from(digits, (digit) => String.fromCodePoint(zero + Number(digit))).join("");
}

/** A card number as people type it: any sizes of groups, any separators, any digits. */
export const typedCards: fc.Arbitrary<{ readonly digits: string; readonly typed: string }> = fc
  .record({
    digits: cardNumbers,
    cuts: fc.array(fc.boolean(), { minLength: 19, maxLength: 19 }),
    separators: fc.oneof(
      fc.constantFrom(...SEPARATORS).map((one) => Array<string>(19).fill(one)),
      fc.array(fc.constantFrom(...SEPARATORS), { minLength: 19, maxLength: 19 }),
    ),
    zero: fc.constantFrom(...SCRIPTS),
  })
  .map(({ digits, cuts, separators, zero }) => ({
    digits,
    typed: Array.from(digits)
      .map((digit, index) => (index > 0 && cuts[index] === true ? (separators[index] ?? "") : "") + scripted(digit, zero))
      .join(""),
  }));

/** The digits of a text, in ASCII, all else taken out. */
export function digitsOf(text: string): string {
  return Array.from(text.normalize("NFKC"))
    .filter((char) => /\p{Nd}/u.test(char))
    .map((char) => {
      const zero = SCRIPTS.find((start) => (char.codePointAt(0) ?? 0) >= start && (char.codePointAt(0) ?? 0) < start + 10);
      return zero === undefined ? char : String((char.codePointAt(0) ?? 0) - zero);
    })
    .join("");
}
