import { describe, expect, test } from "vitest";
import { everWorks, everWorksNaively, frequency, generator } from "../../scripts/simulate.ts";
import { type Evidence, joined, NO_EVIDENCE, verdictOf, withCase } from "../../src/practice/evidence.ts";

/** `+` held, `-` did not, `?` used without an answer, `f` forgotten, `.` no need. */
function evidence(cases: string): Evidence {
  let found = NO_EVIDENCE;
  for (const sign of cases) {
    if (sign === "f") found = withCase(found, { planUse: "forgot", held: 5 });
    else if (sign === ".") found = withCase(found, { planUse: "not_needed", held: 5 });
    else if (sign === "?") found = withCase(found, { planUse: "used" });
    else found = withCase(found, { planUse: "used", held: sign === "+" ? 4 : 3 });
  }
  return found;
}

const uses = (held: number, not: number): string => "+".repeat(held) + "-".repeat(not);

describe("a plan", () => {
  test.each([
    [7, 8],
    [9, 12],
    [12, 16],
    [14, 20],
  ])("works with %i of %i, and one less is mixed", (held, n) => {
    expect(verdictOf(evidence(uses(held, n - held)))).toBe("works");
    expect(verdictOf(evidence(uses(held - 1, n - held + 1)))).toBe("mixed");
  });

  test.each([
    [1, 8],
    [3, 12],
    [4, 16],
    [6, 20],
  ])("does not work yet with %i of %i, and one more is mixed", (held, n) => {
    expect(verdictOf(evidence(uses(held, n - held)))).toBe("not_yet");
    expect(verdictOf(evidence(uses(held + 1, n - held - 1)))).toBe("mixed");
  });

  test("is too early to tell with seven uses, however good", () => {
    expect(verdictOf(evidence("+++++++"))).toBe("too_early");
    expect(verdictOf(NO_EVIDENCE)).toBe("too_early");
  });

  test("is looked at at 8, 12, 16 and 20 uses only: what lies between waits", () => {
    expect(verdictOf(evidence("-------" + "-" + "+++"))).toBe("not_yet");
    expect(verdictOf(evidence("--------" + "++++"))).toBe("mixed");
    expect(verdictOf(evidence("++++++++" + "---"))).toBe("works");
    expect(verdictOf(evidence("++++++++" + "----"))).toBe("mixed");
    expect(verdictOf(evidence(uses(14, 6) + "-".repeat(40)))).toBe("works");
  });

  test("slips when it was forgotten in half or more of at least four chances, before any other verdict", () => {
    expect(verdictOf(evidence("ff+-"))).toBe("slips");
    expect(verdictOf(evidence("ff+"))).toBe("too_early");
    expect(verdictOf(evidence("ff+-+"))).toBe("too_early");
    expect(verdictOf(evidence("++++++++ffffffff"))).toBe("slips");
    expect(verdictOf(evidence("++++++++fffffff"))).toBe("works");
  });

  test("a use without an answer is a chance only; no need is not even that", () => {
    expect(evidence("??f.+-")).toEqual({ outcomes: "10", uses: 2, held: 1, chances: 5, forgotten: 1 });
    expect(verdictOf(evidence("ff??"))).toBe("slips");
    expect(verdictOf(evidence("ff???"))).toBe("too_early");
    expect(verdictOf(evidence("ff.."))).toBe("too_early");
    expect(verdictOf(evidence("?????????"))).toBe("too_early");
  });

  test("held in 4 and 5 is close, 3 is not", () => {
    const held = (...answers: number[]): number =>
      answers.reduce((found, answer) => withCase(found, { planUse: "used", held: answer }), NO_EVIDENCE).held;
    expect(held(1, 2, 3)).toBe(0);
    expect(held(4, 5)).toBe(2);
  });

  test("keeps no more than its first twenty uses, and counts on", () => {
    const all = evidence("+".repeat(15) + "-".repeat(20));
    expect(all).toEqual({ outcomes: "1".repeat(15) + "00000", uses: 35, held: 15, chances: 35, forgotten: 0 });
    expect(joined(evidence("+".repeat(15)), evidence("-".repeat(20)))).toEqual(all);
  });
});

describe("how often a verdict is wrong, over 100,000 plans", () => {
  const TRIALS = 100_000;

  test("a coin-flip plan is ever called working 11 % of the time", () => {
    const random = generator(1);
    expect(frequency(TRIALS, () => everWorks(0.5, random)) * 100).toBeCloseTo(11, 0);
  });

  test("a true 80 % plan 93 %", () => {
    const random = generator(2);
    expect(frequency(TRIALS, () => everWorks(0.8, random)) * 100).toBeCloseTo(93.3, 0);
  });

  test("testing after every use would call the coin-flip working 22 %", () => {
    const random = generator(3);
    expect(frequency(TRIALS, () => everWorksNaively(0.5, random)) * 100).toBeCloseTo(21.8, 0);
  });
});
