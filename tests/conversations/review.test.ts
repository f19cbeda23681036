import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/conversations/question.ts";
import { reviewConversation } from "../../src/conversations/review.ts";
import { type ReviewContext, shortThen } from "../../src/conversations/review-asking.ts";
import { quietConversation } from "../../src/conversations/review-quiet.ts";
import { reviewFrom } from "../../src/conversations/review-result.ts";
import { heldAnswers, nextUnanswered, progressAt } from "../../src/conversations/walk.ts";
import { after, screen, speaking, started } from "../terminal/screens.ts";
import { talk } from "../terminal/scripted.ts";
import { english } from "./english.ts";
import { person } from "./person.ts";

const compiled = english();

const PLAN = { if: "a caller shouts", then: "breathe out and slow down" };

function context(more: Partial<ReviewContext> = {}): ReviewContext {
  return {
    ...person(compiled),
    begin: () => ["  Six short questions now. Enter skips any.      Enter go on · Esc later"],
    evidence: {
      better: ["You logged 3 wins. Saying no came up 2 times."],
      plan: ["Used 2 times this week. In all: used 4, close 2 of 4. Too early to tell."],
      raise: ['Slow or broken tools: 5 times since 12 Oct, "not mine" in 4 of 5.'],
    },
    offCourse: [
      { id: "rude_tone", label: "Shouting or rude words (3 of 6)" },
      { id: "saying_no", label: "I had to say no (2)" },
    ],
    plan: { trigger: "rude_tone", issue: "rude words", plan: PLAN },
    ideas: [
      { type: "use", trigger: "rude_tone", then: PLAN.then },
      { type: "rehearse", trigger: "already_angry", then: 'let them finish, and ask: "How can I help?"' },
    ],
    note: "Slow or broken tools: 5 times since 12 Oct. It would help if ",
    focusable: true,
    ...more,
  };
}

function walk(given: Answers, from: ReviewContext = context()): { readonly order: readonly string[]; readonly answers: Answers; readonly last: string } {
  const flow = reviewConversation(from);
  const order: string[] = [];
  let answers: Answers = {};
  let last = "";
  for (let at = nextUnanswered(flow, answers); at.at !== null; at = nextUnanswered(flow, answers)) {
    const progress = progressAt({ flow, answers: at.answers, at: at.at });
    last = `${String(progress?.number)} of ${String(progress?.total)}`;
    order.push(at.at);
    answers = { ...at.answers, [at.at]: given[at.at] ?? null };
  }
  return { order, answers, last };
}

function result(given: Answers, from: ReviewContext = context()): ReturnType<typeof reviewFrom> {
  return reviewFrom(from, heldAnswers(reviewConversation(from), walk(given, from).answers));
}

const NOTHING = { better: null, offCourse: null, helped: null, plan: null, raise: null };

describe("the weekly review", () => {
  it("asks six questions, each skippable, and skipping all of them keeps nothing", () => {
    const { order, last } = walk({});
    expect(order).toEqual(["begin", "better", "offCourse", "helped", "plan", "raise", "focus"]);
    expect(last).toBe("6 of 6");
    expect(result({})).toEqual({ answers: NOTHING, focus: null });
    const flow = reviewConversation(context());
    expect(flow.steps.every((step) => step.question({}).skippable)).toBe(true);
  });

  it("leaves out the plan where there is none, and the focus where its week is over", () => {
    const bare = context({ plan: null, ideas: [], focusable: false, offCourse: [], note: null });
    expect(walk({}, bare).order).toEqual(["begin", "better", "offCourse", "helped", "raise"]);
    expect(walk({}, context({ plan: null, ideas: [] })).order.at(-1)).toBe("focusOwn");
  });

  it("asks for one's own words behind a choice, as part of the same question", () => {
    const given = { offCourse: "elsewhere", offCourseOwn: "month end", helped: "own", helpedOwn: "a walk", raise: "yes", raiseNote: "the queue freezes", focus: "own", focusOwn: "one at a time" };
    const { order, last } = walk(given);
    expect(order).toEqual(["begin", "better", "offCourse", "offCourseOwn", "helped", "helpedOwn", "plan", "raise", "raiseNote", "focus", "focusOwn"]);
    expect(last).toBe("6 of 6");
    expect(result(given)).toEqual({ answers: { ...NOTHING, offCourse: "month end", helped: "a walk", raise: "the queue freezes" }, focus: "one at a time" });
  });

  it.each<[string, Answers, object]>([
    ["kept", { plan: "keep" }, { answers: { ...NOTHING, plan: "keep" }, focus: null }],
    ["dropped", { plan: "drop" }, { answers: { ...NOTHING, plan: "drop" }, focus: null, change: { trigger: "rude_tone", plan: null } }],
    [
      "reworded, without the frame of the sentence",
      { plan: "change", planThen: "Then I will say one moment.", planIf: "a caller shouts" },
      { answers: { ...NOTHING, plan: "change" }, focus: null, change: { trigger: "rude_tone", plan: { if: "a caller shouts", then: "say one moment" } } },
    ],
    ["left as it was: that is kept", { plan: "change", planThen: PLAN.then }, { answers: { ...NOTHING, plan: "keep" }, focus: null }],
    ["said yes to a note and wrote none", { raise: "yes" }, { answers: NOTHING, focus: null }],
  ])("a plan or a note that was %s", (_, given, expected) => {
    expect(result(given)).toEqual(expected);
  });

  it.each<[string, Answers, string | null]>([
    ["an idea to use a plan", { focus: "0" }, "breathe out and slow down, once a shift"],
    ["an idea to rehearse one", { focus: "1" }, 'rehearse "let them finish"'],
    ["the new words of a plan that was just changed", { plan: "change", planThen: "say one moment", focus: "0" }, "say one moment, once a shift"],
    ["no idea of a plan that was just dropped", { plan: "drop", focus: "0" }, 'rehearse "let them finish"'],
  ])("takes as focus %s", (_, given, focus) => {
    expect(result(given).focus).toBe(focus);
  });

  it("shows the support text where words name self-harm, before anything else is asked", () => {
    const { order } = walk({ better: "i am better off dead" });
    expect(order.slice(0, 3)).toEqual(["begin", "better", "care"]);
  });

  it.each([
    ["breathe out and slow down", "breathe out and slow down"],
    ['let them finish, and ask: "How can I help?"', "let them finish"],
    ['say: "one moment"', "say: one moment"],
    ["wait.", "wait"],
  ])("names the plan %j by %j", (then, short) => {
    expect(shortThen(then)).toBe(short);
  });
});

const SCREENS: readonly (readonly [keys: string, wide: string])[] = [
  [
    "x",
    `
  What went better than last week?                                     1 of 6
  You logged 3 wins. Saying no came up 2 times.
  > _`,
  ],
  [
    "said no\r",
    `
  Where did it go off course most?                                     2 of 6
   1  Shouting or rude words (3 of 6)      Enter
   2  I had to say no (2)
   3  Somewhere else`,
  ],
  [
    "\r",
    `
  What helped?                                                         3 of 6
   1 a plan   2 a breath   3 a teammate   4 a break   5 sleep or food
   6 my own words`,
  ],
  [
    "2",
    `
  Your plan for rude words:  If a caller shouts, then I will breathe out
  and slow down.                                                       4 of 6
  Used 2 times this week. In all: used 4, close 2 of 4. Too early to tell.
   1  Keep it      Enter
   2  Change it
   3  Drop it`,
  ],
  [
    "1",
    `
  Is there something that someone else should fix?                     5 of 6
  Slow or broken tools: 5 times since 12 Oct, "not mine" in 4 of 5.
   1  Yes: write a short note for my lead
   2  Not this week`,
  ],
  [
    "2",
    `
  One thing for next week. Small is good.                              6 of 6
   1  Use "breathe out and slow down" once a shift      Enter
   2  Rehearse "let them finish"
   3  My own words`,
  ],
];

describe("its screens", () => {
  const [wide, narrow] = [speaking(compiled, { columns: 80 }), speaking(compiled, { columns: 40 })];

  it("stand at 80 columns as they were drawn", () => {
    let state = started(reviewConversation(context()));
    for (const [keys, drawn] of SCREENS) {
      state = after(state, keys);
      expect(screen(state, wide)).toBe(drawn.replace(/^\n/, "").trimEnd());
    }
  });

  it("fit into 40 columns", () => {
    let state = started(reviewConversation(context()));
    for (const [keys] of SCREENS) {
      state = after(state, keys);
      for (const line of screen(state, narrow).split("\n")) expect(line.length).toBeLessThan(40);
    }
    expect(screen(state, narrow)).toBe(
      [
        "  One thing for next week.       6 of 6",
        "  Small is good.",
        "",
        '   1  Use "breathe out and slow down"',
        "      once a shift                Enter",
        '   2  Rehearse "let them finish"',
        "   3  My own words",
      ].join("\n"),
    );
  });
});

describe("on a terminal", () => {
  it("keeps a draft before the next question shows, and gives back everything where it is stopped", async () => {
    const drafts: Answers[] = [];
    const session = talk(compiled, reviewConversation(context()), { onDraft: (answers) => drafts.push(answers) });
    session.type("\r");
    session.type("said no\r");
    session.type("1");
    session.type("\u0003");
    const outcome = await session.outcome;
    expect(outcome).toMatchObject({ type: "stopped", answers: { begin: "seen", better: "said no", offCourse: "rude_tone" } });
    expect(drafts).toContainEqual({ begin: "seen", better: "said no" });
    expect(session.restored()).toBe(true);
  });

  it("leaves at Esc under the week, with nothing said", () => {
    expect(after(started(reviewConversation(context())), "\u001b")).toMatchObject({ outcome: "left", answers: {} });
  });

  it("is spoken line by line, without drawing", async () => {
    const session = talk(compiled, reviewConversation(context()), { plain: true });
    for (const line of ["", "said no", "1", "2", "1", "2", "1"]) session.type(`${line}\r`);
    const outcome = await session.outcome;
    expect(outcome).toMatchObject({ type: "done", answers: { better: "said no", offCourse: "rude_tone", helped: "breath", plan: "keep", raise: "no", focus: "0" } });
    expect(session.written()).toContain("Question 4 of 6. Your plan for rude words:");
    expect(session.written().replaceAll(/\u001b\[\?2004[hl]/g, "")).not.toContain("\u001b");
  });
});

describe("a quiet week", () => {
  it.each<[string, string, Answers]>([
    ["a focus", "2one at a time\r", { quiet: "focus", focusOwn: "one at a time" }],
    ["something that went well", "1", { quiet: "win" }],
  ])("asks for %s", async (_, keys, answers) => {
    const session = talk(compiled, quietConversation(context()));
    for (const key of keys === "1" ? ["1"] : ["2", keys.slice(1)]) session.type(key);
    expect(await session.outcome).toEqual({ type: "done", answers });
  });
});
