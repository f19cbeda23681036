import type { Entry, Plan } from "../reflection/entry.ts";
import { type Evidence, joined } from "./evidence.ts";
import { instant } from "./moments.ts";
import type { PlanChange } from "./records.ts";
import { type Run, sameWording, STRENGTHS, type Tally, tallyOf } from "./tally.ts";
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

/**
 * The ledger with later stretches of time added to it.
 * @param tallies in order; each later than the one before it, and than the ledger's `until`
 */
export function fold(ledger: Ledger, tallies: readonly Tally[]): Ledger {
  const histories = new Map(ledger.triggers.map((history) => [history.trigger, history]));
  let { until, reflections } = ledger;
  for (const tally of tallies) {
    until = tally.last ?? until;
    reflections += tally.reflections;
    for (const { trigger, runs, line, strengths } of tally.triggers) {
      const before = histories.get(trigger);
      histories.set(trigger, {
        trigger,
        plan: runs.reduce(withRun, before?.plan ?? null),
        line: line ?? before?.line ?? null,
        strengths: [...(before?.strengths ?? []), ...strengths].slice(-STRENGTHS),
      });
    }
  }
  const triggers = Array.from(histories.values()).sort((a, b) => byVocabulary(a.trigger, b.trigger));
  return { until, reflections, triggers };
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
