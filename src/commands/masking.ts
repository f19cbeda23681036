import { type MaskCounts, maskEntry, type MaskOptions, maskText } from "../reflection/identifying/entry-mask.ts";
import { maskLongNumbers } from "../reflection/identifying/hold.ts";
import { loadPhoneCheck } from "../reflection/identifying/load-phone-check.ts";
import type { PhoneCheck } from "../reflection/identifying/phone-check.ts";
import type { Entry } from "../reflection/entry.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";

/** What takes out of words what identifies a customer, with the session's country and wishes; it counts what it took. */
export interface Masking {
  readonly text: (text: string) => string;
  /** A record with every text in it masked; ids, numbers and moments stay. */
  readonly entry: <E extends Entry | DraftEntry>(entry: E) => E;
  /** Grows with each call; for `sayMasked`. */
  readonly counts: MaskCounts;
}

export interface MaskingWish {
  /** "nothing": every kind is masked, whatever the flags say. "others": only card numbers and codes are. */
  readonly keeps?: "nothing" | "others";
}

function countryOf(session: Session): string | null {
  const country = session.value("country");
  return typeof country === "string" ? country : null;
}

function keepsOthers(session: Session, { keeps }: MaskingWish): boolean {
  return keeps === "others" || (keeps !== "nothing" && session.globals.keepNumbers === true);
}

function masking(options: MaskOptions): Masking {
  const counts: MaskCounts = new Map();
  return {
    counts,
    text: (text) => maskText(text, options, counts),
    entry: (entry) => maskEntry(entry, options, counts),
  };
}

/**
 * For everything that writes words down or hands them out: entries, plans, reminders, exports, packs, the card.
 *
 * Card numbers and codes are always masked, the other kinds unless `--keep-numbers` is given. Telephone numbers are
 * judged by the tables of the configured country, which are loaded here; so call it once a command, not once a text.
 */
export async function maskingOf(session: Session, wish: MaskingWish = {}): Promise<Masking> {
  const country = countryOf(session);
  const keepOthers = keepsOthers(session, wish);
  const phoneCheck = country === null || keepOthers ? null : await loadPhoneCheck();
  return masking({ country, keepOthers, phoneCheck });
}

/** Masking for words that are still being typed: there at once, better once the tables are loaded. */
export interface DraftMasking {
  readonly text: (text: string) => string;
  /** Loads the tables; from then on telephone numbers are told from others. */
  readonly load: () => Promise<void>;
}

/**
 * For drafts. Nothing waits for the country's tables before the first question is painted: until they are there, every
 * row of digits that may be a telephone number is masked.
 * @param fresh is called with the kinds that were masked for the first time
 */
export function draftMasking(session: Session, fresh: (kinds: MaskCounts) => void, wish: MaskingWish = {}): DraftMasking {
  const country = countryOf(session);
  const keepOthers = keepsOthers(session, wish);
  const waits = country !== null && !keepOthers;
  const loaded: { phoneCheck: PhoneCheck | null } = { phoneCheck: null };
  const told = new Set<string>();
  return {
    load: async () => {
      if (waits) loaded.phoneCheck = await loadPhoneCheck();
    },
    text: (text) => {
      const counts: MaskCounts = new Map();
      const masked = maskText(text, { country, keepOthers, phoneCheck: loaded.phoneCheck }, counts);
      const news = new Map([...counts].filter(([kind]) => !told.has(kind)));
      for (const kind of news.keys()) told.add(kind);
      if (news.size > 0) fresh(news);
      return waits && loaded.phoneCheck === null ? maskLongNumbers(masked) : masked;
    },
  };
}
