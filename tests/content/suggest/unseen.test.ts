import { beforeAll, describe, expect, it } from "vitest";
import { examplePhrasings, hitsOf, samplesOf, unseenSamples } from "../../../scripts/measure-suggest.ts";
import { ranker, type Suggestion } from "../../../src/content/suggest/rank.ts";
import { trainSuggest } from "../../../src/content/suggest/train.ts";
import { TRIGGERS } from "../../../src/reflection/vocabulary.ts";

describe("on phrases that nothing was tuned on", () => {
  const examples = examplePhrasings();
  const unseen = unseenSamples(examples);
  const kept: { rank: (text: string) => readonly Suggestion[]; size: number } = { rank: () => [], size: 0 };
  const first = (text: string): string | undefined => kept.rank(text)[0]?.trigger;

  beforeAll(() => {
    const model = trainSuggest(examples);
    kept.rank = ranker(model);
    kept.size = JSON.stringify(model).length;
  });

  it("has enough of them for each trigger", () => {
    for (const trigger of TRIGGERS) expect(unseen.filter((one) => one.trigger === trigger).length, trigger).toBeGreaterThanOrEqual(10);
    expect(unseen.length).toBeGreaterThanOrEqual(200);
  });

  it("stands first in 80 of 100, and among the first three in 95", () => {
    const { top1, top3 } = hitsOf(unseen, (text) => kept.rank(text).map(({ trigger }) => trigger));
    expect(top1).toBeGreaterThanOrEqual(0.8);
    expect(top3).toBeGreaterThanOrEqual(0.95);
  });

  it("puts what they did before what it was about", () => {
    expect(first("kept yelling about a refund i cant give")).toBe("rude_tone");
  });

  it("never lets one example stand for two triggers", () => {
    const triggers = new Map<string, string>();
    for (const { text, trigger } of samplesOf(examples)) {
      expect(triggers.get(text) ?? trigger, text).toBe(trigger);
      triggers.set(text, trigger);
    }
  });

  it("stays small enough to be read at each start", () => {
    expect(kept.size).toBeLessThan(400_000);
  });

  it("does not lean towards a trigger on words that tell nothing", () => {
    expect(kept.rank("xqzptrw")).toEqual([]);
    expect(kept.rank("the and of")).toEqual([]);
  });
});
