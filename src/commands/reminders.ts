import type { Command } from "commander";
import { reminders } from "../practice/reminders.ts";
import type { Reminder } from "../practice/shapes.ts";
import type { Session } from "../session.ts";
import { remindersView } from "../views/reminders.ts";
import { type Act, type Direct, writing } from "./act.ts";
import { type FormatOptions, formatOf, printProduct, withFormat } from "./format.ts";
import { practiceInput } from "./practice-input.ts";
import type { SentenceOptions } from "./reminder-changes.ts";

export function reminderList(session: Session): readonly Reminder[] {
  return reminders({
    ...practiceInput(session),
    reminders: session.seen(session.journal().book("reminders")),
    content: session.content(),
  });
}

async function runReminders(session: Session, options: FormatOptions): Promise<undefined> {
  const format = formatOf(options, ["text", "markdown"], session);
  const list = reminderList(session);
  if (session.globals.json) {
    session.printJson(list);
    return;
  }
  const t = session.telling();
  const text =
    format === "markdown" ? (await import("../views/reminders-markdown.ts")).remindersMarkdown(list, t) : remindersView(list, t);
  await printProduct(session, options, text);
}

/** The reminder list as text. */
export function reminderText(session: Session): string {
  return remindersView(reminderList(session), session.telling());
}

function withSentence(command: Command): Command {
  return command
    .option("--if <cue>", "if ...")
    .option("--then <action>", "... then I will ...")
    .option("--line <words>", "a kind, true line");
}

export const direct: Direct = { words: "none", work: runReminders };

export function register(program: Command, act: Act): void {
  const list = program.command("reminders").description("the reminder list: plans, own lines, ready-made ones");
  withFormat(list, "text, markdown").action(act(runReminders));
  const changes = () => import("./reminder-changes.ts");
  withSentence(list.command("add").description("a reminder of your own").option("--trigger <id>", "for this trigger"))
    .argument("[words...]", "the line")
    .action(act(writing<SentenceOptions>(async (...given) => {
        await (await changes()).runAdd(...given);
        return undefined;
      })));
  withSentence(list.command("edit").description("other words for a reminder"))
    .argument("<id>", "as the list shows it: p6, k1, t3")
    .action(act(writing<SentenceOptions>(async (...given) => {
        await (await changes()).runEdit(...given);
        return undefined;
      })));
  for (const [name, about] of [
    ["pin", "put it on top"],
    ["unpin", "back to its place"],
    ["retire", "take it off the list; its history stays"],
  ] as const) {
    list
      .command(name)
      .description(about)
      .argument("<id>", "as the list shows it: p6, k1, t3")
      .action(act(writing(async (session, _options, args) => {
        (await changes()).runMark(session, name, args);
        return undefined;
      })));
  }
}
