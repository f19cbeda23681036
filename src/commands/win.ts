import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { keep } from "./keep.ts";
import { wordsFrom } from "./words-from.ts";
import { readFlags } from "./read-context.ts";
import { sayKept } from "./say-kept.ts";

export interface WinOptions {
  readonly why?: string;
  readonly who?: string;
  readonly type?: string;
  readonly tag?: readonly string[];
  readonly at?: string;
  readonly resume?: true;
  readonly discard?: true;
}

const FLAGS = { what: "the words", why: "--why", who: "--who", type: "--type", tags: "--tag", at: "--at" };

function answersOf({ why, who, type, tag, at }: WinOptions, words: string): Record<string, unknown> {
  const given = { what: words === "" ? undefined : words, why, who, type, tags: tag, at };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function runWin(session: Session, options: WinOptions, [words]: readonly unknown[]): Promise<number | undefined> {
  if (options.discard || options.resume) {
    const { resumeWin } = await import("./win-conversation.ts");
    await resumeWin(session, options.discard === true);
    return undefined;
  }
  const given = answersOf(options, await wordsFrom(session, words as readonly string[]));
  if (given["what"] === undefined) {
    if (!session.canAsk) throw usageError("win needs words: what went well?", 'Say them: evenkeel win "stayed on the line till it worked"');
    const { converseWin } = await import("./win-conversation.ts");
    const { what: _placeholder, ...flags } = readFlags(session, "win", { ...given, what: "-" }, FLAGS);
    return converseWin(session, flags);
  }
  sayKept(session, await keep(session, "win", [readFlags(session, "win", given, FLAGS)]));
  return undefined;
}

const again = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export function register(program: Command, act: Act): void {
  program
    .command("win")
    .description("something that went well; small counts")
    .argument("[words...]", "what it was; - reads it from standard input")
    .option("--why <words>", "why it went well")
    .option("--who <id>", "who was better off: customer, team, me, company")
    .option("--type <id>", "turnaround, difference, unseen, skill, thanks")
    .option("--tag <word>", "a tag; again and again", again)
    .option("--at <moment>", "when it was")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .action(act(writing(runWin)));
}
