import type { Command } from "commander";
import { card, type CardInput } from "../practice/card.ts";
import type { Card } from "../practice/shapes.ts";
import type { Session } from "../session.ts";
import { cardView } from "../views/card.ts";
import type { Act } from "./act.ts";
import { type FormatOptions, formatOf, printProduct, withFormat } from "./format.ts";
import { practiceInput } from "./practice-input.ts";

interface CardOptions extends FormatOptions {
  readonly size?: string;
  readonly copies?: string;
  readonly print?: string | true;
}

export function cardInput(session: Session): CardInput {
  const content = session.content();
  return {
    ...practiceInput(session),
    reminders: session.seen(session.journal().book("reminders")),
    content,
    breath: session.telling().say("card.breath"),
  };
}

async function runCard(session: Session, options: CardOptions): Promise<undefined> {
  const format = formatOf(options, ["text", "markdown"]);
  const data: Card = card(cardInput(session));
  if (session.globals.json) {
    session.printJson(data);
    return;
  }
  const t = session.telling();
  const text = format === "markdown" ? (await import("../views/card-markdown.ts")).cardMarkdown(data, t) : cardView(data, t);
  await printProduct(session, options, text);
}

/** The card as text. */
export function cardText(session: Session): string {
  return cardView(card(cardInput(session)), session.telling());
}

export function register(program: Command, act: Act): void {
  withFormat(program.command("card").description("the reminder card"), "text, markdown").action(act(runCard));
}
