import { describe, expect, it } from "vitest";
import { Chance, Inputs, shownInput } from "../../scripts/fuzz/inputs.ts";
import { TARGETS } from "../../scripts/fuzz/targets.ts";
import { fuzz } from "../../scripts/fuzz.ts";

describe("a sample of npm run fuzz", () => {
  it("takes four thousand inputs through everything that reads or shows text", () => {
    const { rows, failures } = fuzz(4000, 20261122);
    expect(failures).toEqual([]);
    expect(rows.map(({ target }) => target)).toEqual(TARGETS.map(({ name }) => name));
    for (const { inputs } of rows) expect(inputs).toBeGreaterThan(10);
  });

  it("gives the same inputs for the same seed, and others for another", () => {
    const texts = (seed: number): readonly string[] => {
      const inputs = new Inputs(new Chance(seed));
      return Array.from({ length: 50 }, () => inputs.text());
    };
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  it("tells a crash and a raw sign, with the input made harmless", () => {
    const base = { share: 1, input: () => "a\u001b[31m\u202e" };
    const { failures } = fuzz(2, 1, [
      { ...base, name: "crashes", run: () => { throw new RangeError("\u001b[31m"); } },
      { ...base, name: "finds", run: () => "a raw sign" },
    ]);
    expect(failures).toEqual([
      { target: "crashes", what: 'it threw RangeError: "\\u001b[31m"', input: '"a\\u001b[31m\\u202e"' },
      { target: "finds", what: "a raw sign", input: '"a\\u001b[31m\\u202e"' },
    ]);
  });

  it("shows no sign of an input as it is", () => {
    expect(shownInput("\u009b\ud800é\n")).toMatch(/^[\x20-\x7e]*$/);
  });
});
