import type { Command } from "commander";
import { readBackup } from "../journal/care/backup.ts";
import { restore } from "../journal/care/restore.ts";
import type { Session } from "../session.ts";
import { fullDay } from "../views/dates.ts";
import { type Act, writing } from "./act.ts";
import { confirmed } from "./confirmed.ts";
import { readFileNamed } from "./entries-from.ts";

async function runRestore(session: Session, _options: unknown, [file]: readonly unknown[]): Promise<undefined> {
  const journal = session.journal();
  // A name that is wrong is told as such, before the journal's own reading.
  readFileNamed(String(file));
  const held = readBackup(journal, String(file));
  const question = session.say("kept.restore", { entries: held.entries, date: fullDay(held.made.slice(0, 10), "long", session.talk()) });
  if (!(await confirmed(session, question))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return;
  }
  const done = restore(journal, String(file), session.now().at);
  if (session.globals.json) session.printJson(done);
  else session.note(`${session.say("kept.restored", { brought: done.brought, taken: done.taken, file: done.before })}\n`);
}

export function register(program: Command, act: Act): void {
  program
    .command("restore")
    .description("bring back what a backup holds; what is there now is kept beside it")
    .argument("<file>", "a file that evenkeel backup made")
    .action(act(writing(runRestore)));
}
