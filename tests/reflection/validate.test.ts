import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEntry } from "../../src/reflection/validate.ts";

const context = {
  kind: "reflection",
  triggers: ["rude_tone", "saying_no", "own_thing"],
  moment: (text: string) => (text.startsWith("2026") ? text : null),
} as const;

function problemsOf(raw: unknown): readonly string[] {
  return readEntry(raw, context).problems.map(({ path, what, accepted }) => `${path.join(".")}: ${what} (${accepted})`);
}

describe("an entry from outside", () => {
  it("keeps what is valid in the order of the schema", () => {
    const result = readEntry({ tags: ["vip"], held: 2, trigger: "own_thing", plan: { then: "breathe", if: "it rings" } }, context);
    expect(result).toEqual({
      draft: { kind: "reflection", trigger: "own_thing", held: 2, plan: { if: "it rings", then: "breathe" }, tags: ["vip"] },
      problems: [],
    });
    expect(Object.keys("draft" in result ? result.draft : {})).toEqual(["kind", "trigger", "held", "plan", "tags"]);
  });

  it("takes null, blank texts and empty lists as not given", () => {
    const result = readEntry({ trigger: "rude_tone", what: "  ", strength: null, reactions: [] }, context);
    expect(result).toEqual({ draft: { kind: "reflection", trigger: "rude_tone" }, problems: [] });
  });

  it.each([
    [{}, ['trigger: "trigger" is missing (a reflection needs trigger)']],
    [{ trigger: "rude" }, ['trigger: "rude" is not known here (rude_tone, saying_no, own_thing)']],
    [{ trigger: "rude_tone", strength: 11 }, ['strength: "11" is not on the scale (a whole number from 0 to 10)']],
    [{ trigger: "rude_tone", strength: 2.5 }, ['strength: "2.5" is not on the scale (a whole number from 0 to 10)']],
    [{ trigger: "rude_tone", carry: "2" }, ['carry: "2" is not on the scale (a whole number from 0 to 3)']],
    [{ trigger: "rude_tone", plan: { if: "x" } }, ['plan.then: "then" is missing or empty (if and then, both as text)']],
    [{ trigger: "rude_tone", at: "soon" }, [expect.stringMatching(/^at: "soon" is no moment/)]],
    [{ trigger: "rude_tone", shift: "2026-02-30" }, ['shift: "2026-02-30" is no date (a date like 2026-11-20)']],
    [{ trigger: "rude_tone", id: "a b" }, ["id: it is not an id (1 to 128 characters without blanks)"]],
    [{ kind: "dream" }, ['kind: "dream" is no kind of entry (reflection, win, start, end, rehearsal, note)']],
    [{ kind: "win" }, ['what: "what" is missing (a win needs what)']],
    [{ kind: "win", what: "x", mood: 3 }, ['mood: "mood" is not a field of a win (what, why, who, type, tags)']],
    [[], [expect.stringContaining("it is not an entry")]],
  ])("%j is refused, with the reason and what is accepted", (raw, expected) => {
    expect(problemsOf(raw)).toEqual(expected);
  });

  it("names the place in a list", () => {
    expect(problemsOf({ trigger: "rude_tone", reactions: ["argued", "argued", "danced"] })).toEqual([
      'reactions.1: "argued" stands there twice (each one once)',
      expect.stringMatching(/^reactions\.2: "danced" is not known here/),
    ]);
    expect(problemsOf({ trigger: "rude_tone", reactions: ["argued", "rushed", "snapped", "drained"] })).toEqual([
      "reactions: it holds 4 (at most 3)",
    ]);
  });

  it("never throws, and a key called __proto__ is only an unknown field", () => {
    expect(problemsOf(JSON.parse('{"trigger":"rude_tone","__proto__":{"x":1}}'))).toHaveLength(1);
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(readEntry(raw, context)).toHaveProperty("problems");
      }),
    );
  });

  it("does not quote what the person wrote in a text", () => {
    expect(problemsOf({ trigger: "rude_tone", what: { secret: "her name" } }).join()).not.toContain("her name");
  });
});
