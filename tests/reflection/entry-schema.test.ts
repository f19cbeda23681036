import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entrySchema } from "../../src/reflection/entry-schema.ts";
import { KINDS } from "../../src/reflection/entry.ts";
import { FIELDS } from "../../src/reflection/schema.ts";
import { readEntry } from "../../src/reflection/validate.ts";
import { TRIGGERS } from "../../src/reflection/vocabulary.ts";
import { valid } from "../content/json-schema.ts";

const SCHEMA = entrySchema();
const MOMENT = "2026-11-20T12:00:00+01:00";

const isRead = (value: unknown): boolean =>
  "draft" in readEntry(value, { kind: "reflection", triggers: TRIGGERS, moment: (text) => (text === MOMENT ? MOMENT : null) });

describe("the JSON Schema of an entry", () => {
  it("names every field of every kind", () => {
    const kinds = SCHEMA["$defs"] as Record<string, { properties: object }>;
    for (const kind of KINDS) {
      expect(Object.keys(kinds[kind]?.properties ?? {})).toEqual(["kind", "id", "at", "shift", ...Object.keys(FIELDS[kind])]);
    }
  });

  it.each([
    { trigger: "rude_tone" },
    { kind: "reflection", trigger: "saying_no", strength: 0, held: 5, reactions: ["snapped", "argued", "rushed"], plan: { if: "a", then: "b" }, tags: ["x"] },
    { kind: "win", what: "x", who: "customer", type: "skill" },
    { kind: "start", energy: 1 },
    { kind: "end" },
    { kind: "rehearsal", trigger: "saying_no", grade: "easy" },
    { kind: "note", what: "x", at: MOMENT, shift: "2026-11-20", id: "a1" },
  ])("takes %j", (entry) => {
    expect(isRead(entry)).toBe(true);
    expect(valid(SCHEMA, entry)).toBe(true);
  });

  it.each([
    {},
    { trigger: 1 },
    { trigger: "rude_tone", strength: 11 },
    { trigger: "rude_tone", held: 0 },
    { trigger: "rude_tone", strength: 1.5 },
    { trigger: "rude_tone", stage: "lunch" },
    { trigger: "rude_tone", reactions: ["snapped", "argued", "rushed", "drained"] },
    { trigger: "rude_tone", reactions: ["snapped", "snapped"] },
    { trigger: "rude_tone", plan: { if: "a" } },
    { trigger: "rude_tone", plan: { if: "a", then: "b", else: "c" } },
    { trigger: "rude_tone", colour: "red" },
    { trigger: "rude_tone", id: "a b" },
    { trigger: "rude_tone", shift: "yesterday" },
    { kind: "win" },
    { kind: "win", what: "x", who: "nobody" },
    { kind: "song", what: "x" },
    { kind: "rehearsal", trigger: "saying_no" },
    [],
    "x",
  ])("refuses %j", (entry) => {
    expect(isRead(entry)).toBe(false);
    expect(valid(SCHEMA, entry)).toBe(false);
  });

  it("takes no number, list or text that is not read", () => {
    const value = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom("x", "used", "mine", "pause", ["snapped"], true, { if: "a", then: "b" }));
    const field = fc.constantFrom(...Object.keys(FIELDS.reflection).filter((name) => name !== "trigger"));
    fc.assert(
      fc.property(fc.dictionary(field, value, { maxKeys: 3 }), (some) => {
        const entry = { ...some, trigger: "rude_tone" };
        expect(valid(SCHEMA, entry)).toBe(isRead(entry));
      }),
      { numRuns: 1000 },
    );
  });
});
