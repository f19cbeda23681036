import type { Find } from "./around.ts";
import { findCards } from "./cards.ts";
import { ibanCheck } from "./check-digits.ts";

/** Length of an IBAN by country, as SWIFT's IBAN registry gives it. */
const LENGTHS: Readonly<Record<string, number>> = {
  ad: 24, ae: 23, al: 28, at: 20, az: 28, ba: 20, be: 16, bg: 22, bh: 22, br: 29, by: 28, ch: 21, cr: 22, cy: 28, cz: 24,
  de: 22, dk: 18, do: 28, ee: 20, eg: 29, es: 24, fi: 18, fo: 18, fr: 27, gb: 22, ge: 22, gi: 23, gl: 18, gr: 27, gt: 28,
  hr: 21, hu: 28, ie: 22, il: 23, iq: 23, is: 26, it: 27, jo: 30, kw: 30, kz: 20, lb: 28, lc: 32, li: 21, lt: 20, lu: 20,
  lv: 21, ly: 25, mc: 27, md: 24, me: 22, mk: 19, mr: 27, mt: 31, mu: 30, nl: 18, no: 15, pk: 24, pl: 28, ps: 29, pt: 25,
  qa: 29, ro: 24, rs: 22, sa: 24, sc: 31, se: 24, si: 19, sk: 24, sm: 27, st: 25, sv: 28, tl: 23, tn: 24, tr: 26, ua: 29,
  va: 22, vg: 24, xk: 20,
};

/** Countries whose IBANs have no letters behind the first two. */
const NUMERIC = new Set(
  "ae at ba be cz de dk ee eg es fi fo gl hr hu il is lt ly me mr no pl pt rs se si sk tl tn va xk".split(" "),
);

const ALPHANUMERIC = /[a-z0-9]/;
const SEPARATORS = /[\s./_-]/;
const MOST_BETWEEN = 3;

interface Compact {
  readonly text: string;
  readonly end: number;
}

/** Letters and digits from a place on, as many as wanted, with at most three other signs between two of them. */
function compactFrom(plain: string, start: number, wanted: number): Compact | null {
  let text = "";
  let between = 0;
  let at = start;
  for (; text.length < wanted && at < plain.length; at += 1) {
    const char = plain.charAt(at);
    if (ALPHANUMERIC.test(char)) {
      text += char;
      between = 0;
    } else if (!SEPARATORS.test(char) || (between += 1) > MOST_BETWEEN) return null;
  }
  return text.length === wanted && !ALPHANUMERIC.test(plain.charAt(at)) ? { text, end: at } : null;
}

/** As banks print it: in one piece, or in fours. */
function isPrinted(text: string): boolean {
  return /^[a-z0-9]{15,}$|^[a-z0-9]{4}(?:[ -][a-z0-9]{4}){2,7}(?:[ -][a-z0-9]{1,4})?$/.test(text);
}

function ibanAt(plain: string, start: number): Find | null {
  const country = plain.slice(start, start + 2);
  const length = LENGTHS[country];
  const found = length === undefined ? null : compactFrom(plain, start, length);
  if (found === null || (NUMERIC.has(country) && !/^\d+$/.test(found.text.slice(2))) || !ibanCheck(found.text)) return null;
  const text = plain.slice(start, found.end);
  if (!isPrinted(text) && findCards(text).length > 0) return null;
  return { start, end: found.end, kind: "iban", certain: true };
}

/** Every IBAN in a plain text, in groups or not. What is no printed form and may hold a card number is left to that. */
export function findIbans(plain: string): readonly Find[] {
  const finds: Find[] = [];
  for (const { index: start } of plain.matchAll(/(?:(?<![a-z0-9])|(?<=iban))[a-z]{2} ?[0-9]{2}/g)) {
    const found = start < (finds.at(-1)?.end ?? 0) ? null : ibanAt(plain, start);
    if (found !== null) finds.push(found);
  }
  return finds;
}
