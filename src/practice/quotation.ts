import type { Content, Quotation } from "../content/content.ts";
import { daysBetween } from "../reflection/moment.ts";
import type { Card } from "./shapes.ts";

/** No quotation stands beside these: a fine sentence would make light of them. */
const NEVER: readonly string[] = ["threat_harassment", "personal_insult"];
/** For a card whose triggers have no quotation. */
const BEFORE_THE_SHIFT = "preshift";
const A_MONDAY = "1970-01-05";

/**
 * A quotation matched to the first of these triggers that has one, else one for the time before a shift; the same all
 * week, another the week after.
 * @param triggers most important first
 * @param date the shift-day of now
 */
export function quotationFor(
  triggers: readonly string[],
  content: Pick<Content, "quotations">,
  date: string,
): Card["quote"] {
  const week = Math.floor(daysBetween(A_MONDAY, date) / 7);
  for (const use of [...triggers, BEFORE_THE_SHIFT]) {
    if (NEVER.includes(use)) continue;
    const fitting: readonly Quotation[] = content.quotations.filter((quotation) => quotation.use === use);
    const chosen = fitting[((week % fitting.length) + fitting.length) % fitting.length];
    if (chosen !== undefined) return { text: chosen.text, author: chosen.author, work: chosen.work };
  }
  return null;
}
