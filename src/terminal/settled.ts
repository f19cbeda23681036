import { openRun, type Part } from "../reflection/identifying/open-run.ts";

const DIGIT = /\p{Nd}/u;
const DIGIT_OR_SEPARATOR = /[\p{Nd}\p{Cf}\s.,/_\p{Pd}\u00b7\u2212]/u;
const LEAST = 6;
/** Patterns that end at the caret meet no more than so much before it. */
const REACH = 120;
/** A number, and behind it what may become the word that names it: "4821 is her p". Nothing in it is matched in two ways. */
const NAMED_BEHIND = /\p{Nd}(?:[^\p{L}\p{Nd}\n]{0,3}\p{Nd}){2,}[\s,"'()]{1,3}(?:is|was|as|are|=|that is|that's|thats)\s(?:(?:the|her|his|my|their|our|a|an|new|old|own|home|work)\s){0,3}\p{L}{0,16}$/iu;
const IN_BRACKETS = /\p{Nd}(?:[^\p{L}\p{Nd}\n]{0,3}\p{Nd}){6,}[ "']{0,2}\((?:(?:her|his|the) )?\p{L}{0,16}$/iu;
const EMAIL = /[^\s@]{1,64}@[^\s@]{0,64}$/;

/** Six digits or more around the caret, with blanks, dashes or dots among them: of a card, an account, a telephone. */
function rowAround(text: string, caret: number): Part | null {
  let from = caret;
  let to = caret;
  while (from > 0 && DIGIT_OR_SEPARATOR.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && DIGIT_OR_SEPARATOR.test(text.charAt(to))) to += 1;
  while (from < to && !DIGIT.test(text.charAt(from))) from += 1;
  while (from < to && !DIGIT.test(text.charAt(to - 1))) to -= 1;
  const digits = text.slice(from, to).match(/\p{Nd}/gu)?.length ?? 0;
  return digits < LEAST ? null : { start: from, end: to };
}

/** What stands right before the caret and may still be named, or become an address. */
function halfNamed(text: string, caret: number): Part | null {
  const begin = Math.max(0, caret - REACH);
  const near = text.slice(begin, caret);
  const found = EMAIL.exec(near) ?? NAMED_BEHIND.exec(near) ?? IN_BRACKETS.exec(near);
  return found === null ? null : { start: begin + found.index, end: caret };
}

function without(text: string, parts: readonly Part[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    kept += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/**
 * What of a half-typed text may be kept already. Left out are, as long as the caret touches them: six digits or more,
 * what may become a card number or a code however it is spaced, a number whose name may follow, the beginning of an
 * e-mail address.
 */
export function settledText(text: string, caret = text.length): string {
  const parts = [rowAround(text, caret), openRun(text, caret), halfNamed(text, caret)];
  return without(text, parts.filter((part) => part !== null));
}
