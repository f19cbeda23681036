import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Ledger } from "./ledger.ts";
import { median } from "./numbers.ts";
import { STRENGTHS } from "./tally.ts";

/** Points of strength below which a change is not mentioned. */
const WORTH_A_WORD = 2;

/** How hard a trigger hits now, beside how hard it hit before. */
export interface StrengthChange {
  readonly trigger: string;
  /** Median of the eight strengths before the last eight. */
  readonly before: number;
  /** Median of the last eight. */
  readonly now: number;
}

/**
 * Triggers with 16 strengths or more whose median of the last 8 differs from that of the 8 before by 2 points or more,
 * in vocabulary order. For the review's text only.
 */
export function strengthChanges({ triggers }: Ledger): readonly StrengthChange[] {
  return triggers.flatMap(({ trigger, strengths }) => {
    if (strengths.length < STRENGTHS || trigger === SUPPORT_TRIGGER) return [];
    const before = median(strengths.slice(0, STRENGTHS / 2));
    const now = median(strengths.slice(STRENGTHS / 2));
    const told = before !== null && now !== null && Math.abs(now - before) >= WORTH_A_WORD;
    return told ? [{ trigger, before, now }] : [];
  });
}
