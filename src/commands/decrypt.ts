import type { Command } from "commander";
import { openForGood } from "../journal/seal/switch.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { confirmed } from "./confirmed.ts";
import { assertNobodyWrites, noteAll, tellRest } from "./encrypt.ts";

async function runDecrypt(session: Session): Promise<number | undefined> {
  const { vault } = session.runtime.seal;
  if (vault === null) {
    session.note(`${session.say("sealing.notSealed")}\n`);
    return undefined;
  }
  const { store } = session.journal();
  assertNobodyWrites(session);
  if (!(await confirmed(session, session.say("sealing.openQuestion")))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return undefined;
  }
  const done = openForGood(store, vault);
  if (session.globals.json) session.printJson({ files: done.files, left: done.left });
  else if (done.left.length === 0) noteAll(session, ["sealing.opened"], done.files);
  tellRest(session, done);
  return done.left.length > 0 ? 1 : undefined;
}

export function register(program: Command, act: Act): void {
  program
    .command("decrypt")
    .description("take the seal off: everything can be read without a passphrase again")
    .action(act(writing(runDecrypt)));
}
