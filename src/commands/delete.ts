import type { Command } from "commander";
import { type Act, writing } from "./act.ts";
import type { Session } from "../session.ts";
import { showView } from "../views/show.ts";
import { confirmed } from "./confirmed.ts";
import { findEntry } from "./find-entry.ts";

async function runDelete(session: Session, _options: unknown, [id]: readonly unknown[]): Promise<undefined> {
  const entry = findEntry(session, String(id));
  if (!session.globals.yes && session.canAsk) session.runtime.err.write(`${showView(entry, session.talk())}\n`);
  if (!(await confirmed(session, session.say("kept.delete")))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return;
  }
  session.journal().write("delete", session.now().at, (_journal, change) => {
    change.remove(entry.id);
  });
  if (session.globals.json) session.printJson([entry]);
  else session.note(`${session.say("kept.deleted")}\n`);
}

export function register(program: Command, act: Act): void {
  program
    .command("delete")
    .description("take one entry out of the journal")
    .argument("<id>", "its id, or the start of it")
    .action(act(writing(runDelete)));
}
