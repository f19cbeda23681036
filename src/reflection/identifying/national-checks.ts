import { luhn, mod1110, remainder, weighed } from "./check-digits.ts";

const DNI = "trwagmyfpdxbnjzsqvhlcke";
const FINNISH = "0123456789abcdefhjklmnprstuvwxy";
const IRISH = "wabcdefghijklmnopqrstuv";
const SINGAPORE = "jzihgfedcba";

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** Sum by weights divisible by a modulus. */
export function weighedCheck(weights: readonly number[], modulus: number) {
  return (digits: string): boolean => weighed(digits, weights) % modulus === 0;
}

/** Germany: of the first ten digits one stands two or three times, the rest at most once; the last is the check digit. */
export function steuerId(digits: string): boolean {
  const counts = Array.from({ length: 10 }, (_, digit) => digits.slice(0, 10).split(String(digit)).length - 1);
  const most = Math.max(...counts);
  return (most === 2 || most === 3) && counts.filter((count) => count > 1).length === 1 && mod1110(digits);
}

/** Spain: the number by 23 picks a letter; X, Y, Z of a foreigner's number count as 0, 1, 2. */
export function dni(compact: string): boolean {
  const number = compact.slice(0, 8).replace("x", "0").replace("y", "1").replace("z", "2");
  return compact.slice(8) === DNI[remainder(number, 23)];
}

/** France: 97 less the remainder by 97; Corsica's 2A and 2B count as 19 and 18. */
export function nir(compact: string): boolean {
  const number = compact.slice(0, 13).replace("2a", "19").replace("2b", "18");
  return 97 - remainder(number, 97) === Number(compact.slice(13));
}

/** Belgium: 97 less the remainder by 97, with a 2 in front for those born since 2000. */
export function belgian(digits: string): boolean {
  const number = digits.slice(0, 9);
  return [number, `2${number}`].some((whole) => 97 - remainder(whole, 97) === Number(digits.slice(9)));
}

/** What a digit, or the letter in its place, counts at the odd places (Italy, decree of 23 December 1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Italy: values of odd and even places added up, by 26, as the last letter. */
export function codiceFiscale(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const code = compact.charCodeAt(index);
    const value = code < 97 ? code - 48 : code - 97;
    sum += index % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return compact.charCodeAt(15) - 97 === sum % 26;
}

/** Sweden: a date, then Luhn over the last ten. */
export function swedish(digits: string): boolean {
  const ten = digits.slice(-10);
  return isDay(ten.slice(2, 4), ten.slice(4, 6)) && luhn(ten);
}

/** Finland: date and number by 31 pick a sign; the sign of the century between them does not count. */
export function finnish(compact: string): boolean {
  const number = compact.slice(0, 6) + compact.slice(-4, -1);
  return isDay(compact.slice(2, 4), compact.slice(0, 2)) && compact.slice(-1) === FINNISH[remainder(number, 31)];
}

/** Norway: two sums by weights, each divisible by eleven. */
export function norwegian(digits: string): boolean {
  const first = weighed(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]);
  return first % 11 === 0 && weighed(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Denmark: only the date can be judged. */
export function danish(digits: string): boolean {
  return isDay(digits.slice(2, 4), digits.slice(0, 2));
}

/** Austria: the fourth digit is the weighed sum of the others by eleven. */
export function austrian(digits: string): boolean {
  return weighed(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(digits[3]);
}

/** Ireland: the sum by falling weights, a second letter nine times, by 23 picks the first letter. */
export function irish(compact: string): boolean {
  const second = compact.length > 8 ? 9 * (compact.charCodeAt(8) - 96) : 0;
  return compact[7] === IRISH[(weighed(compact, [8, 7, 6, 5, 4, 3, 2]) + second) % 23];
}

/** Singapore: the weighed sum by eleven, four more for those born since 2000, picks the last letter. */
export function singaporean(compact: string): boolean {
  const sum = weighed(compact.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (compact.startsWith("t") ? 4 : 0);
  return compact.slice(8) === SINGAPORE[sum % 11];
}

/** South Africa: a date, then Luhn over all. */
export function southAfrican(digits: string): boolean {
  return isDay(digits.slice(2, 4), digits.slice(4, 6)) && luhn(digits);
}

/** Brazil: two check digits, each eleven less the remainder by eleven of the digits before it by falling weights. */
export function brazilian(digits: string): boolean {
  return [9, 10].every((length) => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weighed(digits, weights) * 10) % 11) % 10 === Number(digits[length]);
  });
}
