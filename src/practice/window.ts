import { addDays } from "../reflection/moment.ts";
import type { Now } from "./moments.ts";

/** Shift-days a view looks back, the day of now included. */
const WINDOW_DAYS = 84;

/** A span of shift-days, both inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface WindowChoice {
  readonly now: Pick<Now, "shift">;
  /** First shift-day, instead of 84 days back. */
  readonly since?: string | undefined;
  /** Everything, entries dated after now too. */
  readonly all?: boolean | undefined;
}

/** Before any date and after any date that `YYYY-MM-DD` can name. */
const ENDLESS: Span = { from: "0000-01-01", to: "9999-12-31" };

/** The shift-days whose entries are ranked. With `all` it is every date: `roadmap` narrows it to what it saw. */
export function windowOf({ now, since, all }: WindowChoice): Span {
  if (all === true) return ENDLESS;
  return { from: since ?? addDays(now.shift, 1 - WINDOW_DAYS), to: now.shift };
}

export function within(span: Span, shift: string): boolean {
  return span.from <= shift && shift <= span.to;
}
