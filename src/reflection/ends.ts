/**
 * A text without the signs at its end that a class holds, looked at from the end: a pattern that ends in `$` begins anew
 * at each sign of a long row that does not reach the end.
 */
export function withoutEnd(text: string, signs: RegExp): string {
  let end = text.length;
  while (end > 0 && signs.test(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** The same for whole words: without the last one and the blanks behind it. */
export function withoutLastWord(text: string): string {
  return withoutEnd(text.trimEnd(), /\S/);
}
