import type { Plan } from "../reflection/entry.ts";
import type { Stage } from "../reflection/vocabulary.ts";
import type { ReviewAnswers } from "./records.ts";

/** The derived views as they are printed with `--json`: field names and their order are a promise. Scores and shares carry 6 decimals. */

export type Verdict = "too_early" | "works" | "mixed" | "not_yet" | "slips";

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Stop {
  readonly trigger: string;
  readonly stage: Stage | null;
  readonly stages: Readonly<Record<string, number>>;
  readonly count: number;
  readonly strength: Spread | null;
  readonly reactions: readonly { readonly id: string; readonly count: number }[];
  /** `since`: the moment of the wording. */
  readonly plan: (Plan & { readonly since: string }) | null;
  readonly planUses: number;
  readonly planHeld: number;
  readonly planForgotten: number;
  readonly verdict: Verdict;
  /** The `shift` of its latest entry. */
  readonly lastSeen: string;
  /** Null in `support`. */
  readonly score: number | null;
}

export interface Roadmap {
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly shifts: number;
  readonly goal: string | null;
  readonly top: readonly string[];
  readonly stops: readonly Stop[];
  readonly raise: readonly Stop[];
  readonly seenOnce: readonly Stop[];
  readonly support: readonly Stop[];
}

/** What the roadmap says in text and pictures beyond its JSON: `held` and `need` and `control` for each trigger. */
export interface StopEvidence {
  readonly trigger: string;
  /** Entries that answer `held`, and those with 4 or 5. */
  readonly held: { readonly answered: number; readonly steady: number };
  /** The need that stands out (more than half of at least 3 that answer), or null. */
  readonly need: string | null;
  readonly control: { readonly answered: number; readonly notMine: number };
}

export interface Reminder {
  readonly id: string;
  readonly trigger: string | null;
  readonly if: string | null;
  readonly then: string | null;
  readonly line: string | null;
  readonly source: "plan" | "own" | "pack";
  readonly pinned: boolean;
  readonly score: number | null;
}

export interface Card {
  readonly goal: string | null;
  readonly words: readonly string[];
  readonly plans: readonly { readonly trigger: string; readonly if: string; readonly then: string }[];
  readonly lines: readonly { readonly issue: string; readonly line: string }[];
  readonly breath: string;
  readonly contact: string | null;
  readonly quote: { readonly text: string; readonly author: string; readonly work: string } | null;
  /** The shift-day of now. */
  readonly date: string;
}

export interface ReviewWeek {
  readonly week: string;
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly shifts: number;
  readonly wins: number;
  readonly topTriggers: readonly { readonly trigger: string; readonly count: number }[];
  readonly stages: Readonly<Record<string, number>>;
  readonly strengthMedian: number | null;
  readonly held: Readonly<Record<"1" | "2" | "3" | "4" | "5", number>>;
  readonly plans: { readonly used: number; readonly held: number; readonly forgotten: number };
  readonly carry: Readonly<Record<"0" | "1" | "2" | "3", number>>;
}

export interface Review extends ReviewWeek {
  readonly previous: ReviewWeek;
  readonly answers: ReviewAnswers | null;
  readonly focus: string | null;
}

/** What ranking needs from the settings. */
export interface Weights {
  readonly strength: number;
  readonly held: number;
  readonly carry: number;
  /** Shift-days after which an entry weighs half. */
  readonly halfLifeDays: number;
}

export const DEFAULT_WEIGHTS: Weights = { strength: 0.5, held: 0.3, carry: 0.2, halfLifeDays: 21 };

/** Settings that the derived views need. */
export interface PracticeSettings {
  readonly goal: string | null;
  readonly words: readonly string[];
  readonly contact: string | null;
  readonly weights: Weights;
  readonly weekStart: "monday" | "sunday";
}
