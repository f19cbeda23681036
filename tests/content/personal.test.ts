import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { labelTrouble, mergePersonal, namePersonal, offeredPersonal, renamePersonal, restorePersonal, retirePersonal } from "../../src/content/personal.ts";
import type { PersonalTrigger, TriggerRecord } from "../../src/practice/records.ts";
import { personalTriggers, resolver } from "../../src/practice/triggers.ts";
import { TRIGGERS } from "../../src/reflection/vocabulary.ts";

const AT = "2026-11-20T22:00:00+01:00";
const LATER = "2026-11-21T22:00:00+01:00";
const KNOWN = [{ id: "saying_no", label: "I had to say no" }];
const own = (id: string, more: Partial<PersonalTrigger> = {}): PersonalTrigger => ({ id, at: AT, label: `Label ${id}`, ...more });
const message = (text: string): Error => expect.objectContaining({ kind: "usage", message: text }) as Error;

describe("naming one's own trigger", () => {
  it("makes an id of the label and keeps the label tidy", () => {
    expect(namePersonal("  The night\n bus ", AT, KNOWN)).toEqual({ id: "the_night_bus", at: AT, label: "The night bus" });
  });

  it.each([
    ["Saying no", "saying_no_2"],
    ["rude tone", "rude_tone_2"],
    ["own", "own_2"],
    ["Constructor", "constructor_2"],
  ])("makes %s differ from every id that means something: %s", (label, id) => {
    expect(namePersonal(label, AT, KNOWN).id).toBe(id);
  });

  it.each([
    ["", "a trigger needs a name"],
    ["  ...  ", "a trigger needs a name"],
    ["i had to  SAY NO!", "there is a trigger of that name already"],
    ["a\u0007b", "the name holds a character that cannot be seen"],
    ["a\u202eb", "the name holds a character that cannot be seen"],
    ["x".repeat(41), "the name takes 41 columns"],
    ["\u5ba2".repeat(21), "the name takes 42 columns"],
  ])("refuses %j", (label, why) => {
    expect(() => namePersonal(label, AT, KNOWN)).toThrow(message(why));
    expect(labelTrouble(label, KNOWN)?.message).toBe(why);
  });

  it("gives every label an id of its own that is fit for a file and a flag", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 6 }), (labels) => {
        const known: { id: string; label: string }[] = TRIGGERS.map((id) => ({ id, label: id }));
        for (const label of labels) {
          if (labelTrouble(label, known) !== null) continue;
          const made = namePersonal(label, AT, known);
          expect(known.map(({ id }) => id)).not.toContain(made.id);
          expect(made.id).toMatch(/^[\p{L}\p{N}_]+$/u);
          known.push(made);
        }
      }),
    );
  });
});

describe("renaming", () => {
  it("keeps the id, and lets the same name stand", () => {
    const trigger = own("bus");
    expect(renamePersonal(trigger, "The late bus", LATER, [...KNOWN, trigger])).toEqual({ id: "bus", at: LATER, label: "The late bus" });
    expect(renamePersonal(trigger, "LABEL bus", LATER, [...KNOWN, trigger]).label).toBe("LABEL bus");
    expect(() => renamePersonal(trigger, "I had to say no", LATER, [...KNOWN, trigger])).toThrow(message("there is a trigger of that name already"));
  });
});

describe("merging", () => {
  const known = [...TRIGGERS, "a", "b", "c"];

  it("lets entries count for the trigger at the end", () => {
    const b = own("b", { mergedInto: "saying_no" });
    const merged = mergePersonal(own("a"), "b", LATER, { personal: [own("a"), b], known });
    expect(merged).toEqual({ id: "mark:a", at: LATER, trigger: "a", mergedInto: "saying_no" });
  });

  it("refuses a circle, however long, itself and the unknown", () => {
    const personal = [own("a"), own("b", { mergedInto: "a" }), own("c", { mergedInto: "b" })];
    expect(() => mergePersonal(own("a"), "c", LATER, { personal, known })).toThrow(message("a trigger cannot be merged into itself"));
    expect(() => mergePersonal(own("a"), "a", LATER, { personal, known })).toThrow(message("a trigger cannot be merged into itself"));
    expect(() => mergePersonal(own("a"), "zz", LATER, { personal, known })).toThrow(message('there is no trigger "zz"'));
  });

  it("never makes a circle, in whatever order triggers are merged", () => {
    const ids = ["a", "b", "c", "d"];
    const step = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, "saying_no"));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const records: TriggerRecord[] = ids.map((id) => own(id));
        for (const [from, into] of steps) {
          const before = personalTriggers(records);
          try {
            records.push(mergePersonal({ id: from }, into, LATER, { personal: before, known: [...TRIGGERS, ...ids] }));
          } catch {
            continue;
          }
          expect(resolver(personalTriggers(records))(from)).not.toBe(from);
        }
      }),
    );
  });
});

describe("retiring", () => {
  it("is no longer offered, and can be taken back", () => {
    const retired = personalTriggers([own("a"), retirePersonal(own("a"), LATER)]);
    expect(retired).toEqual([own("a", { retired: true })]);
    expect(offeredPersonal([...retired, own("b"), own("c", { mergedInto: "b" })])).toEqual([own("b")]);
    expect(personalTriggers([own("a", { retired: true }), restorePersonal(own("a"), LATER)])).toEqual([own("a")]);
  });
});

describe("what two machines did at once", () => {
  const merge = (from: string, into: string, at: string): TriggerRecord => ({ id: `mark:${from}`, at, trigger: from, mergedInto: into });

  it("keeps a new name and a merge beside each other", () => {
    const renamed = renamePersonal(own("a"), "The late bus", LATER, KNOWN);
    const records = [renamed, merge("a", "saying_no", AT)];
    expect(personalTriggers(records)).toEqual([{ id: "a", at: LATER, label: "The late bus", mergedInto: "saying_no" }]);
    expect(personalTriggers(records.toReversed())).toEqual(personalTriggers(records));
  });

  it("lets the earlier of two merges stand that would close a circle, in whatever order they are read", () => {
    const records = [own("a"), own("b"), own("c"), merge("a", "b", AT), merge("b", "c", AT), merge("c", "a", LATER)];
    for (const read of [records, records.toReversed()]) {
      const personal = personalTriggers(read);
      expect(offeredPersonal(personal)).toEqual([own("c")]);
      expect(["a", "b", "c"].map(resolver(personal))).toEqual(["c", "c", "c"]);
    }
  });
});
