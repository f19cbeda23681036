import type { Answers } from "../conversations/question.ts";
import { winConversation, winFrom } from "../conversations/win.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { converse, draftsIn } from "./converse.ts";
import { keep } from "./keep.ts";
import { script } from "./reflect-context.ts";
import { sayKept } from "./say-kept.ts";
import { waitingDrafts } from "./waiting-draft.ts";

/** `win --resume` and `win --discard`. */
export async function resumeWin(session: Session, discard: boolean): Promise<void> {
  const [draft] = waitingDrafts(session, "win");
  if (draft === undefined) session.note(`${session.say("converse.noDraft")}\n`);
  else if (discard) {
    draftsIn(session).discard(draft.id);
    session.note(`${session.say("converse.dropped")}\n`);
  } else await converseWin(session, { kind: "win" });
}

/** `win` with questions. One that was broken off goes on where it stopped. */
export async function converseWin(session: Session, given: Omit<DraftEntry, "what">): Promise<undefined> {
  session.journal().assertWritable(session.now().shift);
  const [draft] = waitingDrafts(session, "win");
  const flow = winConversation(script(session));
  const { why, who } = given;
  const answers = Object.fromEntries(Object.entries({ why, who }).filter(([, answer]) => answer !== undefined));
  const finished = await converse(session, {
    command: "win",
    flow,
    given: answers as Answers,
    ...(draft === undefined ? {} : { draft }),
  });
  if (finished === null) return;
  const fields = winFrom(finished.answers);
  if (fields === null) session.note(`${session.say("kept.nothing")}\n`);
  else sayKept(session, await keep(session, "win", [{ ...given, ...fields, kind: "win", id: finished.id }]), true);
  finished.discard();
}
