import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, newJournal, scratch } from "../run.ts";

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly shift: string;
  readonly trigger?: string;
}

const AT = "2026-11-20T03:40:00+01:00";

describe("reflect without a terminal", () => {
  it("keeps what the flags say and prints the saved record as JSON", () => {
    const { run } = newJournal();
    const saved = json<Listed[]>(
      run([
        ..."reflect --json --trigger rude_tone --strength 8 --reaction tight_body --reaction argued --held 2".split(" "),
        ..."--plan-use forgot --stage limit_no --channel phone --control shared --carry 1 --tag night --tag refund".split(" "),
        "--if", "they shout", "--then", "breathe out", "--what", "a refund", "--line", "it is not me", "--at", "2026-11-20T03:40",
      ]),
    );
    expect(saved).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) as string,
        kind: "reflection",
        at: AT,
        shift: "2026-11-19",
        trigger: "rude_tone",
        stage: "limit_no",
        channel: "phone",
        what: "a refund",
        strength: 8,
        reactions: ["tight_body", "argued"],
        planUse: "forgot",
        held: 2,
        control: "shared",
        plan: { if: "they shout", then: "breathe out" },
        line: "it is not me",
        carry: 1,
        tags: ["night", "refund"],
      },
    ]);
    expect(json(run(["list", "--all", "--json"]))).toEqual(saved);
  });

  it("says what was kept and what to do next, on stderr; --quiet says nothing", () => {
    const { run } = newJournal();
    expect(run(["reflect", "--trigger", "saying_no"])).toEqual({
      code: 0,
      out: "",
      err: "  Kept, on this computer only. (evenkeel undo takes it back)\n\n  Next: evenkeel roadmap      where your cases go off course\n",
    });
    expect(run(["reflect", "--trigger", "saying_no", "--quiet"])).toEqual({ code: 0, out: "", err: "" });
  });

  it.each([
    ["one object as JSON", '{"trigger":"rude_tone"}', 1],
    ["an array", '[{"trigger":"rude_tone"},{"kind":"win","what":"she laughed"}]', 2],
    ["JSON Lines", '{"trigger":"rude_tone"}\n\n{"trigger":"saying_no"}\n', 2],
    ["one YAML document", "trigger: rude_tone\nstrength: 3\n", 1],
    ["several YAML documents", "trigger: rude_tone\n---\ntrigger: saying_no\nplan:\n  if: a\n  then: b\n", 2],
    ["a byte order mark", '\ufeff{"trigger":"rude_tone"}', 1],
  ])("reads %s", (_name, input, count) => {
    const { run } = newJournal();
    expect(json<Listed[]>(run(["reflect", "--from", "-", "--json"], { input }))).toHaveLength(count);
    expect(json<Listed[]>(run(["list", "--json"]))).toHaveLength(count);
  });

  it("leaves an id that exists as it is and says so; importing twice adds nothing", () => {
    const { run } = newJournal();
    const input = JSON.stringify([{ id: "a1", trigger: "rude_tone", strength: 3 }, { id: "a2", trigger: "saying_no" }]);
    run(["reflect", "--from", "-"], { input });
    const again = run(["reflect", "--from", "-", "--json"], { input: input.replace("3", "9") });
    expect(again).toEqual({ code: 0, out: "[]\n", err: "2 entries were in the journal already. They are left as they are.\n" });
    expect(json<(Listed & { strength?: number })[]>(run(["list", "--json"])).map(({ strength }) => strength)).toEqual([3, undefined]);
  });

  it("keeps the shift that was given, and gives one where none was", () => {
    const { run } = newJournal();
    const input = JSON.stringify([
      { trigger: "rude_tone", at: AT, shift: "2026-11-01" },
      { trigger: "rude_tone", at: "2026-11-20T04:00:00+01:00" },
    ]);
    expect(json<Listed[]>(run(["reflect", "--from", "-", "--json"], { input })).map(({ shift }) => shift)).toEqual(["2026-11-01", "2026-11-20"]);
  });

  it("lets a start and an end own what lies between them, over midnight", () => {
    const { run } = newJournal();
    const input = [
      "{kind: start, at: '2026-11-19T22:00'}",
      "{kind: end, at: '2026-11-20T06:30'}",
    ].join("\n---\n");
    run(["reflect", "--from", "-"], { input });
    const shiftAt = (at: string): string | undefined => json<Listed[]>(run(["reflect", "--trigger", "rude_tone", "--at", at, "--json"]))[0]?.shift;
    expect(shiftAt("2026-11-20T05:00")).toBe("2026-11-19");
    expect(shiftAt("2026-11-20T07:00")).toBe("2026-11-20");
  });
});

describe("bad input is named and nothing is kept", () => {
  it.each([
    [["reflect"], /needs a trigger: --trigger <id>, or --from/],
    [["reflect", "--trigger", "rude"], /--trigger: "rude" is not known here\. Did you mean rude_tone\? Accepted: rude_tone, /],
    [["reflect", "--trigger", "rude_tone", "--strength", "11"], /--strength: "11" is not on the scale\. Accepted: a whole number from 0 to 10\./],
    [["reflect", "--trigger", "rude_tone", "--at", "soon"], /--at: "soon" is no moment\. Accepted: a date/],
    [["reflect", "--trigger", "rude_tone", "--if", "x"], /--then/],
    [["reflect", "--trigger", "rude_tone", "--as-of", "today"], /--at/],
    [["reflect", "--colour"], /--colour is no option of reflect/],
    [["reflct"], /there is no command "reflct"\. Did you mean reflect\?/],
    [["list", "--limit", "0"], /--limit.*Accepted: a whole number from 1/s],
    [["list", "--kind", "dream"], /--kind.*Accepted: reflection, win, start, end, rehearsal, note/s],
    [["list", "--as-of", "2026-02-30"], /--as-of is no moment.*Accepted: a date/s],
    [["list", "--lang", "xx"], /--lang.*Accepted: .*en/s],
    [["show", "zzz"], /no entry has that id/],
    [["config", "set", "colour", "on"], /no such setting.*Accepted: goal, words/s],
    [["config", "set", "weekStart", "someday"], /weekStart.*Accepted: monday, sunday/s],
    [["win", "--who", "nobody", "x"], /--who.*customer, team, me, company/s],
    [["roadmap", "--format", "pdf"], /--format.*Accepted: text, markdown/s],
    [["review", "2025-W53"], /no such week/],
  ] as const)("%j ends with 2", (args, message) => {
    const { run } = newJournal();
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(json(run(["list", "--all", "--json"]))).toEqual([]);
  });

  it.each([
    ["an unknown field", '[{"trigger":"rude_tone"},\n {"trigger":"rude_tone","mood":3}]', /standard input:2:\d+: mood: "mood" is not a field.*accepted: trigger, /],
    ["a number out of range", "trigger: rude_tone\nstrength: 12\n", /standard input:2:11: strength: "12" is not on the scale; accepted: a whole number from 0 to 10/],
    ["a later line of JSON Lines", '{"trigger":"rude_tone"}\n{"trigger":"rude_tone","held":9}', /standard input:2:31: held/],
    ["broken JSON Lines", '{"trigger":"rude_tone"}\n{"trigger":', /standard input:2:1: this line is not JSON/],
    ["the same new id twice", '[{"id":"x","trigger":"rude_tone"},{"id":"x","trigger":"rude_tone"}]', /standard input:1:41: the id "x" is given twice/],
    ["nothing", "", /holds no entry/],
    ["broken YAML", "trigger: [rude_tone", /standard input:1:\d+: /],
    ["a YAML alias", "a: &x 1\ntrigger: *x\n", /standard input:\d+:\d+: /],
  ])("%s in the input", (_name, input, message) => {
    const { run } = newJournal();
    const { code, out, err } = run(["reflect", "--from", "-"], { input });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(json(run(["list", "--all", "--json"]))).toEqual([]);
  });

  it("names the file, and says where it is no text or not there", () => {
    const { run } = newJournal();
    const file = join(scratch(), "entries.json");
    writeFileSync(file, '{"trigger":"rude_tone","held":0}');
    expect(run(["reflect", "--from", file]).err).toContain(`${file}:1:31: held: "0" is not on the scale`);
    writeFileSync(file, Buffer.from([0x74, 0xff, 0xfe]));
    expect(run(["reflect", "--from", file])).toMatchObject({ code: 2, err: expect.stringContaining("is not UTF-8") as string });
    expect(run(["reflect", "--from", `${file}.not`])).toMatchObject({ code: 2, err: expect.stringContaining("there is no file") as string });
    expect(run(["reflect", "--from", join(file, "..")])).toMatchObject({ code: 2, err: expect.stringContaining("is a folder") as string });
  });
});

describe("what is kept", () => {
  it("lies in private files, one for a month", () => {
    const { home, run } = newJournal();
    run(["reflect", "--from", "-"], { input: '[{"trigger":"rude_tone","at":"2026-10-03T10:00"},{"trigger":"rude_tone","at":"2026-11-03T10:00"}]' });
    const months = readdirSync(join(home, "journal/entries")).map((name) => name.slice(0, 7));
    expect(months.sort()).toEqual(["2026-10", "2026-11"]);
  });

  it("survives long texts, control characters and lone surrogates, and shows them harmless", () => {
    const { home, run } = newJournal();
    const what = `${"long ".repeat(20_000)}\u001b[31mred\u0007 \ud83d half`;
    run(["reflect", "--from", "-"], { input: JSON.stringify({ trigger: "rude_tone", what }) });
    const [entry] = json<{ id: string; what: string }[]>(run(["list", "--json"]));
    expect(entry?.what).toBe(what);
    const shown = run(["show", entry?.id ?? ""]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain("red");
    expect(shown.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(readFileSync(join(home, "journal/entries", readdirSync(join(home, "journal/entries"))[0] ?? ""), "utf8")).toContain("red");
  });
});

describe("delete", () => {
  it("needs a yes off a terminal, takes a short id, and gives the record back as JSON", () => {
    const { run } = newJournal();
    const [entry] = json<Listed[]>(run(["reflect", "--trigger", "rude_tone", "--json"]));
    const short = entry?.id.slice(0, 8) ?? "";
    expect(run(["delete", short])).toMatchObject({ code: 2, err: expect.stringContaining("--yes") as string });
    expect(json(run(["delete", short, "--yes", "--json"]))).toEqual([entry]);
    expect(json(run(["list", "--json"]))).toEqual([]);
  });

  it("asks for more of an id that is not unique", () => {
    const { run } = newJournal();
    run(["reflect", "--from", "-"], { input: '[{"id":"abc1","trigger":"rude_tone"},{"id":"abc2","trigger":"rude_tone"}]' });
    expect(run(["delete", "abc", "--yes"])).toMatchObject({ code: 2, err: expect.stringMatching(/more than one.*abc1, abc2/s) as string });
  });
});
