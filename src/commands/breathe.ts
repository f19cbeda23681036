import type { Command } from "commander";
import { cancelled, usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { breathEnd, breathFrame, breathWords, isStill, type Pattern, SIGH, SLOW } from "../views/breathe.ts";
import { telling } from "../views/telling.ts";
import type { Act } from "./act.ts";

interface BreatheOptions {
  readonly minutes?: string;
}

/** A pause between cases: two slow breaths. */
const PAUSE_SECONDS = 20;
const MOST_MINUTES = 30;

function minutesOf(typed: string): number {
  const minutes = Number(typed);
  if (/^\d+(\.\d+)?$/.test(typed) && minutes > 0 && minutes <= MOST_MINUTES) return minutes;
  throw usageError("--minutes: this is no length for a pause", `Accepted: a number above 0, at most ${MOST_MINUTES}.`);
}

async function inTerminal(session: Session, pattern: Pattern, seconds: number): Promise<undefined> {
  const [{ breathe }, { thisTerminal }] = [await import("../terminal/breathe.ts"), await import("../terminal/this-terminal.ts")];
  const talk = session.talk();
  const terminal = thisTerminal(talk.style, session.runtime.env);
  const still = terminal.plain || isStill(talk.style);
  const sized = (columns: number): typeof talk => telling(talk.content, { ...talk.style, width: columns }, talk.ownTriggers);
  if (still) session.runtime.err.write(breathWords(pattern, true, talk));
  const code = process.exitCode;
  process.exitCode = 130;
  const frame = still ? null : (ms: number, columns: number) => breathFrame(pattern, ms, sized(columns));
  const { type } = await breathe({ terminal, seconds, frame });
  process.exitCode = code;
  if (type === "stopped") throw cancelled("");
  session.note(still ? `${session.say("daily.breathe.done")}\n` : breathEnd(pattern, sized(terminal.screen.columns)));
}

async function runBreathe(session: Session, { minutes }: BreatheOptions): Promise<undefined> {
  const pattern = minutes === undefined ? SLOW : SIGH;
  const seconds = minutes === undefined ? PAUSE_SECONDS : minutesOf(minutes) * 60;
  if (session.globals.json) session.printJson({ pattern: pattern.name, seconds, parts: pattern.parts.map(({ name, seconds: of }) => ({ name, seconds: of })) });
  else if (session.canAsk) await inTerminal(session, pattern, seconds);
  else session.print(breathWords(pattern, false, session.telling()));
}

export function register(program: Command, act: Act): void {
  program
    .command("breathe")
    .description("a pause between cases: two slow breaths; any key ends it")
    .option("--minutes <number>", "off shift: cyclic sighing for so many minutes, five as a rule")
    .action(act(runBreathe));
}
