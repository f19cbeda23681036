import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { type Act, type Direct, writing } from "./act.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import type { Kept } from "./keep.ts";
import { readFlags } from "./read-context.ts";
import { wordsFrom } from "./words-from.ts";
import { answersOf, FLAGS, type ReflectOptions, withAnswers } from "./reflect-flags.ts";

/** What `reflect` writes when everything came by flag: the trigger is the one answer it cannot do without. */
async function assertTrigger(session: Session, given: Readonly<Record<string, unknown>>): Promise<void> {
  if (given["trigger"] !== undefined) return;
  const { suggestedTriggers } = await import("./suggested.ts");
  const what = given["what"];
  const best = typeof what === "string" ? suggestedTriggers(session, what).slice(0, 3) : [];
  const next = best.length > 0 ? `Your words point to: ${best.map(({ trigger }) => trigger).join(", ")}.` : undefined;
  throw usageError("reflect needs a trigger: --trigger <id>, or --from <file or ->", next ?? "See the ids with: evenkeel suggest <words>");
}

async function fromInput(session: Session, from: string): Promise<Kept> {
  const [{ decodeText, parseEntries, readInput }, { readContext }] = [
    await import("./entries-from.ts"),
    await import("./read-context.ts"),
  ];
  const name = from === "-" ? "standard input" : from;
  const text = decodeText(await readInput(from, session.runtime), name);
  const { keep } = await import("./keep.ts");
  return keep(session, "reflect", parseEntries(text, name, readContext(session, "reflection")));
}

async function runReflect(session: Session, options: ReflectOptions, [words]: readonly unknown[]): Promise<number | undefined> {
  if (options.from !== undefined) {
    const others = [...Object.keys(answersOf(options, "")), ...(words as readonly string[])];
    if (others.length > 0) throw usageError("--from takes its answers from the input, so no words or other answers go with it");
    const kept = await fromInput(session, options.from);
    (await import("./say-kept.ts")).sayKept(session, kept);
    return undefined;
  }
  if (options.discard || options.resume || (session.canAsk && words !== undefined)) {
    const { converseReflect } = await import("./reflect-conversation.ts");
    return converseReflect(session, options, answersOf(options, await wordsFrom(session, words as readonly string[])));
  }
  const given = answersOf(options, await wordsFrom(session, words as readonly string[]));
  await assertTrigger(session, given);
  const draft: DraftEntry = readFlags(session, "reflection", given, FLAGS);
  const [{ keep }, { sayKept }] = [await import("./keep.ts"), await import("./say-kept.ts")];
  sayKept(session, await keep(session, "reflect", [draft]));
  return undefined;
}

export const direct: Direct = { words: "any", work: writing(runReflect) };

export function register(program: Command, act: Act): void {
  withAnswers(program.command("reflect").description("one hard case: what set it off, how you reacted, what you want instead"))
    .argument("[words...]", "what happened, in your words; - reads them from standard input")
    .option("--full", "the longer way, about four minutes")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .option("--from <file>", "entries as JSON, JSON Lines or YAML, from a file or - for standard input")
    .action(act(writing(runReflect)));
}
