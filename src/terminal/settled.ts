const DIGIT = /\p{Nd}/u;
const DIGIT_OR_SEPARATOR = /[\p{Nd}\s.,/_\p{Pd}\u00b7\u2212]/u;
const LEAST = 6;

/**
 * What of a half-typed text may be kept already: a run of six or more digits, with blanks, dashes or dots among them,
 * is left out as long as the caret touches it, since it may become the number of a card or of an account.
 */
export function settledText(text: string, caret = text.length): string {
  let from = caret;
  let to = caret;
  while (from > 0 && DIGIT_OR_SEPARATOR.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && DIGIT_OR_SEPARATOR.test(text.charAt(to))) to += 1;
  while (from < to && !DIGIT.test(text.charAt(from))) from += 1;
  while (from < to && !DIGIT.test(text.charAt(to - 1))) to -= 1;
  const digits = text.slice(from, to).match(/\p{Nd}/gu)?.length ?? 0;
  return digits < LEAST ? text : text.slice(0, from) + text.slice(to);
}
