import type { Entry, Plan } from "../reflection/entry.ts";
import { type Evidence, joined } from "./evidence.ts";
import { instant } from "./moments.ts";
import type { PlanChange } from "./records.ts";
import { type Run, sameWording, STRENGTHS, type Tally, tallyOf, type TriggerTally } from "./tally.ts";
import { byVocabulary, type Resolve } from "./triggers.ts";

/** A plan in force, with the moment of its wording and the evidence since. The text is as it was last written. */
export interface PlanInForce extends Plan {
  readonly since: string;
  readonly evidence: Evidence;
}

/** What one trigger's whole history comes to. */
export interface TriggerHistory {
  readonly trigger: string;
  readonly plan: PlanInForce | null;
  /** The newest kind line an entry carries. */
  readonly line: string | null;
  /** The last 16 strengths, oldest first. */
  readonly strengths: readonly number[];
}

/**
 * Everything up to a moment, folded: each trigger's plan in force. Plain JSON and small however long the journal is, so
 * that no view has to read entries older than its window.
 */
export interface Ledger {
  /** Instant of the last reflection folded in; plan changes up to it are in too. Null when there is none. */
  readonly until: number | null;
  readonly reflections: number;
  /** In vocabulary order. */
  readonly triggers: readonly TriggerHistory[];
}

export const EMPTY_LEDGER: Ledger = { until: null, reflections: 0, triggers: [] };

function withRun(plan: PlanInForce | null, { opening, evidence }: Run): PlanInForce | null {
  if (opening.kind === "dropped") return null;
  if (opening.kind === "before") return plan === null ? null : { ...plan, evidence: joined(plan.evidence, evidence) };
  const wording = { if: opening.if, then: opening.then };
  if (plan !== null && sameWording(plan, wording)) {
    return { ...wording, since: plan.since, evidence: joined(plan.evidence, evidence) };
  }
  return { ...wording, since: opening.since, evidence };
}

/** The plan after more stretches of time. Only the runs since its wording are joined: years of others are passed over. */
function planAfter(plan: PlanInForce | null, stretches: readonly TriggerTally[]): PlanInForce | null {
  const live: Run[] = [];
  let wording: Plan | null = null;
  for (const { runs } of stretches.toReversed()) {
    for (const run of runs.toReversed()) {
      const { opening } = run;
      const isOther = opening.kind === "plan" && wording !== null && !sameWording(opening, wording);
      if (opening.kind === "dropped" || isOther) return live.toReversed().reduce(withRun, null);
      if (opening.kind === "plan") wording ??= opening;
      live.push(run);
    }
  }
  return live.toReversed().reduce(withRun, plan);
}

function lastStrengths(before: readonly number[], stretches: readonly TriggerTally[]): readonly number[] {
  let last: readonly number[] = [];
  for (const { strengths } of stretches.toReversed()) {
    if (last.length >= STRENGTHS) break;
    last = [...strengths, ...last];
  }
  return [...before, ...last].slice(-STRENGTHS);
}

/**
 * The ledger with later stretches of time added to it.
 * @param tallies in order; each later than the one before it, and than the ledger's `until`
 */
export function fold(ledger: Ledger, tallies: readonly Tally[]): Ledger {
  const stretches = new Map<string, TriggerTally[]>();
  for (const tally of tallies.flatMap(({ triggers }) => triggers)) {
    const known = stretches.get(tally.trigger);
    if (known === undefined) stretches.set(tally.trigger, [tally]);
    else known.push(tally);
  }
  const histories = new Map(ledger.triggers.map((history) => [history.trigger, history]));
  for (const [trigger, its] of stretches) {
    const before = histories.get(trigger);
    histories.set(trigger, {
      trigger,
      plan: planAfter(before?.plan ?? null, its),
      line: its.findLast(({ line }) => line !== null)?.line ?? before?.line ?? null,
      strengths: lastStrengths(before?.strengths ?? [], its),
    });
  }
  return {
    until: tallies.findLast(({ last }) => last !== null)?.last ?? ledger.until,
    reflections: tallies.reduce((count, tally) => count + tally.reflections, ledger.reflections),
    triggers: Array.from(histories.values()).sort((a, b) => byVocabulary(a.trigger, b.trigger)),
  };
}

export interface LedgerInput {
  /** All entries later than `past`, in any order. */
  readonly entries: readonly Entry[];
  /** The whole plans book. */
  readonly plans: readonly PlanChange[];
  readonly resolve: Resolve;
  /** Everything earlier, folded; left out when `entries` is the whole journal. */
  readonly past?: Ledger | undefined;
}

/** The ledger of a whole journal: what was folded before, then every entry and plan change since. */
export function ledgerOf({ entries, plans, resolve, past = EMPTY_LEDGER }: LedgerInput): Ledger {
  const { until } = past;
  const later = until === null ? plans : plans.filter(({ at }) => instant(at) > until);
  return fold(past, [tallyOf(entries, later, resolve)]);
}

/** What the ledger knows of a trigger (already resolved). */
export function historyOf(ledger: Ledger, trigger: string): TriggerHistory {
  const known = ledger.triggers.find((history) => history.trigger === trigger);
  return known ?? { trigger, plan: null, line: null, strengths: [] };
}
