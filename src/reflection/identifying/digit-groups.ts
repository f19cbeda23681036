/** An unbroken run of digits in a plain text, or a word that stands for digits. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Every unbroken run of ASCII digits. */
export function digitGroups(plain: string): readonly DigitGroup[] {
  return Array.from(plain.matchAll(/[0-9]+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0],
  }));
}

const UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const WORDS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, index) => [word, String(index)] as const),
  ...TEENS.map((word, index) => [word, String(index + 10)] as const),
  ...TENS.map((word, index) => [word, String(index * 10 + 20)] as const),
  ["oh", "0"],
  ["nought", "0"],
]);
const TIMES: ReadonlyMap<string, number> = new Map([["double", 2], ["triple", 3]]);
const LEAST_WORDS = 4;

/** The digits of a word after the word before it: "double" repeats them, "forty" takes a unit in its last place. */
function joined(word: string, digits: string, before: DigitGroup & { readonly word: string }): string | null {
  const times = TIMES.get(before.word);
  if (times !== undefined) return digits.repeat(times);
  return TENS.includes(before.word) && UNITS.indexOf(word) > 0 ? before.digits.slice(0, 1) + digits : null;
}

/**
 * Digit groups with English number words among them: "four triple one", "forty-one eleven". Empty where there are too
 * few such words to spell a number.
 */
export function spelledGroups(plain: string): readonly DigitGroup[] {
  const groups: (DigitGroup & { readonly word: string })[] = [];
  for (const { 0: word, index: start } of plain.matchAll(/[0-9]+|[a-z]+/g)) {
    const digits = /^[0-9]/.test(word) ? word : TIMES.has(word) ? "" : WORDS.get(word);
    if (digits === undefined) continue;
    const end = start + word.length;
    const before = groups.at(-1);
    const beside = before !== undefined && [" ", "-"].includes(plain.slice(before.end, start));
    const whole = beside ? joined(word, digits, before) : null;
    if (beside && whole !== null) groups[groups.length - 1] = { start: before.start, end, digits: whole, word: "" };
    else groups.push({ start, end, digits, word });
  }
  const spelled = groups.filter(({ word }) => !/^[0-9]/.test(word)).length;
  return spelled < LEAST_WORDS ? [] : groups.filter(({ digits }) => digits !== "");
}
