/** Sum of leading digits by weights. */
export function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** Luhn's formula (ISO/IEC 7812-1, annex B): every second digit from the right doubled, nines cast out, sum divisible by 10. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Remainder of a long number by a small one; letters count as two digits, a = 10 … z = 35 (ISO 7064). */
export function remainder(alphanumeric: string, by: number): number {
  let rest = 0;
  for (const char of alphanumeric) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % by;
  }
  return rest;
}

/** IBAN check (ISO 13616): the first four moved to the end, remainder 1 by 97. */
export function ibanCheck(iban: string): boolean {
  return remainder(iban.slice(4) + iban.slice(0, 4), 97) === 1;
}

const TURNS = ["0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"];
const TIMES = [
  "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
  "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
];

/** Verhoeff's check over the dihedral group of order ten. */
export function verhoeff(digits: string): boolean {
  let state = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    state = Number(TIMES[state]?.[Number(TURNS[index % 8]?.[digit])]);
  }
  return state === 0;
}

/** ISO 7064 mod 11,10 over all digits but the last, which is the check digit. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (const char of digits.slice(0, -1)) {
    const sum = (Number(char) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.slice(-1));
}

const OF_CURP = "0123456789abcdefghijklmn\u00f1opqrstuvwxyz";

/** The last digit of a Mexican CURP: places 1 to 17 weighed 18 down to 2, what is left to the next ten (RENAPO's rule). */
export function curp(letters: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += OF_CURP.indexOf(letters.charAt(index)) * (18 - index);
  return (10 - (sum % 10)) % 10 === Number(letters.charAt(17));
}

/** The last sign of a Chilean RUT: digits from the right weighed 2 to 7 and round again, modulo 11; 10 is "k". */
export function rut(signs: string): boolean {
  let sum = 0;
  for (let index = signs.length - 2, weight = 2; index >= 0; index -= 1, weight = weight === 7 ? 2 : weight + 1) sum += weight * Number(signs.charAt(index));
  const check = (11 - (sum % 11)) % 11;
  return signs.at(-1) === (check === 10 ? "k" : String(check));
}
