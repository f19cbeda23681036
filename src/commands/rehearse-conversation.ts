import { rehearsalsFrom, rehearseConversation, type RehearseContext, sceneFor } from "../conversations/rehearse.ts";
import type { Draft } from "../journal/drafts.ts";
import { duePlans, MOST_AT_ONCE, type PlanToRehearse } from "../practice/rehearse.ts";
import { addDays } from "../reflection/moment.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { dueView, sceneLines } from "../views/rehearse.ts";
import { converse } from "./converse.ts";
import { drawnBy } from "./drawn.ts";
import { keep } from "./keep.ts";
import { script } from "./reflect-context.ts";
import { rehearsable } from "./rehearse.ts";
import { sayKept } from "./say-kept.ts";
import { type GoingOn, wishOf } from "./start-wish.ts";

interface Rehearsing extends GoingOn {
  readonly all?: true;
}

function contextOf(session: Session, plans: readonly PlanToRehearse[]): RehearseContext {
  const words = script(session);
  return {
    ...words,
    plans: plans.map((plan) => ({ ...plan, scene: sceneFor(plan, words) })),
    drawn: ({ scene, if: cue, then }, place, shown) => {
      const plan = shown ? { if: cue, then } : null;
      return drawnBy(session, (t) => sceneLines({ scene, place, total: plans.length, plan }, t));
    },
  };
}

/** Rehearsals kept on the shift-day of now. */
function doneToday(session: Session): number {
  const { shift } = session.now();
  return session.journal().between(addDays(shift, -1), addDays(shift, 1)).filter((entry) => entry.kind === "rehearsal" && entry.shift === shift).length;
}

/** The plans of this session: of a draft those that it began with, else those that are due and not yet too many for a day. */
function chosen(session: Session, all: readonly PlanToRehearse[], wantsAll: boolean, draft?: Draft): readonly PlanToRehearse[] {
  if (draft !== undefined) {
    const begun = Object.keys(draft.answers).flatMap((id) => id.split(":")[1] ?? []);
    const due = duePlans(all, session.now()).filter(({ trigger }) => !begun.includes(trigger));
    return [...all.filter(({ trigger }) => begun.includes(trigger)), ...due].slice(0, Math.max(MOST_AT_ONCE, begun.length));
  }
  return wantsAll ? all : duePlans(all, session.now()).slice(0, Math.max(0, MOST_AT_ONCE - doneToday(session)));
}

function sayWhyNot(session: Session, all: readonly PlanToRehearse[]): void {
  const t = session.talk();
  if (duePlans(all, session.now()).length === 0) session.runtime.err.write(dueView([], all.length, session.now(), t));
  else session.runtime.err.write(`  ${t.say("daily.rehearse.enough", { command: "evenkeel rehearse --all" })}\n`);
}

async function lead(session: Session, plans: readonly PlanToRehearse[], draft?: Draft): Promise<undefined> {
  session.journal().assertWritable(session.now().shift);
  const finished = await converse(session, {
    command: "rehearse",
    flow: rehearseConversation(contextOf(session, plans)),
    ...(draft === undefined ? {} : { draft }),
  });
  if (finished === null) return;
  const done = rehearsalsFrom(plans, finished.answers);
  const entries = done.map((rehearsal, place): DraftEntry => ({ ...rehearsal, kind: "rehearsal", ...(place === 0 ? { id: finished.id } : {}) }));
  // All of them are kept in one step: where the first is there, a crash came between keeping them and dropping the draft.
  const there = session.journal().withIdPrefix(finished.id, 1).length > 0;
  if (done.length === 0) session.note(`${session.say("kept.nothing")}\n`);
  else if (!there) sayKept(session, await keep(session, "rehearse", entries), true);
  finished.discard();
}

/** `rehearse` with questions. */
export async function converseRehearse(session: Session, { all: wantsAll, ...going }: Rehearsing): Promise<undefined> {
  const wish = await wishOf(session, "rehearse", going);
  if (wish.type === "leave") return;
  const draft = wish.type === "resume" ? wish.draft : undefined;
  const all = await rehearsable(session);
  const plans = chosen(session, all, wantsAll === true, draft);
  if (plans.length === 0) sayWhyNot(session, all);
  else await lead(session, plans, draft);
}
