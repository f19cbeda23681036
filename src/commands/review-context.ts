import { midSentence } from "../conversations/asked.ts";
import type { Option } from "../conversations/question.ts";
import type { ReviewContext } from "../conversations/review-asking.ts";
import { offCourse } from "../practice/review-figures.ts";
import { focusIdeas, planToDecide, type PlanDecision, type RaiseEvidence, raiseEvidence } from "../practice/review-questions.ts";
import type { Review } from "../practice/shapes.ts";
import { weekAfter, weekSpan } from "../practice/week.ts";
import type { Session } from "../session.ts";
import { dayText } from "../views/dates.ts";
import { triggerIssue, triggerLabel } from "../views/names.ts";
import { planSoFar } from "../views/plan-words.ts";
import { questionLines } from "../views/review.ts";
import type { Telling } from "../views/telling.ts";
import { drawnBy } from "./drawn.ts";
import { script } from "./reflect-context.ts";
import type { WeekInput } from "./review-input.ts";

/** From here on "2 of 4" may be said. */
const FEWEST = 3;

/** Wins, and how often one thing came up, best one that came up less often than the week before: facts, no praise. */
function betterEvidence({ wins, topTriggers, previous }: Review, t: Telling): readonly string[] {
  const before = (id: string): number => previous.topTriggers.find(({ trigger }) => trigger === id)?.count ?? 0;
  const [fewer] = topTriggers.filter(({ trigger, count }) => count < before(trigger)).sort((a, b) => a.count - before(a.trigger) - (b.count - before(b.trigger)));
  const said = wins === 0 ? t.say("review.noWins") : t.say("review.winsLogged", { count: wins });
  const shown = fewer ?? topTriggers.filter(({ count }) => count > 1).at(-1);
  return [shown === undefined ? said : `${said} ${t.say("review.came", { issue: triggerIssue(shown.trigger, t), count: shown.count })}`];
}

function offCourseOptions(review: Review, t: Telling): readonly Option[] {
  return offCourse(review).map(({ trigger, k, n }, index) => ({
    id: trigger,
    label: t.say(index === 0 ? "review.offCourseFirst" : "review.offCourseMore", { trigger: triggerLabel(trigger, t), k, n }),
  }));
}

/** What the week and all of its time say about the plan. */
function planEvidence(decision: PlanDecision | null, t: Telling): readonly string[] {
  if (decision === null) return [];
  const { uses, held, forgotten, verdict, week } = decision;
  const soFar = planSoFar({ planUses: uses, planHeld: held, planForgotten: forgotten, verdict }, true, t);
  const ofWeek = week.used === 0 ? t.say("review.planNotUsed") : t.say("review.planWeek", { count: week.used });
  if (verdict === "slips") return [[ofWeek, ...soFar].join(" ")];
  if (uses === 0) return [[...(week.used === 0 ? [] : [ofWeek]), ...soFar].join(" ")];
  const inAll = uses < FEWEST ? t.say("review.planInAllFew", { uses }) : t.say("review.planInAll", { uses, held });
  return [[ofWeek, inAll, ...soFar.slice(1)].join(" ")];
}

function raised(key: string, { trigger, count, since, notMine, answered }: RaiseEvidence, year: string, t: Telling): string {
  return t.say(key, { trigger: triggerLabel(trigger, t), count, day: dayText(since, year, "short", t), notMine, answered });
}

/** Whether a focus chosen now can still stand in the week that follows. */
export function focusableAfter(session: Session, week: string): boolean {
  const next = weekSpan(weekAfter(week, 1), session.practice().weekStart);
  return next !== null && session.now().shift <= next.to;
}

/** What the questions of a review are asked from. */
export function reviewContext(session: Session, input: WeekInput, review: Review): ReviewContext {
  const t = session.talk();
  const decision = planToDecide(input);
  const raises = raiseEvidence(input);
  const [first] = raises;
  const year = input.now.shift.slice(0, 4);
  const focusable = focusableAfter(session, input.week);
  return {
    ...script(session),
    begin: drawnBy(session, (told) => questionLines(decision === null || !focusable, told)),
    evidence: {
      better: betterEvidence(review, t),
      plan: planEvidence(decision, t),
      raise: raises.map((evidence) => raised("review.raiseSince", evidence, year, t)),
    },
    offCourse: offCourseOptions(review, t),
    plan: decision === null ? null : { trigger: decision.trigger, issue: midSentence(triggerIssue(decision.trigger, t)), plan: decision.plan },
    ideas: focusIdeas(input),
    note: first === undefined ? null : `${raised("review.noteDraft", first, year, t)} `,
    focusable,
  };
}
