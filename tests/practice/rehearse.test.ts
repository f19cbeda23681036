import fc from "fast-check";
import { createEmptyCard, fsrs, Rating } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/practice/ledger.ts";
import type { PersonalTrigger, PlanChange, ReminderRecord } from "../../src/practice/records.ts";
import { loadSchedule } from "../../src/practice/rehearse-schedule.ts";
import { duePlans, type PlanToRehearse, plansToRehearse } from "../../src/practice/rehearse.ts";
import { resolver } from "../../src/practice/triggers.ts";
import type { Entry, Rehearsal } from "../../src/reflection/entry.ts";
import { addDays } from "../../src/reflection/moment.ts";
import { GRADES, type Grade } from "../../src/reflection/vocabulary.ts";
import { reflection } from "../sample/entries.ts";

/** A rating that a person can give. */
type Grade4 = Parameters<ReturnType<typeof fsrs>["next"]>[2];

const RATINGS = { forgot: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
const schedule = await loadSchedule();
const PLAN = { if: "I have to say no", then: "say first what I can do" };
const SINCE = "2026-10-01T12:00:00+01:00";
const first = reflection("2026-10-01", { plan: PLAN });

function rehearsal(at: string, grade: Grade, trigger = "saying_no"): Rehearsal {
  return { id: `r${at}${trigger}`, kind: "rehearsal", at, shift: at.slice(0, 10), trigger, grade };
}

interface More {
  readonly plans?: readonly PlanChange[];
  readonly reminders?: readonly ReminderRecord[];
  readonly triggers?: readonly PersonalTrigger[];
}

function plans(entries: readonly Entry[], { plans: changes = [], reminders = [], triggers = [] }: More = {}): readonly PlanToRehearse[] {
  const ledger = ledgerOf({ entries, plans: changes, resolve: resolver(triggers) });
  return plansToRehearse({ ledger, entries, triggers, reminders }, schedule);
}

/** ts-fsrs itself, as its own documentation calls it. */
function direct(since: string, practised: readonly { readonly at: string; readonly rating: Grade4 }[]): string {
  const scheduler = fsrs({ enable_short_term: false, request_retention: 0.9, maximum_interval: 21 });
  let card = createEmptyCard(new Date(since));
  for (const { at, rating } of practised) card = scheduler.next(card, new Date(at), rating).card;
  return card.due.toISOString().slice(0, 10);
}

describe("the dates are those of ts-fsrs", () => {
  test("a plan that was never practised is due at once", () => {
    expect(plans([first])).toEqual([{ trigger: "saying_no", ...PLAN, due: "2026-10-01", practised: 0 }]);
  });

  test.each([
    ["forgot", Rating.Again],
    ["hard", Rating.Hard],
    ["good", Rating.Good],
    ["easy", Rating.Easy],
  ] as const)("after one practice graded %s", (grade, rating) => {
    const at = "2026-10-02T10:00:00Z";
    expect(plans([first, rehearsal(at, grade)])[0]?.due).toBe(direct(SINCE, [{ at, rating }]));
  });

  test("whatever was practised when, up to 21 days ahead", () => {
    const practice = fc.record({ days: fc.integer({ min: 0, max: 40 }), grade: fc.constantFrom(...GRADES) });
    fc.assert(
      fc.property(fc.array(practice, { minLength: 1, maxLength: 8 }), (steps) => {
        let day = "2026-10-02";
        const done = steps.map(({ days, grade }, index) => {
          day = addDays(day, days);
          return { at: `${day}T10:${String(index).padStart(2, "0")}:00Z`, grade };
        });
        const expected = direct(SINCE, done.map(({ at, grade }) => ({ at, rating: RATINGS[grade] })));
        const latest = addDays(day, 21);
        const [plan] = plans([first, ...done.map(({ at, grade }) => rehearsal(at, grade))]);
        expect(plan?.due).toBe(expected < latest ? expected : latest);
      }),
    );
  });

  test("ts-fsrs goes beyond its own longest interval after an easy one; here nothing does", () => {
    const done = [2, 20, 45, 70].map((days) => ({ at: `${addDays("2026-10-01", days)}T10:00:00Z`, grade: "easy" as const }));
    expect(direct(SINCE, done.map(({ at }) => ({ at, rating: Rating.Easy })))).toBe("2027-01-02");
    expect(plans([first, ...done.map(({ at, grade }) => rehearsal(at, grade))])[0]?.due).toBe("2026-12-31");
  });
});

describe("real cases count", () => {
  const used = reflection("2026-10-03", { planUse: "used" });
  const forgot = reflection("2026-10-03", { planUse: "forgot" });

  test.each([
    ["used", used, Rating.Good],
    ["forgot", forgot, Rating.Again],
  ] as const)("a plan that was %s", (_use, entry, rating) => {
    expect(plans([first, entry])[0]?.due).toBe(direct(SINCE, [{ at: entry.at, rating }]));
  });

  test("no chance changes nothing", () => {
    expect(plans([first, reflection("2026-10-03", { planUse: "not_needed" })])[0]).toMatchObject({ due: "2026-10-01", practised: 0 });
  });

  test("they stand in order with the rehearsals, whatever the order of the entries", () => {
    const between = rehearsal("2026-10-06T10:00:00Z", "hard");
    const expected = direct(SINCE, [
      { at: used.at, rating: Rating.Good },
      { at: between.at, rating: Rating.Hard },
    ]);
    expect(plans([between, used, first])[0]).toMatchObject({ due: expected, practised: 2 });
  });

  test("the case that brought the wording counts for the plan before it", () => {
    expect(plans([reflection("2026-10-01", { plan: PLAN, planUse: "forgot" })])[0]?.practised).toBe(0);
  });
});

describe("what begins anew and what ends", () => {
  const practised = [first, rehearsal("2026-10-02T10:00:00Z", "easy")];

  test("another wording begins anew; the same one in other white space does not", () => {
    const reworded = reflection("2026-10-05", { plan: { ...PLAN, then: "offer two ways" } });
    expect(plans([...practised, reworded])[0]).toMatchObject({ then: "offer two ways", due: "2026-10-05", practised: 0 });
    const same = reflection("2026-10-05", { plan: { ...PLAN, then: " say first  what I can do" } });
    expect(plans([...practised, same])[0]?.practised).toBe(1);
  });

  test("a dropped plan, a retired one and that of a retired trigger are gone", () => {
    const dropped = { id: "p1", at: "2026-10-05T10:00:00+01:00", trigger: "saying_no", plan: null };
    expect(plans(practised, { plans: [dropped] })).toEqual([]);
    const mark = { id: "mark:plan:saying_no", type: "mark", at: dropped.at, reminder: "plan:saying_no", pinned: false, retired: true } as const;
    expect(plans(practised, { reminders: [mark] })).toEqual([]);
    expect(plans(practised, { triggers: [{ id: "saying_no", at: dropped.at, label: "No", retired: true }] })).toEqual([]);
  });

  test("threats are never rehearsed", () => {
    expect(plans([reflection("2026-10-01", { trigger: "threat_harassment", plan: PLAN })])).toEqual([]);
  });

  test("a merged trigger's rehearsals count for the other", () => {
    const merged = { id: "u_no", at: SINCE, label: "No", mergedInto: "saying_no" };
    expect(plans([first, rehearsal("2026-10-02T10:00:00Z", "good", "u_no")], { triggers: [merged] })[0]?.practised).toBe(1);
  });
});

test("a session has three plans at most, the longest waiting first, and none that is not due", () => {
  const many = ["rude_tone", "saying_no", "already_angry", "wont_listen", "dishonest"].map((trigger, index) =>
    reflection(`2026-10-0${9 - index}`, { trigger, plan: PLAN }),
  );
  const all = plans([...many, rehearsal("2026-10-20T10:00:00Z", "easy", "dishonest")]);
  expect(duePlans(all, { at: "2026-10-20T12:00:00+01:00" }).map(({ trigger }) => trigger)).toEqual(["wont_listen", "already_angry", "saying_no"]);
  expect(duePlans(all, { at: "2026-10-01T12:00:00+01:00" })).toEqual([]);
});
