import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Ledger, ledgerOf } from "../../src/practice/ledger.ts";
import { asOf, instant } from "../../src/practice/moments.ts";
import { foldTallies, isFresh, type MonthTally, planPast, reachOf, separable, tallyMonth } from "../../src/practice/months.ts";
import type { PlanChange } from "../../src/practice/records.ts";
import { roadmap } from "../../src/practice/roadmap.ts";
import { resolver } from "../../src/practice/triggers.ts";
import { addDays } from "../../src/reflection/moment.ts";
import type { Entry } from "../../src/reflection/entry.ts";
import { type Journal, journals, runs } from "../sample/journals.ts";

function monthsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const month = entry.shift.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months.keys()].sort().map((month) => months.get(month) ?? []);
}

/** What a reader of tallies does: fold what can be folded, read the rest. */
function fromTallies(journal: Journal): { readonly past: Ledger; readonly entries: readonly Entry[] } {
  const resolve = resolver(journal.triggers);
  const first = addDays(journal.now.shift, -83).slice(0, 7);
  const months = monthsOf(journal.entries);
  const old = months.filter(([entry]) => (entry?.shift ?? "") < first);
  const read = months.filter(([entry]) => (entry?.shift ?? "") >= first).flat();
  const tallies = old.map((month) => tallyMonth(month, journal.plans, resolve));
  const stored = JSON.parse(JSON.stringify(tallies)) as MonthTally[];
  const plan = planPast(stored, reachOf(read));
  const folded = plan.fold.map((group) => {
    const together = group.flatMap((index) => old[index] ?? []);
    const kept = group.length === 1 ? stored[group[0] ?? 0] : undefined;
    return kept ?? tallyMonth(together, journal.plans, resolve);
  });
  const past = foldTallies(folded, journal.plans, resolve);
  return {
    past: JSON.parse(JSON.stringify(past)) as Ledger,
    entries: [...read, ...plan.read.flatMap((index) => old[index] ?? [])],
  };
}

const moment = fc.integer({ min: 0, max: 400 * 48 }).map((back) => {
  const at = new Date(Date.parse("2026-11-22T12:00:00Z") - back * 1_800_000).toISOString();
  return { at, shift: at.slice(0, 10) };
});

describe("a journal folded month by month", () => {
  test("says what the whole journal says", () => {
    fc.assert(
      fc.property(journals(500, 60), (journal) => {
        const { past, entries } = fromTallies(journal);
        const resolve = resolver(journal.triggers);
        expect(ledgerOf({ entries, plans: journal.plans, resolve, past })).toEqual(
          ledgerOf({ entries: journal.entries, plans: journal.plans, resolve }),
        );
        expect(roadmap({ ...journal, entries, past })).toEqual(roadmap(journal));
      }),
      runs(800),
    );
  });

  test("and as of an earlier moment, with only the months wholly before it folded", () => {
    fc.assert(
      fc.property(journals(500, 60), moment, (journal, now) => {
        const seen: Journal = {
          ...journal,
          now,
          entries: asOf(journal.entries, now.at),
          plans: asOf(journal.plans, now.at),
        };
        const { past, entries } = fromTallies(seen);
        expect(roadmap({ ...seen, entries, past })).toEqual(roadmap(seen));
      }),
      runs(400),
    );
  });

  test("is small whatever it stands for", () => {
    const month = (size: number): MonthTally => {
      const entries = Array.from({ length: size }, (_, index): Entry => ({
        id: `e${String(index).padStart(5, "0")}`,
        kind: "reflection",
        at: `2026-03-01T10:00:${String(index % 60).padStart(2, "0")}Z`,
        shift: "2026-03-01",
        trigger: "saying_no",
        planUse: "used",
        strength: 5,
        held: (index % 5) + 1,
        plan: { if: "I say no", then: "say what I can" },
        what: "x".repeat(500),
      }));
      return tallyMonth(entries, [], (trigger) => trigger);
    };
    expect(JSON.stringify(month(2000)).length).toBeLessThan(JSON.stringify(month(40)).length + 20);
  });
});

function change(at: string): PlanChange {
  return { id: `c${at}`, at, trigger: "saying_no", plan: { if: "I say no", then: "wait" } };
}

function reflection(at: string, trigger = "saying_no"): Entry {
  return { id: `e${at}`, kind: "reflection", at, shift: at.slice(0, 10), trigger, planUse: "used", held: 4 };
}

describe("a kept tally", () => {
  const resolve = resolver([]);
  const entries = [reflection("2026-03-02T10:00:00Z"), reflection("2026-03-20T10:00:00Z")];

  test("stays fresh while plans change before and after it", () => {
    const tally = tallyMonth(entries, [change("2026-03-10T10:00:00Z")], resolve);
    const plans = [change("2026-03-02T09:59:59Z"), change("2026-03-10T10:00:00Z"), change("2026-03-20T10:00:01Z")];
    expect(isFresh(tally, plans, resolve)).toBe(true);
  });

  test.each([
    ["a change was added in its time", [change("2026-03-10T10:00:00Z"), change("2026-03-11T10:00:00Z")]],
    ["a change was taken back", []],
    ["a change was worded otherwise", [{ ...change("2026-03-10T10:00:00Z"), plan: { if: "x", then: "y" } }]],
  ])("is stale once %s", (_, plans) => {
    const tally = tallyMonth(entries, [change("2026-03-10T10:00:00Z")], resolve);
    expect(isFresh(tally, plans, resolve)).toBe(false);
  });

  test("is stale once one of its triggers was merged, and only then", () => {
    const tally = tallyMonth([...entries, reflection("2026-03-03T10:00:00Z", "my-noise")], [], resolve);
    const merged = (id: string) =>
      resolver([{ id, at: "2026-04-01T10:00:00Z", label: "x", mergedInto: "own_load" }]);
    expect(isFresh(tally, [], merged("my-parcels"))).toBe(true);
    expect(isFresh(tally, [], merged("my-noise"))).toBe(false);
  });

  test("is stale in another version", () => {
    const tally = { ...tallyMonth(entries, [], resolve), version: 0 } as unknown as MonthTally;
    expect(isFresh(tally, [], resolve)).toBe(false);
  });

  test("counts reflections only", () => {
    const win: Entry = { id: "w", kind: "win", at: "2026-03-31T10:00:00Z", shift: "2026-03-31", what: "x" };
    const tally = tallyMonth([...entries, win], [], resolve);
    expect(tally.reflections).toBe(2);
    expect(tally.last).toBe(instant("2026-03-20T10:00:00Z"));
  });
});

describe("a plan change at the very moment of a month's first or last case", () => {
  const resolve = resolver([]);
  const old: Entry = { ...reflection("2026-01-02T10:00:00Z"), plan: { if: "x", then: "y" } } as Entry;
  const march = [reflection("2026-03-02T10:00:00Z"), reflection("2026-03-20T10:00:00Z")];
  const whole = (plans: readonly PlanChange[]) => ledgerOf({ entries: [old, ...march], plans, resolve }).triggers;
  const folded = (plans: readonly PlanChange[]) =>
    foldTallies([tallyMonth([old], plans, resolve), tallyMonth(march, plans, resolve)], plans, resolve).triggers;

  test.each(["2026-03-02T10:00:00Z", "2026-03-20T10:00:00Z"])("comes after that case (%s)", (at) => {
    const plans = [change(at)];
    expect(folded(plans)).toEqual(whole(plans));
    expect(tallyMonth(march, plans, resolve).changes).toEqual(plans);
    const uses = at === "2026-03-02T10:00:00Z" ? 1 : 0;
    expect(whole(plans)[0]?.plan).toMatchObject({ then: "wait", since: at, evidence: { uses } });
  });

  test("and between months it comes before the later one", () => {
    const plans = [change("2026-02-01T10:00:00Z")];
    expect(folded(plans)).toEqual(whole(plans));
    expect(folded(plans)[0]?.plan).toMatchObject({ then: "wait", evidence: { uses: 2 } });
  });

  test("a month of a single case reaches from it to it", () => {
    const time = instant("2026-01-02T10:00:00Z");
    expect(reachOf([old])).toEqual({ first: time, last: time });
  });
});

describe("months that overlap in time", () => {
  const span = (first: number | null, last: number | null) => ({ first, last });

  test("share a group, whatever their order, and touching counts", () => {
    expect(separable([span(0, 9), span(10, 20), span(20, 30), span(31, 40)])).toEqual([[0], [1, 2], [3]]);
    expect(separable([span(50, 60), span(10, 20), span(null, null), span(15, 55)])).toEqual([[0, 1, 3]]);
    expect(separable([span(50, 60), span(10, 20)])).toEqual([[1], [0]]);
  });

  test("have to be read when they reach into what is read anyway, or lie after it", () => {
    const tally = (first: string, last: string) =>
      tallyMonth([reflection(first), reflection(last)], [], (trigger) => trigger);
    const months = [
      tally("2026-01-01T10:00:00Z", "2026-01-31T10:00:00Z"),
      tally("2026-02-01T10:00:00Z", "2026-06-20T10:00:00Z"),
      tally("2026-12-01T10:00:00Z", "2026-12-02T10:00:00Z"),
    ];
    const read = tally("2026-06-01T10:00:00Z", "2026-07-01T10:00:00Z");
    expect(planPast(months, read)).toEqual({ fold: [[0]], read: [1, 2] });
    expect(planPast(months, reachOf([]))).toEqual({ fold: [[0], [1], [2]], read: [] });
  });
});
