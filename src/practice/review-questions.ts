import type { Plan, Reflection } from "../reflection/entry.ts";
import { verdictOf } from "./evidence.ts";
import type { Ledger, PlanInForce } from "./ledger.ts";
import { reflectionsIn } from "./review.ts";
import { type PracticeInput, ranked, routeOf, studied } from "./roadmap.ts";
import type { Verdict } from "./shapes.ts";
import type { Survey } from "./survey.ts";
import { resolver } from "./triggers.ts";
import { type Span, windowOf } from "./window.ts";

/** What the six questions are asked from. `span` is the week that is looked back on. */
export interface QuestionInput extends PracticeInput {
  readonly span: Span;
}

/** A plan with what the week and its whole history say about it. */
export interface PlanDecision {
  readonly trigger: string;
  readonly plan: Plan & { readonly since: string };
  /** The week's cases with this trigger: all, the plan used (with or without `held`), forgotten. */
  readonly week: { readonly count: number; readonly used: number; readonly forgotten: number };
  readonly uses: number;
  readonly held: number;
  readonly chances: number;
  readonly forgotten: number;
  readonly verdict: Verdict;
}

/** What needs a decision most comes first. */
const URGENCY: readonly Verdict[] = ["slips", "not_yet", "mixed", "too_early", "works"];

function decisionOf(trigger: string, plan: PlanInForce, cases: readonly Reflection[]): PlanDecision {
  const { uses, held, chances, forgotten } = plan.evidence;
  return {
    trigger,
    plan: { if: plan.if, then: plan.then, since: plan.since },
    week: {
      count: cases.length,
      used: cases.filter(({ planUse }) => planUse === "used").length,
      forgotten: cases.filter(({ planUse }) => planUse === "forgot").length,
    },
    uses,
    held,
    chances,
    forgotten,
    verdict: verdictOf(plan.evidence),
  };
}

interface Study {
  readonly survey: Survey;
  readonly ledger: Ledger;
}

function decisions(input: QuestionInput, { survey, ledger }: Study): readonly PlanDecision[] {
  const resolve = resolver(input.triggers);
  const week = reflectionsIn(input.entries, input.span);
  const ranks = ranked(survey).map(({ trigger }) => trigger);
  const rank = (trigger: string): number => (ranks.includes(trigger) ? ranks.indexOf(trigger) : ranks.length);
  return ledger.triggers
    .flatMap(({ trigger, plan }) => {
      const cases = week.filter((entry) => resolve(entry.trigger) === trigger);
      return plan === null ? [] : [decisionOf(trigger, plan, cases)];
    })
    .sort(
      (a, b) =>
        Number(b.week.count > 0) - Number(a.week.count > 0) ||
        URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict) ||
        b.week.count - a.week.count ||
        rank(a.trigger) - rank(b.trigger),
    );
}

/**
 * The one plan that most needs a decision: of a trigger that came up in the week, before others; then one that slips,
 * does not work yet, is mixed, too early, works; then what came up more often, then the higher rank. Null without one.
 */
export function planToDecide(input: QuestionInput): PlanDecision | null {
  return decisions(input, studied(input))[0] ?? null;
}

/** A trigger that someone else should fix. */
export interface RaiseEvidence {
  readonly trigger: string;
  readonly count: number;
  /** Shift-day of its first case in the window. */
  readonly since: string;
  readonly notMine: number;
  readonly answered: number;
}

/** Triggers to raise with someone, best ranked first. */
export function raiseEvidence(input: PracticeInput): readonly RaiseEvidence[] {
  const resolve = resolver(input.triggers);
  const cases = reflectionsIn(input.entries, windowOf(input));
  return ranked(studied(input).survey)
    .filter((sum) => routeOf(sum) === "raise")
    .map(({ trigger, count, control }) => {
      const days = cases.filter((entry) => resolve(entry.trigger) === trigger).map(({ shift }) => shift);
      return { trigger, count, since: days.sort()[0] ?? input.now.shift, ...control };
    });
}

/** One small thing for next week: use a plan once a shift, or rehearse one that slips. */
export interface FocusIdea {
  readonly type: "use" | "rehearse";
  readonly trigger: string;
  readonly then: string;
}

/**
 * Ideas for next week's focus, at most two: to use the plan that was just decided on, and to rehearse another one, a
 * plan that slips if there is one. A plan that slips itself is rehearsed rather than used.
 */
export function focusIdeas(input: QuestionInput): readonly FocusIdea[] {
  const all = decisions(input, studied(input));
  const [first] = all;
  if (first === undefined) return [];
  const others = all.slice(1);
  const second = others.find(({ verdict }) => verdict === "slips") ?? others.find(({ verdict }) => verdict !== "works");
  const ideas: FocusIdea[] = [
    { type: first.verdict === "slips" ? "rehearse" : "use", trigger: first.trigger, then: first.plan.then },
  ];
  if (second !== undefined) ideas.push({ type: "rehearse", trigger: second.trigger, then: second.plan.then });
  return ideas;
}
