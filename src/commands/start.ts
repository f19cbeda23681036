import type { Command } from "commander";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { keep } from "./keep.ts";
import { keepFrom } from "./keep-from.ts";
import { numberFlag, readFlags } from "./read-context.ts";
import { sayKept } from "./say-kept.ts";
import type { GoingOn } from "./start-wish.ts";

interface StartOptions extends GoingOn {
  readonly from?: string;
  readonly energy?: string;
  readonly aside?: string;
  readonly helped?: string;
  readonly customersDay?: string;
  readonly intention?: string;
  readonly trigger?: string;
  readonly at?: string;
}

const FLAGS = {
  energy: "--energy",
  aside: "--aside",
  helped: "--helped",
  customersDay: "--customers-day",
  intention: "--intention",
  trigger: "--trigger",
  at: "--at",
};

async function runStart(session: Session, options: StartOptions): Promise<undefined> {
  const { from, resume, discard, energy, ...more } = options;
  if (from !== undefined) {
    sayKept(session, await keepFrom(session, "start", "start", from));
    return;
  }
  const words = Object.fromEntries(Object.keys(FLAGS).map((field) => [field, (more as Record<string, unknown>)[field]]));
  const draft = readFlags(session, "start", { ...words, energy: numberFlag(energy) }, FLAGS);
  if (resume || discard || session.canAsk) {
    const { converseStart } = await import("./start-conversation.ts");
    return converseStart(session, { ...(resume ? { resume } : {}), ...(discard ? { discard } : {}) }, draft);
  }
  sayKept(session, await keep(session, "start", [draft]));
}

export function register(program: Command, act: Act): void {
  program
    .command("start")
    .description("before the shift, about a minute; without a terminal it keeps that the shift began")
    .option("--energy <1-5>", "how much energy you have")
    .option("--aside <tag>", "what a worry is about that you put aside")
    .option("--helped <words>", "one time you helped someone")
    .option("--customers-day <words>", "what one customer's day may be like")
    .option("--intention <words>", "who you want to be")
    .option("--trigger <id>", "what may come up")
    .option("--at <moment>", "when the shift began")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .option("--from <file>", "entries as JSON, JSON Lines or YAML, from a file or - for standard input")
    .action(act(writing(runStart)));
}
