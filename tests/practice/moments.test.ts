import { expect, test } from "vitest";
import { asOf, inOrder } from "../../src/practice/moments.ts";
import { byVocabulary, resolver } from "../../src/practice/triggers.ts";

test("a moment knows what was written up to it, by instant and not by text", () => {
  const records = ["2026-11-20T12:00:00+01:00", "2026-11-20T11:00:00Z", "2026-11-20T11:00:00.001Z", "2026-11-20T06:30:00-05:00"];
  const seen = asOf(
    records.map((at) => ({ at })),
    "2026-11-20T13:00:00+02:00",
  );
  expect(seen.map(({ at }) => at)).toEqual(records.slice(0, 2));
});

test("order is by instant, then by id", () => {
  const entries = [
    { id: "b", at: "2026-11-20T12:00:00+01:00" },
    { id: "c", at: "2026-11-20T09:00:00Z" },
    { id: "a", at: "2026-11-20T11:00:00Z" },
    { id: "B", at: "2026-11-20T11:00:00Z" },
  ];
  expect(inOrder(entries).map(({ id }) => id)).toEqual(["c", "B", "a", "b"]);
});

test("the vocabulary's order comes first, then ids", () => {
  const triggers = ["zeta", "own_load", "alpha", "rude_tone", "Zeta", "threat_harassment"];
  expect(triggers.sort(byVocabulary)).toEqual(["rude_tone", "threat_harassment", "own_load", "Zeta", "alpha", "zeta"]);
});

test("merges are followed to their end, and a circle leaves everything as it is", () => {
  const merge = (id: string, mergedInto?: string) => ({
    id,
    at: "2026-11-01T00:00:00Z",
    label: id,
    ...(mergedInto === undefined ? {} : { mergedInto }),
  });
  const chain = resolver([merge("a", "b"), merge("b", "c"), merge("c")]);
  expect(["a", "b", "c", "x"].map(chain)).toEqual(["c", "c", "c", "x"]);
  const circle = resolver([merge("a", "b"), merge("b", "c"), merge("c", "b"), merge("d", "d")]);
  expect(["a", "b", "c", "d"].map(circle)).toEqual(["a", "b", "c", "d"]);
});
