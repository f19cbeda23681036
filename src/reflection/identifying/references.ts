import { before, behind, type Find, holdsDate, isAmount, isYear } from "./around.ts";
import { type Token, tokens } from "./tokens.ts";

const NAMES =
  "accounts?|acct\\.?|acc\\.?|a\\/c|orders?|cases?|polic(?:y|ies)|tickets?|bookings?|reservations?|references?|ref\\.?|" +
  "invoices?|customers?|clients?|members?(?:hip)?|claims?|contracts?|tracking|parcels?|shipments?|patients?|pnr|" +
  "confirmation|subscription|loyalty|cards?|konto|kunden|auftrag|rechnung|vertrag";
const MARKS = "numbers?|nr|num|no|ids?|code|nummer|ref";
const SIGNS = "[\\s.:=#,\"'(-]{1,3}";
const NAMED_BEFORE = new RegExp(
  `(?<![a-z0-9])((?:(?:in|any|worst|best) )?)(${NAMES})((?:${SIGNS}(?:${MARKS}|is|was|are|called)(?![a-z])){0,3}${SIGNS})$`,
);
const NAMED_BEHIND = new RegExp(
  `^["')]?,? ?(?:is|was|as|=) (?:(?:the|her|his|my|their|our|a|an|customer's|right|wrong) ){0,2}(?:${NAMES})(?![a-z])`,
);
const NAME = new RegExp(`^(?:${NAMES}|${MARKS})$`);
const MARKED = new RegExp(`#|(?<![a-z])(?:${MARKS})(?![a-z])`);
const LIST_GAP = /^(?:, ?| and | & | or | ?\/ ?)$/;

const LEAST_DIGITS = 4;
const LEAST_OF_SEVERAL = 5;
const LEAST_OF_CARD = 8;
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
  return !holdsDate(text) && !isAmount(plain, start, end);
}

/** The word before it says so. Without "number" or the like: no year, no plural with a small number, no "in any case". */
function isNamedBefore(plain: string, { start, text }: Token): boolean {
  const [, idiom = "", name = "", links = ""] = NAMED_BEFORE.exec(before(plain, start)) ?? [];
  if (name === "") return false;
  if (name.startsWith("card") && digitsIn(text) < LEAST_OF_CARD) return false;
  if (MARKED.test(links)) return true;
  if (isYear(text) || (idiom !== "" && name === "case")) return false;
  return !name.endsWith("s") || digitsIn(text) >= LEAST_OF_SEVERAL || !/^\d+$/.test(text);
}

function isNamed(plain: string, token: Token): boolean {
  return isNamedBefore(plain, token) || NAMED_BEHIND.test(behind(plain, token.end));
}

/** Numbers of accounts, orders, cases, policies, tickets … that a word beside them names, and more of them in a list. */
export function findReferences(plain: string): readonly Find[] {
  const finds: Find[] = [];
  for (const token of tokens(plain, (word) => NAME.test(word))) {
    const { start, end } = token;
    if (!looksLikeNumber(plain, token)) continue;
    const last = finds.at(-1);
    const goesOn = last !== undefined && start - last.end < 6 && LIST_GAP.test(plain.slice(last.end, start));
    if (goesOn || isNamed(plain, token)) finds.push({ start, end, kind: "reference", certain: false });
  }
  return finds;
}
