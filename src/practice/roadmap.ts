import type { Entry } from "../reflection/entry.ts";
import { REACTIONS, STAGES, SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { NO_EVIDENCE, verdictOf } from "./evidence.ts";
import { historyOf, type Ledger, ledgerOf } from "./ledger.ts";
import type { Now } from "./moments.ts";
import { median, round6 } from "./numbers.ts";
import type { PersonalTrigger, PlanChange } from "./records.ts";
import { byScore } from "./score.ts";
import type { PracticeSettings, Roadmap, Spread, Stop } from "./shapes.ts";
import { type Counts, mostFrequentStage, type Sum, type Survey, surveyOf, type SurveyRules } from "./survey.ts";
import { byText, byVocabulary, resolver } from "./triggers.ts";
import { type Span, type WindowChoice, windowOf } from "./window.ts";

/** What every view derives from. */
export interface PracticeInput {
  /** In any order: at least every entry of the window, and every entry later than `past`. */
  readonly entries: readonly Entry[];
  /** Everything earlier, folded; left out when `entries` is the whole journal. */
  readonly past?: Ledger | undefined;
  readonly plans: readonly PlanChange[];
  readonly triggers: readonly PersonalTrigger[];
  readonly settings: PracticeSettings;
  readonly now: Now;
}

export type RoadmapInput = PracticeInput & Omit<WindowChoice, "now">;

export type Route = "support" | "raise" | "stops" | "seenOnce";

/** Where a trigger stands on the road. The first rule that fits decides. */
export function routeOf({ trigger, count, control, strengths }: Sum): Route {
  if (trigger === SUPPORT_TRIGGER) return "support";
  if (control.notMine >= 2 && control.notMine * 2 > control.answered) return "raise";
  const hard = strengths.slice(8).some((entries) => entries > 0);
  return count >= 2 || hard ? "stops" : "seenOnce";
}

/** Median, least and greatest of the strengths given; null where none was. @param strengths how many gave each */
function spreadOf(strengths: readonly number[]): Spread | null {
  const values = strengths.flatMap((entries, strength) => new Array<number>(entries).fill(strength));
  const middle = median(values);
  return middle === null ? null : { median: middle, min: values[0] ?? middle, max: values.at(-1) ?? middle };
}

/** Most frequent first, ties in the order of the vocabulary. */
export function reactionCounts(reactions: Counts): { readonly id: string; readonly count: number }[] {
  const places = new Map<string, number>(REACTIONS.map((id, place) => [id, place]));
  const place = (id: string): number => places.get(id) ?? REACTIONS.length;
  return Array.from(reactions, ([id, count]) => ({ id, count })).sort(
    (a, b) => b.count - a.count || place(a.id) - place(b.id) || byText(a.id, b.id),
  );
}

/** Only the stages that came up, in road order. */
export function stageCounts(stages: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(STAGES.flatMap((stage) => (stages.has(stage) ? [[stage, stages.get(stage) ?? 0]] : [])));
}

function stopOf(sum: Sum, ledger: Ledger): Stop {
  const supported = sum.trigger === SUPPORT_TRIGGER;
  const { plan } = historyOf(ledger, sum.trigger);
  const evidence = plan?.evidence ?? NO_EVIDENCE;
  return {
    trigger: sum.trigger,
    stage: mostFrequentStage(sum.stages),
    stages: stageCounts(sum.stages),
    count: sum.count,
    strength: spreadOf(sum.strengths),
    reactions: reactionCounts(sum.reactions),
    plan: plan === null ? null : { if: plan.if, then: plan.then, since: plan.since },
    planUses: evidence.uses,
    planHeld: evidence.held,
    planForgotten: evidence.forgotten,
    verdict: verdictOf(evidence),
    lastSeen: sum.last.shift,
    score: supported ? null : round6(sum.score),
  };
}

/** Sums by score, ties in the order of the vocabulary. */
export function ranked(survey: Survey): readonly Sum[] {
  return Array.from(survey.sums.values()).sort(
    (a, b) => byScore(a.score, b.score) || byVocabulary(a.trigger, b.trigger),
  );
}

function roadPlace({ stages }: Sum): number {
  const stage = mostFrequentStage(stages);
  return stage === null ? STAGES.length : STAGES.indexOf(stage);
}

/** With `all`, the dates run from the first record to the last one, or to now where that is later. */
function shownSpan({ all, now }: RoadmapInput, span: Span, shifts: ReadonlySet<string>): Span {
  if (all !== true) return span;
  const dates = [...shifts, now.shift].sort();
  const [first = now.shift] = [...shifts].sort();
  return { from: first, to: dates.at(-1) ?? now.shift };
}

/** The roadmap of a survey: for journals that are read a month at a time. */
export function roadmapOf(survey: Survey, ledger: Ledger, input: RoadmapInput): Roadmap {
  const sums = ranked(survey);
  const on = (route: Route): readonly Sum[] => sums.filter((sum) => routeOf(sum) === route);
  const shown = (some: readonly Sum[]): readonly Stop[] => some.map((sum) => stopOf(sum, ledger));
  const stops = on("stops");
  return {
    ...shownSpan(input, windowOf(input), survey.shifts),
    entries: survey.reflections,
    shifts: survey.shifts.size,
    goal: input.settings.goal,
    top: stops.slice(0, 3).map(({ trigger }) => trigger),
    stops: shown([...stops].sort((a, b) => roadPlace(a) - roadPlace(b))),
    raise: shown(on("raise")),
    seenOnce: shown(on("seenOnce")),
    support: shown(on("support")),
  };
}

/** How an input's entries are surveyed. */
export function surveyRules(input: Omit<RoadmapInput, "entries" | "past" | "plans">): SurveyRules {
  const { triggers, settings, now } = input;
  return { span: windowOf(input), now, weights: settings.weights, resolve: resolver(triggers) };
}

/** Survey and ledger of an input: what roadmap, reminders and card all start from. */
export function studied(input: RoadmapInput): { readonly survey: Survey; readonly ledger: Ledger } {
  return { survey: surveyOf(input.entries, surveyRules(input)), ledger: ledgerOfInput(input) };
}

/** The ledger of the whole journal, whatever the window. */
export function ledgerOfInput({ entries, past, plans, triggers }: PracticeInput): Ledger {
  return ledgerOf({ entries, plans, resolve: resolver(triggers), past });
}

/**
 * Where a person's cases go off course, and what they want there.
 *
 * `entries` counts the window's reflections, `shifts` its shift-days with any record. `stops` stand by stage, then
 * score; `raise`, `seenOnce` and `top` by score.
 */
export function roadmap(input: RoadmapInput): Roadmap {
  const { survey, ledger } = studied(input);
  return roadmapOf(survey, ledger, input);
}
