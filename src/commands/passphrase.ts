import type { Command } from "commander";
import { changePassphrase } from "../journal/seal/switch.ts";
import { keyUnderPassphrase } from "../journal/seal/unlock.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { newPassphrase } from "./new-passphrase.ts";

interface PassphraseOptions {
  readonly newPassphraseFile?: string;
  readonly newPassphraseFd?: string;
}

async function runPassphrase(session: Session, { newPassphraseFile: file, newPassphraseFd: fd }: PassphraseOptions): Promise<undefined> {
  const { vault } = session.runtime.seal;
  const keys = vault?.keys ?? null;
  if (vault === null || keys === null) {
    session.note(`${session.say("sealing.notSealed")}\n`);
    return;
  }
  const passphrase = await newPassphrase(session, { file, fd, flag: "--new-passphrase" });
  changePassphrase(session.journal().store, vault, keyUnderPassphrase(vault.age, keys, passphrase));
  if (session.globals.json) session.printJson([]);
  else session.note(`${session.say("sealing.changed")}\n`);
}

export function register(program: Command, act: Act): void {
  program
    .command("passphrase")
    .description("change the passphrase; the recovery key takes the place of one that is forgotten")
    .option("--new-passphrase-file <file>", "the new one, in the first line of a file")
    .option("--new-passphrase-fd <number>", "the same, from an open file")
    .action(act(writing(runPassphrase)));
}
