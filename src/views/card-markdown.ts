import { type CardData, cardTitle, isStarter } from "./card.ts";
import { fullDay } from "./dates.ts";
import { document, escapeMarkdown } from "./markdown.ts";
import { planSentence } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

/** The card as a Markdown document. */
export function cardMarkdown(card: CardData, t: Telling): string {
  const { goal, focus, plans, lines, quote, breath, contact, date } = card;
  const text = (words: string): string => escapeMarkdown(t.line(words));
  return document([
    [`# ${text(cardTitle(card, t) ?? t.say("card.title"))}`],
    goal === null ? [] : [`> ${text(goal)}`],
    focus ? [escapeMarkdown(t.say("card.focus", { focus }))] : [],
    plans.map((plan) => `- ${escapeMarkdown(planSentence(plan, t))}`),
    // Another sign than the plans' list has, so that it is a list of its own.
    lines.map(({ issue, line }) => `* **${text(issue)}**: ${text(line)}`),
    quote === null ? [] : [`> ${text(quote.text)}`, `> ${text(`${quote.author}, ${quote.work}`)}`],
    [text(breath)],
    contact === null ? [] : [escapeMarkdown(t.say("card.help", { contact }))],
    [escapeMarkdown(fullDay(date, "short", t))],
    isStarter(card) ? [`*${escapeMarkdown(t.say("card.starter"))}*`] : [],
  ]);
}
