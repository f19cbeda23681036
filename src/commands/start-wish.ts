import { usageError } from "../errors.ts";
import type { Draft } from "../journal/drafts.ts";
import type { Session } from "../session.ts";
import { draftsIn } from "./converse.ts";
import { waitingDrafts, type Wish, wishFor } from "./waiting-draft.ts";

export interface GoingOn {
  readonly resume?: true;
  readonly discard?: true;
}

/**
 * Whether to begin a conversation, to go on with the one that waits, or to leave: by flag, or as the person says.
 * Throws a usage failure where somebody would have to be asked and cannot be.
 */
export async function wishOf(session: Session, command: string, { resume, discard }: GoingOn): Promise<Wish> {
  const [draft] = waitingDrafts(session, command);
  if (discard || resume) {
    if (draft === undefined) session.note(`${session.say("converse.noDraft")}\n`);
    else if (resume) {
      if (!session.canAsk) throw usageError("--resume asks questions, and there is no terminal to ask on", "What was said so far waits. --discard drops it.");
      return { type: "resume", draft };
    } else {
      draftsIn(session).discard(draft.id);
      session.note(`${session.say("converse.dropped")}\n`);
    }
    return { type: "leave" };
  }
  return wishFor(session, command, () => session.say("daily.waiting.rest"));
}

/** A draft that stands for a moment given by `--at`; left out: one of now. */
export function draftAt(session: Session, command: string, at: string | undefined): Draft | undefined {
  if (at === undefined) return undefined;
  return { id: session.runtime.newId(Date.parse(at)), command, startedAt: at, updatedAt: at, answers: {} };
}
