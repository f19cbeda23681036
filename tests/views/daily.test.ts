import { describe, expect, test } from "vitest";
import type { PlanToRehearse } from "../../src/practice/rehearse.ts";
import { breathAt, breathEnd, breathFrame, breathWords, isStill, SIGH, SLOW } from "../../src/views/breathe.ts";
import { closingLines } from "../../src/views/end.ts";
import { dueView } from "../../src/views/rehearse.ts";
import type { Style } from "../../src/views/style.ts";
import { type Telling, telling } from "../../src/views/telling.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { english } from "../conversations/english.ts";
import { NO_COLOUR } from "../terminal/screens.ts";

const { content } = english();

function told(width: number, more: Partial<Style> = {}): Telling {
  return telling(content, { width, palette: NO_COLOUR, symbols: UNICODE_SYMBOLS, screenReader: false, ...more });
}

describe("the closing of a shift", () => {
  const night = { night: true, cases: 2, wins: 2, happier: 1, closing: content.closings["end"]?.[0] ?? "" };

  test("tonight, what was met, and who went home happier", () => {
    expect(closingLines(night, told(80))).toEqual([
      "  Tonight: 2 hard cases met, 2 wins. One customer went home happier.",
      "  The shift is over. It is written down here, so you can leave it here.",
    ]);
  });

  test("by day, with nothing to count up", () => {
    expect(closingLines({ ...night, night: false, cases: 1, wins: 0, happier: 0 }, told(80))[0]).toBe("  Today: 1 hard case met.");
    expect(closingLines({ ...night, happier: 3 }, told(80))[0]).toContain("3 customers went home happier.");
  });

  test("narrow, and read aloud", () => {
    expect(closingLines(night, told(40))).toEqual([
      "  Tonight: 2 hard cases met, 2 wins.",
      "  One customer went home happier.",
      "  The shift is over. It is written",
      "  down here, so you can leave it here.",
    ]);
    expect(closingLines(night, told(80, { screenReader: true }))[0]).toBe("Tonight: 2 hard cases met, 2 wins. One customer went home happier.");
  });
});

describe("the breath", () => {
  test.each([SLOW, SIGH])("$name: out takes longer than in", ({ parts }) => {
    const seconds = (out: boolean): number => parts.filter(({ name }) => (name === "out") === out).reduce((sum, part) => sum + part.seconds, 0);
    expect(seconds(true)).toBeGreaterThan(seconds(false));
  });

  test("it fills, empties, and begins anew", () => {
    const at = (ms: number): string => `${breathAt(SLOW, ms).name} ${breathAt(SLOW, ms).full.toFixed(2)}`;
    expect([0, 2000, 4000, 7000, 9999, 10_000, 12_000].map(at)).toEqual(["in 0.00", "in 0.50", "out 1.00", "out 0.50", "out 0.00", "in 0.00", "in 0.50"]);
    const sigh = [0, 1500, 3000, 3500, 4000, 7000].map((ms) => `${breathAt(SIGH, ms).name} ${breathAt(SIGH, ms).full.toFixed(2)}`);
    expect(sigh).toEqual(["in 0.00", "in 0.40", "more 0.80", "more 0.90", "out 1.00", "out 0.50"]);
  });

  test("two slow breaths are the twenty seconds between cases", () => {
    expect(SLOW.parts.reduce((sum, { seconds }) => sum + seconds, 0) * 2).toBe(20);
  });

  test("its picture at 80, at 40 and at 20 columns keeps its lines, so that nothing jumps", () => {
    expect(breathFrame(SLOW, 2000, told(80))).toEqual(["  Breathe in.", "", `  ${"\u2588".repeat(20)}`, "", "  Any key ends it."]);
    expect(breathFrame(SLOW, 4000, told(40))).toEqual(["  And out, slowly.", "", `  ${"\u2588".repeat(24)}`, "", "  Any key ends it."]);
    expect(breathFrame(SIGH, 3100, told(20))[0]).toBe("  A little more");
    for (const width of [80, 40]) {
      const lengths = Array.from({ length: 100 }, (_, tick) => breathFrame(SIGH, tick * 100, told(width)).length);
      expect(new Set(lengths)).toEqual(new Set([5]));
    }
  });

  test("it is still for a screen reader, without colour and in ASCII", () => {
    const painted = { ...told(80).style, palette: { ...NO_COLOUR, paints: true } };
    expect(isStill(painted)).toBe(false);
    expect([isStill(told(80).style), isStill({ ...painted, symbols: ASCII_SYMBOLS }), isStill({ ...painted, screenReader: true })]).toEqual([true, true, true]);
  });

  test("its words say what is shown by a study and what is only a pause", () => {
    expect(breathWords(SLOW, false, told(80))).toBe(
      "  Breathe in, slowly. Breathe out for longer than in. And once more, just\n  like that.\n  A short pause, no more than that. Nothing of it is kept.\n",
    );
    expect(breathWords(SIGH, true, told(80, { screenReader: true }))).toContain("five minutes a day for 28 days");
    expect(breathEnd(SIGH, told(80))).toContain("(Balban 2023). Once is a rest.");
  });
});

describe("plans to rehearse", () => {
  const plan: PlanToRehearse = { trigger: "saying_no", if: "I have to say no", then: "say first what I can do", due: "2026-11-20", practised: 1 };
  const now = { at: "2026-11-22T21:40:00+01:00" };

  test("each with its day", () => {
    expect(dueView([plan, { ...plan, due: "2025-11-20" }], 2, now, told(80))).toBe(`  PLANS TO REHEARSE

  If I have to say no, then I will say first what I can do.
  Due 20 Nov

  If I have to say no, then I will say first what I can do.
  Due 20 Nov 2025
`);
  });

  test("read aloud", () => {
    expect(dueView([plan], 1, now, told(80, { screenReader: true }))).toBe(
      "Plans to rehearse.\nIf I have to say no, then I will say first what I can do.\nDue 20 Nov\n",
    );
  });

  test("none yet, or none today", () => {
    expect(dueView([], 0, now, told(80))).toBe("  There is no plan yet. The first comes with a hard case (evenkeel reflect).\n".replace("(evenkeel reflect)", "(evenkeel\n  reflect)"));
    expect(dueView([], 2, now, told(80))).toBe("  No plan is due today. All of them: evenkeel rehearse --all\n");
  });
});
