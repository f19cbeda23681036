import { beforeAll, describe, expect, it } from "vitest";
import { maskingFigures, missedBars } from "../../../scripts/masking-figures.ts";
import { type MaskingMeasure, measureMasking, readCorpus } from "../../../scripts/measure-masking.ts";
import { IDENTIFYING } from "../../../src/reflection/identifying/span.ts";

const measured: { masking?: MaskingMeasure } = {};
beforeAll(async () => {
  measured.masking = await measureMasking();
});

describe("the corpus the finder was developed against", () => {
  const corpus = readCorpus("identifying.en").filter(({ spelled }) => !spelled);

  it("has 260 sentences or more, half of them or more written to defeat it", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(260);
    expect(corpus.filter(({ hard }) => hard).length * 2).toBeGreaterThanOrEqual(corpus.length);
  });

  it("has each sentence once, and sentences with nothing to find", () => {
    expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
    expect(corpus.filter(({ labels }) => labels.length === 0).length).toBeGreaterThan(80);
  });

  it("every card number is found to its exact ends, and nearly nothing else is taken for one", () => {
    const card = measured.masking?.developed.kinds.card;
    expect(card?.labelled).toBeGreaterThan(80);
    expect(card?.recall).toBe(1);
    expect(card?.precision).toBeGreaterThanOrEqual(0.95);
    expect(card?.readable).toBe(0);
  });

  it.each(IDENTIFYING.filter((kind) => kind !== "card"))("%s: 95 %% recall and precision", (kind) => {
    const one = measured.masking?.developed.kinds[kind];
    expect(one?.labelled).toBeGreaterThan(20);
    expect(one?.recall).toBeGreaterThanOrEqual(0.95);
    expect(one?.precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe.each([
  ["unseen", "identifying-unseen.en"],
  ["third", "identifying-third.en"],
] as const)("the sentences that were held out: %s", (set, name) => {
  const sentences = readCorpus(name);

  it("are 80 or more, and none of them stands in another corpus", () => {
    const others = ["identifying.en", "identifying-second.en", "identifying-unseen.en", "identifying-third.en"].filter((other) => other !== name);
    const seen = new Set(others.flatMap(readCorpus).map(({ text }) => text));
    expect(sentences.length).toBeGreaterThanOrEqual(80);
    expect(sentences.filter(({ text }) => seen.has(text))).toEqual([]);
  });

  it("are measured, kind by kind", () => {
    const kinds = measured.masking?.[set].kinds;
    const labels = sentences.flatMap((one) => one.labels);
    expect(measured.masking?.[set].sentences).toBe(sentences.length);
    for (const kind of IDENTIFYING) expect(kinds?.[kind].labelled).toBe(labels.filter((label) => label.kind === kind).length);
  });

  it("leave no card number readable", () => {
    expect(measured.masking?.[set].kinds.card.readable).toBe(0);
  });
});

describe("the second corpus", () => {
  it("leaves no card number readable", () => {
    expect(measured.masking?.second.kinds.card.readable).toBe(0);
  });
});

describe("the figures of the bench", () => {
  it("have a row for each kind in each set, and no kind misses its bar", async () => {
    const rows = await maskingFigures();
    expect(rows.map(({ kind, set }) => `${kind} ${set}`)).toEqual(IDENTIFYING.flatMap((kind) => [`${kind} developed`, `${kind} unseen`]));
    expect(missedBars(rows)).toEqual([]);
    expect(missedBars([{ ...rows[0], set: "developed", recall: 0.99 } as (typeof rows)[number]])).toHaveLength(1);
  });
});
