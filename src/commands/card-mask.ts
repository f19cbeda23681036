import type { Session } from "../session.ts";
import type { CardData } from "../views/card.ts";

/** Nothing is found in words without a digit, an @ or a spelled address ("sam at example dot com"): then nothing has to be loaded. */
const HINT = /[\p{N}@]|[\s([{<]at[\s)\]}>][^]*(?:\.\p{L}|dot|[^\0-\x7f])/iu;

function wordsOf({ plans, lines, focus, goal, contact }: CardData): readonly string[] {
  const words = [focus, goal, contact, ...plans.flatMap(({ if: cue, then }) => [cue, then]), ...lines.map(({ line }) => line)];
  return words.filter((word) => typeof word === "string");
}

/**
 * The card as others may see it: what an older entry or a pack holds is masked once more. Of the goal and the contact
 * only card numbers and codes are, since a telephone number is wanted there.
 */
export async function maskedCard(session: Session, card: CardData): Promise<CardData> {
  if (!wordsOf(card).some((words) => HINT.test(words))) return card;
  const [{ maskingOf }, { sayMasked }] = [await import("./masking.ts"), await import("./say-masked.ts")];
  const [own, open] = [await maskingOf(session), await maskingOf(session, { keeps: "others" })];
  const masked = {
    ...card,
    plans: card.plans.map(({ trigger, if: cue, then }) => ({ trigger, if: own.text(cue), then: own.text(then) })),
    lines: card.lines.map(({ issue, line }) => ({ issue: own.text(issue), line: own.text(line) })),
    goal: card.goal && open.text(card.goal),
    contact: card.contact && open.text(card.contact),
    ...(typeof card.focus === "string" ? { focus: own.text(card.focus) } : {}),
  };
  sayMasked(session, new Map([...open.counts, ...own.counts]), "shown");
  return masked;
}
