import { journalError } from "../errors.ts";
import { draftFiles } from "../journal/drafts.ts";
import { readFacts } from "../journal/facts.ts";
import { goOn } from "../journal/seal/switch.ts";
import { unlock, type Unlocked } from "../journal/seal/unlock.ts";
import type { Runtime } from "../runtime.ts";
import { type Globals, openSession, type Session } from "../session.ts";
import { sentencesView } from "../views/sealing.ts";
import { passphraseFrom } from "./passphrase-from.ts";

/** Options of one command that mean that something written before is looked for. */
interface Looking {
  readonly resume?: true;
  readonly discard?: true;
}

/** What a command can do without the passphrase: see `CommandSpec`. */
interface Sealable {
  readonly name: string;
  readonly sealed?: "free" | "writes";
}

const TALKS = ["start", "end"];

/** Whether the command can do its work without a word of the journal. */
function isBlind(session: Session, command: Sealable | undefined, { resume, discard }: Looking): boolean {
  if (command?.sealed === "free") return true;
  if (command?.sealed !== "writes" || resume || discard) return false;
  // Their conversations are about what was written before; only what comes by flags or a file can do without.
  if (TALKS.includes(command.name) && session.canAsk) return false;
  return session.runtime.seal.vault?.knowsKey === true && readFacts(session.journal().store) !== null;
}

/** Asks for a passphrase in the person's terminal; nothing of it is shown. */
export async function askPassphrase(session: Session, question: string): Promise<string> {
  const [{ passphrase }, { thisTerminal }] = [await import("../terminal/confirm.ts"), await import("../terminal/this-terminal.ts")];
  return passphrase(question, { terminal: thisTerminal(session.talk().style, session.runtime.env), say: session.say });
}

function sealedError(): Error {
  return journalError("The journal is sealed.", "Give its passphrase with --passphrase-file <file> or --passphrase-fd <number>.");
}

/** What was done besides, once it is unlocked. */
function tell(session: Session, { folded, joined, openedElsewhere, otherKey }: Unlocked): void {
  const say = (key: string, values: Readonly<Record<string, number>> = {}): void => {
    session.note(sentencesView([session.say(key, values)], session.talk()));
  };
  if (folded > 0) say("sealing.folded", { count: folded });
  if (joined) say("sealing.joined");
  if (openedElsewhere) say("sealing.openedElsewhere");
  if (otherKey) say("sealing.otherKey");
}

/** The passphrase from a flag or from the person. Asked once, before anything else is. */
export async function givenPassphrase(session: Session, question: string): Promise<string> {
  const { passphraseFile: file, passphraseFd: fd } = session.globals;
  const given = passphraseFrom({ file, fd, flag: "--passphrase" });
  if (given !== null) return given;
  if (!session.canAsk) throw sealedError();
  return askPassphrase(session, question);
}

/** Drafts cannot be read without the passphrase; that there are some can be seen. */
function tellDrafts(session: Session, { name, sealed }: Sealable): void {
  const { store } = session.journal();
  if (session.canAsk && sealed === "writes" && draftFiles(store) > 0) {
    session.note(sentencesView([session.say("sealing.draftWaits", { command: `evenkeel ${name} --resume` })], session.talk()));
  }
}

/**
 * Makes a sealed journal ready for a command: unlocked, or taken for empty where the command only adds to it.
 *
 * Throws a `journal` failure without the right passphrase.
 */
export async function unlockFor(runtime: Runtime, globals: Globals, command: Sealable | undefined, options: unknown): Promise<void> {
  const { vault } = runtime.seal;
  if (vault === null) return;
  // Until it is unlocked, settings and content are asked for as if nothing had ever been written.
  vault.writeOnly();
  const session = openSession(runtime, globals);
  const isGiven = globals.passphraseFile !== undefined || globals.passphraseFd !== undefined;
  if (command?.sealed !== "free") goOn(session.journal().store);
  if (isBlind(session, command, options as Looking) && (!isGiven || command?.sealed === "free")) {
    if (command !== undefined) tellDrafts(session, command);
    return;
  }
  const typed = await givenPassphrase(session, session.say("sealing.ask"));
  vault.lockAgain();
  const unlocked = unlock(session.journal(), vault, typed);
  await runtime.seal.unlocked();
  tell(session, unlocked);
}
