import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { honestShare, median, round6, wilson, Z90, Z95 } from "../../src/practice/numbers.ts";

describe("median", () => {
  test.each([
    [[], null],
    [[4], 4],
    [[9, 1, 5], 5],
    [[1, 9, 6, 7], 6.5],
    [[3, 3, 3, 10], 3],
    [[10, 9, 2], 9],
  ])("of %j is %j", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test("leaves its input as it was", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("wilson", () => {
  // Worked by hand: centre (p + z²/2n) / (1 + z²/n), half width z·√(p(1−p)/n + z²/4n²) / (1 + z²/n).
  test.each([
    [8, 10, Z95, 0.490162, 0.943318],
    [5, 10, Z95, 0.236593, 0.763407],
    [0, 10, Z95, 0, 0.277533],
    [10, 10, Z95, 0.722467, 1],
    [7, 8, Z90, 0.588857, 0.971601],
    [1, 8, Z90, 0.028399, 0.411143],
  ])("%i of %i with z = %f lies from %f to %f", (k, n, z, low, high) => {
    const interval = wilson(k, n, z);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });

  test("knows nothing without a try", () => {
    expect(wilson(0, 0, Z95)).toEqual({ low: 0, high: 1 });
  });

  test("holds the shares that a score test would not reject", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, some) => {
        const k = Math.min(some, n);
        const { low, high } = wilson(k, n, Z95);
        for (const bound of [low, high]) {
          if (bound <= 1e-12 || bound >= 1 - 1e-12) continue;
          const distance = Math.abs(k / n - bound) / Math.sqrt((bound * (1 - bound)) / n);
          expect(distance).toBeCloseTo(Z95, 6);
        }
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
      }),
    );
  });
});

describe("an honest share", () => {
  test("is too early below 3 and a bare count up to 9", () => {
    expect(honestShare(2, 2)).toEqual({ say: "too_early", k: 2, n: 2 });
    expect(honestShare(2, 3)).toEqual({ say: "count", k: 2, n: 3 });
    expect(honestShare(9, 9)).toEqual({ say: "count", k: 9, n: 9 });
  });

  test("is a percentage with its interval from 10 on", () => {
    expect(honestShare(8, 10)).toEqual({
      say: "percent",
      k: 8,
      n: 10,
      share: 0.8,
      interval: { low: 0.490162, high: 0.943318 },
    });
  });
});

test("scores carry six decimals", () => {
  expect(round6(1 / 3)).toBe(0.333333);
  expect(round6(0.1 + 0.2)).toBe(0.3);
});
