import { describe, expect, test } from "vitest";
import type { PlanChange } from "../../src/practice/records.ts";
import { roadmap } from "../../src/practice/roadmap.ts";
import type { Stop } from "../../src/practice/shapes.ts";
import type { Entry, Reflection } from "../../src/reflection/entry.ts";
import { practice, reflection } from "../sample/entries.ts";

const TODAY = "2026-11-22";

function scoreOf(...entries: Reflection[]): number | null | undefined {
  const road = roadmap(practice(entries));
  return [...road.stops, ...road.seenOnce][0]?.score;
}

function stopOf(entries: readonly Entry[], plans: readonly PlanChange[] = []): Stop | undefined {
  const road = roadmap(practice(entries, { plans }));
  return [...road.stops, ...road.raise, ...road.seenOnce, ...road.support].find(({ trigger }) => trigger === "saying_no");
}

describe("the score", () => {
  test.each([
    [{ strength: 10, held: 1, carry: 3 }, 1],
    [{ strength: 0, held: 5, carry: 0 }, 0],
    [{ strength: 6, held: 3, carry: 1 }, 0.3 + 0.15 + 0.2 / 3],
    [{ strength: 6 }, 0.6],
    [{ held: 2 }, 0.75],
    [{ carry: 1 }, 1 / 3],
    [{ strength: 6, held: 2 }, (0.3 + 0.225) / 0.8],
    [{ held: 2, carry: 3 }, (0.225 + 0.2) / 0.5],
    [{}, 0],
  ])("of %j today is %f", (fields, score) => {
    expect(scoreOf(reflection(TODAY, fields))).toBeCloseTo(score, 6);
  });

  test.each([
    ["2026-11-22", 1],
    ["2026-11-21", 0.967532],
    ["2026-11-01", 0.5],
    ["2026-10-11", 0.25],
    ["2026-08-31", 0.064597],
  ])("of the hardest case on %s is %f", (shift, score) => {
    expect(scoreOf(reflection(shift, { strength: 10 }))).toBe(score);
  });

  test("ages by shift-day, not by the clock", () => {
    const entry = reflection("2026-11-01", { strength: 10, at: "2026-11-22T03:00:00+01:00" });
    expect(scoreOf(entry)).toBe(0.5);
  });

  test("adds up, and uses the person's own weights", () => {
    const entries = [reflection(TODAY, { strength: 10 }), reflection("2026-11-01", { strength: 6, held: 5 }, 1)];
    expect(scoreOf(...entries)).toBeCloseTo(1 + 0.5 * (0.3 / 0.8), 6);
    const { settings } = practice([]);
    const weights = { strength: 1, held: 0, carry: 0, halfLifeDays: 7 };
    expect(roadmap(practice(entries, { settings: { ...settings, weights } })).stops[0]?.score).toBeCloseTo(1.075, 6);
  });
});

describe("the window", () => {
  const edge = [reflection("2026-08-31"), reflection("2026-08-30"), reflection(TODAY), reflection("2026-11-23")];

  test("is the 84 shift-days that end with now's", () => {
    const { from, to, entries, shifts } = roadmap(practice(edge));
    expect({ from, to, entries, shifts }).toEqual({ from: "2026-08-31", to: TODAY, entries: 2, shifts: 2 });
  });

  test("can begin elsewhere", () => {
    const { from, to, entries } = roadmap({ ...practice(edge), since: "2026-08-30" });
    expect({ from, to, entries }).toEqual({ from: "2026-08-30", to: TODAY, entries: 3 });
  });

  test("can be everything, what is dated ahead too, at age 0", () => {
    const { from, to, entries } = roadmap({ ...practice(edge), all: true });
    expect({ from, to, entries }).toEqual({ from: "2026-08-30", to: "2026-11-23", entries: 4 });
    const ahead = roadmap({ ...practice([reflection("2026-12-22", { strength: 10 })]), all: true });
    expect(ahead.stops[0]?.score).toBe(1);
  });

  test("of an empty journal is empty", () => {
    const none = { top: [], stops: [], raise: [], seenOnce: [], support: [], entries: 0, shifts: 0, goal: null };
    expect(roadmap(practice([]))).toEqual({ from: "2026-08-31", to: TODAY, ...none });
    expect(roadmap({ ...practice([]), all: true })).toEqual({ from: TODAY, to: TODAY, ...none });
  });

  test("counts shifts with any record, and reflections only as entries", () => {
    const win: Entry = { id: "w", kind: "win", at: "2026-11-20T12:00:00Z", shift: "2026-11-20", what: "x" };
    const { entries, shifts } = roadmap(practice([win, reflection(TODAY), reflection(TODAY, {}, 1)]));
    expect({ entries, shifts }).toEqual({ entries: 2, shifts: 2 });
  });

  test("does not bound the evidence for a plan", () => {
    const old = reflection("2026-01-01", { plan: { if: "x", then: "y" } });
    const uses = [2, 3].map((month) => reflection(`2026-0${month}-01`, { planUse: "used", held: 4 }));
    expect(stopOf([old, ...uses, reflection(TODAY)])).toMatchObject({ count: 1, planUses: 2, planHeld: 2 });
  });
});

describe("the route", () => {
  const routes = (...entries: Reflection[]): Record<string, string[]> => {
    const { stops, raise, seenOnce, support } = roadmap(practice(entries));
    const ids = (some: readonly Stop[]): string[] => some.map(({ trigger }) => trigger);
    return { stops: ids(stops), raise: ids(raise), seenOnce: ids(seenOnce), support: ids(support) };
  };
  const none = { stops: [], raise: [], seenOnce: [], support: [] };

  const theirs = { control: "not_mine" } as const;
  const mine = { control: "mine" } as const;
  const shared = { control: "shared", strength: 10 } as const;

  test.each([
    ["one entry", [{}], "seenOnce"],
    ["one with strength 7", [{ strength: 7 }], "seenOnce"],
    ["one with strength 8", [{ strength: 8 }], "stops"],
    ["two entries", [{}, {}], "stops"],
    ["not mine once", [theirs], "seenOnce"],
    ["not mine twice", [theirs, theirs], "raise"],
    ["not mine twice, six without an answer", [theirs, theirs, {}, {}, {}, {}, {}, {}], "raise"],
    ["not mine in half", [theirs, theirs, mine, shared], "stops"],
    ["not mine in three of five", [theirs, theirs, theirs, mine, shared], "raise"],
  ] as const)("of %s", (_, fields, route) => {
    const entries = fields.map((field, n) => reflection(TODAY, field, n));
    expect(routes(...entries)).toEqual({ ...none, [route]: ["saying_no"] });
  });

  test("of threats is support, however many and whoever's they are, without score, plan or verdict", () => {
    const entries = [1, 2, 3, 4, 5].map((n) =>
      reflection(
        TODAY,
        {
          trigger: "threat_harassment",
          control: "not_mine",
          strength: 9,
          planUse: n === 1 ? "not_needed" : "forgot",
          plan: { if: "x", then: "y" },
        },
        n,
      ),
    );
    expect(routes(...entries)).toEqual({ ...none, support: ["threat_harassment"] });
    expect(roadmap(practice(entries)).support[0]).toMatchObject({
      count: 5,
      plan: null,
      planForgotten: 0,
      verdict: "too_early",
      score: null,
    });
  });
});

describe("the order", () => {
  test("of stops is the road, then the score; those without a stage come last", () => {
    const twice = (trigger: string, fields: Partial<Reflection>): Reflection[] =>
      [1, 2].map((n) => reflection(TODAY, { trigger, id: `${trigger}${n}`, ...fields }, n));
    const road = roadmap(
      practice([
        ...twice("own_load", { strength: 9 }),
        ...twice("saying_no", { stage: "limit_no", strength: 2 }),
        ...twice("rude_tone", { stage: "limit_no", strength: 5 }),
        ...twice("already_angry", { stage: "greeting", strength: 1 }),
      ]),
    );
    expect(road.stops.map(({ trigger }) => trigger)).toEqual(["already_angry", "rude_tone", "saying_no", "own_load"]);
    expect(road.top).toEqual(["own_load", "rude_tone", "saying_no"]);
  });

  test("of equal scores is the vocabulary, then personal triggers by id, though floating point adds up otherwise", () => {
    const strengths = [1, 2, 7];
    const cases = (trigger: string, order: readonly number[]): Reflection[] =>
      order.map((place, n) => reflection(TODAY, { trigger, id: `${trigger}-${n}`, strength: strengths[place] ?? 0 }, n));
    const road = roadmap(
      practice([
        ...cases("zebra", [0, 1, 2]),
        ...cases("aardvark", [2, 1, 0]),
        ...cases("own_load", [1, 2, 0]),
        ...cases("rude_tone", [2, 0, 1]),
      ]),
    );
    expect(road.stops.map(({ trigger }) => trigger)).toEqual(["rude_tone", "own_load", "aardvark", "zebra"]);
  });
});

describe("a stop", () => {
  test("has the most frequent stage, the earlier one where two tie, and none where none was named", () => {
    const stages = ["close", "limit_no", "close", "limit_no", "greeting"] as const;
    expect(stopOf(stages.map((stage, n) => reflection(TODAY, { stage }, n)))).toMatchObject({
      stage: "limit_no",
      stages: { greeting: 1, limit_no: 2, close: 2 },
    });
    expect(stopOf([reflection(TODAY)])).toMatchObject({ stage: null, stages: {}, strength: null, reactions: [] });
  });

  test("has the middle strength, the mean of the middle two where they are even", () => {
    const strengths = [9, 2, 6, 7];
    expect(stopOf(strengths.map((strength, n) => reflection(TODAY, { strength }, n)))?.strength).toEqual({
      median: 6.5,
      min: 2,
      max: 9,
    });
  });

  test("has reactions by count, then by vocabulary", () => {
    const named = [["rushed", "held_steady"], ["held_steady", "argued"], ["tight_body"]];
    expect(stopOf(named.map((reactions, n) => reflection(TODAY, { reactions }, n)))?.reactions).toEqual([
      { id: "held_steady", count: 2 },
      { id: "tight_body", count: 1 },
      { id: "argued", count: 1 },
      { id: "rushed", count: 1 },
    ]);
  });

  test("was last seen in the shift of its latest entry", () => {
    const late = reflection("2026-11-10", { at: "2026-11-21T12:00:00+01:00" });
    expect(stopOf([late, reflection("2026-11-20")])?.lastSeen).toBe("2026-11-10");
  });
});

describe("a plan in force", () => {
  const A = { if: "a caller shouts", then: "breathe out" };
  const B = { if: "a caller shouts", then: "wait" };
  const day = (n: number, fields: Partial<Reflection> = {}): Reflection =>
    reflection(`2026-11-${String(n).padStart(2, "0")}`, fields);
  const change = (n: number, plan: PlanChange["plan"], id = `p${n}`): PlanChange => ({
    id,
    at: `2026-11-${String(n).padStart(2, "0")}T12:00:00+01:00`,
    trigger: "saying_no",
    plan,
  });
  const held = { planUse: "used", held: 5 } as const;
  const figures = (stop: Stop | undefined) => [stop?.plan?.then, stop?.plan?.since.slice(8, 10), stop?.planUses];

  test("an entry that brings a wording counts for the one before it", () => {
    expect(figures(stopOf([day(1, { ...held, plan: A }), day(2, held), day(3, { ...held, plan: B }), day(4, held)]))).toEqual([
      "wait",
      "03",
      1,
    ]);
    expect(stopOf([day(1, { ...held, plan: A })])).toMatchObject({ planUses: 0, planHeld: 0 });
  });

  test("uses before any plan count for nothing", () => {
    expect(stopOf([day(1, held), day(2, { planUse: "forgot" })])).toMatchObject({
      plan: null,
      planUses: 0,
      planForgotten: 0,
      verdict: "too_early",
    });
  });

  test("the same wording in other white space goes on, and the latest text is shown", () => {
    const spaced = { if: " a  caller\nshouts", then: "breathe out " };
    expect(stopOf([day(1, { plan: A }), day(2, held), day(3, { ...held, plan: spaced })])).toMatchObject({
      plan: { ...spaced, since: "2026-11-01T12:00:00+01:00" },
      planUses: 2,
    });
  });

  test("another capital is another wording", () => {
    const capital = { if: "A caller shouts", then: "breathe out" };
    expect(figures(stopOf([day(1, { plan: A }), day(2, held), day(3, { plan: capital })]))).toEqual(["breathe out", "03", 0]);
  });

  test("going back to an old wording starts anew", () => {
    expect(
      figures(stopOf([day(1, { plan: A }), day(2, held), day(3, { ...held, plan: B }), day(4, { plan: A }), day(5, held)])),
    ).toEqual(["breathe out", "04", 1]);
  });

  test("a later rewording in the book takes over, an earlier one does not", () => {
    expect(figures(stopOf([day(2, { plan: A }), day(3, held), day(5, held)], [change(4, B)]))).toEqual(["wait", "04", 1]);
    expect(figures(stopOf([day(2, { plan: A }), day(3, held)], [change(1, B)]))).toEqual(["breathe out", "02", 1]);
    expect(figures(stopOf([day(2, { plan: A }), day(3, held)], [change(2, B)]))).toEqual(["wait", "02", 1]);
  });

  test("a rewording to the same words changes nothing", () => {
    expect(figures(stopOf([day(1, { plan: A }), day(2, held), day(4, held)], [change(3, A)]))).toEqual([
      "breathe out",
      "01",
      2,
    ]);
  });

  test("a dropped plan is gone, with its evidence, until it is written again", () => {
    const entries = [day(1, { plan: A }), day(2, held), day(4, held)];
    expect(stopOf(entries, [change(3, null)])).toMatchObject({ plan: null, planUses: 0 });
    expect(figures(stopOf([...entries, day(5, { ...held, plan: A }), day(6, held)], [change(3, null)]))).toEqual([
      "breathe out",
      "05",
      1,
    ]);
  });

  test("follows a merged trigger, its entries and its rewordings", () => {
    const triggers = [{ id: "my-no", at: "2026-11-01T00:00:00Z", label: "My no", mergedInto: "saying_no" }];
    const entries = [day(1, { plan: A }), day(2, { ...held, trigger: "my-no" }), day(4, held)];
    const plans = [{ ...change(3, B), trigger: "my-no" }];
    const road = roadmap(practice(entries, { plans, triggers }));
    expect(road.stops.map(({ trigger, count, planUses, plan }) => [trigger, count, planUses, plan?.then])).toEqual([
      ["saying_no", 3, 1, "wait"],
    ]);
  });
});
