import { before, claimBehind, type Find, holdsDate, isAmount, isYear } from "./around.ts";
import { MARKS, NAMES, OF_AMOUNT, OF_THING, OTHER_NUMBERS, STANDARDS } from "./reference-names.ts";
import { type Token, tokens } from "./tokens.ts";

const SIGNS = "[\\s.:=#,\"'(-]+";
const LINKS = `${MARKS}|es|era|fue|del?|la|el|su|con|is|was|are|it|that|called|has|he|she|they|says?|said|gave|with`;
const NAMED_BEFORE = new RegExp(
  `(?<![a-z0-9])((?:(?:in|any|worst|best) )?)(${NAMES})((?:(?:number|no|nr|id)(?![a-z]))?(?:${SIGNS}(?:${LINKS})(?![a-z]))*${SIGNS})$`,
);
/** A longer number may stand some words further on: "the order she asked about yesterday was …". */
const NEAR_BEFORE = new RegExp(`(?<![a-z0-9])(?:${NAMES})((?:[ ,:;(-]+[a-z']+)+[ ,:;#(="-]+)$`);
/** A word for "number" right before it, and what that number is of. */
const MARK_BEFORE = new RegExp(`(?:(?<![a-z])([a-z']+)[ .,:-]{1,3})?(?<![a-z])(?:${MARKS})[.:#= "'(]{1,4}(?:(?:is|was)[: ]{1,2})?["'(]?$`);
const AMOUNT_WORD = new RegExp(`(?<![a-z])(?:${OF_AMOUNT})(?![a-z])`);
const THING_WORD = new RegExp(`(?<![a-z])(?:${OF_THING})(?![a-z])`);
const OTHER_NUMBER = new RegExp(`^(?:${OTHER_NUMBERS})$`);
const NAMED_BEHIND = new RegExp(`^(?:${NAMES})(?![a-z])`);
const NAME = new RegExp(`^(?=.{4})(?:${NAMES}|${MARKS})$`);
/** "INV-88120-B", "LN0098123", "2024/ZX/119", "sub_1M9": nothing else is written so. */
const NAMES_ITSELF = /^(?:[a-z]{2,5}(?:[-_/]\d{4,}|\d{2,8}[-_/]\d{3,}|\d{7,18})[a-z]{0,2}|[a-z]{1,5}[-_/]\d{4,}(?:[-_/][a-z0-9]+)*|[a-z]{2,4}_[a-z0-9]{6,}|0\d{5,})$/;
const OF_PARTS = /^(?=.*[a-z])(?=(?:\D*\d){5})[a-z0-9]+(?:[-_/][a-z0-9]+){2,}$/;
const STANDARD = new RegExp(`^(?:${STANDARDS})[-_/]?\\d`);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const THINGS_OWN = /(?<![a-z])(?:model|error|version|part|serial|build|type|article|item|product|update|patch)[ #:-]{1,2}$/;
const MARKED = new RegExp(`#|(?<![a-z])(?:${MARKS})(?![a-z])`);
const LIST_GAP = /^(?:, ?| and | & | or | ?\/ ?)$/;
/** As long as one that was named and near it, whatever words are between: "order 88120, got 88210". */
const NEAR_GAP = /^[a-z ,.;:'"()-]{1,24}$/;

const MOST_OF_GAP = 24;
const LEAST_DIGITS = 4;
const LEAST_OF_SEVERAL = 5;
/** "En 2025", which could be a code of letters and digits. */
const IN_YEAR = /^(?:en|del?|al?|in|of) (?:19|20)\d\d$/;
const LEAST_OF_CARD = 8;
const LEAST_NEAR = 5;
const LEAST_HASHED = 5;
const PEOPLE = /^(?:customers?|cust\.?|clients?|members?|patients?|students?|users?)$/;
const LEAST_MIXED = 5;

function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** Letters and digits in one short row, as bookings have them; no "45min" and no "covid-19". */
function isMixed(text: string): boolean {
  return text.length >= LEAST_MIXED && digitsIn(text) >= 2 && /[a-z]/.test(text) && !/[a-z]{4}|^\d+[a-z]+$/.test(text);
}

function looksLikeNumber(plain: string, { start, end, text }: Token): boolean {
  if (digitsIn(text) < LEAST_DIGITS && !isMixed(text)) return false;
  return !holdsDate(text) && !IN_YEAR.test(text) && !isAmount(plain, start, end);
}

/** How many digits a number needs beside a name, where nothing like "number" stands between them. */
function leastFor(name: string): number {
  return PEOPLE.test(name) || name.endsWith("s") ? LEAST_OF_SEVERAL : LEAST_DIGITS;
}

/** The word before it says so. Without "number" or the like: no year, no plural with a small number, no "in any case". */
function isNamedBefore(plain: string, { start, text }: Token): boolean {
  const [, idiom = "", name = "", links = ""] = NAMED_BEFORE.exec(before(plain, start)) ?? [];
  if (name === "" || (name.startsWith("card") && digitsIn(text) < LEAST_OF_CARD)) return false;
  if (MARKED.test(links)) return true;
  if (isYear(text) || (idiom !== "" && name === "case")) return false;
  return digitsIn(text) >= leastFor(name) || /[a-z]/.test(text);
}

/** A name some words before it, and none of them says that an amount follows; with letters or dashes it is none. */
function isNear(plain: string, { start, text }: Token): boolean {
  if (digitsIn(text) < LEAST_NEAR && !isMixed(text)) return false;
  const between = NEAR_BEFORE.exec(before(plain, start))?.[1];
  if (between === undefined || THING_WORD.test(between)) return false;
  return /\D/.test(text.replaceAll(" ", "")) || !AMOUNT_WORD.test(between);
}

/** "number 88120", "id: W99213", "#881023": whatever it is a number of, unless that has one of its own. */
function isMarked(plain: string, { start, text }: Token): boolean {
  const lead = before(plain, start);
  if (lead.endsWith("#")) return digitsIn(text) >= LEAST_HASHED;
  const found = digitsIn(text) >= LEAST_NEAR || isMixed(text) ? MARK_BEFORE.exec(lead) : null;
  return found !== null && !OTHER_NUMBER.test(found[1] ?? "");
}

function namesItself(plain: string, { start, text }: Token): boolean {
  if (STANDARD.test(text) || UUID.test(text) || !(NAMES_ITSELF.test(text) || OF_PARTS.test(text))) return false;
  const lead = before(plain, start);
  return !/[-_/](?:19|20)\d\d$/.test(text) && !THINGS_OWN.test(lead) && !OTHER_NUMBER.test(MARK_BEFORE.exec(lead)?.[1] ?? "");
}

function isNamed(plain: string, token: Token): boolean {
  if (namesItself(plain, token) || isNamedBefore(plain, token) || isNear(plain, token) || isMarked(plain, token)) return true;
  return NAMED_BEHIND.test(claimBehind(plain, token.end) ?? "");
}

/** It stands beside one that was named, or near it and as long: "order 88120, got 88210". */
function goesOn(plain: string, last: Token | undefined, { start, text }: Token): boolean {
  if (last === undefined || start - last.end > MOST_OF_GAP) return false;
  const gap = plain.slice(last.end, start);
  const alike = digitsIn(text) === digitsIn(last.text) && digitsIn(text) >= LEAST_NEAR;
  return LIST_GAP.test(gap) || (alike && NEAR_GAP.test(gap) && !AMOUNT_WORD.test(gap.replace("instead of", "")));
}

/** Numbers of accounts, orders, cases, policies, tickets … that a word beside them or their form names, and their repeats. */
export function findReferences(plain: string): readonly Find[] {
  const found: Token[] = [];
  const others: Token[] = [];
  for (const token of tokens(plain, (word) => NAME.test(word))) {
    if (!looksLikeNumber(plain, token)) continue;
    if (goesOn(plain, found.at(-1), token) || isNamed(plain, token)) found.push(token);
    else others.push(token);
  }
  const known = new Set(found.map(({ text }) => text));
  const again = others.filter(({ text }) => known.has(text) && (digitsIn(text) >= LEAST_NEAR || isMixed(text)));
  return [...found, ...again]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, kind: "reference", certain: false }));
}
