import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { type Act, writing } from "./act.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { keep, type Kept } from "./keep.ts";
import { sayKept } from "./say-kept.ts";
import { numberFlag, readFlags } from "./read-context.ts";

/** The flags of `reflect` that hold an answer, by field. */
export const FLAGS = {
  trigger: "--trigger",
  stage: "--stage",
  strength: "--strength",
  reactions: "--reaction",
  held: "--held",
  planUse: "--plan-use",
  "plan.if": "--if",
  "plan.then": "--then",
  plan: "--if and --then",
  what: "--what",
  line: "--line",
  channel: "--channel",
  control: "--control",
  carry: "--carry",
  tags: "--tag",
  at: "--at",
} as const;

export interface ReflectOptions {
  readonly full?: true;
  readonly resume?: true;
  readonly discard?: true;
  readonly from?: string;
  readonly trigger?: string;
  readonly stage?: string;
  readonly strength?: string;
  readonly reaction?: readonly string[];
  readonly held?: string;
  readonly planUse?: string;
  readonly if?: string;
  readonly then?: string;
  readonly what?: string;
  readonly line?: string;
  readonly channel?: string;
  readonly control?: string;
  readonly carry?: string;
  readonly tag?: readonly string[];
  readonly at?: string;
}

/** The answers that flags and words give, as an entry may hold them. */
function answersOf(options: ReflectOptions, words: string): Record<string, unknown> {
  const { if: cue, then, reaction, tag, strength, held, carry, trigger, stage, planUse, line, channel, control, at } = options;
  const plan = cue === undefined && then === undefined ? undefined : { if: cue, then };
  return Object.fromEntries(
    Object.entries({
      trigger,
      stage,
      planUse,
      line,
      channel,
      control,
      at,
      plan,
      reactions: reaction,
      tags: tag,
      strength: numberFlag(strength),
      held: numberFlag(held),
      carry: numberFlag(carry),
      what: options.what ?? (words === "" ? undefined : words),
    }).filter(([, value]) => value !== undefined),
  );
}

/** What `reflect` writes when everything came by flag: the trigger is the one answer it cannot do without. */
async function assertTrigger(session: Session, given: Readonly<Record<string, unknown>>): Promise<void> {
  if (given["trigger"] !== undefined) return;
  const { suggestedTriggers } = await import("./suggested.ts");
  const what = given["what"];
  const best = typeof what === "string" ? suggestedTriggers(session, what).slice(0, 3) : [];
  const next = best.length > 0 ? `Your words point to: ${best.map(({ trigger }) => trigger).join(", ")}.` : undefined;
  throw usageError("reflect needs a trigger: --trigger <id>, or --from <file or ->", next ?? "See the ids with: evenkeel suggest <words>");
}

async function wordsOf(session: Session, words: readonly string[]): Promise<string> {
  if (words.join(" ") !== "-") return words.join(" ");
  const { decodeText } = await import("./entries-from.ts");
  return decodeText(session.runtime.readStdin(), "standard input").trimEnd();
}

async function fromInput(session: Session, from: string): Promise<Kept> {
  const [{ decodeText, parseEntries, readInput }, { readContext }] = [
    await import("./entries-from.ts"),
    await import("./read-context.ts"),
  ];
  const name = from === "-" ? "standard input" : from;
  const text = decodeText(readInput(from, session.runtime), name);
  return keep(session, "reflect", parseEntries(text, name, readContext(session, "reflection")));
}

async function runReflect(session: Session, options: ReflectOptions, [words]: readonly unknown[]): Promise<number | undefined> {
  if (options.from !== undefined) {
    sayKept(session, await fromInput(session, options.from));
    return undefined;
  }
  if (options.discard || options.resume || (session.canAsk && words !== undefined)) {
    const { converseReflect } = await import("./reflect-conversation.ts");
    return converseReflect(session, options, answersOf(options, await wordsOf(session, words as readonly string[])));
  }
  const given = answersOf(options, await wordsOf(session, words as readonly string[]));
  await assertTrigger(session, given);
  const draft: DraftEntry = readFlags(session, "reflection", given, FLAGS);
  sayKept(session, keep(session, "reflect", [draft]));
  return undefined;
}

const again = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export function register(program: Command, act: Act): void {
  program
    .command("reflect")
    .description("one hard case: what set it off, how you reacted, what you want instead")
    .argument("[words...]", "what happened, in your words; - reads them from standard input")
    .option("--full", "the longer way, about four minutes")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .option("--from <file>", "entries as JSON, JSON Lines or YAML, from a file or - for standard input")
    .option("--trigger <id>", "what set it off")
    .option("--stage <id>", "where in the case")
    .option("--strength <0-10>", "how hard it hit you")
    .option("--reaction <id>", "what happened in you; up to three times", again)
    .option("--held <1-5>", "how close you stayed to what you want")
    .option("--plan-use <id>", "used, forgot, not_needed")
    .option("--if <cue>", "the plan: if ...")
    .option("--then <action>", "... then I will ...")
    .option("--what <words>", "what happened, no names")
    .option("--line <words>", "a kind, true line to remember")
    .option("--channel <id>", "phone, chat, email, ...")
    .option("--control <id>", "mine, shared, not_mine")
    .option("--carry <0-3>", "how much comes home with you")
    .option("--tag <word>", "a tag; again and again", again)
    .option("--at <moment>", "when it was")
    .action(act(writing(runReflect)));
}
