import type { Reflection } from "../reflection/entry.ts";
import { wilson, Z90 } from "./numbers.ts";
import type { Verdict } from "./shapes.ts";

/** Uses after which a plan is looked at. Looking after every use would call a coin-flip working 22 % of the time. */
const LOOKS = [20, 16, 12, 8] as const;
/** No look reads further than this many uses. */
const REMEMBERED = LOOKS[0];
const FEWEST_CHANCES = 4;
/** `held` from here on is close to what the person wants. */
export const CLOSE = 4;

/** What real cases say about one wording of a plan. Plain data, small however many cases there were. */
export interface Evidence {
  /** The first uses in order, at most 20: `1` where it held, `0` where it did not. */
  readonly outcomes: string;
  /** Cases with the plan used and `held` answered. */
  readonly uses: number;
  /** Uses with `held` 4 or 5. */
  readonly held: number;
  /** Cases in which it could have been used: used, with or without `held`, or forgotten. */
  readonly chances: number;
  readonly forgotten: number;
}

export const NO_EVIDENCE: Evidence = { outcomes: "", uses: 0, held: 0, chances: 0, forgotten: 0 };

/** The evidence with one more case. A use without `held` is a chance only. */
export function withCase(evidence: Evidence, { planUse, held }: Pick<Reflection, "planUse" | "held">): Evidence {
  const { outcomes, uses, chances, forgotten } = evidence;
  if (planUse === "forgot") return { ...evidence, chances: chances + 1, forgotten: forgotten + 1 };
  if (planUse !== "used") return evidence;
  if (held === undefined) return { ...evidence, chances: chances + 1 };
  const success = held >= CLOSE;
  return {
    outcomes: outcomes.length < REMEMBERED ? outcomes + (success ? "1" : "0") : outcomes,
    uses: uses + 1,
    held: evidence.held + (success ? 1 : 0),
    chances: chances + 1,
    forgotten,
  };
}

/** Earlier and later evidence on the same wording, as one. */
export function joined(earlier: Evidence, later: Evidence): Evidence {
  if (later.chances === 0) return earlier;
  return {
    outcomes: (earlier.outcomes + later.outcomes).slice(0, REMEMBERED),
    uses: earlier.uses + later.uses,
    held: earlier.held + later.held,
    chances: earlier.chances + later.chances,
    forgotten: earlier.forgotten + later.forgotten,
  };
}

function successes(outcomes: string): number {
  return outcomes.replaceAll("0", "").length;
}

/**
 * Does a plan work? `slips` before any other: forgotten in half or more of at least 4 chances. Otherwise the first 8,
 * 12, 16 or 20 uses are tested with a 90 % Wilson interval: all of it at .5 or above works, all at .5 or below does not
 * yet, and with fewer than 8 uses it is too early.
 */
export function verdictOf({ outcomes, uses, chances, forgotten }: Evidence): Verdict {
  if (chances >= FEWEST_CHANCES && forgotten * 2 >= chances) return "slips";
  const look = LOOKS.find((size) => size <= uses);
  if (look === undefined) return "too_early";
  const { low, high } = wilson(successes(outcomes.slice(0, look)), look, Z90);
  if (low >= 0.5) return "works";
  return high <= 0.5 ? "not_yet" : "mixed";
}
