import type { Reflection } from "../../src/reflection/entry.ts";
import type { PracticeInput } from "../../src/practice/roadmap.ts";
import { DEFAULT_WEIGHTS } from "../../src/practice/shapes.ts";

/** One case on a shift-day, at noon there; `n` keeps several on a day in order. */
export function reflection(shift: string, fields: Partial<Reflection> = {}, n = 0): Reflection {
  const minute = String(n).padStart(2, "0");
  return {
    id: `${shift}-${minute}`,
    kind: "reflection",
    at: `${shift}T12:${minute}:00+01:00`,
    shift,
    trigger: "saying_no",
    ...fields,
  };
}

/** What the views start from, looked at on 22 November 2026, a Sunday. */
export function practice(entries: PracticeInput["entries"], more: Partial<PracticeInput> = {}): PracticeInput {
  return {
    entries,
    plans: [],
    triggers: [],
    settings: { goal: null, words: [], contact: null, weights: DEFAULT_WEIGHTS, weekStart: "monday" },
    now: { at: "2026-11-22T21:40:00+01:00", shift: "2026-11-22" },
    ...more,
  };
}
