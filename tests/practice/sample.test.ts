import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { compileContent } from "../../src/content/compile.ts";
import type { Content, Sample } from "../../src/content/content.ts";
import { card } from "../../src/practice/card.ts";
import { instant } from "../../src/practice/moments.ts";
import { reminders } from "../../src/practice/reminders.ts";
import { review, winsIn } from "../../src/practice/review.ts";
import { closeCases, offCourse, plansUsed, shiftsCameHome } from "../../src/practice/review-figures.ts";
import { focusIdeas, planToDecide, raiseEvidence } from "../../src/practice/review-questions.ts";
import { roadmap, type PracticeInput } from "../../src/practice/roadmap.ts";
import { type SampleJournal, sampleJournal } from "../../src/practice/sample.ts";
import { SAMPLE_CASES, SAMPLE_WINS } from "../../src/practice/sample-cases.ts";
import { DEFAULT_WEIGHTS, type Stop } from "../../src/practice/shapes.ts";
import { shiftOf } from "../../src/practice/shift.ts";
import { steadyPlaces, stopEvidence } from "../../src/practice/stop-evidence.ts";
import { FIELDS } from "../../src/reflection/schema.ts";
import type { Entry } from "../../src/reflection/entry.ts";

const WEEK = { from: "2026-11-16", to: "2026-11-22" };
const now = { at: "2026-11-22T21:40:00+01:00", shift: "2026-11-22" };

let content: Content;
let sample: Sample;
let journal: SampleJournal;
let input: PracticeInput;

function numbered(): (at: number) => string {
  let count = 0;
  return (at) => `${String(at).padStart(15, "0")}-${String((count += 1)).padStart(3, "0")}`;
}

beforeAll(() => {
  const folder = `${import.meta.dirname}/../../content/en`;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const texts = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
  const result = compileContent({ lang: "en", folder: "content/en", texts });
  if (!("compiled" in result)) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  ({ content } = result.compiled);
  ({ sample } = result.compiled.deep);
  journal = sampleJournal(sample, { today: now.shift, offset: "+01:00", newId: numbered() });
  const { goal, words, contact } = sample;
  const settings = { goal, words, contact, weights: DEFAULT_WEIGHTS, weekStart: "monday" as const };
  input = { entries: journal.entries, plans: journal.plans, triggers: [], settings, now };
});

function ofKind(kind: Entry["kind"]): readonly Entry[] {
  return journal.entries.filter((entry) => entry.kind === kind);
}

describe("the sample journal", () => {
  test("holds 30 hard cases, 12 wins and 22 shifts with start and end, from 12 October to 22 November", () => {
    expect(ofKind("reflection")).toHaveLength(30);
    expect(ofKind("win")).toHaveLength(12);
    expect(ofKind("start")).toHaveLength(22);
    expect(ofKind("end")).toHaveLength(22);
    expect(journal.entries[0]?.shift).toBe("2026-10-12");
    expect(journal.entries.at(-1)?.shift).toBe("2026-11-21");
  });

  test("is written the way a store would write it: fields known, in order, ids unique, shifts owned by their start", () => {
    const ids = journal.entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const marks = journal.entries.filter(({ kind }) => kind === "start" || kind === "end");
    journal.entries.forEach((entry, index) => {
      const { id: _id, kind, at, shift, ...fields } = entry;
      expect(Object.keys(FIELDS[kind])).toEqual(expect.arrayContaining(Object.keys(fields)));
      expect(instant(at)).toBeGreaterThanOrEqual(instant(journal.entries[index - 1]?.at ?? "2026-01-01T00:00:00Z"));
      expect(shiftOf(at, kind, marks, "12:00")).toBe(shift);
    });
  });

  test("has words for every case and every win, and no words without one", () => {
    expect(Object.keys(sample.cases).sort()).toEqual(SAMPLE_CASES.map(({ text }) => text).sort());
    expect(Object.keys(sample.wins).sort()).toEqual(SAMPLE_WINS.map(({ text }) => text).sort());
    for (const name of Object.keys(sample.full)) expect(sample.cases).toHaveProperty([name]);
  });

  test("moves as a whole to another Sunday and another zone", () => {
    const moved = sampleJournal(sample, { today: "2027-01-03", offset: "-05:00", newId: numbered() });
    expect(moved.entries[0]?.at).toBe("2026-11-23T21:50:00-05:00");
    expect(moved.entries.map(({ kind }) => kind)).toEqual(journal.entries.map(({ kind }) => kind));
    expect(moved.reviews[0]?.week).toBe("2026-W52");
  });
});

describe("its roadmap", () => {
  const told = ({ trigger, count, strength, reactions, planUses, planHeld, planForgotten, verdict, lastSeen }: Stop) => ({
    trigger,
    count,
    strength: strength === null ? null : [strength.median, strength.min, strength.max],
    reactions: reactions.slice(0, 2).map(({ id, count: times }) => [id, times]),
    plan: [planUses, planHeld, planForgotten, verdict],
    lastSeen,
  });

  test("shows three stops in road order", () => {
    expect(roadmap(input).stops.map(told)).toEqual([
      {
        trigger: "already_angry",
        count: 5,
        strength: [6, 4, 8],
        reactions: [
          ["rushed", 3],
          ["argued", 2],
        ],
        plan: [1, 1, 3, "slips"],
        lastSeen: "2026-11-13",
      },
      {
        trigger: "saying_no",
        count: 10,
        strength: [6, 3, 9],
        reactions: [
          ["held_steady", 6],
          ["gave_in", 3],
        ],
        plan: [9, 8, 1, "works"],
        lastSeen: "2026-11-21",
      },
      {
        trigger: "rude_tone",
        count: 7,
        strength: [7, 5, 9],
        reactions: [
          ["tight_body", 6],
          ["took_personally", 4],
        ],
        plan: [4, 2, 2, "too_early"],
        lastSeen: "2026-11-20",
      },
    ]);
  });

  test("ranks saying no, shouting, the angry start", () => {
    const { top, entries, shifts, goal } = roadmap(input);
    expect(top).toEqual(["saying_no", "rude_tone", "already_angry"]);
    expect([entries, shifts, goal]).toEqual([30, 22, "I want callers to feel that they were heard."]);
  });

  test("wants what the screens want", () => {
    expect(roadmap(input).stops.map(({ plan }) => [plan?.if, plan?.then])).toEqual([
      ["they start loud", 'let them finish, and ask: "How can I help?"'],
      ["I have to say no", "first say what I can do"],
      ["a caller shouts", "breathe out and slow down"],
    ]);
  });

  test("raises the tools, has seen two things once, and points to support", () => {
    const { raise, seenOnce, support } = roadmap(input);
    expect(raise.map(({ trigger, count }) => [trigger, count])).toEqual([["tools_process", 5]]);
    expect(seenOnce.map(({ trigger }) => trigger)).toEqual(["my_mistake", "team_mood"]);
    expect(support.map(({ trigger, count, score }) => [trigger, count, score])).toEqual([
      ["threat_harassment", 1, null],
    ]);
  });

  test("stays steady where the answer is no, in 8 of 10", () => {
    const evidence = stopEvidence(input);
    const [place, ...others] = steadyPlaces(evidence);
    expect(others).toEqual([]);
    expect(place).toMatchObject({ trigger: "saying_no", share: { k: 8, n: 10, share: 0.8 } });
    expect(evidence.find(({ trigger }) => trigger === "tools_process")?.control).toEqual({ answered: 5, notMine: 4 });
    expect(evidence.filter(({ need }) => need !== null)).toEqual([]);
  });
});

describe("its reminders and card", () => {
  test("begin with the pinned one, then the plans by rank", () => {
    const list = reminders({ ...input, reminders: journal.reminders, content });
    expect(list.map(({ source, trigger, pinned }) => [source, trigger, pinned])).toEqual([
      ["own", null, true],
      ["plan", "saying_no", false],
      ["plan", "rude_tone", false],
      ["plan", "already_angry", false],
      ["pack", "tools_process", false],
      ["pack", "my_mistake", false],
      ["pack", "team_mood", false],
      ["own", "wont_listen", false],
    ]);
    expect(list[0]).toMatchObject({ if: "before every call", line: "Breathe out. New caller, new start." });
    expect(list[3]?.line).toBe("Something was wrong before I picked up.");
  });

  test("carry three plans and five kind lines", () => {
    const paper = card({ ...input, reminders: journal.reminders, content, breath: "Breathe." });
    expect(paper.words).toEqual(["calm", "fair", "clear"]);
    expect(paper.contact).toBe("my lead, desk 12, ext. 4410");
    expect(paper.date).toBe("2026-11-22");
    expect(paper.plans.map(({ trigger }) => trigger)).toEqual(["saying_no", "rude_tone", "already_angry"]);
    expect(paper.lines).toEqual([
      { issue: "Saying no", line: "A clear no, said kindly, is good service." },
      { issue: "Rude words", line: "They are loud at the problem, not at me." },
      { issue: "Angry start", line: "Something was wrong before I picked up." },
      { issue: "Slow tools", line: "Tell them what I am doing while they wait." },
      { issue: "My mistake", line: "Say it, mend it, move on." },
    ]);
    expect(paper.quote).toMatchObject({ author: "Marcus Aurelius", work: "Meditations XII.17 (Long)" });
  });
});

describe("its week", () => {
  const week = () => review({ ...input, reviews: journal.reviews });

  test("stands beside the week before", () => {
    const now_ = week();
    const told = (figures: typeof now_ | typeof now_.previous) => ({
      week: figures.week,
      entries: figures.entries,
      shifts: figures.shifts,
      wins: figures.wins,
      hard: figures.strengthMedian,
      close: closeCases(figures),
      used: plansUsed(figures),
      home: shiftsCameHome(figures),
    });
    expect(told(now_)).toEqual({
      week: "2026-W47",
      entries: 6,
      shifts: 4,
      wins: 3,
      hard: 6,
      close: { k: 4, n: 6 },
      used: { k: 3, n: 5 },
      home: { k: 1, n: 4 },
    });
    expect(told(now_.previous)).toEqual({
      week: "2026-W46",
      entries: 8,
      shifts: 5,
      wins: 1,
      hard: 6.5,
      close: { k: 3, n: 8 },
      used: { k: 2, n: 6 },
      home: { k: 2, n: 5 },
    });
  });

  test("shows what came up, where, and what went well on which day", () => {
    const { topTriggers, stages, focus, answers } = week();
    expect(topTriggers).toEqual([
      { trigger: "rude_tone", count: 3 },
      { trigger: "saying_no", count: 2 },
      { trigger: "tools_process", count: 1 },
    ]);
    expect(stages).toEqual({ greeting: 2, limit_no: 3, wrap_up: 1 });
    expect([focus, answers]).toEqual([null, null]);
    expect(winsIn(journal.entries, WEEK).map(({ shift, what }) => [shift, what])).toEqual([
      ["2026-11-17", "Stayed on the line till her card worked. She laughed."],
      ["2026-11-19", "Told the new guy the refund trick."],
      ["2026-11-21", "Said no and he said thanks."],
    ]);
  });

  test("asks with the evidence that the screens show", () => {
    const asked = { ...input, span: WEEK };
    expect(offCourse(week())).toEqual([
      { trigger: "rude_tone", k: 3, n: 6 },
      { trigger: "saying_no", k: 2, n: 6 },
    ]);
    expect(planToDecide(asked)).toMatchObject({
      trigger: "rude_tone",
      week: { count: 3, used: 2, forgotten: 1 },
      uses: 4,
      held: 2,
      verdict: "too_early",
    });
    expect(raiseEvidence(input)).toEqual([
      { trigger: "tools_process", count: 5, since: "2026-10-12", notMine: 4, answered: 5 },
    ]);
    expect(focusIdeas(asked).map(({ type, trigger }) => [type, trigger])).toEqual([
      ["use", "rude_tone"],
      ["rehearse", "already_angry"],
    ]);
  });

  test("follows one that chose its focus", () => {
    expect(journal.reviews.map(({ week: name, focus }) => [name, focus])).toEqual([
      ["2026-W46", "let them finish first"],
    ]);
  });
});
