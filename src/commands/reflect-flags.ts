import type { Command } from "commander";
import { numberFlag } from "./read-context.ts";

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
export function answersOf(options: ReflectOptions, words: string): Record<string, unknown> {
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

const again = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Adds the flags that hold an answer. */
export function withAnswers(command: Command): Command {
  return command
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
    .option("--at <moment>", "when it was");
}
