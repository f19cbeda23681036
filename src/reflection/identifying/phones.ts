import { before, behind, claimBehind, type Find, holdsDate, isAmount } from "./around.ts";
import { type DigitGroup, digitGroups } from "./digit-groups.ts";
import type { PhoneCheck } from "./phone-check.ts";

const LEAST = 7;
const MOST = 15;
/** Fewer bare digits than this need a word that says telephone, or blanks and dashes between them. */
const LEAST_BARE = 11;
const LEAST_GROUPED = 9;
const MOST_GROUPS = 6;
const MOST_SPELLED_GROUPS = 15;
const GAP = /^(?:[ ./-]|[ ./-]?\(|\)[ ./-]?|[ ./-]?\(0\)[ ./-]?| - | \/ )$/;

const NAMES =
  "phone|tele?(?:phone)?|mobile|cell(?:phone)?|handy|call(?:s|ed|ing)?|call ?backs?|r[aiu]ng|reach(?:ed)?|text(?:ed)?|" +
  "tel[e\u00e9]fono|m[o\u00f3]vil|celular|cel|fijo|contacto|llam(?:ar|ara|arle|ada|en|e|[o\u00f3])|marc(?:ar|[o\u00f3])|" +
  "sms|whats ?app|viber|signal|dial(?:l?ed)?|fax|landline|hotline|voicemail|ph|mob|cb|contact|" +
  "(?:her|his|their|my|customer's|callers?'?s?) (?:number|nr|no)";
const LINKS =
  "number|numbers|nr|num|no|line|back|me|him|her|them|us|you|at|on|under|is|was|to|from|via|his|their|my|the|new|old|" +
  "other|own|private|work|home|please|says?|n[u\u00fa]mero|es|era|al|el|la|del?|su|desde|m[o\u00f3]vil|nuevo";
const NAMED_BEFORE = new RegExp(`(?<![a-z])(?:${NAMES})[\\s.:=?#,"'(]*(?:(?:${LINKS})[\\s.:=?#,"'(]+)*$`);
const NAMED_BEHIND = new RegExp(`^(?:${NAMES})(?![a-z])`);
const IN_BRACKETS = /^[ "']{0,2}\((?:(?:her|his|the) )?/;

interface Candidate {
  readonly start: number;
  readonly end: number;
  /** With a `+` where the number is in international form. */
  readonly digits: string;
  readonly sizes: readonly number[];
}

/** The nought in "+49 (0)30", which nobody dials after the +. */
function isTrunk(plain: string, { start, end, digits }: DigitGroup): boolean {
  return digits === "0" && plain.charAt(start - 1) === "(" && plain.charAt(end) === ")";
}

function candidate(plain: string, groups: readonly DigitGroup[]): Candidate | null {
  const first = groups[0];
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return null;
  const lead = plain.slice(Math.max(0, first.start - 2), first.start);
  const plus = /\+\(?$/.exec(lead)?.[0] ?? "";
  const bracket = lead.endsWith("(") && plain.slice(first.end, last.end).includes(")") ? "(" : "";
  const dialled = plus === "" ? groups : groups.filter((group) => !isTrunk(plain, group));
  return {
    start: first.start - (plus || bracket).length,
    end: last.end,
    digits: (plus === "" ? "" : "+") + dialled.map(({ digits }) => digits).join(""),
    sizes: dialled.map(({ digits }) => digits.length),
  };
}

/** In North America the parts have their sizes, and a leading 1 may stand before them. */
function fitsAmerica({ sizes }: Candidate): boolean {
  return ["3-3-4", "1-3-3-4", "10", "11", "3-7", "6-4", "1-10"].includes(sizes.join("-"));
}

/** Figures in thousands, addresses of computers, prices in a row, dates. */
function isOther(plain: string, { start, end, sizes }: Candidate): boolean {
  const text = plain.slice(start, end);
  if (holdsDate(text) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || /^\d{1,4}\.\d\d(?: \d{1,4}\.\d\d)+$/.test(text)) return true;
  const [first = 0, ...rest] = sizes;
  return first < 3 && !text.startsWith("0") && rest.length > 1 && rest.every((size) => size === 3);
}

/** More digits hang on to it by a dash or a dot: a part of something longer. */
function isPart(plain: string, { start, end }: Candidate): boolean {
  return /\d[./-]\(?$/.test(plain.slice(Math.max(0, start - 3), start)) || /^[./-]\d/.test(plain.slice(end, end + 2));
}

function hasHomeShape(plain: string, one: Candidate): boolean {
  const { digits, sizes } = one;
  if (digits.length < (sizes.length > 1 ? LEAST_GROUPED : LEAST_BARE) || sizes.length > MOST_GROUPS) return false;
  return !isOther(plain, one) && !isPart(plain, one);
}

/** As it is dialled within the country, or with 00 from there. */
function isHome(plain: string, one: Candidate, country: string | null, check: PhoneCheck): boolean {
  const { digits } = one;
  if (!hasHomeShape(plain, one)) return false;
  if (digits.startsWith("00")) return check(`+${digits.slice(2)}`, null)?.valid === true;
  const verdict = country === null ? null : check(digits, country);
  if (verdict === null) return false;
  const { valid, possible, national, callingCode } = verdict;
  if (callingCode === "1") return valid && fitsAmerica(one);
  return national === digits && (valid || (possible && digits.startsWith("0") && digits.length >= LEAST_BARE - 1));
}

/** "… is her mobile", "… (mobile)". */
function isNamedBehind(plain: string, end: number): boolean {
  const text = behind(plain, end);
  const claim = IN_BRACKETS.test(text) ? text.replace(IN_BRACKETS, "") : claimBehind(plain, end);
  return NAMED_BEHIND.test(claim ?? "");
}

interface Search {
  readonly plain: string;
  readonly country: string | null;
  readonly check: PhoneCheck | null;
}

function judge({ plain, country, check }: Search, one: Candidate, namedBefore: () => boolean): Find | null {
  const { start, end, digits } = one;
  const length = digits.replace("+", "").length;
  if (length < LEAST || length > MOST || (length < LEAST_GROUPED && isAmount(plain, start, end))) return null;
  const find = (certain: boolean): Find => ({ start, end, kind: "phone", certain });
  if (digits.startsWith("+")) return (check === null ? length > LEAST : check(digits, country)?.valid) === true ? find(true) : null;
  if (check !== null && isHome(plain, one, country, check)) return find(true);
  if (holdsDate(plain.slice(start, end))) return null;
  return namedBefore() || isNamedBehind(plain, end) ? find(false) : null;
}

/** Groups that may be parts of one number, from a first one on. */
function chain(plain: string, groups: readonly DigitGroup[], first: number): readonly DigitGroup[] {
  const parts: DigitGroup[] = [];
  let digits = 0;
  for (let index = first; index < groups.length && parts.length < MOST_SPELLED_GROUPS; index += 1) {
    const group = groups[index];
    const last = parts.at(-1);
    if (group === undefined || (digits += group.digits.length) > MOST) break;
    if (last !== undefined && !GAP.test(plain.slice(last.end, group.start).slice(0, 8))) break;
    parts.push(group);
  }
  return parts;
}

/** The longest number that begins with a group, and how many groups it has. */
function phoneFrom(search: Search, groups: readonly DigitGroup[], first: number): { readonly find: Find; readonly count: number } | null {
  const { plain } = search;
  const parts = chain(plain, groups, first);
  let named: boolean | undefined;
  const namedBefore = (): boolean => (named ??= NAMED_BEFORE.test(before(plain, parts[0]?.start ?? 0)));
  for (let count = parts.length; count > 0; count -= 1) {
    const one = candidate(plain, parts.slice(0, count));
    const find = one === null ? null : judge(search, one, namedBefore);
    if (find !== null) return { find, count };
  }
  return null;
}

/**
 * Telephone numbers in a plain text: with `+` from anywhere, else as the country writes them, else where a word beside
 * the digits says telephone. Without a check only those with `+` and those that are named.
 */
export function findPhones(plain: string, country: string | null, check: PhoneCheck | null): readonly Find[] {
  const groups = digitGroups(plain);
  const finds: Find[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const found = phoneFrom({ plain, country, check }, groups, first);
    if (found === null) continue;
    finds.push(found.find);
    first += found.count - 1;
  }
  return finds;
}
