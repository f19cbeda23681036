import { describe, expect, test } from "vitest";
import type { Line, Quotation } from "../../src/content/content.ts";
import { card, type CardInput } from "../../src/practice/card.ts";
import { quotationFor } from "../../src/practice/quotation.ts";
import type { ReminderRecord } from "../../src/practice/records.ts";
import { reminders } from "../../src/practice/reminders.ts";
import type { PracticeInput } from "../../src/practice/roadmap.ts";
import type { Reminder } from "../../src/practice/shapes.ts";
import type { Reflection } from "../../src/reflection/entry.ts";
import { practice, reflection } from "../sample/entries.ts";

const TODAY = "2026-11-22";
const AT = "2026-11-20T12:00:00+01:00";
const LATE = "2026-11-22T23:00:00+01:00";
const PLAN = { if: "I say no", then: "say what I can do" };

const LINES: readonly Line[] = [
  { id: "shared", triggers: ["rude_tone", "saying_no"], text: "It is not about me.", if: "it gets loud", then: "wait" },
  { id: "clear", triggers: ["saying_no"], text: "A clear no is good service.", starter: true },
  { id: "tools", triggers: ["tools_process"], text: "Tell them what I do.", if: "it hangs", then: "tell them" },
  { id: "new", triggers: [], text: "The next caller is new.", starter: true },
  { id: "never", triggers: ["threat_harassment"], text: "No.", starter: true },
];
const content = {
  lines: LINES,
  triggers: [{ id: "saying_no", issue: "Saying no" }] as unknown as CardInput["content"]["triggers"],
  quotations: [] as readonly Quotation[],
};

function own(id: string, fields: Partial<Extract<ReminderRecord, { type: "own" }>> = {}): ReminderRecord {
  return { id, type: "own", at: AT, trigger: null, if: null, then: null, line: `line of ${id}`, ...fields };
}

function mark(reminder: string, pinned: boolean, retired = false, at = AT): ReminderRecord {
  return { id: `mark:${reminder}:${at}`, type: "mark", at, reminder, pinned, retired };
}

function list(entries: readonly Reflection[], records: readonly ReminderRecord[] = [], more: Partial<PracticeInput> = {}) {
  return reminders({ ...practice(entries, more), reminders: records, content });
}

const ids = (some: readonly Reminder[]): string[] => some.map(({ id }) => id);
const planned = (trigger: string, fields: Partial<Reflection> = {}): Reflection =>
  reflection(TODAY, { id: `e-${trigger}`, trigger, plan: PLAN, strength: 5, ...fields });

describe("the reminder list", () => {
  test("of an empty journal is the starter list, without anything for threats", () => {
    expect(list([])).toEqual([
      {
        id: "pack:clear",
        trigger: "saying_no",
        if: null,
        then: null,
        line: "A clear no is good service.",
        source: "pack",
        pinned: false,
        score: 0,
      },
      {
        id: "pack:new",
        trigger: null,
        if: null,
        then: null,
        line: "The next caller is new.",
        source: "pack",
        pinned: false,
        score: null,
      },
    ]);
  });

  test("keeps own ones beside the starter list", () => {
    expect(ids(list([], [own("k4")]))).toEqual(["pack:clear", "k4", "pack:new"]);
  });

  test("ends the starter list with the first reflection, a threat too", () => {
    expect(list([reflection(TODAY, { trigger: "threat_harassment" })])).toEqual([]);
  });

  test("has one for each plan with its kind line, then a pack line for each other trigger on the road", () => {
    const entries = [planned("saying_no"), reflection(TODAY, { trigger: "tools_process", strength: 9 })];
    expect(list(entries)).toEqual([
      {
        id: "pack:tools",
        trigger: "tools_process",
        if: "it hangs",
        then: "tell them",
        line: "Tell them what I do.",
        source: "pack",
        pinned: false,
        score: 0.9,
      },
      {
        id: "plan:saying_no",
        trigger: "saying_no",
        ...PLAN,
        line: "A clear no is good service.",
        source: "plan",
        pinned: false,
        score: 0.5,
      },
    ]);
  });

  test("has a plan that was made long ago, with score 0", () => {
    const entries = [planned("rude_tone", { shift: "2026-01-01", at: "2026-01-01T12:00:00Z" }), planned("saying_no")];
    expect(list(entries).map(({ id, score }) => [id, score])).toEqual([
      ["plan:saying_no", 0.5],
      ["plan:rude_tone", 0],
    ]);
  });

  test("has no pack line where there is an own one", () => {
    const entries = [reflection(TODAY, { trigger: "tools_process" })];
    expect(ids(list(entries, [own("k1", { trigger: "tools_process" })]))).toEqual(["k1"]);
  });

  test("shows a shared pack line once", () => {
    const entries = [reflection(TODAY, { strength: 3 }), reflection(TODAY, { trigger: "rude_tone", strength: 9 }, 1)];
    const onlyShared = { ...content, lines: LINES.slice(0, 1) };
    const found = reminders({ ...practice(entries), reminders: [], content: onlyShared });
    expect(found.map(({ id, trigger }) => [id, trigger])).toEqual([["pack:shared", "rude_tone"]]);
  });

  test("puts pinned ones first, then the score, those without one last, then the id", () => {
    const entries = [planned("saying_no", { strength: 2 }), planned("rude_tone", { strength: 8 }), planned("dishonest")];
    const records = [own("b"), own("a"), mark("plan:saying_no", true), mark("b", true), mark("k", true)];
    expect(ids(list(entries, records))).toEqual(["plan:saying_no", "b", "plan:rude_tone", "plan:dishonest", "a"]);
  });

  test("leaves out what was retired, and nothing takes its place", () => {
    const entries = [planned("saying_no"), reflection(TODAY, { trigger: "tools_process" }, 1)];
    const records = [own("a"), mark("a", true, true), mark("plan:saying_no", false, true, LATE), mark("pack:tools", false, true)];
    expect(list(entries, records)).toEqual([]);
  });

  test("takes a retired plan back once it is worded anew", () => {
    const before = planned("saying_no", { at: "2026-11-19T10:00:00+01:00", id: "e-0" });
    const anew = planned("saying_no", { plan: { if: "I say no", then: "breathe out first" } });
    const records = [mark("plan:saying_no", false, true)];
    expect(ids(list([before], records))).not.toContain("plan:saying_no");
    expect(ids(list([before, anew], records))).toContain("plan:saying_no");
  });

  test("goes by the latest mark", () => {
    const records = [own("a"), mark("a", true, false, "2026-11-21T12:00:00+01:00"), mark("a", false, true)];
    expect(list([], records)[0]).toMatchObject({ id: "a", pinned: true });
  });

  test("has nothing for threats, whatever was written", () => {
    const entries = [planned("threat_harassment"), planned("saying_no")];
    const plans = [{ id: "p", at: AT, trigger: "threat_harassment", plan: PLAN }];
    expect(ids(list(entries, [own("a", { trigger: "threat_harassment" })], { plans }))).toEqual(["plan:saying_no"]);
  });

  test("follows a merge, marks and own ones too", () => {
    const triggers = [{ id: "my-no", at: AT, label: "My no", mergedInto: "saying_no" }];
    const records = [own("a", { trigger: "my-no" }), mark("plan:my-no", true)];
    const found = list([planned("my-no")], records, { triggers });
    expect(found.map(({ id, trigger, pinned }) => [id, trigger, pinned])).toEqual([
      ["plan:saying_no", "saying_no", true],
      ["a", "saying_no", false],
    ]);
  });

  test("takes the newest entry's kind line, else an own one, else the pack's", () => {
    const line = (entries: readonly Reflection[], records: readonly ReminderRecord[] = []) =>
      list(entries, records).find(({ source }) => source === "plan")?.line;
    const mine = [own("b", { trigger: "saying_no" }), own("a", { trigger: "saying_no" })];
    const entries = [
      planned("saying_no", { line: "older", at: "2026-02-01T12:00:00Z", shift: "2026-02-01" }),
      reflection("2026-03-01", { line: "newer" }),
      reflection(TODAY),
    ];
    expect(line(entries, mine)).toBe("newer");
    expect(line([planned("saying_no")], mine)).toBe("line of a");
    expect(line([planned("saying_no")], [...mine, mark("b", true)])).toBe("line of b");
    expect(line([planned("saying_no")], [...mine, mark("a", false, true)])).toBe("line of b");
    expect(line([planned("saying_no")])).toBe("A clear no is good service.");
    expect(line([planned("saying_no")], [mark("pack:clear", false, true)])).toBe("It is not about me.");
    expect(line([planned("own_load")])).toBeNull();
  });
});

describe("the card", () => {
  const paper = (entries: readonly Reflection[], records: readonly ReminderRecord[] = [], more: Partial<CardInput> = {}) =>
    card({ ...practice(entries), reminders: records, content, breath: "Breathe out.", ...more });

  test("of an empty journal has kind lines and no plans", () => {
    expect(paper([])).toEqual({
      goal: null,
      words: [],
      plans: [],
      lines: [{ issue: "Saying no", line: "A clear no is good service." }],
      breath: "Breathe out.",
      contact: null,
      quote: null,
      date: TODAY,
    });
  });

  test("has three plans at most, own sentences too, one for each trigger and in reminder order", () => {
    const entries = ["saying_no", "rude_tone", "dishonest", "own_load"].map((trigger, n) =>
      planned(trigger, { strength: 9 - n, id: `e${n}` }),
    );
    const records = [
      own("a", { trigger: "saying_no", if: "they ask", then: "wait" }),
      own("b", { trigger: "time_pressure", if: "it rings", then: "breathe" }),
      own("c", { if: "always", then: "smile" }),
      mark("a", true),
      mark("b", true),
    ];
    expect(paper(entries, records).plans).toEqual([
      { trigger: "saying_no", if: "they ask", then: "wait" },
      { trigger: "time_pressure", if: "it rings", then: "breathe" },
      { trigger: "rude_tone", ...PLAN },
    ]);
  });

  test("never takes a pack's sentence for a plan", () => {
    expect(paper([reflection(TODAY, { trigger: "tools_process" })])).toMatchObject({
      plans: [],
      lines: [{ issue: "tools_process", line: "Tell them what I do." }],
    });
  });

  test("has five lines at most, and passes over a trigger without one", () => {
    const entries = ["own_load", "dishonest", "team_mood", "saying_no", "rude_tone", "my-noise"].map((trigger, n) =>
      planned(trigger, { id: `e${n}`, strength: 9 - n, ...(n === 1 ? {} : { line: `line ${n}` }) }),
    );
    const triggers = [{ id: "my-noise", at: AT, label: "Noise" }];
    expect(paper(entries, [], { triggers }).lines).toEqual([
      { issue: "own_load", line: "line 0" },
      { issue: "team_mood", line: "line 2" },
      { issue: "Saying no", line: "line 3" },
      { issue: "rude_tone", line: "line 4" },
      { issue: "Noise", line: "line 5" },
    ]);
    const six = [...entries, planned("entitlement", { id: "e9", strength: 10, line: "first" })];
    expect(paper(six).lines).toHaveLength(5);
    expect(paper(six).lines[0]).toEqual({ issue: "entitlement", line: "first" });
  });

  test("puts the newest entry's line before the pack's own", () => {
    const entries = [reflection(TODAY, { trigger: "tools_process", line: "I did not build it." })];
    expect(paper(entries).lines).toEqual([{ issue: "tools_process", line: "I did not build it." }]);
  });
});

describe("a quotation", () => {
  const quotation = (use: string, text: string): Quotation => ({ id: text, text, author: "A", work: "W", use });
  const quotations = [
    quotation("rude_tone", "first"),
    quotation("rude_tone", "second"),
    quotation("personal_insult", "wrong"),
    quotation("threat_harassment", "wrong"),
    quotation("preshift", "before"),
  ];
  const text = (triggers: readonly string[], date = TODAY) => quotationFor(triggers, { quotations }, date)?.text;

  test("fits the first trigger that has one, and never an insult or a threat", () => {
    expect(text(["own_load", "rude_tone"])).toMatch(/first|second/);
    expect(text(["personal_insult"])).toBe("before");
    expect(text(["threat_harassment"])).toBe("before");
    expect(text([])).toBe("before");
    expect(quotationFor(["saying_no"], { quotations: [] }, TODAY)).toBeNull();
  });

  test("stays for a week, Monday to Sunday, and changes with it", () => {
    const week = ["2026-11-16", "2026-11-19", "2026-11-22"].map((date) => text(["rude_tone"], date));
    expect(new Set(week).size).toBe(1);
    expect(text(["rude_tone"], "2026-11-23")).not.toBe(week[0]);
    expect(text(["rude_tone"], "2026-11-30")).toBe(week[0]);
    expect(text(["rude_tone"], "1969-12-01")).toMatch(/first|second/);
  });
});
