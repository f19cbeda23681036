import type { Flow } from "../conversations/flow.ts";
import type { ReflectContext } from "../conversations/context.ts";
import type { Answers } from "../conversations/question.ts";
import { quickReflection } from "../conversations/quick.ts";
import { reflectionFrom } from "../conversations/result.ts";
import { stillToCome } from "../conversations/waiting.ts";
import type { Draft } from "../journal/drafts.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { converse, draftsIn, type Finished } from "./converse.ts";
import { keep } from "./keep.ts";
import { readFlags } from "./read-context.ts";
import { FLAGS, type ReflectOptions } from "./reflect-flags.ts";
import { reflectContext } from "./reflect-context.ts";
import { triggerFor } from "./own-trigger.ts";
import { sayKept } from "./say-kept.ts";
import { waitingDrafts, wishFor } from "./waiting-draft.ts";

/** Answers that flags gave, under the ids of the questions that would have asked them. */
function answered(given: Readonly<Record<string, unknown>>): Answers {
  const { trigger, stage, strength, reactions, held, planUse, what } = given;
  const named = { trigger, stage, strength, reactions, held, planUse, words: what };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as Answers;
}

/** Checks the flags before anything is asked; the trigger may still be missing. */
function checkFlags(session: Session, given: Readonly<Record<string, unknown>>): DraftEntry {
  return readFlags(session, "reflection", { trigger: session.content().triggers[0]?.id, ...given }, FLAGS);
}

async function flowOf(context: ReflectContext, full: boolean): Promise<Flow> {
  return full ? (await import("../conversations/full.ts")).fullReflection(context) : quickReflection(context);
}

async function keepAnswers(session: Session, finished: Finished, flow: Flow, context: ReflectContext, given: DraftEntry): Promise<void> {
  const result = reflectionFrom(flow, context, finished.answers);
  if (result === null) {
    finished.discard();
    session.note(`${session.say("kept.nothing")}\n`);
    return;
  }
  const { trigger: _trigger, ...flags } = given;
  const own = result.ownTrigger === null ? null : await triggerFor(session, result.ownTrigger);
  const fields = { ...flags, ...result.fields, ...(own === null ? {} : { trigger: own.id }) };
  const kept = await keep(session, "reflect", [{ ...fields, kind: "reflection", id: finished.id }], (change) => {
    for (const record of own?.records ?? []) change.putIn("triggers", record);
  });
  finished.discard();
  sayKept(session, kept, true);
}

async function lead(session: Session, options: ReflectOptions, given: Readonly<Record<string, unknown>>, draft?: Draft): Promise<undefined> {
  const flags = checkFlags(session, given);
  session.journal().assertWritable(session.now().shift);
  const context = reflectContext(session);
  const flow = await flowOf(context, options.full === true || draft?.command === "reflect --full");
  const command = options.full === true ? "reflect --full" : (draft?.command ?? "reflect");
  const finished = await converse(session, { command, flow, given: answered(given), ...(draft === undefined ? {} : { draft }) });
  if (finished !== null) await keepAnswers(session, finished, flow, context, flags);
}

function lacking(session: Session, draft: Draft): string {
  return stillToCome(quickReflection(reflectContext(session)), draft.answers as Answers, session.say);
}

function discardAll(session: Session): void {
  const [draft] = waitingDrafts(session, "reflect");
  if (draft === undefined) {
    session.note(`${session.say("converse.noDraft")}\n`);
    return;
  }
  draftsIn(session).discard(draft.id);
  session.note(`${session.say("converse.dropped")}\n`);
}

/** `reflect` with questions: a new one, or one that was broken off. */
export async function converseReflect(session: Session, options: ReflectOptions, given: Readonly<Record<string, unknown>>): Promise<undefined> {
  if (options.discard) {
    discardAll(session);
    return;
  }
  const [waiting] = waitingDrafts(session, "reflect");
  if (options.resume) {
    if (waiting === undefined) session.note(`${session.say("converse.noDraft")}\n`);
    else await lead(session, options, given, waiting);
    return;
  }
  const asked = waiting !== undefined && Object.keys(given).length === 0;
  const wish = asked ? await wishFor(session, "reflect", (draft) => lacking(session, draft)) : ({ type: "new" } as const);
  if (wish.type === "leave") return;
  await lead(session, options, given, wish.type === "resume" ? wish.draft : undefined);
}
