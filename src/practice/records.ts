import type { ReviewWeek } from "./shapes.ts";

/** A plan reworded (`reminders edit`, `review`) or dropped, from `at` on. */
export interface PlanChange {
  readonly id: string;
  readonly at: string;
  readonly trigger: string;
  /** Null where the plan was dropped. */
  readonly plan: { readonly if: string; readonly then: string } | null;
}

export interface ReviewRecord {
  /** `review:2026-W47` */
  readonly id: string;
  readonly at: string;
  /** ISO week, `2026-W47`. */
  readonly week: string;
  readonly answers: ReviewAnswers;
  /** One thing for the week that follows. */
  readonly focus: string | null;
  /** Questions already answered or skipped, while the review is not finished. */
  readonly asked?: readonly string[];
  /** The week as it stood when the review was written: tells later what has changed since. */
  readonly figures?: ReviewWeek;
}

export interface ReviewAnswers {
  readonly better: string | null;
  /** A trigger id, or own words. */
  readonly offCourse: string | null;
  /** The id of a ready answer, or own words. */
  readonly helped: string | null;
  /** `keep`, `change` or `drop`. */
  readonly plan: string | null;
  /** The note about what someone else should fix. */
  readonly raise: string | null;
}

/** An own reminder, or a mark (pinned, retired) on any reminder. */
export type ReminderRecord =
  | {
      readonly id: string;
      readonly type: "own";
      readonly at: string;
      readonly trigger: string | null;
      readonly if: string | null;
      readonly then: string | null;
      readonly line: string | null;
    }
  | {
      /** `mark:<reminder id>` */
      readonly id: string;
      readonly type: "mark";
      readonly at: string;
      /** The reminder's id: `plan:<trigger>`, `pack:<line>` or an own one's. */
      readonly reminder: string;
      readonly pinned: boolean;
      readonly retired: boolean;
    };

export interface PersonalTrigger {
  /** The trigger id, as it stands in entries. */
  readonly id: string;
  readonly at: string;
  readonly label: string;
  /** Every entry with this trigger counts for that one. */
  readonly mergedInto?: string;
  /** No longer offered; its history stays. */
  readonly retired?: true;
}

/**
 * What became of a trigger of one's own, apart from its name, so that two machines may rename it and retire it at once.
 * It overrules what the trigger's own record says; with neither field the trigger is offered and counts for itself.
 */
export interface TriggerMark {
  /** `mark:<trigger>` */
  readonly id: string;
  readonly at: string;
  readonly trigger: string;
  readonly mergedInto?: string;
  readonly retired?: true;
}

/** A record of the triggers book. `personalTriggers` makes personal triggers of them. */
export type TriggerRecord = PersonalTrigger | TriggerMark;

/** A travelling setting; the id is the config key. */
export interface SettingRecord {
  readonly id: string;
  readonly at: string;
  readonly value: string | number | readonly string[];
}
