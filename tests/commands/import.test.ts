import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "../../src/reflection/entry.ts";
import { type Carrying, carrying, type Ran } from "./carry-kit.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/carry");
const fixture = (name: string): string => join(FIXTURES, name);

let journal: Carrying;
beforeEach(() => {
  journal = carrying();
});
afterEach(() => {
  journal.remove();
});

const run = (...args: readonly string[]): Promise<Ran> => journal.run(["import", ...args]);
const fed = (input: string | Uint8Array, ...args: readonly string[]): Promise<Ran> => journal.run(["import", "-", ...args], input);

function file(name: string, content: string | Uint8Array): string {
  const path = join(journal.home, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function entries(): Promise<readonly Entry[]> {
  return JSON.parse((await journal.run(["export"])).out) as readonly Entry[];
}

const words = async (): Promise<readonly unknown[]> => (await entries()).map((entry) => ("what" in entry ? entry.what : entry.kind));
const MAPPED = ["--map", "at=Date", "--map", "at=Time", "--map", "what=Notes", "--map", "trigger=Category"];

describe("import of journals from elsewhere", () => {
  it("takes jrnl's own file", async () => {
    const { code, err } = await run(fixture("jrnl.txt"), "--no-input");
    expect([code, err]).toEqual([0, "  Brought in: 4 notes. (evenkeel undo takes them all back)\n\n  Next: evenkeel list\n"]);
    expect(await entries()).toMatchObject([
      { at: "2025-03-03T18:20:00+01:00", shift: "2025-03-03", what: "Long day on the phones.\nSomeone shouted at me because the parcel was late. I kept saying sorry.\n@parcel @late", tags: ["parcel", "late", "starred"] },
      { at: "2025-03-04T09:05:00+01:00", what: "Quiet morning\n[not a date] is only a line in brackets." },
      { at: "2025-03-04T17:40:00+01:00", what: "Had to say no to a refund again, he hung up on me." },
      { at: "2025-03-05T18:15:00+01:00", what: "The system froze twice while people waited.\nI talked too fast to fill the silence. #tools", tags: ["tools"] },
    ]);
  });

  it("knows the same journal again in jrnl's JSON, and takes only what is new", async () => {
    await run(fixture("jrnl.json"), "--no-input");
    expect(await words()).toHaveLength(3);
    const { err } = await run(fixture("jrnl.txt"), "--no-input");
    expect(err).toContain("Brought in: 2 notes.");
    expect(err).toContain("2 entries were in the journal already.");
    expect((await run(fixture("jrnl.txt"), fixture("jrnl.json"), "--no-input")).err).toContain("Nothing new came in.");
    expect(await words()).toHaveLength(5);
  });

  it("takes Day One's JSON, on the person's own clock", async () => {
    expect((await run(fixture("day-one.json"), "--no-input")).code).toBe(0);
    expect(await entries()).toMatchObject([
      { id: "5D1C0A7E9B5E4F6F8C1D2E3F4A5B6C7D", at: "2025-03-03T23:30:00+01:00", what: "Three people in a row wanted a refund. I could not give one.", tags: ["night", "refund"] },
      { at: "2025-03-05T08:10:00+01:00", what: "One said thank you and meant it!", tags: ["starred"] },
    ]);
  });

  it("takes a folder of notes, and neither hidden folders nor links", async () => {
    const folder = join(journal.home, "vault");
    file("vault/2025-03-03.md", "A caller shouted.\r\nI kept saying sorry.\r\n");
    file("vault/.obsidian/x.md", "hidden");
    file("vault/empty.md", " \n");
    file("secret.md", "not meant");
    symlinkSync(join(journal.home, "secret.md"), join(folder, "link.md"));
    symlinkSync("/", join(folder, "root"));
    expect((await run(folder, fixture("notes"), "--no-input")).code).toBe(0);
    expect(await words()).toEqual([
      "A bad start\nThey were angry before I said hello.",
      "Said no to a refund, clearly, and it was fine.",
      "A caller shouted.\nI kept saying sorry.",
      "A caller shouted about the late parcel. I kept saying sorry.",
      "One said thank you and meant it.",
    ]);
  });

  it("takes a table by its columns; a name that is a trigger is one", async () => {
    const { code, err } = await run(fixture("calls.csv"), ...MAPPED, "--no-input");
    expect(code).toBe(0);
    expect(err).toContain("Brought in: 1 hard case, 3 notes.");
    expect(err).toContain("Columns that were left out: Mood.");
    expect(await entries()).toMatchObject([
      { kind: "reflection", at: "2025-03-03T18:20:00+01:00", trigger: "rude_tone", what: 'He said "never again"; loud' },
      { kind: "note", what: "wanted money back", tags: ["Refund"] },
      { kind: "note", what: "same again", tags: ["Refund"] },
      { kind: "note", what: "just tired" },
    ]);
    expect((await run(fixture("calls.csv"), ...MAPPED, "--no-input")).err).toContain("Nothing new came in.");
  });

  it("says which columns there are where it knows none of them, or misses one", async () => {
    expect(await run(fixture("calls.csv"))).toMatchObject({ code: 2, err: expect.stringContaining("calls.csv:1:1: no column has a name that is known here; accepted: say which is which, like --map at=Date --map what=Notes; the columns are Date, Time, Category, Notes, Mood") as string });
    expect(await run(fixture("calls.csv"), "--map", "what=Text")).toMatchObject({ code: 2, err: expect.stringContaining("calls.csv:1:1: there is no column Text; accepted: Date, Time, Category, Notes, Mood") as string });
    expect(await run(fixture("calls.csv"), "--map", "mood=Mood")).toMatchObject({ code: 2, err: expect.stringContaining("--map does not fit") as string });
  });

  it("does not guess a trigger where nobody can be asked", async () => {
    const { code, err } = await run(fixture("jrnl.txt"));
    expect([code, err]).toEqual([
      2,
      `what set it off? 4 entries name no trigger (the first at ${fixture("jrnl.txt")}:1:1). Nothing was brought in.\nIn a terminal they are asked one by one; --no-input keeps them as notes.\n`,
    ]);
    expect(await words()).toEqual([]);
  });

  it("does not make a note of what a note cannot hold", async () => {
    const { code, err } = await fed('[{"what": "loud", "strength": 7}]', "--no-input");
    expect(code).toBe(2);
    expect(err).toContain('standard input:1:2: "trigger" is missing; accepted: a reflection needs trigger');
  });
});

describe("a look before it", () => {
  it("counts, and writes nothing", async () => {
    const { code, out } = await fed('[{"kind":"win","what":"one","at":"2026-11-01"},{"trigger":"saying_no","at":"2030-01-01"},{"what":"call me at a@example.com"},{"what":"call me at a@example.com"}]', "--dry-run");
    expect(out).toBe(
      "  WHAT WOULD COME IN\n\n  Read as json: 3 entries.\n  1 Nov 2026 – 1 Jan 2030.\n  New: 1 hard case, 1 win.\n  One names no trigger. You would be asked, or it becomes a note\n  (--no-input).\n  One stood there twice; it came in once.\n  One has no date. It stands at this moment.\n  One lies in the future. Look at its date.\n  One number that may name a customer would be masked.\n\n  Nothing was written.\n",
    );
    expect(code).toBe(0);
    expect(await words()).toEqual([]);
  });

  it("shows the first mistakes, ends with 2, and says it as JSON", async () => {
    const bad = Array.from({ length: 12 }, (_, index) => ({ kind: "win", what: "x", who: `nobody${String(index)}` }));
    const { code, out } = await fed(JSON.stringify(bad), "--dry-run", "--json");
    const plan = JSON.parse(out) as { problems: unknown[]; problemCount: number };
    expect([code, plan.problems.length, plan.problemCount]).toEqual([2, 10, 12]);
    expect(plan.problems[1]).toEqual({ file: "standard input", line: 1, column: 75, what: 'who: "nobody1" is not known here', accepted: "customer, team, me, company" });
  });
});

describe("bad input", () => {
  const halfFile = '[\n  {"kind": "win", "what": "one"},\n  {"kind": "wi';
  it.each<readonly [string, string | Uint8Array, string]>([
    ["half a file", halfFile, "standard input:3:12: this is no JSON; accepted: JSON"],
    ["half a list", '[{"kind":"win","what":"one"},', "standard input:1:30: the text ends here, before the JSON does; accepted: the whole file"],
    ["half a line of JSON Lines", '{"kind":"win","what":"one"}\n{"kind":"win","wh', "standard input:2:15: this is no JSON; accepted: one object on each line"],
    ["a table that breaks", 'kind,what\nwin,"one\n', "standard input:2:5: a quotation mark opens here and is never closed"],
    ["a table with a cell too many", "kind,what\nwin,one, two\n", "standard input:2:9: this row has more cells than the first; accepted: 2 cells"],
    ["a place in a table", "kind,at,what,strength\nwin,2026-11-01,x,\nreflection,never,y,11\n", 'standard input:3:12: at: "never" is no moment'],
    ["the same id twice", '[{"id":"a","kind":"win","what":"1"},{"id":"a","kind":"win","what":"2"}]', "standard input:1:43: id: this id stands there twice"],
    ["a prototype", '[{"kind":"win","what":"1","__proto__":{"x":1}}]', 'standard input:1:39: __proto__: "__proto__" is not a field of a win'],
    ["a prototype in YAML", "- kind: win\n  what: one\n  __proto__: {}\n", "standard input:3:3: this key is not allowed"],
    ["words that are no entries", "just some words\nand more", "standard input:1:1: this is none of the formats that are read here"],
    ["a backup", '{"evenkeel":"backup","version":1}', "standard input:1:1: this is a file of evenkeel itself, not entries; accepted: a backup comes back with: evenkeel restore <file>"],
    ["a trigger that is not known", "- trigger: shouty\n  at: 2026-11-20\n", 'standard input:1:12: trigger: "shouty" is not known here'],
    ["a zip", Buffer.from("PK\x03\x04aaaa"), "standard input is a zip file"],
    ["Latin-1", Buffer.from("- kind: win\n  what: caf\xe9\n", "latin1"), "standard input:2:12: this is not UTF-8 text"],
  ])("%s: says where, and writes nothing", async (_name, input, message) => {
    const { code, err } = await fed(input);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(await words()).toEqual([]);
  });

  it("names the place deep in a long list, in JSON and in YAML", async () => {
    const many = Array.from({ length: 6000 }, (_, index) => ({ kind: "win", what: `number ${String(index)}, as it was`, who: index === 5990 ? "nobody" : "me", at: "2026-11-01T10:00:00+01:00" }));
    const text = `[\n${many.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
    expect((await fed(text)).err).toContain('standard input:5992:53: who: "nobody" is not known here');
    const yaml = many.map((one) => `- kind: win\n  what: ${one.what}\n  who: ${one.who}\n  at: "${one.at}"\n`).join("");
    expect((await fed(yaml)).err).toContain(`standard input:${String(5990 * 4 + 3)}:8: who: "nobody" is not known here`);
  });

  it("reads UTF-16, and Latin-1 where it is named", async () => {
    const text = "- kind: win\n  what: café ☕\n";
    for (const bytes of [Buffer.from(`\uFEFF${text}`, "utf16le"), Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), Buffer.from(text, "utf16le")]) {
      expect((await fed(bytes)).code).toBe(0);
    }
    expect((await fed(Buffer.from("- kind: win\n  what: th\xe9\n  at: 2026-11-01\n", "latin1"), "--encoding", "windows-1252")).code).toBe(0);
    expect(await words()).toEqual(["thé", "café ☕"]);
    expect((await fed("x", "--encoding", "klingon")).err).toContain("--encoding is not known");
  });

  it("goes by what stands in a file, not by its name", async () => {
    expect((await run(file("a.json", "kind,what,at\nwin,from a table,2026-11-01\n"))).code).toBe(0);
    expect((await run(file("a.csv", '[{"kind":"win","what":"from JSON","at":"2026-11-02"}]'))).code).toBe(0);
    expect((await run(file("a.yaml", '{"kind":"win","what":"one","at":"2026-11-03"}\n{"kind":"win","what":"two","at":"2026-11-04"}\n'))).code).toBe(0);
    expect(await words()).toEqual(["from a table", "from JSON", "one", "two"]);
    expect((await run(file("b.json", "- kind: win\n  what: x\n"), "--format", "json")).err).toContain("b.json:1:1: this is no JSON");
  });

  it("says that nothing is there: a missing file, a folder without notes, an empty file", async () => {
    expect(await run(join(journal.home, "none.json"))).toMatchObject({ code: 2, err: expect.stringContaining("there is no file") as string });
    expect(await run(join(FIXTURES, ".."))).toMatchObject({ code: 2 });
    mkdirSync(join(journal.home, "bare"));
    expect(await run(join(journal.home, "bare"))).toMatchObject({ code: 2, err: expect.stringContaining("is a folder without Markdown notes") as string });
    expect(await fed("")).toMatchObject({ code: 0, err: "  It holds no entries. Nothing was changed.\n" });
  });

  it("keeps none where one of two files is wrong", async () => {
    const good = file("good.json", '[{"kind":"win","what":"fine"}]');
    const bad = file("bad.json", '[{"kind":"win"}]');
    expect((await run(good, bad)).code).toBe(2);
    expect(await words()).toEqual([]);
  });

  it("tells what the marks of an exported document lack when it was changed", async () => {
    await fed('[{"kind":"win","what":"fine","at":"2026-11-01"}]');
    const { out } = await journal.run(["export", "--format", "markdown"]);
    const other = carrying();
    const changed = await other.run(["import", "-"], out.replace("> fine", "> better"));
    expect(changed.code).toBe(0);
    expect((await other.run(["export"])).out).toContain('"what": "better"');
    other.remove();
    const cut = await fed(out.replace("> fine", ""));
    expect([cut.code, cut.err]).toEqual([2, expect.stringContaining("standard input:5:1: 0 quoted blocks stand here; accepted: one for each of what")]);
  });
});

describe("what names a customer", () => {
  it("is masked on the way in and told; with --raw only cards are", async () => {
    const input = '[{"kind":"win","what":"mail a@example.com, card 4111 1111 1111 1111","at":"2026-11-01"}]';
    const masked = await fed(input);
    expect(masked.err).toContain("I masked an e-mail address.");
    expect(await words()).toEqual(["mail [e-mail], card [card ...1111]"]);
    const other = carrying();
    expect((await other.run(["import", "-", "--raw"], input)).err).toContain("I took out a card number.");
    expect((await other.run(["export", "--raw"])).out).toContain("mail a@example.com, card [card ...1111]");
    const out = await other.run(["export"]);
    expect(out.out).toContain("mail [e-mail], card");
    expect(out.err).toBe("I masked an e-mail address.\nTo have them as they stand in the journal: --raw\n");
    other.remove();
  });

  it("gives the same id before and after it was masked", async () => {
    const input = '[{"kind":"note","what":"mail a@example.com","at":"2026-11-01"}]';
    await fed(input);
    expect((await fed(input)).err).toContain("Nothing new came in.");
    expect((await fed(input, "--raw")).err).toContain("Nothing new came in.");
  });
});

it("prints what was saved as JSON", async () => {
  const { out } = await fed('[{"id":"w1","kind":"win","what":"fine","at":"2026-11-01T10:00:00Z"}]', "--json");
  expect(JSON.parse(out)).toEqual([{ id: "w1", kind: "win", at: "2026-11-01T10:00:00Z", shift: "2026-11-01", what: "fine" }]);
});
