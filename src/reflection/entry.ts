import type { Control, Grade, PlanUse, Stage } from "./vocabulary.ts";

/** One strict if-then sentence: "If <if>, then I will <then>." Neither part carries the frame words. */
export interface Plan {
  readonly if: string;
  readonly then: string;
}

interface Base {
  /** Sortable and unique (a ULID unless it was imported). */
  readonly id: string;
  /** ISO 8601 with offset: the wall clock as the person lived it. */
  readonly at: string;
  /** The shift-day (`YYYY-MM-DD`) it belongs to; stored once, never recomputed. */
  readonly shift: string;
}

export interface Reflection extends Base {
  readonly kind: "reflection";
  readonly trigger: string;
  /** 0–10 */
  readonly strength?: number;
  /** Up to three reaction ids. */
  readonly reactions?: readonly string[];
  /** 1–5: far from what I want … just what I want. */
  readonly held?: number;
  readonly stage?: Stage;
  readonly channel?: string;
  readonly planUse?: PlanUse;
  readonly plan?: Plan;
  readonly response?: string;
  readonly what?: string;
  readonly thought?: string;
  readonly habits?: readonly string[];
  readonly theirSide?: string;
  readonly teammate?: string;
  readonly need?: string;
  readonly feeling?: string;
  readonly control?: Control;
  /** 1–5 */
  readonly wantIt?: number;
  readonly line?: string;
  readonly customer?: string;
  /** 0–10 */
  readonly after?: number;
  /** 0–3 */
  readonly carry?: number;
  readonly tags?: readonly string[];
}

export interface Win extends Base {
  readonly kind: "win";
  readonly what: string;
  readonly why?: string;
  readonly who?: string;
  readonly type?: string;
  readonly tags?: readonly string[];
}

export interface ShiftStart extends Base {
  readonly kind: "start";
  /** 1–5 */
  readonly energy?: number;
  /** A worry put aside, as a tag only. */
  readonly aside?: string;
  readonly helped?: string;
  readonly customersDay?: string;
  readonly intention?: string;
  readonly trigger?: string;
}

export interface ShiftEnd extends Base {
  readonly kind: "end";
  readonly learned?: string;
  /** 0–3 */
  readonly carry?: number;
}

export interface Rehearsal extends Base {
  readonly kind: "rehearsal";
  readonly trigger: string;
  readonly grade: Grade;
}

export interface Note extends Base {
  readonly kind: "note";
  readonly what: string;
  readonly tags?: readonly string[];
}

export type Entry = Reflection | Win | ShiftStart | ShiftEnd | Rehearsal | Note;
export type Kind = Entry["kind"];

export const KINDS: readonly Kind[] = ["reflection", "win", "start", "end", "rehearsal", "note"];

/** Order of the whole product: by instant of `at`, then `id`. */
export function byMoment(a: Entry, b: Entry): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
