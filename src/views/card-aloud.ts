import type { Card } from "../practice/shapes.ts";
import { fullDay } from "./dates.ts";
import { finish, readAloud } from "./lines.ts";
import { capital, closed, planSentence } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

/** The card as sentences from top to bottom, for a screen reader. */
export function cardAloud(card: Card & { readonly focus?: string | null; readonly starter?: boolean }, t: Telling): string {
  const { words, goal, focus, plans, lines, quote, breath, contact, date } = card;
  const sentences = [
    `${t.say("card.title")}, ${fullDay(date, "long", t)}.`,
    words.length === 0 ? "" : capital(`${words.map((word) => t.line(word)).join(", ")}.`),
    goal === null ? "" : t.line(goal),
    focus ? closed(t.say("card.focus", { focus })) : "",
    ...plans.map((plan) => planSentence(plan, t).replace(/["“”„]/g, "")),
    ...lines.map(({ issue, line }) => `${t.line(issue)}: ${t.line(line)}`),
    quote === null ? "" : t.line(`${closed(quote.text)} ${quote.author}, ${quote.work}.`),
    t.line(breath),
    contact === null ? "" : closed(t.say("card.help", { contact })),
    (card.starter ?? plans.length === 0) ? t.say("card.starter") : "",
  ];
  return finish(sentences.filter((one) => one !== "").flatMap((one) => readAloud(one, t.style)));
}
