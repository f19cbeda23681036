import { describe, expect, test } from "vitest";
import { strengthChanges } from "../../src/practice/change.ts";
import { frequentReactions, frequentTriggers, usualStage } from "../../src/practice/frequent.ts";
import { ledgerOf } from "../../src/practice/ledger.ts";
import type { ReviewRecord } from "../../src/practice/records.ts";
import { review, reviewSpans } from "../../src/practice/review.ts";
import { changedSince, figuresOf, offCourse } from "../../src/practice/review-figures.ts";
import { focusIdeas, planToDecide, raiseEvidence } from "../../src/practice/review-questions.ts";
import type { PracticeSettings, ReviewWeek } from "../../src/practice/shapes.ts";
import { steadyPlaces, stopEvidence } from "../../src/practice/stop-evidence.ts";
import { resolver } from "../../src/practice/triggers.ts";
import type { Entry, Reflection } from "../../src/reflection/entry.ts";
import { practice, reflection } from "../sample/entries.ts";

const TODAY = "2026-11-22";
const SPAN = { from: "2026-11-16", to: TODAY };

function reviewed(entries: readonly Entry[], week?: string, weekStart: PracticeSettings["weekStart"] = "monday") {
  const input = practice(entries);
  return review({ ...input, settings: { ...input.settings, weekStart }, reviews: [], week });
}

const end = (shift: string, carry: number | undefined, n = 0): Entry => ({
  id: `end-${shift}-${n}`,
  kind: "end",
  at: `${shift}T23:0${n}:00Z`,
  shift,
  ...(carry === undefined ? {} : { carry }),
});

describe("a week", () => {
  test("without entries is all zeros, and so is the one before", () => {
    const none = {
      entries: 0,
      shifts: 0,
      wins: 0,
      topTriggers: [],
      stages: {},
      strengthMedian: null,
      held: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
      plans: { used: 0, held: 0, forgotten: 0 },
      carry: { 0: 0, 1: 0, 2: 0, 3: 0 },
    };
    expect(reviewed([])).toEqual({
      week: "2026-W47",
      ...SPAN,
      ...none,
      previous: { week: "2026-W46", from: "2026-11-09", to: "2026-11-15", ...none },
      answers: null,
      focus: null,
    });
  });

  test("has its fields in the promised order", () => {
    expect(Object.keys(reviewed([]))).toEqual(
      "week from to entries shifts wins topTriggers stages strengthMedian held plans carry previous answers focus".split(" "),
    );
  });

  test("holds its seven shift-days, whatever the clock said", () => {
    const entries = [
      reflection("2026-11-15"),
      reflection("2026-11-16"),
      reflection("2026-11-22", { at: "2026-11-23T03:00:00+01:00" }),
      reflection("2026-11-23"),
    ];
    expect(reviewed(entries)).toMatchObject({ entries: 2, previous: { entries: 1 } });
    expect(reviewed(entries, "2026-W48")).toMatchObject({ entries: 1, previous: { entries: 2 } });
    expect(reviewed(entries, "2026-W47", "sunday")).toMatchObject({ from: "2026-11-15", to: "2026-11-21", entries: 2 });
  });

  test("names triggers by count, then score, then vocabulary; three at most and never threats", () => {
    const entries = [
      ...[1, 2, 3].map((n) => reflection(TODAY, { trigger: "threat_harassment", id: `t${n}` }, n)),
      ...[1, 2].map((n) => reflection(TODAY, { trigger: "own_load", id: `o${n}` }, n)),
      reflection(TODAY, { trigger: "saying_no", strength: 1, id: "n" }),
      reflection(TODAY, { trigger: "dishonest", strength: 2, id: "d" }),
      reflection(TODAY, { trigger: "rude_tone", strength: 1, id: "r" }),
    ];
    expect(reviewed(entries).topTriggers).toEqual([
      { trigger: "own_load", count: 2 },
      { trigger: "dishonest", count: 1 },
      { trigger: "rude_tone", count: 1 },
    ]);
  });

  test("takes a score from the whole window, not from the week", () => {
    const entries = [
      reflection(TODAY, { trigger: "saying_no", strength: 2, id: "n" }),
      reflection(TODAY, { trigger: "dishonest", strength: 1, id: "d" }),
      reflection("2026-11-10", { trigger: "dishonest", strength: 10, id: "e" }),
    ];
    expect(reviewed(entries).topTriggers.map(({ trigger }) => trigger)).toEqual(["dishonest", "saying_no"]);
  });

  test("counts what came home once a shift: the last end that says it, else the highest of its entries", () => {
    const entries = [
      reflection("2026-11-16", { carry: 3 }),
      end("2026-11-16", 0),
      reflection("2026-11-17", { carry: 1 }),
      reflection("2026-11-17", { carry: 2 }, 1),
      end("2026-11-17", undefined),
      reflection("2026-11-18", { carry: 1 }),
      end("2026-11-19", 1),
      end("2026-11-19", 3, 1),
      reflection("2026-11-20"),
    ];
    expect(reviewed(entries)).toMatchObject({ shifts: 5, carry: { 0: 1, 1: 1, 2: 1, 3: 1 } });
  });

  test("counts plans by what its cases say", () => {
    const entries = [
      reflection(TODAY, { planUse: "used", held: 4 }, 1),
      reflection(TODAY, { planUse: "used", held: 3 }, 2),
      reflection(TODAY, { planUse: "used" }, 3),
      reflection(TODAY, { planUse: "forgot", held: 5 }, 4),
      reflection(TODAY, { planUse: "not_needed", held: 5 }, 5),
    ];
    expect(reviewed(entries).plans).toEqual({ used: 3, held: 1, forgotten: 1 });
    expect(reviewed(entries).held).toEqual({ 1: 0, 2: 0, 3: 1, 4: 1, 5: 2 });
  });

  test("brings its own answers and focus, not those of another week", () => {
    const answers = { better: "sooner", offCourse: null, helped: null, plan: "keep", raise: null };
    const record = (week: string, focus: string | null): ReviewRecord => ({
      id: `review:${week}`,
      at: "2026-11-22T20:00:00Z",
      week,
      answers,
      focus,
    });
    const input = { ...practice([]), reviews: [record("2026-W47", "one"), record("2026-W46", "two")] };
    expect(review(input)).toMatchObject({ answers, focus: "one" });
    expect(review({ ...input, week: "2026-W46" })).toMatchObject({ answers, focus: "two" });
    expect(review({ ...input, week: "2026-W45" })).toMatchObject({ answers: null, focus: null });
  });

  test("may be the 53rd, and the one before the first", () => {
    const now = { at: "2027-01-03T12:00:00Z", shift: "2027-01-03" };
    const input = { ...practice([]), reviews: [], now };
    expect(review(input)).toMatchObject({ week: "2026-W53", to: "2027-01-03" });
    expect(review({ ...input, week: "2027-W01" }).previous.week).toBe("2026-W53");
  });

  test("is no week where the calendar has none", () => {
    expect(() => reviewed([], "2025-W53")).toThrow("2025-W53 is no week");
  });

  test("says which shift-days it reads", () => {
    expect(reviewSpans({ ...practice([]), week: "2026-W20" })).toEqual([
      { from: "2026-05-04", to: "2026-05-17" },
      { from: "2026-08-31", to: TODAY },
    ]);
  });
});

describe("since a review was written", () => {
  const figures = figuresOf(reviewed([reflection(TODAY, { strength: 4, held: 2, stage: "close" }), end(TODAY, 1)]));
  const record = (kept: ReviewWeek | undefined): ReviewRecord => ({
    id: "review:2026-W47",
    at: "2026-11-22T20:00:00Z",
    week: "2026-W47",
    answers: { better: null, offCourse: null, helped: null, plan: null, raise: null },
    focus: null,
    ...(kept === undefined ? {} : { figures: kept }),
  });

  test("nothing changed while the week stands as it stood", () => {
    expect(changedSince(record(JSON.parse(JSON.stringify(figures)) as ReviewWeek), figures)).toEqual([]);
    expect(changedSince(record(undefined), figures)).toEqual([]);
  });

  test("what changed is named", () => {
    const edited = reviewed([reflection(TODAY, { strength: 6, held: 4, stage: "close" }), end(TODAY, 1)]);
    expect(changedSince(record(figures), edited)).toEqual(["strength", "held"]);
    expect(changedSince(record(figures), reviewed([end(TODAY, 1)]))).toEqual([
      "entries",
      "strength",
      "held",
      "triggers",
      "stages",
    ]);
  });
});

describe("the questions", () => {
  const planned = (trigger: string, uses: string, shift = "2026-11-01"): Reflection[] => [
    reflection(shift, { trigger, id: `${trigger}-0`, plan: { if: "x", then: `do ${trigger}` } }),
    ...Array.from(uses, (sign, n) => {
      const answers = sign === "f" ? ({ planUse: "forgot" } as const) : { planUse: "used" as const, held: sign === "+" ? 5 : 1 };
      return reflection(shift, { trigger, id: `${trigger}-${n + 1}`, ...answers }, n + 1);
    }),
  ];
  const came = (trigger: string): Reflection => reflection(TODAY, { trigger, id: `${trigger}-now` });
  const decide = (entries: readonly Entry[]) => planToDecide({ ...practice(entries), span: SPAN })?.trigger;

  test("ask about a plan of this week before others", () => {
    expect(decide([])).toBeUndefined();
    expect(decide([...planned("rude_tone", "ffff"), ...planned("saying_no", "++++++++"), came("saying_no")])).toBe("saying_no");
    expect(decide([...planned("saying_no", "++++++++"), ...planned("rude_tone", "ffff")])).toBe("rude_tone");
  });

  test("ask about the one that slips, then that does not work, is mixed, too early, works", () => {
    const plans: [string, string][] = [
      ["saying_no", "++++++++"],
      ["rude_tone", "++"],
      ["dishonest", "++++----"],
      ["own_load", "--------"],
      ["team_mood", "ff++"],
    ];
    const order: (string | undefined)[] = [];
    for (let left = plans; left.length > 0; left = left.filter(([trigger]) => trigger !== order.at(-1))) {
      order.push(decide(left.flatMap(([trigger, uses]) => [...planned(trigger, uses), came(trigger)])));
    }
    expect(order).toEqual(["team_mood", "own_load", "dishonest", "rude_tone", "saying_no"]);
  });

  test("suggest to use the plan, or to rehearse it when it slips, and to rehearse another", () => {
    const ideas = (entries: readonly Entry[]) =>
      focusIdeas({ ...practice(entries), span: SPAN }).map(({ type, then }) => `${type}: ${then}`);
    expect(ideas([])).toEqual([]);
    expect(ideas(planned("rude_tone", "ffff"))).toEqual(["rehearse: do rude_tone"]);
    expect(ideas([...planned("rude_tone", "+"), ...planned("saying_no", "++++++++")])).toEqual(["use: do rude_tone"]);
    expect(ideas([...planned("saying_no", "++"), came("saying_no"), ...planned("rude_tone", "ffff")])).toEqual([
      "use: do saying_no",
      "rehearse: do rude_tone",
    ]);
  });

  test("show since when there is something to raise, and how often it was not mine", () => {
    const notMine = { trigger: "tools_process", control: "not_mine" } as const;
    const entries = [
      reflection("2026-08-30", notMine),
      reflection("2026-09-02", { ...notMine, control: "mine" }),
      reflection("2026-09-01", notMine),
      reflection("2026-09-03", notMine),
      reflection("2026-09-04", { trigger: "tools_process" }),
      reflection("2026-08-31", { trigger: "rude_tone" }),
    ];
    expect(raiseEvidence(practice(entries))).toEqual([
      { trigger: "tools_process", count: 4, since: "2026-09-01", notMine: 2, answered: 3 },
    ]);
  });

  test("offer where it went off course: what came up twice, else the first", () => {
    const top = (...counts: [string, number][]) =>
      offCourse({ entries: 9, topTriggers: counts.map(([trigger, count]) => ({ trigger, count })) });
    expect(top(["rude_tone", 4], ["saying_no", 2], ["own_load", 1])).toEqual([
      { trigger: "rude_tone", k: 4, n: 9 },
      { trigger: "saying_no", k: 2, n: 9 },
    ]);
    expect(top(["rude_tone", 1], ["saying_no", 1])).toEqual([{ trigger: "rude_tone", k: 1, n: 9 }]);
    expect(top()).toEqual([]);
  });
});

describe("a change of strength", () => {
  const changes = (...strengths: number[]) => {
    const entries = strengths.map((strength, n) => reflection(TODAY, { strength }, n));
    return strengthChanges(ledgerOf({ entries, plans: [], resolve: resolver([]) }));
  };
  const eight = (strength: number): number[] => new Array<number>(8).fill(strength);

  test("is told from 16 strengths and 2 points, the last 8 against the 8 before", () => {
    expect(changes(...eight(8), ...eight(6))).toEqual([{ trigger: "saying_no", before: 8, now: 6 }]);
    expect(changes(...eight(4), ...eight(6))).toEqual([{ trigger: "saying_no", before: 4, now: 6 }]);
    expect(changes(...eight(8), ...eight(7))).toEqual([]);
    expect(changes(...eight(8), ...eight(6).slice(1))).toEqual([]);
    expect(changes(0, 0, 0, ...eight(8), ...eight(6))).toEqual([{ trigger: "saying_no", before: 8, now: 6 }]);
    expect(changes(...eight(8), 6, 6, 6, 6, 7, 7, 7, 7)).toEqual([]);
    expect(changes(2, 2, 2, 2, 2, 2, 8, 8, 4, 4, 4, 4, 4, 4, 4, 4)).toEqual([{ trigger: "saying_no", before: 2, now: 4 }]);
    expect(changes(2, 2, 2, 2, 2, 9, 9, 9, 4, 4, 4, 4, 4, 9, 9, 9)).toEqual([{ trigger: "saying_no", before: 2, now: 4 }]);
  });
});

describe("what comes up often", () => {
  const often = (...triggers: string[]) => triggers.map((trigger, n) => reflection(TODAY, { trigger, id: `o${n}` }, n));

  test("is offered first, filled up with what is usual", () => {
    expect(frequentTriggers({ entries: [], triggers: [] })).toEqual([
      "rude_tone",
      "saying_no",
      "already_angry",
      "tools_process",
      "wont_listen",
    ]);
    const entries = often("own_load", "saying_no", "dishonest", "own_load", "my-old", "my-no");
    const triggers = [
      { id: "my-no", at: "2026-11-01T00:00:00Z", label: "x", mergedInto: "saying_no" },
      { id: "my-old", at: "2026-11-01T00:00:00Z", label: "x", retired: true as const },
    ];
    expect(frequentTriggers({ entries, triggers })).toEqual([
      "saying_no",
      "own_load",
      "dishonest",
      "rude_tone",
      "already_angry",
    ]);
  });

  test("includes the stage: the person's own, else the usual one, else none", () => {
    const content = { triggers: [{ id: "saying_no", stage: "limit_no" }] } as unknown as Parameters<typeof usualStage>[2];
    const stage = (trigger: string, entries: readonly Entry[]) => usualStage(trigger, { entries, triggers: [] }, content);
    expect(stage("saying_no", [reflection(TODAY, { stage: "close" }), reflection(TODAY, { stage: "before" }, 1)])).toBe("before");
    expect(stage("saying_no", [reflection(TODAY)])).toBe("limit_no");
    expect(stage("my-no", [reflection(TODAY, { stage: "close" })])).toBeNull();
  });

  test("includes reactions, staying steady first", () => {
    expect(frequentReactions({ entries: [] })).toEqual([
      "held_steady",
      "tight_body",
      "rushed",
      "argued",
      "took_personally",
    ]);
    const entries = [["snapped"], ["snapped", "gave_in"], ["held_steady"]].map((reactions, n) =>
      reflection(TODAY, { reactions }, n),
    );
    expect(frequentReactions({ entries })).toEqual(["held_steady", "snapped", "gave_in", "tight_body", "rushed"]);
  });
});

describe("what texts say beyond the figures", () => {
  const answered = (fields: readonly Partial<Reflection>[]) =>
    stopEvidence(practice(fields.map((field, n) => reflection(TODAY, field, n))))[0];

  test("a need stands out with more than half of at least three", () => {
    expect(answered([{ need: "heard" }, { need: "heard" }, { need: "fast" }, {}])?.need).toBe("heard");
    expect(answered([{ need: "heard" }, { need: "heard" }])?.need).toBeNull();
    expect(answered([{ need: "heard" }, { need: "heard" }, { need: "fast" }, { need: "other" }])?.need).toBeNull();
  });

  test("somebody is steady with 4 or 5 in most of at least three, and not with threats", () => {
    const steady = (trigger: string, ...held: number[]) =>
      steadyPlaces(stopEvidence(practice(held.map((answer, n) => reflection(TODAY, { trigger, held: answer }, n))))).map(
        ({ share }) => `${share.k} of ${share.n}`,
      );
    expect(steady("saying_no", 4, 5, 1)).toEqual(["2 of 3"]);
    expect(steady("saying_no", 4, 5)).toEqual([]);
    expect(steady("saying_no", 4, 5, 3, 3)).toEqual([]);
    expect(steady("threat_harassment", 5, 5, 5)).toEqual([]);
  });
});
