import type { Command } from "commander";
import { cancelled, EvenkeelError, failure } from "../errors.ts";
import { draftsOf } from "../journal/drafts.ts";
import { ageIn } from "../journal/seal/age.ts";
import { SealedVault } from "../journal/seal/sealed-vault.ts";
import { sealJournal, type Switched } from "../journal/seal/switch.ts";
import { keyUnderPassphrase } from "../journal/seal/unlock.ts";
import type { Session } from "../session.ts";
import { sealedView, sentencesView } from "../views/sealing.ts";
import { type Act, writing } from "./act.ts";
import { newPassphrase } from "./new-passphrase.ts";

/** What somebody writes in another window would go on in plain words. */
export function assertNobodyWrites(session: Session): void {
  if (!draftsOf(session.journal().store).list().some(({ inUse }) => inUse)) return;
  throw failure("Something is being written in another window.", "Finish it there, then run this again.");
}

/** Says some sentences, folded to the width. */
export function noteAll(session: Session, keys: readonly string[], count: number): void {
  session.note(sentencesView(keys.map((key) => session.say(key, { count })), session.talk()));
}

/** Says which files stayed as they were. */
export function tellRest(session: Session, { left, closed }: Switched): void {
  const tell = (key: string, files: readonly string[]): void => {
    if (files.length > 0) session.runtime.err.write(`${session.say(key, { count: files.length, files: files.join(", ") })}\n`);
  };
  tell("sealing.left", left);
  tell("sealing.closed", closed);
}

async function waitForPaper(session: Session): Promise<void> {
  if (!session.canAsk) return;
  const [{ askLine }, { thisTerminal }] = [await import("../terminal/line.ts"), await import("../terminal/this-terminal.ts")];
  const { style } = session.talk();
  try {
    await askLine(`${style.screenReader ? "" : "  "}${session.say("sealing.recoveryWritten")} `, thisTerminal(style, session.runtime.env));
  } catch (error) {
    throw error instanceof EvenkeelError && error.kind === "cancelled" ? cancelled(session.say("sealing.stopped")) : error;
  }
}

async function runEncrypt(session: Session): Promise<number | undefined> {
  const { runtime, globals } = session;
  if (runtime.seal.vault !== null) {
    session.note(`${session.say("sealing.sealedAlready")}\n`);
    return undefined;
  }
  const { store } = session.journal();
  // What cannot be read now could not be read sealed either.
  for (const _month of session.journal().backwards()) continue;
  assertNobodyWrites(session);
  const passphrase = await newPassphrase(session, { file: globals.passphraseFile, fd: globals.passphraseFd, flag: "--passphrase" });
  const age = ageIn(runtime.seal.worker);
  const keys = age.make();
  const key = keyUnderPassphrase(age, keys, passphrase);
  if (!globals.json) session.print(sealedView(keys.identity, session.telling()));
  await waitForPaper(session);
  const done = sealJournal(store, keys, key, new SealedVault(age, keys.recipient, key));
  if (globals.json) session.printJson({ files: done.files, recoveryKey: keys.identity, left: done.left });
  else noteAll(session, ["sealing.sealed", "sealing.sealedWrite", "sealing.elsewhere"], done.files);
  tellRest(session, done);
  return done.left.length > 0 ? 1 : undefined;
}

export function register(program: Command, act: Act): void {
  program
    .command("encrypt")
    .description("seal the journal with a passphrase, in the age format; writing goes on without it")
    .action(act(writing(runEncrypt)));
}
