import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/views/width.ts";
import { firstLines, hang, wrap, wrapSentences } from "../../src/views/wrap.ts";

describe("wrap", () => {
  it("folds at blanks", () => {
    expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(wrap("exactly", 7)).toEqual(["exactly"]);
    expect(wrap("", 7)).toEqual([""]);
    expect(wrap("   ", 2)).toEqual([""]);
  });

  it("keeps double blanks in a line that fits, and only there", () => {
    expect(wrap("6  (from 4 to 8)", 20)).toEqual(["6  (from 4 to 8)"]);
    expect(wrap("6  (from 4 to 8)", 8)).toEqual(["6 (from", "4 to 8)"]);
  });

  it("cuts words that are longer than a line, and goes on behind them", () => {
    expect(wrap("a abcdefghij k", 4)).toEqual(["a", "abcd", "efgh", "ij k"]);
    expect(wrap("客户一直大声喊叫", 6)).toEqual(["客户一", "直大声", "喊叫"]);
  });

  it("loses no sign and makes no line wider", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "漢", "e\u0301", "👍🏽", "x", "y") });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (words, columns) => {
        const lines = wrap(words, columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
        expect(lines.every((line) => displayWidth(line) <= columns)).toBe(true);
      }),
    );
  });
});

describe("hang", () => {
  it("indents by what the lead takes", () => {
    expect(hang("●  ", "one two three", 10)).toEqual(["●  one two", "   three"]);
  });
});

describe("wrapSentences", () => {
  it("keeps sentences together where they fit, else gives each a line", () => {
    expect(wrapSentences(["Used once.", "Too early."], 21)).toEqual(["Used once. Too early."]);
    expect(wrapSentences(["Used once.", "Too early to tell."], 12)).toEqual(["Used once.", "Too early to", "tell."]);
  });
});

describe("firstLines", () => {
  it("marks that more was there", () => {
    expect(firstLines(["one", "two"], 2, 5, "…")).toEqual(["one", "two"]);
    expect(firstLines(["one", "two", "three"], 2, 5, "…")).toEqual(["one", "two…"]);
    expect(firstLines(["one", "whole", "three"], 2, 5, "…")).toEqual(["one", "whol…"]);
  });
});
