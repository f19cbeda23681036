import { describe, expect, test } from "vitest";
import { homeOf, type HomeInput, isNight } from "../../src/practice/home.ts";
import type { Entry } from "../../src/reflection/entry.ts";

let count = 0;

function record(kind: "start" | "end" | "reflection" | "win", at: string, shift: string): Entry {
  count += 1;
  const fields = { reflection: { trigger: "saying_no" }, win: { what: "she laughed" }, start: {}, end: {} }[kind];
  return { id: `r${String(count).padStart(3, "0")}`, kind, at: `${at}:00+01:00`, shift, ...fields } as Entry;
}

function home(at: string, shift: string, entries: readonly Entry[], more: Partial<HomeInput> = {}): ReturnType<typeof homeOf> {
  return homeOf({
    entries,
    reviews: [],
    drafts: [],
    focus: null,
    settings: { weekStart: "monday" },
    now: { at: `${at}:00+01:00`, shift },
    firstTime: null,
    ...more,
  });
}

// Thursday 19 November 2026, a night; Sunday 22 November ends the week.
const NIGHT = [
  record("start", "2026-11-19T21:50", "2026-11-19"),
  record("reflection", "2026-11-19T23:10", "2026-11-19"),
  record("reflection", "2026-11-20T01:20", "2026-11-19"),
  record("win", "2026-11-20T02:00", "2026-11-19"),
];
const ENDED = [...NIGHT, record("end", "2026-11-20T06:05", "2026-11-19")];

describe("home knows the time", () => {
  test("before the shift it proposes to start", () => {
    const { choices, default: usual, counts, inShift } = home("2026-11-21T21:40", "2026-11-21", ENDED);
    expect({ choices, usual, counts, inShift }).toEqual({ choices: ["start", "reflect", "win", "more"], usual: "start", counts: null, inShift: false });
  });

  test.each([
    ["2026-11-20T01:30", "reflect"],
    ["2026-11-20T03:49", "reflect"],
    ["2026-11-20T03:50", "end"],
    ["2026-11-20T13:49", "end"],
  ])("in the night at %s Enter takes %s", (at, usual) => {
    const state = home(at, at.slice(0, 10), NIGHT);
    expect(state).toMatchObject({ inShift: true, default: usual, choices: ["reflect", "win", "breathe", "end", "more"], counts: { cases: 2, wins: 1 } });
    expect(state.now.shift).toBe("2026-11-19");
  });

  test("a start that was never ended is over after sixteen hours, and is not spoken of", () => {
    const state = home("2026-11-20T21:40", "2026-11-20", NIGHT);
    expect(state).toMatchObject({ inShift: false, default: "start", counts: null, reviewReady: false });
  });

  test("after the end nothing is pressed on anyone", () => {
    const state = home("2026-11-20T06:10", "2026-11-20", ENDED);
    expect(state).toMatchObject({ inShift: false, default: null, choices: ["reflect", "win", "breathe", "start", "more"] });
  });

  test("six hours after it the next shift may begin", () => {
    expect(home("2026-11-20T12:04", "2026-11-20", ENDED).default).toBeNull();
    expect(home("2026-11-20T12:05", "2026-11-20", ENDED).default).toBe("start");
  });

  test("an end that stands before its start ends nothing", () => {
    const marks = [record("start", "2026-11-18T09:00", "2026-11-18"), record("end", "2026-11-18T08:00", "2026-11-18")];
    expect(home("2026-11-18T10:00", "2026-11-18", marks)).toMatchObject({ inShift: true, default: "reflect" });
  });

  test("a shift started twice is one shift, as old as its second start", () => {
    const twice = [record("start", "2026-11-18T09:00", "2026-11-18"), record("start", "2026-11-18T12:00", "2026-11-18")];
    expect(home("2026-11-18T16:00", "2026-11-18", twice)).toMatchObject({ inShift: true, default: "reflect", now: { shift: "2026-11-18" } });
  });

  test("whoever never starts a shift is in one once they wrote something", () => {
    const written = [record("reflection", "2026-11-18T09:00", "2026-11-18")];
    expect(home("2026-11-18T10:00", "2026-11-18", written)).toMatchObject({ inShift: false, default: "reflect", counts: { cases: 1, wins: 0 } });
    expect(home("2026-11-18T15:00", "2026-11-18", written).default).toBe("end");
  });
});

describe("the review day", () => {
  test("on the last day of the week, before the shift, the week can be looked at", () => {
    expect(home("2026-11-22T21:40", "2026-11-22", ENDED)).toMatchObject({
      reviewReady: true,
      reviewWeek: "2026-W47",
      choices: ["start", "review", "reflect", "more"],
      default: "start",
    });
  });

  test("after its last shift the week is what Enter takes, also on the first day of the next", () => {
    const ended = [...ENDED, record("start", "2026-11-22T21:50", "2026-11-22"), record("end", "2026-11-23T06:00", "2026-11-22")];
    expect(home("2026-11-23T06:10", "2026-11-23", ended)).toMatchObject({ reviewWeek: "2026-W47", default: "review" });
    expect(home("2026-11-24T21:00", "2026-11-24", ended)).toMatchObject({ reviewWeek: null, reviewReady: false });
  });

  test("with weeks from Sunday it is the Saturday", () => {
    const saturday = home("2026-11-21T21:40", "2026-11-21", ENDED, { settings: { weekStart: "sunday" } });
    expect(saturday).toMatchObject({ reviewReady: true, reviewWeek: "2026-W47" });
  });

  test.each([
    ["it was made", [{ week: "2026-W47" }], ENDED],
    ["the week is empty", [], []],
  ])("not where %s", (_why, reviews, entries) => {
    expect(home("2026-11-22T21:40", "2026-11-22", entries, { reviews }).reviewReady).toBe(false);
  });

  test("one that was broken off is still to be made", () => {
    const state = home("2026-11-22T21:40", "2026-11-22", ENDED, { reviews: [{ week: "2026-W47", asked: ["better"] }] });
    expect(state.reviewReady).toBe(true);
  });

  test("not in a shift", () => {
    const open = [...ENDED, record("start", "2026-11-22T21:50", "2026-11-22")];
    expect(home("2026-11-22T23:00", "2026-11-22", open).reviewReady).toBe(false);
  });
});

test("what was begun comes first, and the digits of the others stay", () => {
  const drafts = [{ at: "2026-11-20T01:20:00+01:00", command: "end" }];
  const state = home("2026-11-20T03:50", "2026-11-20", NIGHT, { drafts });
  expect(state).toMatchObject({ drafts, default: "resume", choices: ["reflect", "win", "breathe", "end", "resume", "more"] });
});

test("the first time it offers five things", () => {
  const state = home("2026-11-20T03:50", "2026-11-20", [], { firstTime: { folder: "/home/me/evenkeel" } });
  expect(state).toMatchObject({ default: "firstReflect", choices: ["firstReflect", "example", "setup", "screenReader", "sharedLogin"] });
});

test.each([
  ["2026-11-20T06:05:00+01:00", "2026-11-19", true],
  ["2026-11-19T23:40:00+01:00", "2026-11-19", true],
  ["2026-11-19T20:00:00+01:00", "2026-11-19", true],
  ["2026-11-19T19:59:00+01:00", "2026-11-19", false],
  ["2026-11-19T05:00:00+01:00", "2026-11-19", false],
  ["2026-11-19T04:59:00+01:00", "2026-11-19", true],
])("the end of a shift at %s of %s is a night's: %s", (at, shift, night) => {
  expect(isNight(at, shift)).toBe(night);
});
