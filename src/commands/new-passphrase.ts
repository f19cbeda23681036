import { failure, usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { sentencesView } from "../views/sealing.ts";
import { passphraseFrom, type PassphraseSource } from "./passphrase-from.ts";
import { askPassphrase } from "./unlock.ts";

/** Shorter ones are guessed by a machine in no time. Judgement. */
const LEAST = 8;

/** A new passphrase from a flag, or typed twice by the person. Throws where it is too short or was not typed the same. */
export async function newPassphrase(session: Session, source: PassphraseSource): Promise<string> {
  const given = passphraseFrom(source);
  const short = session.say("sealing.tooShort", { least: LEAST });
  if (given !== null) {
    if (given.length < LEAST) throw usageError(`${source.flag}: ${short}`);
    return given;
  }
  if (!session.canAsk) throw usageError("this needs a passphrase", `Give it with ${source.flag}-file <file> or ${source.flag}-fd <number>.`);
  session.runtime.err.write(sentencesView([session.say("sealing.choose", { least: LEAST })], session.talk()));
  const typed = await askPassphrase(session, session.say("sealing.askNew"));
  if (typed.length < LEAST) throw failure(short);
  if (typed !== (await askPassphrase(session, session.say("sealing.askAgain")))) throw failure(session.say("sealing.notTheSame"));
  return typed;
}
