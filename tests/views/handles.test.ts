import { describe, expect, it } from "vitest";
import { handles, reminderNamed } from "../../src/views/handles.ts";
import { shortIds } from "../../src/views/short-ids.ts";
import { CONTENT } from "./sample.ts";
import { REMINDERS } from "./samples-of-journal.ts";

const own = (id: string): { id: string; source: "own" } => ({ id, source: "own" });

describe("handles", () => {
  it("number plans by their trigger, lines by their place, own ones by age", () => {
    expect([...handles(REMINDERS, CONTENT).values()]).toEqual(["k1", "p6", "p1", "p8", "t7"]);
    const three = handles([own("01C"), own("01A"), own("01B")], CONTENT);
    expect([...three]).toEqual([["01C", "k3"], ["01A", "k1"], ["01B", "k2"]]);
  });

  it("counts what the content does not know behind what it knows", () => {
    const strangers = [
      { id: "plan:my_own", source: "plan" },
      { id: "plan:another", source: "plan" },
      { id: "pack:gone", source: "pack" },
    ] as const;
    expect([...handles(strangers, CONTENT).values()]).toEqual(["p20", "p19", "t9"]);
  });

  it("finds a reminder by handle and by id, and nothing by anything else", () => {
    expect(reminderNamed("p6", REMINDERS, CONTENT)).toBe("plan:saying_no");
    expect(reminderNamed(" K1 ", REMINDERS, CONTENT)).toBe("01KA3F0000000000000000000D");
    expect(reminderNamed("pack:but_twice", REMINDERS, CONTENT)).toBe("pack:but_twice");
    expect(reminderNamed("p2", REMINDERS, CONTENT)).toBeNull();
    expect(reminderNamed("", REMINDERS, CONTENT)).toBeNull();
  });
});

describe("shortIds", () => {
  it("gives each id a beginning of its own, eight characters or more", () => {
    const ids = ["01KAEJ5N40AAAA", "01KAEJ5N40ABBB", "01KAEZD8X0CCCC", "short"];
    expect(Object.fromEntries(shortIds(ids))).toEqual({
      "01KAEJ5N40AAAA": "01KAEJ5N40AA",
      "01KAEJ5N40ABBB": "01KAEJ5N40AB",
      "01KAEZD8X0CCCC": "01KAEZD8",
      short: "short",
    });
  });

  it("gives an id whole where another one begins with it", () => {
    expect([...shortIds(["abcdefghij", "abcdefghijkl"]).values()]).toEqual(["abcdefghij", "abcdefghijk"]);
  });
});
