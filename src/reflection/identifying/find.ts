import type { Find } from "./around.ts";
import { findCards } from "./cards.ts";
import { findCodes } from "./codes.ts";
import { findEmails } from "./emails.ts";
import { fold, type Folded } from "./fold.ts";
import { CARD_GAP, GAP, hideForms } from "./forms.ts";
import { findIbans } from "./ibans.ts";
import { findNationals } from "./nationals.ts";
import type { PhoneCheck } from "./phone-check.ts";
import { findPhones } from "./phones.ts";
import { findReferences } from "./references.ts";
import type { Span } from "./span.ts";

export interface FindOptions {
  /** The configured country, ISO 3166. Without it, numbers in a country's own form need a word beside them. */
  readonly country?: string | null;
  /** From `loadPhoneCheck`. Without it, only telephone numbers with `+` or a word beside them are found. */
  readonly phoneCheck?: PhoneCheck | null;
}

type Finder = (plain: string) => readonly Find[];

function cards(plain: string): readonly Find[] {
  return findCards(plain).map(({ start, end }) => ({ start, end, kind: "card", certain: true }));
}

/** Surest first: what one has found is hidden from the next. Without digits there is little to look for. */
function finders({ country = null, phoneCheck = null }: FindOptions, plain: string): readonly Finder[] {
  if (!/\d/.test(plain)) return [cards, findEmails];
  return [
    findIbans,
    cards,
    findEmails,
    findCodes,
    (text) => findNationals(text, country),
    (text) => findPhones(text, country, phoneCheck),
    findReferences,
  ];
}

function apart(finds: readonly Find[]): readonly Find[] {
  const kept: Find[] = [];
  for (const find of [...finds].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (find.start >= (kept.at(-1)?.end ?? 0)) kept.push(find);
  }
  return kept;
}

function hide(plain: string, finds: readonly Find[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of finds) {
    parts.push(plain.slice(at, start), (kind === "card" ? CARD_GAP : GAP).repeat(end - start));
    at = end;
  }
  return parts.join("") + plain.slice(at);
}

/** A find may set free what it hung together with, in a row of such one after the other; more than that nobody types. */
const MOST_ROUNDS = 40;

/** A sign that folds to several units is masked as a whole. */
function whole(find: Find, { from, text }: Folded): Find {
  let { start, end } = find;
  while (start > 0 && from(start - 1) === from(start)) start -= 1;
  while (end < text.length && from(end - 1) === from(end)) end += 1;
  return { ...find, start, end };
}

function findAll(folded: Folded, options: FindOptions): readonly Find[] {
  const all: Find[] = [];
  let plain = hideForms(folded.text);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = all.length;
    for (const finder of finders(options, plain)) {
      const finds = apart(finder(plain).map((find) => whole(find, folded)));
      if (finds.length === 0) continue;
      plain = hide(plain, finds);
      all.push(...finds);
    }
    if (all.length === before) break;
  }
  return all.sort((a, b) => a.start - b.start);
}

/**
 * What identifies a customer in a text: in order, never overlapping, with offsets into the text as given.
 *
 * Matching happens on a plain form of it (NFKC, ASCII digits, nothing invisible). Names, addresses and dates of birth
 * are not found. Any UTF-16 is taken, lone surrogates as well; the work grows in proportion to the length.
 */
export function findIdentifying(text: string, options: FindOptions = {}): readonly Span[] {
  const folded = fold(text);
  return findAll(folded, options).map(({ start, end, kind, certain }) => ({
    start: folded.from(start),
    end: folded.to(end - 1),
    kind,
    certain,
  }));
}
