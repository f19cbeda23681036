import type { Command } from "commander";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { keep } from "./keep.ts";
import { keepFrom } from "./keep-from.ts";
import { numberFlag, readFlags } from "./read-context.ts";
import { sayKept } from "./say-kept.ts";
import type { GoingOn } from "./start-wish.ts";

interface EndOptions extends GoingOn {
  readonly from?: string;
  readonly learned?: string;
  readonly carry?: string;
  readonly at?: string;
}

const FLAGS = { learned: "--learned", carry: "--carry", at: "--at" };

async function runEnd(session: Session, options: EndOptions): Promise<number | undefined> {
  const { from, resume, discard, learned, carry, at } = options;
  if (from !== undefined) {
    sayKept(session, await keepFrom(session, "end", "end", from));
    return undefined;
  }
  const draft = readFlags(session, "end", { learned, carry: numberFlag(carry), at }, FLAGS);
  if (resume || discard || session.canAsk) {
    const { converseEnd } = await import("./end-conversation.ts");
    return converseEnd(session, { ...(resume ? { resume } : {}), ...(discard ? { discard } : {}) }, draft);
  }
  sayKept(session, await keep(session, "end", [draft]));
  return undefined;
}

export function register(program: Command, act: Act): void {
  program
    .command("end")
    .description("after the shift: put it down, two minutes; without a terminal it keeps that the shift ended")
    .option("--learned <words>", "one thing you learned")
    .option("--carry <0-3>", "how much comes home with you")
    .option("--at <moment>", "when the shift ended")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .option("--from <file>", "entries as JSON, JSON Lines or YAML, from a file or - for standard input")
    .action(act(writing(runEnd)));
}
