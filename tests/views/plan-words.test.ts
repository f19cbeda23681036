import { describe, expect, it } from "vitest";
import { honestShare } from "../../src/practice/numbers.ts";
import { closed, planParts, planSentence, planSoFar, type PlanEvidence, shareInBrackets, shareSentence } from "../../src/views/plan-words.ts";
import { tell } from "./sample.ts";

const t = tell();

function soFar(planUses: number, planHeld: number, planForgotten: number, verdict: PlanEvidence["verdict"]): string {
  return planSoFar({ planUses, planHeld, planForgotten, verdict }, false, t).join(" ");
}

describe("a plan in words", () => {
  it.each([
    ["I have to say no", "first say what I can do", "If I have to say no, then I will first say what I can do."],
    ["they start loud,", 'ask: "How can I help?"', 'If they start loud, then I will ask: "How can I help?"'],
    ["they shout.", 'say: "I want to help."', 'If they shout, then I will say: "I want to help."'],
    ["it\nrings", "smile!", "If it rings, then I will smile!"],
  ])("if %j then %j", (cue, then, sentence) => {
    expect(planSentence({ if: cue, then }, t)).toBe(sentence);
  });

  it("stands on two lines of a card", () => {
    expect(planParts({ if: "a caller shouts", then: "slow down" }, t)).toEqual(["If a caller shouts,", "then I will slow down."]);
  });

  it("closes a sentence once", () => {
    expect(["so", "so.", "so?", 'so!"', "so…", "(so.)", "so,"].map(closed)).toEqual(["so.", "so.", "so?", 'so!"', "so…", "(so.)", "so,."]);
  });
});

describe("how a plan does so far", () => {
  it.each([
    [soFar(0, 0, 0, "too_early"), "Not used yet. Too early to tell."],
    [soFar(0, 0, 2, "too_early"), "Not used yet. It slipped your mind 2 times. Too early to tell."],
    [soFar(1, 1, 1, "too_early"), "Used once. It slipped your mind once. Too early to tell."],
    [soFar(2, 0, 0, "too_early"), "Used 2 times. Too early to tell."],
    [soFar(3, 2, 0, "too_early"), "Used 3 times, close 2 of 3. Too early to tell."],
    [soFar(9, 8, 0, "works"), "Used 9 times, close to what you want 8 of 9. Works so far."],
    [soFar(8, 4, 0, "mixed"), "Used 8 times, close to what you want 4 of 8. It could go either way so far."],
    [soFar(8, 1, 0, "not_yet"), 'Used 8 times, close to what you want 1 of 8. Not yet. Another "then" may help more.'],
    [soFar(1, 1, 3, "slips"), 'It slips your mind: 3 of 4 chances. Rehearse it, or find a clearer "if".'],
    [
      soFar(12, 9, 0, "works"),
      "Used 12 times, close to what you want 9 of 12. That is 75 %; with so few it may lie from 47 to 91 %. Works so far.",
    ],
    [
      soFar(4, 2, 6, "slips"),
      'It slips your mind: 6 of 10 chances. That is 60 %; with so few it may lie from 31 to 83 %. Rehearse it, or find a clearer "if".',
    ],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });

  it("is shorter where space is short", () => {
    expect(planSoFar({ planUses: 9, planHeld: 8, planForgotten: 0, verdict: "works" }, true, t)).toEqual(["Used 9, close 8 of 9.", "Works so far."]);
  });
});

describe("a share", () => {
  it("has no percentage below 10", () => {
    for (const n of [0, 1, 2, 3, 9]) expect([shareSentence(honestShare(0, n), t), shareInBrackets(honestShare(0, n), t)]).toEqual([null, null]);
  });

  it("has a percentage and its range from 10 on, and no longer speaks of few from 30 on", () => {
    expect(shareInBrackets(honestShare(8, 10), t)).toBe("(that is 80 %; with so few it may lie from 49 to 94 %)");
    expect(shareSentence(honestShare(0, 10), t)).toBe("That is 0 %; with so few it may lie from 0 to 28 %.");
    expect(shareSentence(honestShare(15, 30), t)).toBe("That is 50 %; it may lie from 33 to 67 %.");
    expect(shareInBrackets(honestShare(30, 30), t)).toBe("(that is 100 %; it may lie from 89 to 100 %)");
  });
});
