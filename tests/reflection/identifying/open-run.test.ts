import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIdentifying } from "../../../src/reflection/identifying/find.ts";
import { mask } from "../../../src/reflection/identifying/mask.ts";
import { openRun, openTail } from "../../../src/reflection/identifying/open-run.ts";
import { digitsOf, typedCards } from "./numbers.ts";

describe("the tail that is not settled", () => {
  it.each([
    ["she read 4111 11", "she read "],
    ["she read 4111 1111 1111 1111", "she read "],
    ["she read 4111 1111 - ", "she read "],
    ["she read 4111 1111, ", "she read "],
    ["she read 4111 1111 and th", "she read "],
    ["took 12 4111 11", "took 12 "],
    ["9 4111 11", "9 "],
    ["0151 234567", "0151 "],
    ["AHT 412, 380", "AHT "],
    ["her cvv is 12", "her cvv is "],
    ["her cvv: 1 2", "her cvv: "],
  ])("of %j: only %j is settled", (text, settled) => {
    expect(text.slice(0, openTail(text))).toBe(settled);
  });

  it.each([
    "",
    "no digits",
    "she read 4111 1",
    "she read 4111 1111 1111 1111 before",
    "she read 4111 1111 thx",
    "her cvv is 123 ",
    "0151 834567",
    "11112222 33334444",
  ])("%j is settled as a whole", (text) => {
    expect(openTail(text)).toBe(text.length);
  });

  it("holds a card number back digit for digit: five at most are ever written before it is whole and masked", () => {
    fc.assert(
      fc.property(typedCards, ({ typed }) => {
        for (let length = 1; length <= typed.length; length += 1) {
          const text = `she said ${typed.slice(0, length)}`;
          const settled = text.slice(0, openTail(text));
          expect(digitsOf(mask(settled, findIdentifying(settled))).length).toBeLessThan(6);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the run around a caret", () => {
  const text = "card 4111 1111 1111 1111 for ever";

  it("is all of a number that the caret stands in", () => {
    expect(openRun(text, 12)).toEqual({ start: 5, end: 24 });
  });

  it("is nothing where the caret stands elsewhere", () => {
    expect(openRun(text, 3)).toBeNull();
    expect(openRun(text, text.length)).toBeNull();
  });

  it("is found far into a long text", () => {
    const lead = "she said it again. ".repeat(5000);
    expect(openRun(`${lead}4111 1111`)).toEqual({ start: lead.length, end: lead.length + 9 });
  });
});
