import type { Answer } from "../conversations/question.ts";
import { EvenkeelError } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { thisTerminal } from "../terminal/this-terminal.ts";
import { closingLines } from "../views/end.ts";
import { converse } from "./converse.ts";
import { drawnBy } from "./drawn.ts";
import { runCommand } from "./home-run.ts";

interface Ended {
  /** The records of the shift. */
  readonly own: readonly Entry[];
  readonly night: boolean;
  /** What would do good now, or null. */
  readonly ease: Answer | null;
}

const CLEAR = "\x1b[H\x1b[2J";

function happierIn(own: readonly Entry[]): number {
  return own.filter((entry) => (entry.kind === "win" && entry.who === "customer") || (entry.kind === "reflection" && entry.customer === "better")).length;
}

/** Who can be turned to, where somebody would like to talk. */
function personLine(session: Session): string {
  const { contact } = session.practice();
  return contact === null ? session.say("daily.end.support", { command: "evenkeel support" }) : session.say("daily.end.person", { contact });
}

/** The closing words, until a key. True where it was stopped instead. */
async function lastWords(session: Session, { own, night, ease }: Ended, cleared: boolean): Promise<boolean> {
  const { say } = session;
  const greeting = say(night ? "daily.end.goodNight" : "daily.end.goodBye");
  const data = {
    night,
    cases: own.filter(({ kind }) => kind === "reflection").length,
    wins: own.filter(({ kind }) => kind === "win").length,
    happier: happierIn(own),
    closing: session.content().closings["end"]?.[0] ?? "",
  };
  const question = {
    kind: "pause",
    id: "closing",
    text: "end.closing",
    ask: "",
    drawn: drawnBy(session, (t) => closingLines(data, t)),
    above: ease === "person" ? [personLine(session)] : [],
    hint: cleared ? `${greeting}             ${say("daily.end.cleared")}` : greeting,
    skippable: true,
  } as const;
  try {
    await converse(session, { command: "end", flow: { id: "closing", progress: false, steps: [{ id: "closing", question: () => question }] }, keepsDraft: false, goesOn: true });
    return false;
  } catch (error) {
    if (error instanceof EvenkeelError && error.kind === "cancelled") return true;
    throw error;
  }
}

/** The last thing on the screen; then the screen is cleared where it can be. Gives the exit code. */
export async function closeShift(session: Session, ended: Ended): Promise<number | undefined> {
  if (ended.ease === "breath") await runCommand(session, ["breathe"]);
  const { plain, screen } = thisTerminal(session.talk().style, session.runtime.env);
  const stopped = await lastWords(session, ended, !plain);
  if (!plain) screen.write(CLEAR);
  return stopped ? 130 : undefined;
}
