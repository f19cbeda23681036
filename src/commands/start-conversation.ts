import type { Answers } from "../conversations/question.ts";
import { startConversation, type StartContext, startFrom } from "../conversations/start.ts";
import { lastIntention, recallOf, winForLowDay } from "../practice/helped.ts";
import { openShift, shiftOf } from "../practice/shift.ts";
import { weekOf } from "../practice/week.ts";
import type { Entry } from "../reflection/entry.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { shiftHead } from "../views/end.ts";
import { converse } from "./converse.ts";
import { drawnBy } from "./drawn.ts";
import { keep } from "./keep.ts";
import { practiceInput } from "./practice-input.ts";
import { reflectContext } from "./reflect-context.ts";
import { focusIn } from "./focus.ts";
import { sayKept } from "./say-kept.ts";
import { draftAt, type GoingOn, wishOf } from "./start-wish.ts";

/** What stands over the first question: the shift, the focus of its week, the goal and the three words. */
function headLines(session: Session, at: string, entries: readonly Entry[]): StartContext["drawn"] {
  const { goal, words, weekStart } = session.practice();
  const shift = shiftOf(at, "start", entries, String(session.value("dayStartsAt")));
  const focus = focusIn(session, weekOf(shift, weekStart));
  return drawnBy(session, (t) =>
    shiftHead(
      {
        end: "start",
        now: { at, shift },
        lines: [
          ...(focus === null ? [] : [t.say("daily.start.focus", { focus })]),
          ...(goal === null ? [] : [t.line(goal)]),
          ...(words.length === 0 ? [] : [t.say("daily.start.wantToBe", { words: words.join(", ") })]),
          ...(openShift(at, entries) === null ? [] : [t.say("daily.start.again")]),
        ],
      },
      t,
    ),
  );
}

function contextOf(session: Session, at: string): StartContext {
  const { entries } = practiceInput(session);
  return {
    ...reflectContext(session),
    drawn: headLines(session, at, entries),
    recall: recallOf(entries),
    intention: lastIntention(entries),
    win: winForLowDay(entries),
  };
}

/** `start` with questions. What was said is kept wherever it is left. */
export async function converseStart(session: Session, going: GoingOn, given: DraftEntry): Promise<undefined> {
  const wish = await wishOf(session, "start", going);
  if (wish.type === "leave") return;
  const { kind, at, ...flags } = given;
  const now = session.now();
  session.journal().assertWritable(now.shift);
  const draft = wish.type === "resume" ? wish.draft : draftAt(session, "start", at);
  const finished = await converse(session, {
    command: "start",
    flow: startConversation(contextOf(session, draft?.startedAt ?? now.at)),
    given: flags as Answers,
    ...(draft === undefined ? {} : { draft }),
  });
  if (finished === null) return;
  const kept = await keep(session, "start", [{ ...flags, ...startFrom(finished.answers), kind, id: finished.id, at: finished.startedAt }]);
  finished.discard();
  sayKept(session, kept, true);
}
