import { findCards } from "./cards.ts";
import { fold } from "./fold.ts";
import { cardForm, FORMS } from "./forms.ts";
import type { Span } from "./span.ts";

function lastFour(card: string): string | null {
  const plain = fold(card).text;
  const [only, ...more] = findCards(plain);
  return only?.start === 0 && only.end === plain.length && more.length === 0 ? only.lastFour : null;
}

function formOf(part: string, { kind }: Span): string {
  return kind === "card" ? cardForm(lastFour(part)) : FORMS[kind];
}

/**
 * Puts a form in brackets in the place of each span: "[card ...1111]", "[phone number]". Everything outside the spans
 * stays as it is, and what is masked is not found again.
 * @param spans as `findIdentifying` gives them: in order, not overlapping; leave out what is kept on purpose
 */
export function mask(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const span of spans) {
    parts.push(text.slice(at, span.start), formOf(text.slice(span.start, span.end), span));
    at = span.end;
  }
  return parts.join("") + text.slice(at);
}
