import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SuggestModel } from "../../../src/content/suggest/model.ts";
import { rank } from "../../../src/content/suggest/rank.ts";
import { trainSuggest } from "../../../src/content/suggest/train.ts";
import { MODEL, SMALL } from "./small.ts";

const first = (text: string, model = MODEL): string | undefined => rank(text, model)[0]?.trigger;

describe("rank", () => {
  it("puts the trigger first whose examples are most like the words", () => {
    expect(first("kept yelling at me")).toBe("rude_tone");
    expect(first("no refund, had to refuse")).toBe("saying_no");
    expect(first("crm is slow again")).toBe("tools_process");
  });

  it("understands slips of the keys", () => {
    expect(first("he yeled and shoutd")).toBe("rude_tone");
    expect(first("sytem crahsed")).toBe("tools_process");
  });

  it("understands words of a family that no example holds", () => {
    expect(first("hollering")).toBe("rude_tone");
    expect(first("laggy vpn")).toBe("tools_process");
  });

  it.each(["", "   ", "!!!", "12345", "xqzptrw", "the of and", "i was", "\u{1f600}"])("gives nothing for %j", (text) => {
    expect(rank(text, MODEL)).toEqual([]);
  });

  it("is none the worse for being written down and read", () => {
    const read = JSON.parse(JSON.stringify(MODEL)) as SuggestModel;
    expect(rank("kept yelling about a refund", read)).toEqual(rank("kept yelling about a refund", MODEL));
  });

  it("gives shares of 1, best first, whatever is typed", () => {
    const words = fc.constantFrom("yelled", "refund", "slow", "crm", "no", "xyzzy", "the", "policy", "é", "!!", "\u0000", "__proto__");
    fc.assert(
      fc.property(fc.oneof(fc.array(words, { maxLength: 12 }).map((all) => all.join(" ")), fc.string({ unit: "binary" })), (text) => {
        const scores = rank(text, MODEL).map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("brings three where it brings any", () => {
    expect(rank("yelled", MODEL)).toHaveLength(3);
  });
});

describe("trainSuggest", () => {
  it("learns the same from the same phrasings", () => {
    expect(trainSuggest(SMALL)).toEqual(MODEL);
  });

  it("gives back what it was taught", () => {
    for (const [trigger, texts] of Object.entries(SMALL)) for (const text of texts) expect(first(text), text).toBe(trigger);
  });

  it("learns in a language it knows no endings of", () => {
    const model = trainSuggest({ rude_tone: ["gritou comigo o tempo todo", "insultos"], saying_no: ["tive que dizer que não", "não há reembolso"] }, "pt");
    expect(model.lexicon).toMatchObject({ lang: "pt", rewrites: ";", families: ";" });
    expect(first("o cliente gritou", model)).toBe("rude_tone");
    expect(first("sem reembolso", model)).toBe("saying_no");
  });

  it("takes nothing to learn from", () => {
    expect(rank("yelled", trainSuggest({}))).toEqual([]);
    expect(rank("yelled", trainSuggest({ rude_tone: [] }))).toHaveLength(1);
  });

  it("writes weights without signs that JSON would have to escape", () => {
    expect(JSON.stringify(MODEL.weights)).not.toContain("\\");
  });
});
