import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { card } from "../../src/practice/card.ts";
import { asOf } from "../../src/practice/moments.ts";
import { reminders } from "../../src/practice/reminders.ts";
import { review } from "../../src/practice/review.ts";
import { roadmap } from "../../src/practice/roadmap.ts";
import { weekAfter, weekOf } from "../../src/practice/week.ts";
import { type Journal, journals, runs } from "../sample/journals.ts";
import {
  keep,
  type PackLine,
  recomputeCard,
  recomputeReminders,
  recomputeReview,
  recomputeRoadmap,
  type View,
} from "./recompute.ts";

const LINES: readonly PackLine[] = [
  { id: "l-shared", triggers: ["tools_process", "saying_no"], text: "It is what it is." },
  { id: "l-any", triggers: ["tools_process", "own_load"], text: "One thing at a time.", starter: true },
  { id: "l-no", triggers: ["saying_no"], text: "A clear no, said kindly.", if: "I say no", then: "say what I can" },
  { id: "l-no-2", triggers: ["saying_no", "rude_tone"], text: "No is an answer.", starter: true },
  { id: "l-rude", triggers: ["rude_tone"], text: "They are loud at the problem.", starter: true },
  { id: "l-new", triggers: [], text: "The next caller is new.", starter: true },
  { id: "l-own", triggers: ["own_load"], text: "I may rest." },
];
const ISSUES: Record<string, string> = { saying_no: "Saying no", rude_tone: "Rude words", own_load: "My own load" };

const triggersOf = (): never[] =>
  Object.entries(ISSUES).map(([id, issue]) => ({ id, issue, label: `${issue}!` })) as never[];

const content = { lines: LINES, triggers: triggersOf(), quotations: [] };

/** Scores within a millionth, everything else to the letter. */
function expectSame(actual: unknown, expected: unknown): void {
  const split = (value: unknown): { readonly text: string; readonly scores: readonly number[] } => {
    const scores: number[] = [];
    const text = JSON.stringify(value, (key, part: unknown) => {
      if (key !== "score" || typeof part !== "number") return sorted(part);
      scores.push(part);
      return "a score";
    });
    return { text, scores };
  };
  const [own, other] = [split(actual), split(expected)];
  expect(JSON.parse(own.text)).toEqual(JSON.parse(other.text));
  own.scores.forEach((score, index) => {
    expect(Math.abs(score - (other.scores[index] ?? NaN))).toBeLessThanOrEqual(5.001e-7);
  });
}

function sorted(part: unknown): unknown {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const view: fc.Arbitrary<View> = fc.oneof(
  fc.constant({}),
  fc.constantFrom("2026-11-22", "2026-11-20", "2026-10-01", "2026-01-01", "2027-01-01").map((since) => ({ since })),
  fc.constant({ all: true }),
);
const moment = fc.integer({ min: -10, max: 130 * 48 }).map((back) => {
  const at = new Date(Date.parse("2026-11-22T12:00:00Z") - back * 1_800_000).toISOString();
  return { at, shift: at.slice(0, 10) };
});

/** The journal as a moment knows it. */
function known(journal: Journal, now: Journal["now"]): Journal {
  const { entries, plans, reminders: marks, reviews } = journal;
  return {
    ...journal,
    now,
    entries: keep(entries, now.at),
    plans: keep(plans, now.at),
    reminders: keep(marks, now.at),
    reviews: keep(reviews, now.at),
  };
}

describe("the views agree with a plain recomputation", () => {
  test("roadmap", () => {
    fc.assert(
      fc.property(journals(130, 40), view, (journal, chosen) => {
        expectSame(roadmap({ ...journal, ...chosen }), recomputeRoadmap(journal, chosen));
      }),
      runs(1000),
    );
  });

  test("roadmap of years", () => {
    fc.assert(
      fc.property(journals(1500, 60), view, (journal, chosen) => {
        expectSame(roadmap({ ...journal, ...chosen }), recomputeRoadmap(journal, chosen));
      }),
      runs(200),
    );
  });

  test("roadmap as of an earlier moment", () => {
    fc.assert(
      fc.property(journals(130, 30), moment, (journal, now) => {
        const seen = { entries: asOf(journal.entries, now.at), plans: asOf(journal.plans, now.at) };
        expectSame(roadmap({ ...journal, ...seen, now }), recomputeRoadmap(known(journal, now)));
      }),
      runs(600),
    );
  });

  test("reminders and card", () => {
    fc.assert(
      fc.property(journals(110, 25), (journal) => {
        expectSame(reminders({ ...journal, content }), recomputeReminders(journal, LINES));
        const { plans, lines } = card({ ...journal, content, breath: "Breathe." });
        expectSame({ plans, lines }, recomputeCard(journal, LINES, ISSUES));
      }),
      runs(800),
    );
  });

  test("review of this week and of earlier ones", () => {
    fc.assert(
      fc.property(journals(60, 40), fc.integer({ min: -1, max: 3 }), (journal, back) => {
        const week = weekAfter(weekOf(journal.now.shift, journal.settings.weekStart), -back);
        expectSame(review({ ...journal, week }), recomputeReview(journal, back));
        if (back === 0) expect(review(journal)).toEqual(review({ ...journal, week }));
      }),
      runs(800),
    );
  });

  test("the order in which entries arrive makes no difference", () => {
    fc.assert(
      fc.property(journals(130, 40), (journal) => {
        const reversed = { ...journal, entries: journal.entries.toReversed(), plans: journal.plans.toReversed() };
        expect(roadmap(reversed)).toEqual(roadmap(journal));
        expect(review(reversed)).toEqual(review(journal));
      }),
      runs(200),
    );
  });
});
