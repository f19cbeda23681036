import type { Flow } from "../conversations/flow.ts";
import type { Session } from "../session.ts";
import { converse } from "./converse.ts";
import { converseReflect } from "./reflect-conversation.ts";

function invitation(session: Session): Flow {
  const { say } = session;
  return {
    id: "demo",
    progress: false,
    steps: [
      {
        id: "now",
        question: () => ({
          kind: "choice",
          id: "now",
          text: "demo.invite",
          ask: say("demo.invite"),
          under: [say("demo.where", { folder: session.runtime.places.journal })],
          options: [
            { id: "yes", label: say("demo.yes") },
            { id: "no", label: say("demo.no") },
          ],
          skippable: false,
        }),
      },
    ],
  };
}

/** Waits for a key, so that nobody has to read at the pace of a scrolling screen. */
export async function goOn(session: Session): Promise<void> {
  const question = { kind: "pause", id: "go", text: "demo.go", ask: session.say("demo.go"), skippable: false } as const;
  await converse(session, { command: "demo", flow: { id: "go", progress: false, steps: [{ id: "go", question: () => question }] }, keepsDraft: false });
}

/** Asks for a first reflection, into the person's real journal. */
export async function invite(session: Session): Promise<void> {
  const finished = await converse(session, { command: "demo", flow: invitation(session), keepsDraft: false });
  if (finished?.answers["now"] === "yes") await converseReflect(session, {}, {});
}
