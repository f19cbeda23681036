import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../../src/views/paper/lines.ts";

const width = (text: string): number => Array.from(text).length;

/** The fewest lines there can be: greedy filling is optimal for their number. */
function fewest(words: readonly string[], room: number, indent: number): number {
  let lines = 1;
  let used = indent;
  let fresh = true;
  for (const word of words) {
    const more = word.length + (fresh ? 0 : 1);
    if (!fresh && used + more > room) {
      lines++;
      used = word.length;
    } else used += more;
    fresh = false;
  }
  return lines;
}

const word = fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom("a", "b", "c") });

describe("breakLines", () => {
  it("makes lines that are as even as they can be", () => {
    expect(breakLines("then I will let them finish, and ask first", 28, width)).toEqual([
      "then I will let them",
      "finish, and ask first",
    ]);
  });

  it("leaves room on the first line for what stands before it", () => {
    expect(breakLines("aaaa bbbb cccc", 9, width, 5)).toEqual(["aaaa", "bbbb cccc"]);
  });

  it("breaks a word that is wider than a line, rather after a hyphen or a slash", () => {
    expect(breakLines("x".repeat(25), 10, width)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
    expect(breakLines("refund-and-return", 12, width)).toEqual(["refund-and-", "return"]);
  });

  it("keeps marks with their letters", () => {
    const letters = "q\u0303".repeat(12);
    for (const line of breakLines(letters, 9, width)) expect(line).toMatch(/^(q\u0303)+$/);
  });

  it("keeps every word, in the fewest lines, none too wide", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 10, max: 40 }), (words, room) => {
        const lines = breakLines(words.join(" "), room, width);
        expect(lines.join(" ")).toBe(words.join(" "));
        expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(room);
        expect(lines).toHaveLength(fewest(words, room, 0));
      }),
    );
  });
});
