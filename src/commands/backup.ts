import type { Command } from "commander";
import { backup, backupName } from "../journal/care/backup.ts";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";

function runBackup(session: Session, options: { readonly force?: true }, [file]: readonly unknown[]): undefined {
  const { at } = session.now();
  // Everything is read once, so that what is damaged is told and the exit code says that the backup lacks it.
  for (const _month of session.journal().backwards()) continue;
  const made = backup(session.journal(), typeof file === "string" ? file : backupName(at), at, options.force === true);
  if (session.globals.json) session.printJson(made);
  else session.note(`${session.say("kept.backup", { file: made.file, entries: made.entries })}\n`);
}

export function register(program: Command, act: Act): void {
  program
    .command("backup")
    .description("everything in one file, checked after it was written")
    .argument("[file]", "its name; left out: evenkeel-backup-<date>.json, here")
    .option("--force", "write over a file that is there")
    .action(act(runBackup));
}
