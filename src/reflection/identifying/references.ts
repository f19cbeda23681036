import { before, claimBehind, type Find, holdsDate, isAmount, isYear } from "./around.ts";
import { type Token, tokens } from "./tokens.ts";

const NAMES =
  "accounts?|accts?\\.?|accs?\\.?|a\\/c|orders?|ordr|ord\\.?|cases?|polic(?:y|ies)|pol\\.?|tickets?|tkts?|bookings?|bkg|" +
  "reservations?|references?|refs?\\.?|invoices?|inv\\.?|customers?|cust\\.?|clients?|members?(?:hip)?|claims?|contracts?|" +
  "tracking|awb|waybill|parcels?|packages?|shipments?|deliver(?:y|ies)|returns?|rma|refunds?|payments?|transactions?|txn|" +
  "patients?|students?|users?|pnr|confirmation|incidents?|requests?|quotes?|subscription|loyalty|vouchers?|meter|mrn|" +
  "cards?|konto|kunden|auftrag|rechnung|vertrag";
const MARKS = "numbers?|nummer|nbr|nr|num|no|ids?|code|ref";
const SIGNS = "[\\s.:=#,\"'(-]+";
const LINKS = `${MARKS}|is|was|are|it|that|called|has|he|she|they|says?|said|gave|with`;
const NAMED_BEFORE = new RegExp(
  `(?<![a-z0-9])((?:(?:in|any|worst|best) )?)(${NAMES})((?:(?:number|no|nr|id)(?![a-z]))?(?:${SIGNS}(?:${LINKS})(?![a-z]))*${SIGNS})$`,
);
/** A long number may stand a few words further on. */
const NEAR_BEFORE = new RegExp(`(?<![a-z0-9])(?:${NAMES})((?:[ ,:(-]+[a-z']+)+[ ,:#(-]+)$`);
const OF_AMOUNT =
  /(?<![a-z])(?:balance|worth|about|around|over|under|took|takes|of|for|than|paid|pay|fee|price|cost|total|limit|until|till|since|at|by|phone|error|version|model|part|serial|sku|isbn|imei|ean|row|rows|line|lines)(?![a-z])/;
const NAMED_BEHIND = new RegExp(`^(?:${NAMES})(?![a-z])`);
const NAME = new RegExp(`^(?=.{4})(?:${NAMES}|${MARKS})$`);
/** "INV-88120-B" names itself. */
const NAMES_ITSELF = /^(?:inv|ord|acc|acct|ref|pol|tkt|bkg|rma|txn|awb|cust|cs|po|so|case)[-_/]/;
const MARKED = new RegExp(`#|(?<![a-z])(?:${MARKS})(?![a-z])`);
const LIST_GAP = /^(?:, ?| and | & | or | ?\/ ?)$/;

const LEAST_DIGITS = 4;
const LEAST_OF_SEVERAL = 5;
const LEAST_OF_CARD = 8;
const LEAST_NEAR = 6;
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
  return !holdsDate(text) && !isAmount(plain, start, end);
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

function isNear(plain: string, { start, text }: Token): boolean {
  const between = digitsIn(text) >= LEAST_NEAR ? NEAR_BEFORE.exec(before(plain, start))?.[1] : undefined;
  return between !== undefined && !OF_AMOUNT.test(between);
}

function isNamed(plain: string, token: Token): boolean {
  return NAMES_ITSELF.test(token.text) || isNamedBefore(plain, token) || isNear(plain, token) || NAMED_BEHIND.test(claimBehind(plain, token.end) ?? "");
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
