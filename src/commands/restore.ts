import type { Command } from "commander";
import { readBackup } from "../journal/care/backup.ts";
import { restore } from "../journal/care/restore.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { confirmed } from "./confirmed.ts";

async function runRestore(session: Session, _options: unknown, [file]: readonly unknown[]): Promise<undefined> {
  const journal = session.journal();
  const held = readBackup(journal, String(file));
  const question = session.say("kept.restore", { entries: held.entries, date: held.made.slice(0, 10) });
  if (!(await confirmed(session, question))) return;
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
