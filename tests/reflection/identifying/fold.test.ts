import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/reflection/identifying/fold.ts";

describe("the plain form of a text", () => {
  it.each([
    ["CVV\t12\r\n3", "cvv 12\n\n3"],
    ["\uff23\uff36\uff36 \uff11\uff12\uff13", "cvv 123"],
    ["\u0663\u06f3\u0969\u0e53\u{1d7d1}\u{1d7f9}", "333333"],
    ["a\u2013b\u2014c\u2212d\u2011e", "a-b-c-d-e"],
    ["a\u00a0b\u3000c\u2009d\u2028e", "a b c d\ne"],
    ["a\u00b7b\u3002c\u2026", "a.b.c..."],
    ["a\u200bb\u00adc\u202ed\ufeff", "abcd"],
    ["jose\u0301 \u00e9", "jose \u00e9"],
    ["5\u00bd hours", "5\u2044 hours"],
    ["4\ufe0f\u20e3", "4"],
  ])("of %j is %j", (text, plain) => {
    expect(fold(text).text).toBe(plain);
  });

  it("says for each of its units where it came from", () => {
    const { text, from, to } = fold("\u{1f620}\ufb03 4\u20e3!");
    expect(text).toBe("\u{1f620}ffi 4!");
    expect([2, 3, 4, 5, 6, 7].map((unit) => [from(unit), to(unit)])).toEqual([
      [2, 3], [2, 3], [2, 3], [3, 4], [4, 6], [6, 7],
    ]);
  });

  it("is made of any text, with places that never run backwards", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const folded = fold(text);
        let at = 0;
        for (let index = 0; index < folded.text.length; index += 1) {
          expect(folded.from(index)).toBeGreaterThanOrEqual(at);
          expect(folded.to(index)).toBeGreaterThan(folded.from(index));
          at = folded.from(index);
        }
        expect(folded.from(folded.text.length)).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
