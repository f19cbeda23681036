import type { Command } from "commander";
import { type Opener, readBackup } from "../journal/care/backup.ts";
import { restore } from "../journal/care/restore.ts";
import { isSealed } from "../journal/vault.ts";
import type { Session } from "../session.ts";
import { fullDay } from "../views/dates.ts";
import { type Act, writing } from "./act.ts";
import { confirmed } from "./confirmed.ts";
import { readFileNamed } from "./entries-from.ts";

/** What opens a backup: as the journal is opened, or with a key of its own where another journal was sealed with it. */
async function openerFor(session: Session, bytes: Buffer): Promise<Opener | undefined> {
  if (!isSealed(bytes)) return undefined;
  const { askToOpen, opensWith } = await import("./open-backup.ts");
  return opensWith(session.journal().store.options.vault, bytes) ? undefined : askToOpen(session, bytes);
}

async function runRestore(session: Session, _options: unknown, [file]: readonly unknown[]): Promise<undefined> {
  const journal = session.journal();
  // A name that is wrong is told as such, before the journal's own reading.
  const opener = await openerFor(session, Buffer.from(readFileNamed(String(file))));
  const held = readBackup(journal, String(file), opener);
  const question = session.say("kept.restore", { entries: held.entries, date: fullDay(held.made.slice(0, 10), "long", session.talk()) });
  if (!(await confirmed(session, question))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return;
  }
  const done = restore(journal, String(file), session.now().at, opener);
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
