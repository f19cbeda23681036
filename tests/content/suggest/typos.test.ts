import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meant, near } from "../../../src/content/suggest/typos.ts";

const KNOWN = ["customer", "refund", "manager", "shout", "rude", "cold", "could"];

describe("the word that was meant", () => {
  it.each([
    ["refnd", "refund"],
    ["refudn", "refund"],
    ["reffund", "refund"],
    ["efund", "efund"],
    ["ersfund", "ersfund"],
    ["manger", "manager"],
    ["custmoer", "customer"],
    ["custumor", "customer"],
    ["rud", "rude"],
    ["ud", "ud"],
    ["hsout", "shout"],
    ["coud", "cold"],
    ["banana", "banana"],
  ])("%s is taken as %s", (typed, word) => {
    expect(meant(typed, KNOWN)).toBe(word);
  });

  it("is the nearer one before the more frequent one", () => {
    expect(meant("complains", ["compliant", "complain"])).toBe("complain");
  });
});

describe("near", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  it("looks the same from both sides, and reaches further with more steps", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(near(a, b, most)).toBe(near(b, a, most));
        if (near(a, b, most)) expect(near(a, b, most + 1)).toBe(true);
      }),
    );
  });

  it("is one step for a letter left out, added, changed or swapped with its neighbour", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 2, maxLength: 8 }), fc.nat(), (text, some) => {
        const at = some % (text.length - 1);
        const [first, second] = [text.charAt(at), text.charAt(at + 1)];
        const [before, after] = [text.slice(0, at), text.slice(at + 2)];
        for (const slip of [second, first + first + second, `${first}x`, second + first]) {
          expect(near(text, before + slip + after, 1)).toBe(true);
        }
      }),
    );
  });

  it("counts no steps between a word and itself only", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(near(a, b, 0)).toBe(a === b);
      }),
    );
  });
});
