import type { Identifying } from "./span.ts";

/** What stands in a text instead of what was taken out. Words in brackets, the same in every language and every place. */
export const FORMS: Readonly<Record<Exclude<Identifying, "card">, string>> = {
  code: "[code]",
  iban: "[bank account]",
  email: "[e-mail]",
  phone: "[phone number]",
  national: "[id number]",
  reference: "[number]",
};

/** A card number, with its last four digits where they are beyond doubt. */
export function cardForm(lastFour: string | null): string {
  return lastFour === null ? "[card]" : `[card ...${lastFour}]`;
}

/** Stands for a masked card in the plain text: a code may follow it. */
export const CARD_GAP = "\ue000";
/** Stands for anything else that is masked. Neither sign joins what is beside it. */
export const GAP = "\ue001";

const CARD_FORMS = /\[card(?: \.{3}\d{4})?\]/g;
const OTHER_FORMS = /\[(?:code|bank account|e-mail|phone number|id number|number)\]/g;

/** Takes forms that stand in a plain text already out of sight, so that masking twice changes nothing. */
export function hideForms(plain: string): string {
  if (!plain.includes("[")) return plain;
  return plain
    .replace(CARD_FORMS, (form) => CARD_GAP.repeat(form.length))
    .replace(OTHER_FORMS, (form) => GAP.repeat(form.length));
}
