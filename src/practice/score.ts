import type { Reflection } from "../reflection/entry.ts";
import type { Weights } from "./shapes.ts";

type Parts = Pick<Reflection, "strength" | "held" | "carry">;

/**
 * How hard one case was, 0 to 1: `.5·strength/10 + .3·(5−held)/4 + .2·carry/3`. Parts left out are dropped and the
 * weights of the others rescaled to 1; with no part at all it is 0. The weights are judgement, and a setting.
 */
export function severity({ strength, held, carry }: Parts, weights: Weights): number {
  let sum = 0;
  let total = 0;
  if (strength !== undefined) {
    sum += (weights.strength * strength) / 10;
    total += weights.strength;
  }
  if (held !== undefined) {
    sum += (weights.held * (5 - held)) / 4;
    total += weights.held;
  }
  if (carry !== undefined) {
    sum += (weights.carry * carry) / 3;
    total += weights.carry;
  }
  return total === 0 ? 0 : sum / total;
}

/** What an entry still weighs: half after every `halfLifeDays`. `days` is its age in shift-days, at least 0. */
export function recency(days: number, halfLifeDays: number): number {
  return 2 ** (-Math.max(0, days) / halfLifeDays);
}

/**
 * Higher scores first. Sums that differ only by the order in which floating point added them are ties; a null, where
 * nothing is ranked, comes last.
 */
export function byScore(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Number(b.toPrecision(12)) - Number(a.toPrecision(12));
}
