import { anotherCase, endConversation, type EndContext, endFrom, lengthStep, winsFrom } from "../conversations/end.ts";
import type { Answers } from "../conversations/question.ts";
import { cancelled, EvenkeelError } from "../errors.ts";
import type { Draft } from "../journal/drafts.ts";
import { isNight } from "../practice/home.ts";
import { shiftOf } from "../practice/shift.ts";
import type { Entry } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { countsText } from "../views/counts.ts";
import { shiftHead } from "../views/end.ts";
import { converse, draftsIn, type Finished } from "./converse.ts";
import { drawnBy } from "./drawn.ts";
import { closeShift } from "./end-close.ts";
import { keep } from "./keep.ts";
import { script } from "./reflect-context.ts";
import { converseReflect } from "./reflect-conversation.ts";
import { draftAt, type GoingOn, wishOf } from "./start-wish.ts";

/** The entries around a moment, and the shift that an `end` then closes. */
function around(session: Session, at: string): { readonly shift: string; readonly own: readonly Entry[] } {
  const day = at.slice(0, 10);
  const near = session.journal().between(addDays(day, -3), addDays(day, 2));
  const shift = shiftOf(at, "end", near, String(session.value("dayStartsAt")));
  return { shift, own: near.filter((entry) => entry.shift === shift) };
}

function contextOf(session: Session, at: string): EndContext {
  const { shift, own } = around(session, at);
  const cases = own.filter(({ kind }) => kind === "reflection").length;
  const wins = own.filter(({ kind }) => kind === "win").length;
  const { say } = session;
  const counts = countsText({ cases, wins }, { cases: "home.cases", wins: "home.wins", both: "daily.end.loggedCasesWins" }, say);
  const lines = counts === null ? [] : [say("daily.end.logged", { counts })];
  return {
    ...script(session),
    night: isNight(at, shift),
    drawn: drawnBy(session, (t) => shiftHead({ end: "end", now: { at, shift }, lines }, t)),
  };
}

/** Marks in the answers that the hard cases were written down. */
const TOLD = { cases: "told" } as const;

/** Hard cases one after the other, each an entry of its own. */
async function hardCases(session: Session, context: EndContext): Promise<void> {
  let more = true;
  try {
    while (more) {
      await converseReflect(session, {}, {});
      const finished = await converse(session, { command: "end", flow: anotherCase(context), keepsDraft: false, goesOn: true });
      more = finished?.answers["another"] === "yes";
    }
  } catch (error) {
    if (!(error instanceof EvenkeelError) || error.kind !== "cancelled") throw error;
    throw cancelled(session.say("daily.end.stopped", { command: "evenkeel end --resume" }));
  }
}

/** First how much somebody has in them: hard cases come before all the rest. */
async function asked(session: Session, context: EndContext, begun: Draft | undefined, given: Answers): Promise<Finished | null> {
  const flow = endConversation(context);
  const draft = begun === undefined ? {} : { draft: begun };
  const first = await converse(session, { command: "end", flow: { ...flow, steps: [lengthStep(context)] }, given, ...draft });
  if (first === null) return null;
  const { answers, id, startedAt } = first;
  const open = (now: Answers): boolean => now["length"] === "hard" && now["cases"] !== TOLD.cases;
  const casesFirst = open(answers);
  if (casesFirst) await hardCases(session, context);
  const told = casesFirst ? { ...answers, ...TOLD } : answers;
  const going: Draft = { ...begun, id, command: "end", startedAt, updatedAt: startedAt, answers: told };
  if (casesFirst) draftsIn(session).save(going, "answered");
  const finished = await converse(session, { command: "end", flow, given: told, draft: going, goesOn: true });
  if (finished !== null && open(finished.answers)) await hardCases(session, context);
  return finished;
}

/** `end` with questions. What was said is kept wherever it is left. */
export async function converseEnd(session: Session, going: GoingOn, given: DraftEntry): Promise<number | undefined> {
  const wish = await wishOf(session, "end", going);
  if (wish.type === "leave") return undefined;
  const { kind, at, ...flags } = given;
  session.journal().assertWritable(session.now().shift);
  const draft = wish.type === "resume" ? wish.draft : draftAt(session, "end", at);
  const context = contextOf(session, draft?.startedAt ?? session.now().at);
  const finished = await asked(session, context, draft, flags as Answers);
  if (finished === null) return undefined;
  const { answers, id, startedAt } = finished;
  const wins = winsFrom(answers).map((win): DraftEntry => ({ ...win, kind: "win", at: startedAt }));
  const kept = await keep(session, "end", [...wins, { ...flags, ...endFrom(answers), kind, id, at: startedAt }]);
  finished.discard();
  const { shift, own } = around(session, startedAt);
  const code = await closeShift(session, { own, night: isNight(startedAt, shift), ease: answers["ease"] ?? null });
  if (session.globals.json) session.printJson(kept.saved);
  return code;
}
