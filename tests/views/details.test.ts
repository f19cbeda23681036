import { describe, expect, it } from "vitest";
import type { Reminder } from "../../src/practice/shapes.ts";
import { cardView } from "../../src/views/card.ts";
import type { Telling } from "../../src/views/telling.ts";
import { findView, foundIn } from "../../src/views/find.ts";
import { listView } from "../../src/views/list.ts";
import { remindersView } from "../../src/views/reminders.ts";
import { reviewView } from "../../src/views/review.ts";
import { type RoadmapData, roadmapView } from "../../src/views/roadmap.ts";
import { showView } from "../../src/views/show.ts";
import { telling } from "../../src/views/telling.ts";
import { CONTENT, tell } from "./sample.ts";
import { CARD, ENTRIES, evidence, REMINDERS, ROAD, stop, WEEK, WHOLE } from "./samples-of-journal.ts";

const NOW = { shift: "2026-11-22" };

function road(given: Partial<RoadmapData["roadmap"]>, known: RoadmapData["evidence"] = []): RoadmapData {
  const nothing = { goal: null, top: [], stops: [], raise: [], seenOnce: [], support: [] };
  return { roadmap: { ...ROAD.roadmap, ...nothing, entries: 3, ...given }, evidence: known };
}

/** The text between two lines, both left out. */
function between(text: string, from: string, to: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.includes(from));
  return lines.slice(start + 1, lines.findIndex((line, at) => at > start && line.includes(to))).join("\n");
}

describe("a stop of the road", () => {
  it("leaves out what was not said, and names what is still missing", () => {
    const bare = stop({ trigger: "rude_tone", count: 1, lastSeen: "2025-12-30" });
    expect(roadmapView(road({ stops: [bare] }), tell())).toContain(
      [
        "  ANYWHERE ON THE WAY",
        "  │",
        "  ●  Shouting or rude words                  1 time, on 30 Dec 2025",
        "  │    I want      no plan yet. The next reflection asks for one.",
      ].join("\n"),
    );
  });

  it("says how hard in one number where all were the same, with halves", () => {
    const even = stop({ trigger: "rude_tone", strength: { median: 8, min: 8, max: 8 } });
    const half = stop({ trigger: "saying_no", strength: { median: 6.5, min: 6, max: 7 } });
    const shown = roadmapView(road({ stops: [even, half] }), tell());
    expect(shown).toMatch(/How hard {4}8$/m);
    expect(shown).toMatch(/How hard {4}6\.5 {2}\(from 6 to 7\)$/m);
  });

  it("says what they need where one need stands out", () => {
    const known = [evidence({ trigger: "rude_tone", need: "heard" })];
    for (const choice of [{}, { width: 40 }]) {
      expect(roadmapView(road({ stops: [stop({ trigger: "rude_tone" })] }, known), tell(choice))).toMatch(/They need[\s│]+to be heard/);
    }
    expect(roadmapView(road({ stops: [stop({ trigger: "rude_tone" })] }, known), tell({ aloud: true }))).toContain("They need to be heard most.");
  });

  it("names a stage once for all its stops", () => {
    const stops = [stop({ trigger: "rude_tone", stage: "limit_no" }), stop({ trigger: "saying_no", stage: "limit_no" })];
    expect(roadmapView(road({ stops }), tell()).match(/THE ANSWER IS NO/g)).toHaveLength(1);
  });

  it("calls own triggers by their names, and gone ones by their ids", () => {
    const t = telling(CONTENT, tell().style, [{ id: "own_printer", label: "The printer again" }]);
    const shown = roadmapView(road({ seenOnce: [stop({ trigger: "own_printer" }), stop({ trigger: "from_a_pack" })] }), t);
    expect(shown).toContain("○  The printer again        ○  From a pack");
    expect(shown).toContain("No stop yet.");
  });

  it("stays steady nowhere where threats are met", () => {
    const known = [evidence({ trigger: "threat_harassment", held: { answered: 12, steady: 12 } })];
    expect(roadmapView(road({}, known), tell())).not.toContain("STEADY");
  });
});

describe("reminders", () => {
  const own = (given: Partial<Reminder>): Reminder => ({
    id: "01K",
    source: "own",
    trigger: null,
    if: null,
    then: null,
    line: null,
    pinned: false,
    score: null,
    ...given,
  });

  it("finds a title for own ones of every shape", () => {
    const shown = [own({ line: "Drink water" }), own({ if: "it rings", then: "smile" }), own({ then: "smile" }), own({ if: "before lunch" })].map(
      (one) => between(remindersView([one], tell()), "FOR YOUR ROAD", "evenkeel card").trim().replace(/ {2,}/g, " "),
    );
    expect(shown).toEqual([
      "1 A line of my own [own] k1\n Drink water.",
      "1 A line of my own [own] k1\n If it rings, then I will smile.",
      "1 A line of my own [own] k1\n Smile.",
      "1 Before lunch [own] k1",
    ]);
  });

  it("offers no edit where there are only ready-made lines", () => {
    expect(remindersView(REMINDERS.slice(-1), tell())).toContain("evenkeel reminders add · pin t7 · retire t7");
  });
});

describe("the card", () => {
  it("leaves out whole parts that are empty", () => {
    const shown = cardView({ ...CARD, lines: [], contact: null, plans: CARD.plans.slice(0, 1) }, tell());
    expect(shown.match(/├/g)).toHaveLength(2);
    expect(shown).not.toContain("Help:");
    expect(shown).not.toContain("starter");
  });
});

describe("the week", () => {
  it("scales its bars where there is a lot", () => {
    const topTriggers = [
      { trigger: "rude_tone", count: 200 },
      { trigger: "saying_no", count: 100 },
      { trigger: "my_mistake", count: 1 },
    ];
    const shown = reviewView({ ...WEEK, review: { ...WEEK.review, topTriggers } }, tell());
    expect(shown).toContain("Shouting or rude words   ██████████  200");
    expect(shown).toContain("I had to say no          █████       100");
    expect(shown).toContain("I made a mistake         █             1");
  });

  it("shows a dash where there is nothing to count, and says when it is too early", () => {
    const few = { ...WEEK.review, strengthMedian: null, held: { 1: 0, 2: 0, 3: 0, 4: 2, 5: 0 }, plans: { used: 0, held: 0, forgotten: 0 } };
    const shown = reviewView({ ...WEEK, review: few }, tell());
    expect(shown).toMatch(/How hard, the middle one {18}– {13}6\.5/);
    expect(shown).toMatch(/Plan used, when it could be {15}– {10}2 of 6/);
    expect(shown).toContain("Fewer than 3 are too early to tell.");
    expect(reviewView(WEEK, tell())).not.toContain("too early");
  });

  it("shows the beginning of a long win, and how many more there are", () => {
    const wins = Array.from({ length: 7 }, () => ({ shift: "2026-11-17", what: "all went well and ".repeat(50) }));
    const shown = between(reviewView({ ...WEEK, wins }, tell()), "What you did well", "Six short").split("\n");
    expect(shown.filter((line) => line.includes("Tue"))).toHaveLength(5);
    expect(shown.filter((line) => line.endsWith('…"'))).toHaveLength(5);
    expect(shown.slice(0, 3).join(" ")).toMatch(/^ {3}Tue {3}"all went well/);
    expect(shown).toContain("   +2 more");
  });
});

describe("list and show", () => {
  it("names the other kinds and the steps of their scales", () => {
    const at = "2026-11-20T22:00:00+01:00";
    const shift = "2026-11-20";
    const start = { kind: "start", id: "01S", at, shift, energy: 2, aside: "family", intention: "steady" } as const;
    const end = { kind: "end", id: "01T", at, shift, learned: "ask first", carry: 2 } as const;
    const rehearsal = { kind: "rehearsal", id: "01U", at, shift, trigger: "saying_no", grade: "good" } as const;
    const shown = listView({ entries: [start, end, rehearsal], now: NOW }, tell());
    expect(shown).toContain("Start of the shift: steady");
    expect(shown).toContain("End of the shift: ask first");
    expect(shown).toContain("Rehearsed: I had to say no, yes");
    expect(showView(start, tell())).toMatch(/Energy {13}2, low\n.*Put aside {10}family/);
    expect(showView(end, tell())).toContain("2, quite a lot");
  });

  it("writes the year where it is another one", () => {
    const old = ENTRIES.map((entry) => ({ ...entry, shift: "2024-02-29" }));
    expect(listView({ entries: old, now: NOW }, tell())).toContain("  Thu 29 Feb 2024\n");
  });

  it("takes the ids it is given", () => {
    const ids = new Map(ENTRIES.map(({ id }) => [id, id.slice(0, 12)]));
    expect(listView({ entries: ENTRIES, now: NOW, ids }, tell())).toContain("01KAEJ5N40Q7\n");
  });

  it("keeps the paragraphs of a text", () => {
    expect(showView({ ...WHOLE, what: "one\n\ntwo" }, tell())).toMatch(/What happened {9}one\n {24}two\n/);
  });
});

describe("find", () => {
  it("shows what stands around a hit deep in a text, painted or between stars", () => {
    const what = `${"they went on and on ".repeat(30)}about the refund ${"and on ".repeat(30)}`;
    const words = ["REFUND"];
    const view = (t: Telling): string => findView({ found: [foundIn({ ...WHOLE, what }, words, t)], words, now: NOW }, t);
    const shown = view(tell());
    expect(shown).toContain("*refund*");
    expect(shown.split("\n").length).toBeLessThan(8);
    expect(shown).toMatch(/What happened: …/);
    expect(view(tell({ colour: true }))).toContain("\u001b[1mrefund\u001b[22m");
  });
});
