import { beforeAll, describe, expect, it } from "vitest";
import type { ListedTrigger } from "../../src/content/trigger-list.ts";
import type { Reminder, Roadmap } from "../../src/practice/shapes.ts";
import type { Entry } from "../../src/reflection/entry.ts";
import { json, newJournal, type Run } from "../run.ts";

const NOW = ["--at", "2026-11-22T22:00:00+01:00"];
const LOOK = ["--as-of", "2026-11-22T23:00:00+01:00", "--json"];

function journal() {
  const { run } = newJournal();
  const ok = (...args: string[]): Run => {
    const done = run(args);
    expect(done.err.replace(/^ .*\n|^\n/gm, "")).not.toMatch(/^evenkeel:/m);
    expect(done.code).toBe(0);
    return done;
  };
  const own = (): readonly ListedTrigger[] => json<ListedTrigger[]>(run(["triggers", "--json"])).filter(({ source }) => source === "own");
  return { run, ok, own };
}

describe("triggers of one's own", () => {
  it("are named, listed before the ready-made ones, and taken by flags", () => {
    const { run, ok, own } = journal();
    expect(ok("triggers", "add", "Late", " parcels ").err).toBe("Kept: Late parcels. It stands on your list from now on, as late_parcels.\n");
    expect(own()).toEqual([{ id: "late_parcels", label: "Late parcels", source: "own", state: "offered", mergedInto: null }]);
    expect(json<ListedTrigger[]>(run(["triggers", "--json"])).length).toBe(19);
    ok("reflect", "--trigger", "late_parcels", ...NOW);
    expect(ok("triggers").out).toMatch(/MY OWN\n {3}Late parcels +late_parcels\n\n {2}READY-MADE\n {3}Shouting or rude words +rude_tone\n/);
  });

  it("keep their history under another name, and the journal keeps what was written", () => {
    const { run, ok } = journal();
    ok("triggers", "add", "Late parcels");
    const before = ok("reflect", "--trigger", "late_parcels", ...NOW, "--json").out;
    expect(ok("triggers", "rename", "late", "Parcels", "that come late").err).toBe(
      "It is called Parcels that come late now. All you wrote with it follows. (evenkeel undo takes it back)\n",
    );
    expect(ok("list", "--json").out).toBe(before);
    expect(ok("list").out).toContain("Parcels that come late");
    ok("undo");
    expect(json<ListedTrigger[]>(run(["triggers", "--json"]))[0]?.label).toBe("Late parcels");
  });

  it("count for another one once merged, with entries, plans and reminders, and one undo brings them back", () => {
    const { run, ok, own } = journal();
    ok("triggers", "add", "Late parcels");
    ok("triggers", "add", "Lost parcels");
    ok("reflect", "--trigger", "late_parcels", "--strength", "6", ...NOW, "--if", "a parcel is late", "--then", "say when it comes");
    ok("reflect", "--trigger", "lost_parcels", "--strength", "8", ...NOW);
    ok("reminders", "add", "One parcel is not my fault.", "--trigger", "late_parcels");
    expect(ok("triggers", "merge", "late", "LOST PARCELS").err).toBe(
      'All you wrote with "Late parcels" counts for "Lost parcels" now. (evenkeel undo takes it back)\n',
    );
    expect(own().map(({ id, state, mergedInto }) => [id, state, mergedInto])).toEqual([
      ["lost_parcels", "offered", null],
      ["late_parcels", "merged", "lost_parcels"],
    ]);
    const road = json<Roadmap>(run(["roadmap", ...LOOK]));
    expect(road.stops.map(({ trigger, count, plan }) => [trigger, count, plan?.then])).toEqual([["lost_parcels", 2, "say when it comes"]]);
    expect(json<Reminder[]>(run(["reminders", "--json"])).map(({ trigger }) => trigger)).toEqual(["lost_parcels", "lost_parcels"]);
    expect(json<Entry[]>(run(["list", "--trigger", "late_parcels", "--json"]))).toHaveLength(2);
    expect(ok("triggers").out).toContain('late_parcels\n     counts for "Lost parcels"\n');
    ok("undo");
    expect(json<Roadmap>(run(["roadmap", ...LOOK])).seenOnce.map(({ trigger }) => trigger)).toEqual(["late_parcels"]);
    expect(own().map(({ state }) => state)).toEqual(["offered", "offered"]);
  });

  it("stay readable once retired, are suggested no more, and come back", () => {
    const { run, ok, own } = journal();
    ok("triggers", "add", "Xylophone music");
    ok("reflect", "xylophone music on hold", "--trigger", "xylophone_music", ...NOW);
    const suggested = (): readonly string[] => json<{ trigger: string }[]>(run(["suggest", "xylophone", "music", ...LOOK])).map(({ trigger }) => trigger);
    expect(suggested()[0]).toBe("xylophone_music");
    ok("triggers", "retire", "xylo");
    expect(suggested()).not.toContain("xylophone_music");
    expect(own()[0]?.state).toBe("retired");
    expect(ok("list").out).toContain("Xylophone music");
    expect(ok("triggers", "retire", "xylo").err).toBe("Xylophone music is retired already.\n");
    expect(json<ListedTrigger[]>(ok("triggers", "restore", "xylo", "--json"))).toEqual(own());
    expect(suggested()[0]).toBe("xylophone_music");
  });

  it("leave no number of a customer in a name", () => {
    const { ok, own } = journal();
    ok("triggers", "add", "Calls from 4111 1111 1111 1111");
    expect(own()[0]?.label).not.toContain("4111");
  });
});

describe("changes that cannot be", () => {
  const { run } = newJournal();
  let before = "";

  beforeAll(() => {
    for (const label of ["Late parcels", "Late fees"]) run(["triggers", "add", label]);
    before = run(["triggers", "--json"]).out;
  });

  it.each([
    [["rename", "saying_no", "x"], "saying_no is ready-made, and only your own can be changed here\nA pack can word it anew: evenkeel help pack"],
    [["rename", "late_parcles", "x"], "there is no such trigger\nDid you mean late_parcels?"],
    [["retire", "zz"], "there is no such trigger\nYour own: late_fees, late_parcels. See: evenkeel triggers"],
    [["retire", "late"], "more than one trigger begins so\nType more of it: late_fees, late_parcels."],
    [["rename", "late_p", "Late", "FEES!"], "there is a trigger of that name already\nIts id: late_fees."],
    [["rename", "late_p", " . "], "a trigger needs a name\nA few words: what sets you off."],
    [["merge", "late_p", "late_p"], "a trigger cannot be merged into itself"],
    [["merge", "late_p", "threat_harassment"], "nothing is merged into threats and harassment\nThat trigger has no plans and no scores. See: evenkeel support"],
    [["add", "I had to say no"], "there is a trigger of that name already\nIts id: saying_no."],
  ])("%j", (args, message) => {
    const refused = run(["triggers", ...args]);
    expect([refused.code, refused.out, refused.err]).toEqual([2, "", `evenkeel: ${message}\n`]);
  });

  it("changed nothing", () => {
    expect(before).toContain('"late_parcels"');
    expect(run(["triggers", "--json"]).out).toBe(before);
  });
});
