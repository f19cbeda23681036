import type { Flow } from "../conversations/flow.ts";
import type { Draft } from "../journal/drafts.ts";
import type { Session } from "../session.ts";
import { clockText, weekdayName } from "../views/dates.ts";
import { converse, draftsIn } from "./converse.ts";

/** What to do with a conversation that was broken off before. */
export type Wish = { readonly type: "resume"; readonly draft: Draft } | { readonly type: "new" } | { readonly type: "leave" };

/** When a draft was begun, in words: "Thursday at 03:44". */
export function begun(session: Session, { startedAt }: Draft): { readonly day: string; readonly time: string } {
  return { day: weekdayName(startedAt.slice(0, 10), "long", session.talk()), time: clockText(startedAt) };
}

function flowFor(session: Session, draft: Draft, still: string): Flow {
  const { say } = session;
  return {
    id: "waiting",
    progress: false,
    steps: [
      {
        id: "waiting",
        question: () => ({
          kind: "choice",
          id: "waiting",
          text: "converse.waiting",
          ask: say("converse.waiting", { ...begun(session, draft), still }),
          options: [
            { id: "resume", label: say("converse.goOn") },
            { id: "new", label: say("converse.startNew"), note: say("converse.startNewNote") },
            { id: "drop", label: say("converse.drop") },
          ],
          default: "resume",
          skippable: false,
        }),
      },
    ],
  };
}

/** The drafts of a command that no other process is writing, newest first. */
export function waitingDrafts(session: Session, command: string): readonly Draft[] {
  return draftsIn(session)
    .list()
    .filter((draft) => draft.command.split(" ")[0] === command && !draft.inUse);
}

/**
 * Asks what to do where a draft of this command waits; a new one where none does.
 * @param still says what a draft still lacks
 */
export async function wishFor(session: Session, command: string, still: (draft: Draft) => string): Promise<Wish> {
  const [draft] = waitingDrafts(session, command);
  if (draft === undefined) return { type: "new" };
  const finished = await converse(session, { command, flow: flowFor(session, draft, still(draft)), keepsDraft: false });
  if (finished === null) return { type: "leave" };
  if (finished.answers["waiting"] === "resume") return { type: "resume", draft };
  if (finished.answers["waiting"] === "drop") draftsIn(session).discard(draft.id);
  return { type: "new" };
}
