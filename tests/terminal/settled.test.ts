import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settledText } from "../../src/terminal/settled.ts";

describe("half-typed text that may be kept", () => {
  it.each([
    ["she shouted", "she shouted"],
    ["call 12345", "call 12345"],
    ["call 123456", "call "],
    ["card 4111 1111 11", "card "],
    ["card 4111-1111-1111-1111", "card "],
    ["card 4111 1111 1111 1111 ", "card  "],
    ["card 4111 1111 1111 1111 and", "card  and"],
    ["card 4111 1111 1111 1111 for", "card 4111 1111 1111 1111 for"],
    ["card 4111*1111*1111*1", "card "],
    ["card 4111\u200b1111\u200b11", "card "],
    ["card \u2463\u2460\u2460\u2460 1111", "card "],
    ["her cvv is 12", "her cvv is "],
    ["4821 is her p", ""],
    ["4821 is her pen", ""],
    ["4821 is her pen and", "4821 is her pen and"],
    ["AHT 412 was too long", "AHT 412 was too long"],
    ["0151 234567 (her mob", ""],
    ["write to jane.doe@exam", "write to "],
    ["write to jane.doe@example.com and", "write to jane.doe@example.com and"],
    ["4111.1111", ""],
    ["4111–1111", ""],
    ["４１１１１１", ""],
    ["１２３ ٤٥٦", ""],
    ["12:34:56", "12:34:56"],
    ["room 12 34 5", "room 12 34 5"],
    ["1\n2\n3\n4\n5\n6", ""],
  ])("%j gives %j", (text, expected) => {
    expect(settledText(text)).toBe(expected);
  });

  it("looks around the caret, not only at the end", () => {
    expect(settledText("my 4111111 is", 7)).toBe("my  is");
    expect(settledText("my 4111111 is", 10)).toBe("my  is");
    expect(settledText("my 4111111 is", 13)).toBe("my 4111111 is");
    expect(settledText("a 411 111 b", 5)).toBe("a  b");
  });

  it("never shows more than five digits of a number while it is being typed", () => {
    const number = fc
      .array(fc.constantFrom("0", "1", "7", "9", " ", "-"), { minLength: 1, maxLength: 30 })
      .map((signs) => signs.join(""));
    fc.assert(
      fc.property(number, (digits) => {
        for (let end = 1; end <= digits.length; end += 1) {
          const kept = settledText(`pay ${digits.slice(0, end)}`);
          expect((kept.match(/\d/g) ?? []).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it("loses nothing once the run has ended", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(settledText(`${text} then`)).toBe(`${text} then`);
      }),
    );
  });
});
