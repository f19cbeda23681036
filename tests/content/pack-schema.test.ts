import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { newPack } from "../../src/content/pack-example.ts";
import { packSchema } from "../../src/content/pack-schema.ts";
import { valid } from "./json-schema.ts";
import { fixture, HEAD, problemsOf, withHead } from "./packs.ts";

const SCHEMA = packSchema();
const isValid = (text: string): boolean => valid(SCHEMA, parse(text) as unknown);

describe("the JSON Schema of a pack", () => {
  it("says which dialect it is, and what each key is for", () => {
    expect(SCHEMA).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", additionalProperties: false });
    for (const [key, schema] of Object.entries(SCHEMA["properties"] as Record<string, { description?: string }>)) {
      expect(schema.description, key).toMatch(/\w{3}/);
    }
  });

  it("takes what the check takes", () => {
    for (const text of [newPack(), fixture("delivery-riders.yaml").toString(), withHead("lines: { a: { text: b } }")]) {
      expect(problemsOf(text)).toEqual([]);
      expect(isValid(text)).toBe(true);
    }
  });

  it.each([
    ["no head", "lines: { a: { text: b } }\n"],
    ["nothing in it", HEAD],
    ["an unknown key", withHead("color: red", "lines: { a: { text: b } }")],
    ["a climbing name", withHead("lines: { a: { text: b } }").replace("my-team", "../evil")],
    ["a later format", withHead("version: 2", "lines: { a: { text: b } }")],
    ["a line without text", withHead("lines: { a: { if: b, then: c } }")],
    ["a line that is too long", withHead(`lines: { a: { text: ${"b".repeat(141)} } }`)],
    ["an unknown stage", withHead("triggers: { saying_no: { stage: lunch } }")],
    ["an unknown response", withHead("responses: { shout_back: { label: b } }")],
    ["four plans", withHead(`triggers: { saying_no: { plans: [${"{ response: pause, then: b },".repeat(4)}] } }`)],
    ["an id in capitals", withHead("lines: { A: { text: b } }")],
    ["starter that is not true", withHead("lines: { a: { text: b, starter: false } }")],
  ])("refuses what the check refuses: %s", (_name, text) => {
    expect(problemsOf(text)).not.toEqual([]);
    expect(isValid(text)).toBe(false);
  });

  it("offers the built-in ids and takes a pack's own", () => {
    const own = withHead("triggers: { stars: { label: a, meaning: b, if: c } }", "lines: { a: { text: b, triggers: [stars, rude_tone] } }");
    expect(isValid(own)).toBe(true);
    const { triggers } = SCHEMA["properties"] as Record<string, { properties: object }>;
    expect(Object.keys(triggers?.properties ?? {})).toHaveLength(18);
  });
});
