import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharePack, type Shared } from "../../src/content/pack-share.ts";
import { writeYaml } from "../../src/content/parse.ts";
import { checkPack } from "../../src/content/pack.ts";
import { AROUND } from "./packs.ts";

const OWN: Shared = {
  name: "my-plans",
  language: "en",
  author: "us",
  licence: "CC0-1.0",
  plans: [
    { trigger: "rude_tone", plan: { if: "a caller shouts", then: "breathe out. " }, line: "They are loud at the problem." },
    { trigger: "saying_no", plan: { if: "If I have to say no,", then: "say what I can do" }, line: null },
    { trigger: "threat_harassment", plan: { if: "a", then: "b" }, line: null },
  ],
  reminders: [
    { id: "01J", trigger: null, if: null, then: null, line: "New caller,\n new start." },
    { id: "01K", trigger: "night_bus", if: "the bus is late", then: "call ahead on 555", line: null },
  ],
  triggers: [{ id: "night_bus", label: "The night bus" }],
  cueOf: (label) => `this comes up again: ${label}`,
  mask: (text) => text.replace("555", "[phone number]"),
};

describe("sharePack", () => {
  const { pack, leftOut } = sharePack(OWN);

  it("is a pack that passes the check", () => {
    expect(checkPack(writeYaml(pack), "p.yaml", AROUND)).toEqual({ pack, problems: [] });
    expect(leftOut).toEqual([]);
  });

  it("holds plans and own reminders as lines, tidied and masked; none about threats", () => {
    expect(pack.lines).toEqual({
      "my-plans-rude_tone": { triggers: ["rude_tone"], text: "They are loud at the problem.", if: "a caller shouts", then: "breathe out" },
      "my-plans-saying_no": { triggers: ["saying_no"], text: "say what I can do", if: "I have to say no", then: "say what I can do" },
      "my-plans-own-1": { text: "New caller, new start." },
      "my-plans-own-2": { triggers: ["night_bus"], text: "call ahead on [phone number]", if: "the bus is late", then: "call ahead on [phone number]" },
    });
  });

  it("holds own triggers", () => {
    expect(pack.triggers).toEqual({
      night_bus: { label: "The night bus", meaning: "The night bus", issue: "The night bus", if: "this comes up again: The night bus" },
    });
  });

  it("leaves out, and names, what does not fit", () => {
    const long = "x".repeat(200);
    const shared = sharePack({ ...OWN, reminders: [{ id: "1", trigger: null, if: null, then: null, line: long }, { id: "2", trigger: "gone", if: null, then: null, line: "fine" }] });
    expect(shared.leftOut).toEqual([long, "fine"]);
    expect(Object.keys(shared.pack.lines ?? {})).toEqual(["my-plans-rude_tone", "my-plans-saying_no"]);
  });

  it("passes the check whatever people wrote", () => {
    const words = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("a: b", "- x", "{y}", "'", '"', "#", "*a", "If we", "...", "\u202e", "éa"));
    const plan = fc.record({ if: words, then: words });
    fc.assert(
      fc.property(fc.array(fc.record({ trigger: fc.constantFrom("rude_tone", "night_bus", "x"), plan, line: fc.option(words) }), { maxLength: 4 }), words, (plans, label) => {
        const { pack: made } = sharePack({ ...OWN, plans, triggers: [{ id: "night_bus", label }], mask: (text) => text });
        if (made.lines === undefined && made.triggers === undefined) return;
        expect(checkPack(writeYaml(made), "p.yaml", AROUND).problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
