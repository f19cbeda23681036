import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangesOf, withMarks } from "../../src/views/marks.ts";

function marked(text: string, ...words: readonly string[]): string {
  return withMarks(text, rangesOf(text, words), (part) => `[${part}]`);
}

describe("marks", () => {
  it("ignores case and accents", () => {
    expect(marked("A Refund at the café", "refund", "CAFE")).toBe("A [Refund] at the [café]");
    expect(marked("cafe\u0301 noir", "café")).toBe("[cafe\u0301] noir");
    expect(marked("Straße 👍 ÜBER", "uber", "👍")).toBe("Straße [👍] [ÜBER]");
  });

  it("joins hits that overlap and marks every one", () => {
    expect(marked("refunded refund", "refund", "funded")).toBe("[refunded] [refund]");
    expect(marked("aaa", "a")).toBe("[a][a][a]");
    expect(marked("nothing here", "refund", "")).toBe("nothing here");
  });

  it("takes nothing away", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", maxLength: 2 }), (text, word) => {
        expect(withMarks(text, rangesOf(text, [word, "a"]), (part) => part)).toBe(text);
      }),
    );
  });
});
