import { beforeAll, describe, expect, it } from "vitest";
import { type CorpusMeasure, measureCorpus, outcomesOf, readCorpus } from "../../../scripts/measure-masking.ts";
import { curp, rut } from "../../../src/reflection/identifying/check-digits.ts";
import { loadPhoneCheck } from "../../../src/reflection/identifying/load-phone-check.ts";

describe("the Spanish sentences", () => {
  const sentences = readCorpus("identifying.es");
  const measured: { masking?: CorpusMeasure } = {};
  beforeAll(async () => {
    measured.masking = measureCorpus(outcomesOf(sentences, await loadPhoneCheck()));
  });

  it("are 40 or more, many of them written to defeat the finder", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(sentences.filter(({ hard }) => hard).length).toBeGreaterThanOrEqual(20);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it.each(["card", "code", "email", "phone", "national", "reference"] as const)("%s: all found to their exact ends", (kind) => {
    const one = measured.masking?.kinds[kind];
    expect(one?.labelled).toBeGreaterThan(0);
    expect(one?.recall).toBe(1);
    expect(one?.precision).toBeGreaterThanOrEqual(kind === "reference" ? 0.93 : 1);
  });
});

describe("the check digits of American papers", () => {
  it("judge a CURP", () => {
    expect(curp("hegg560427mvzrrl04")).toBe(true);
    expect(curp("hegg560427mvzrrl05")).toBe(false);
  });

  it.each([
    ["123456785", true],
    ["123456784", false],
    ["11111111", false],
    ["10000013k", true],
    ["100000130", false],
  ])("judge a RUT: %s", (signs, right) => {
    expect(rut(signs)).toBe(right);
  });
});
