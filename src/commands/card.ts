import type { Command } from "commander";
import { type CardInput, cardOf } from "../practice/card.ts";
import { remindersOf, reminderStudy } from "../practice/reminders.ts";
import { weekOf } from "../practice/week.ts";
import type { Session } from "../session.ts";
import { type CardData, cardView } from "../views/card.ts";
import type { Act, Direct } from "./act.ts";
import type { PaperOptions } from "./card-paper.ts";
import { maskedCard } from "./card-mask.ts";
import { paperOptions } from "./paper-options.ts";
import { focusIn } from "./focus.ts";
import { formatOf, printProduct, withFormat } from "./format.ts";
import { practiceInput } from "./practice-input.ts";

function cardInput(session: Session): CardInput {
  return {
    ...practiceInput(session),
    reminders: session.seen(session.journal().book("reminders")),
    content: session.content(),
    breath: session.telling().say("card.breath"),
  };
}

/** The card with what paper and screen show beside it. */
function cardData(session: Session): CardData {
  const input = cardInput(session);
  const study = reminderStudy(input);
  const ready = remindersOf(study, input.content).every(({ source, if: cue }) => source === "pack" || cue === null);
  const focus = focusIn(session, weekOf(session.now().shift, input.settings.weekStart));
  return { ...cardOf(study, input), focus, starter: ready };
}

async function runCard(session: Session, options: PaperOptions): Promise<undefined> {
  const format = formatOf(options, ["text", "markdown", "html", "pdf"], session);
  paperOptions(options);
  const shown = await maskedCard(session, cardData(session));
  if (format === "html" || format === "pdf" || options.print !== undefined) {
    const { paperCard } = await import("./card-paper.ts");
    await paperCard(session, shown, options);
    return;
  }
  if (session.globals.json) {
    const { focus: _focus, starter: _starter, ...data } = shown;
    session.printJson(data);
    return;
  }
  const t = session.telling();
  const text = format === "markdown" ? (await import("../views/card-markdown.ts")).cardMarkdown(shown, t) : cardView(shown, t);
  await printProduct(session, options, text);
  const isAlone = options.format === undefined && options.output === undefined;
  if (isAlone && session.canAsk && session.runtime.out.isTerminal) await (await import("./card-menu.ts")).cardMenu(session, shown);
}

/** The card as text. */
export function cardText(session: Session): string {
  return cardView(cardData(session), session.telling());
}

export const direct: Direct = { words: "none", work: runCard };

export function register(program: Command, act: Act): void {
  const command = program.command("card").description("the reminder card, on the screen or on paper");
  withFormat(command, "text, markdown, html, pdf")
    .option("--size <name>", "of the paper: wallet, index, a6, a5, letter")
    .option("--copies <number>", "how many")
    .option("--print [printer]", "hand it to a printer; the default one where none is named")
    .action(act(runCard));
}
