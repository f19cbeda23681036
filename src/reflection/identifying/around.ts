import type { Identifying } from "./span.ts";

/** A find in a plain text; offsets are those of the plain text. */
export interface Find {
  readonly start: number;
  readonly end: number;
  readonly kind: Identifying;
  readonly certain: boolean;
}

const REACH = 48;

/**
 * Neither letter nor digit, and a letter, in patterns. Only ASCII signs part words: that is quick to compile, and the
 * plain form has ASCII for the usual signs. What is masked is neither.
 */
export const SIGN = "[\\0-&(-/:-@\\[-`{-\\x7f]";
export const LETTER = "[a-z'\\x80-\\ud7ff]";

/** What stands before a place, at most 48 units: patterns that end in `$` meet no more than that. */
export function before(plain: string, at: number): string {
  return plain.slice(Math.max(0, at - REACH), at);
}

/** What stands behind a place, at most 48 units. */
export function behind(plain: string, at: number): string {
  return plain.slice(at, at + REACH);
}

const CLAIM = /^[\s,"'()\]]{0,3}(?:is|was|as|are|=|that is|that's|thats)\s/;
const ARTICLE = /^(?:the|her|his|my|their|our|a|an|new|old|own|home|work|right|wrong|customer's)\s/;
const MOST_ARTICLES = 3;

/** What a number is said to be: the words behind "is her …", "was the …". Null where nothing is said. */
export function claimBehind(plain: string, at: number): string | null {
  const text = behind(plain, at);
  const verb = CLAIM.exec(text);
  if (verb === null) return null;
  let rest = text.slice(verb[0].length);
  for (let articles = 0; articles < MOST_ARTICLES; articles += 1) rest = rest.replace(ARTICLE, "");
  return rest;
}

const COUNTED =
  "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|times|calls?|chats?|mails|people|" +
  "customers|callers|agents|dollars?|euros?|pounds?|bucks|quid|cents|rupees|usd|eur|gbp|inr|percent|per cent|items|units|" +
  "segundos?|minutos?|horas?|d[i\u00ed]as?|noches?|semanas?|mes|meses|a[n\u00f1]os?|veces|llamadas?|correos|mensajes|personas|" +
  "clientes|pesos?|soles|d[o\u00f3]lares|puntos?|millas|pedidos|casos|unidades|p[a\u00e1]ginas|palabras|kilos|metros|grados|por ciento|" +
  "c[e\u00e9]ntimos|centavos|mxn|cop|ars|clp|pen|" +
  "pieces|points|tickets|orders|cases|bottles|boxes|steps|rows|bytes|kb|mb|gb|ms|km|kg|miles|degrees|words|pages|am|pm";
const AMOUNT = new RegExp(`^(?: ?(?:${COUNTED})(?![a-z])| ?%| ?\\p{Sc}|[.,:]\\d|/\\d)`, "u");
const AFTER_MONEY = /\p{Sc} ?$|\d[.,:/]$/u;

/** The digits are a price, a clock time, a share or a count of things. */
export function isAmount(plain: string, start: number, end: number): boolean {
  return AMOUNT.test(behind(plain, end)) || AFTER_MONEY.test(before(plain, start));
}

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const DATE = new RegExp(`(?<!\\d)(?:${YEAR}[-./ ]${MONTH}[-./ ]${DAY}|(?:${DAY}[-./]${MONTH}|${MONTH}[-./]${DAY})[-./]${YEAR})(?!\\d)`);

/** A calendar date with a year of four digits stands in it. */
export function holdsDate(text: string): boolean {
  return DATE.test(text);
}

/** Four digits that name a year of our time. */
export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}
