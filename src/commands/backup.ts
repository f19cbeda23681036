import type { Command } from "commander";
import { backup, backupName } from "../journal/care/backup.ts";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { type Act, assertNow } from "./act.ts";

async function runBackup(session: Session, options: { readonly force?: true }, [typed]: readonly unknown[]): Promise<undefined> {
  assertNow(session);
  const { at } = session.now();
  const file = typeof typed === "string" ? typed : backupName(at);
  if (file === "-") throw usageError("backup writes a file, and reads it again to be sure", "Name one: evenkeel backup evenkeel.json");
  (await import("../terminal/product-file.ts")).assertFree(file, { force: options.force === true });
  // Everything is read once, so that what is damaged is told and the exit code says that the backup lacks it.
  for (const _month of session.journal().backwards()) continue;
  const made = backup(session.journal(), file, at, options.force === true);
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
