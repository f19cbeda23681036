import type { Entry } from "../reflection/entry.ts";
import { inOrder, instant, type Now } from "./moments.ts";
import type { ReviewRecord } from "./records.ts";
import type { PracticeSettings } from "./shapes.ts";
import { openShift } from "./shift.ts";
import { weekAfter, weekOf, weekSpan } from "./week.ts";
import { within } from "./window.ts";

/** What can be chosen at home. */
export type HomeChoice =
  | "reflect"
  | "win"
  | "breathe"
  | "start"
  | "end"
  | "resume"
  | "review"
  | "more"
  | "firstReflect"
  | "example"
  | "setup"
  | "screenReader"
  | "sharedLogin";

/** Who else gets at the journal's folder, as far as the disk tells. */
export interface Exposure {
  /** A service copies it, git sends it elsewhere, or other users of the computer may open or replace it. */
  readonly kind: "synced" | "git" | "shared";
  /** The service's name; empty where it has none. */
  readonly by: string;
}

/** Where a person is today, and what can be done now: the JSON of `evenkeel`. */
export interface HomeState {
  readonly now: Now;
  /** A shift that was started runs. */
  readonly inShift: boolean;
  /** This week's one thing, or null. */
  readonly focus: string | null;
  /** What was written in this shift; null where there is nothing to count. */
  readonly counts: { readonly cases: number; readonly wins: number } | null;
  /** Conversations that were begun and wait, latest first. */
  readonly drafts: readonly { readonly at: string; readonly command: string }[];
  readonly reviewReady: boolean;
  /** The week that can be looked back on, `2026-W47`, or null. */
  readonly reviewWeek: string | null;
  /** Nothing was ever written: the folder where it will lie. */
  readonly firstTime: { readonly folder: string; readonly exposure?: Exposure } | null;
  /** In the order of their digits. */
  readonly choices: readonly HomeChoice[];
  /** The one that Enter takes, or null. */
  readonly default: HomeChoice | null;
}

export interface HomeInput {
  /** At least the entries of the last nine shift-days, in any order. */
  readonly entries: readonly Entry[];
  /** The reviews book. */
  readonly reviews: readonly Pick<ReviewRecord, "week" | "asked">[];
  /** Conversations that wait, latest first. */
  readonly drafts: HomeState["drafts"];
  readonly focus: string | null;
  readonly settings: Pick<PracticeSettings, "weekStart">;
  readonly now: Now;
  /** Nothing was ever written or set: the folder where it will lie. */
  readonly firstTime: HomeState["firstTime"];
}

/** From here on the end of a shift is what Enter takes: judgement. */
export const LONG_SHIFT_HOURS = 6;
/** For so long after an `end` no new shift is proposed: judgement. */
export const REST_HOURS = 6;
const HOUR = 3_600_000;
/** From the one hour on, and up to the other, the end of a shift is called a night's: judgement. */
const NIGHT = { from: 20, to: 5 } as const;

const FIRST_CHOICES: readonly HomeChoice[] = ["firstReflect", "example", "setup", "screenReader", "sharedLogin"];

/** Before the shift, in it, or at rest after it. */
type Phase = { readonly name: "before" | "after" } | { readonly name: "in"; readonly hours: number };

function phaseOf({ entries, now }: HomeInput): Phase {
  const time = instant(now.at);
  const open = openShift(now.at, entries);
  if (open !== null) return { name: "in", hours: (time - instant(open.since)) / HOUR };
  const past = inOrder(entries).filter(({ at }) => instant(at) <= time);
  const ended = past.findLast(({ kind }) => kind === "end");
  const endedAt = ended === undefined ? -Infinity : instant(ended.at);
  // Whoever never starts a shift still has one: it shows by what they wrote today, after the last end.
  const written = past.find(({ kind, shift, at }) => (kind === "reflection" || kind === "win") && shift === now.shift && instant(at) > endedAt);
  if (written !== undefined) return { name: "in", hours: (time - instant(written.at)) / HOUR };
  return { name: time - endedAt < REST_HOURS * HOUR ? "after" : "before" };
}

/** The week that ends today or ended yesterday, where something was written in it and no review of it is finished. */
function reviewWeekOf({ entries, reviews, settings, now }: HomeInput, phase: Phase): string | null {
  if (phase.name === "in") return null;
  const week = weekOf(now.shift, settings.weekStart);
  const span = weekSpan(week, settings.weekStart);
  if (span === null || (now.shift !== span.from && now.shift !== span.to)) return null;
  const due = now.shift === span.to ? week : weekAfter(week, -1);
  const dueSpan = weekSpan(due, settings.weekStart);
  const lived = dueSpan !== null && entries.some(({ shift }) => within(dueSpan, shift));
  const reviewed = reviews.some((review) => review.week === due && review.asked === undefined);
  return lived && !reviewed ? due : null;
}

function usualChoices(phase: Phase, reviewReady: boolean): readonly HomeChoice[] {
  if (phase.name === "in") return ["reflect", "win", "breathe", "end"];
  if (phase.name === "after") return reviewReady ? ["review", "reflect", "win"] : ["reflect", "win", "breathe", "start"];
  return reviewReady ? ["start", "review", "reflect"] : ["start", "reflect", "win"];
}

function usualDefault(phase: Phase, reviewReady: boolean): HomeChoice | null {
  if (phase.name === "in") return phase.hours >= LONG_SHIFT_HOURS ? "end" : "reflect";
  if (phase.name === "before") return "start";
  return reviewReady ? "review" : null;
}

function countsOf(entries: readonly Entry[], shift: string): HomeState["counts"] {
  const own = entries.filter((entry) => entry.shift === shift);
  const cases = own.filter(({ kind }) => kind === "reflection").length;
  const wins = own.filter(({ kind }) => kind === "win").length;
  return cases + wins === 0 ? null : { cases, wins };
}

/**
 * Where a person is today, and the next useful step: `start` before a shift, a hard case in it, `end` once it is long,
 * `review` on the last day of a week and the first of the next, and what was begun before all of these. What was not
 * done is never mentioned.
 */
export function homeOf(input: HomeInput): HomeState {
  const { entries, drafts, focus, firstTime } = input;
  const open = openShift(input.now.at, entries);
  const now = { at: input.now.at, shift: open?.shift ?? input.now.shift };
  if (firstTime !== null) {
    const nothing = { inShift: false, focus: null, counts: null, drafts: [], reviewReady: false, reviewWeek: null };
    return { now, ...nothing, firstTime, choices: FIRST_CHOICES, default: "firstReflect" };
  }
  const phase = phaseOf({ ...input, now });
  const reviewWeek = reviewWeekOf({ ...input, now }, phase);
  const waits = drafts.length > 0;
  return {
    now,
    inShift: open !== null,
    focus,
    counts: phase.name === "before" ? null : countsOf(entries, now.shift),
    drafts,
    reviewReady: reviewWeek !== null,
    reviewWeek,
    firstTime: null,
    choices: [...usualChoices(phase, reviewWeek !== null), ...(waits ? (["resume"] as const) : []), "more"],
    default: waits ? "resume" : usualDefault(phase, reviewWeek !== null),
  };
}

/** Whether a shift that ends then was a night: it began on another date, or it is late. */
export function isNight(at: string, shift: string): boolean {
  const hour = Number(at.slice(11, 13));
  return at.slice(0, 10) !== shift || hour >= NIGHT.from || hour < NIGHT.to;
}
