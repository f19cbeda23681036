import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { stringify as stringifyCsv } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Entry } from "../../src/reflection/entry.ts";
import { evenkeelIn } from "../pty.ts";
import { BIN, json, newJournal } from "../run.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/carry");

const ENTRIES = [
  { id: "s1", kind: "start", at: "2026-11-20T22:00:00+01:00", energy: 3, intention: "no" },
  {
    id: "r1", kind: "reflection", at: "2026-11-20T23:41:00+01:00", trigger: "rude_tone", stage: "limit_no", what: '=1+1 he said "never", *twice*\n\n# and again', strength: 8,
    reactions: ["tight_body", "took_personally"], held: 2, plan: { if: "a caller shouts", then: "breathe out" }, tags: ["night; shift", "-x"],
  },
  { id: "n1", kind: "note", at: "2026-11-30T23:30:00+01:00", shift: "2026-12-01", what: "@home: yes" },
  { id: "w1", kind: "win", at: "2026-12-01T02:30:00+01:00", what: "日本語 café 😀", who: "customer" },
];

function filled(): ReturnType<typeof newJournal> & { readonly folder: string } {
  const journal = newJournal();
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-out-"));
  expect(journal.run(["import", "-"], { input: JSON.stringify(ENTRIES) }).code).toBe(0);
  return { ...journal, folder };
}

const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const hasPython = has("python3", "-c", "import csv");
const hasPythonYaml = has("python3", "-c", "import yaml");
const hasJq = has("jq", "--version");

function piped(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe("where an export goes", () => {
  it("goes to a file of the format that its name says, for nobody else to read, and never over another", () => {
    const { run, folder } = filled();
    const beginnings: Readonly<Record<string, RegExp>> = {
      "a.json": /^\[\n {2}\{\n {4}"id": "s1"/, "a.jsonl": /^\{"id":"s1"/, "a.yaml": /^- id: s1|^- id: "s1"/, "a.csv": /^id,kind,at,shift,trigger/, "a.md": /^# What you wrote down\n/, "a.txt": /^\[2026-11-20 22:00\] Start of the shift\n/,
    };
    for (const [name, beginning] of Object.entries(beginnings)) {
      const file = join(folder, name);
      expect(run(["export", "--output", file])).toEqual({ code: 0, out: "", err: `Written to ${file}: 4 entries.\n` });
      expect(readFileSync(file, "utf8")).toMatch(beginning);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(run(["export", "--output", file])).toMatchObject({ code: 2, err: expect.stringContaining("is there already") as string });
      expect(run(["export", "--output", file, "--force", "--quiet"])).toEqual({ code: 0, out: "", err: "" });
    }
    expect(run(["export", "--output", join(folder, "a.docx")]).code).toBe(2);
    expect(run(["export", "--output", folder])).toMatchObject({ code: 2, err: expect.stringContaining("is a folder") as string });
    expect(run(["export", "--format", "xml"])).toMatchObject({ code: 2, err: expect.stringContaining("Accepted: json, jsonl, yaml, csv, markdown, jrnl, jrnl-json, notes") as string });
    symlinkSync(join(folder, "a.json"), join(folder, "link.json"));
    expect(run(["export", "--output", join(folder, "link.json"), "--force"]).code).toBe(2);
    expect(json(run(["export", "--output", join(folder, "b.json"), "--json"]))).toEqual({ file: join(folder, "b.json"), format: "json", entries: 4 });
    expect(readdirSync(folder).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  it("makes a folder of notes, and never takes another's", () => {
    const { run, folder } = filled();
    const notes = join(folder, "notes");
    expect(run(["export", "--output", `${notes}/`]).code).toBe(0);
    const names = readdirSync(notes, { recursive: true, encoding: "utf8" }).sort();
    expect(names).toEqual([
      "2026-11", "2026-11/2026-11-20 22.00 Start of the shift.md", "2026-11/2026-11-20 23.41 Shouting or rude words.md", "2026-11/2026-11-30 23.30 Note.md", "2026-12", "2026-12/2026-12-01 02.30 Win.md",
    ]);
    const text = readFileSync(join(notes, "2026-11/2026-11-20 23.41 Shouting or rude words.md"), "utf8");
    const [, front = ""] = text.split("---\n");
    expect(parseYaml(front)).toMatchObject({ id: "r1", trigger: "rude_tone", strength: 8, tags: ["night; shift", "-x"], words: ["what", "plan.if", "plan.then"] });
    writeFileSync(join(notes, "mine.md"), "mine");
    expect(run(["export", "--output", `${notes}/`])).toMatchObject({ code: 2, err: expect.stringContaining("is there already and holds files") as string });
    writeFileSync(join(notes, "2026-12/2026-12-01 02.30 Win.md"), "changed");
    expect(run(["export", "--output", `${notes}/`, "--force"]).code).toBe(0);
    expect(readFileSync(join(notes, "mine.md"), "utf8")).toBe("mine");
    expect(readFileSync(join(notes, "2026-12/2026-12-01 02.30 Win.md"), "utf8")).toContain("日本語");
    expect(readdirSync(folder)).toEqual(["notes"]);
  });

  it("never lets a name climb out of the folder", () => {
    const { run } = newJournal();
    const folder = mkdtempSync(join(tmpdir(), "evenkeel-out-"));
    const own = json<readonly { id: string }[]>(run(["triggers", "add", "../../../etc/x: y?", "--json"]))[0]?.id ?? "";
    expect(run(["import", "-"], { input: JSON.stringify([{ id: "../../up", trigger: own, at: "2026-11-20T23:41" }]) }).code).toBe(0);
    expect(run(["export", "--output", `${folder}/notes/`]).code).toBe(0);
    expect(readdirSync(join(folder, "notes"), { recursive: true, encoding: "utf8" }).sort()).toEqual(["2026-11", "2026-11/2026-11-20 23.41 .. .. .. etc x y.md"]);
  });

  it("ends with 0 where nobody reads on, and with 1 where the disk is full", () => {
    const { home, run, folder } = filled();
    const many = Array.from({ length: 3000 }, (_, index) => ({ kind: "note", at: "2026-10-01T10:00:00+02:00", what: `${String(index)} ${"words ".repeat(40)}` }));
    expect(run(["import", "-", "--quiet"], { input: many.map((one) => JSON.stringify(one)).join("\n") }).code).toBe(0);
    const env = { ...process.env, EVENKEEL_HOME: home, LANG: "C.UTF-8", TZ: "Europe/Berlin" };
    const head = spawnSync("bash", ["-o", "pipefail", "-c", `"${process.execPath}" "${BIN}" export --format jsonl | head -1`], { env, encoding: "utf8" });
    expect([head.status, head.stderr, head.stdout.split("\n").length]).toEqual([0, "", 2]);
    const full = spawnSync("bash", ["-c", `"${process.execPath}" "${BIN}" export > /dev/full`], { env, encoding: "utf8" });
    expect([full.status, full.stderr]).toEqual([1, expect.stringContaining("the output could not be written (ENOSPC)")]);
    const small = join(folder, "small");
    mkdirSync(small);
    if (!has("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", small)) {
      console.warn("skipped: a full disk, since mounting needs root");
      return;
    }
    try {
      for (const target of ["out.json", "notes/"]) {
        expect(run(["export", "--output", join(small, target)])).toMatchObject({ code: 1, err: expect.stringContaining("was not written: the disk is full") as string });
        expect(readdirSync(small)).toEqual([]);
      }
    } finally {
      spawnSync("umount", [small]);
      rmdirSync(small);
    }
  });

  it("takes the filters of list, with every kind, and leaves out the rest", () => {
    const { run } = filled();
    const ids = (...args: readonly string[]): readonly string[] => json<readonly Entry[]>(run(["export", ...args])).map(({ id }) => id);
    expect(ids()).toEqual(["s1", "r1", "n1", "w1"]);
    expect(ids("--kind", "win,note")).toEqual(["n1", "w1"]);
    expect(ids("--limit", "3")).toEqual(["r1", "n1", "w1"]);
    expect(ids("--since", "2026-11-21")).toEqual(["n1", "w1"]);
    expect(ids("--trigger", "rude_tone")).toEqual(["r1"]);
    expect(ids("--as-of", "2026-11-21")).toEqual(["s1", "r1"]);
    expect(json(run(["export", "--json"]))).toEqual(json(run(["list", "--all", "--json", "--kind", "start,reflection,win,note"])));
    expect(run(["export", "--json", "--format", "csv"]).code).toBe(2);
    expect(run(["export", "--kind", "end"]).out).toBe("[]\n");
  });
});

describe("an export as other programs read it", () => {
  const rows = (text: string): readonly Readonly<Record<string, string>>[] => parseCsv(text, { columns: true, bom: true });

  it("CSV (csv-parse): the same cells, and no formula", () => {
    const text = filled().run(["export", "--format", "csv"]).out;
    const [start, case_, note, win] = rows(text);
    expect(start).toMatchObject({ id: "s1", kind: "start", energy: "3", intention: "no", what: "" });
    expect(case_).toMatchObject({ what: `'=1+1 he said "never", *twice*\n\n# and again`, reactions: "tight_body; took_personally", planIf: "a caller shouts", planThen: "breathe out", tags: '["night; shift","-x"]' });
    expect(note).toMatchObject({ what: "'@home: yes" });
    expect(win).toMatchObject({ what: "日本語 café 😀" });
    expect(text.split("\r\n").length).toBe(6);
    const cells = (parseCsv(text) as readonly (readonly string[])[]).flat();
    expect(cells.filter((cell) => /^[\s]*[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it("CSV that another program wrote comes in", () => {
    const { run } = newJournal();
    const text = stringifyCsv([{ at: "2026-11-01 10:00", kind: "win", what: 'a "quoted", long\nword', tags: "one; two" }], { header: true, delimiter: ";", quoted: true, record_delimiter: "\r\n", bom: true });
    expect(run(["import", "-"], { input: text }).code).toBe(0);
    expect(json(run(["export"]))).toMatchObject([{ kind: "win", what: 'a "quoted", long\nword', tags: ["one", "two"] }]);
  });

  it.runIf(hasPython)("CSV (Python)", () => {
    const { run } = filled();
    const program = "import csv, json, sys; print(json.dumps([r for r in csv.DictReader(sys.stdin)]))";
    const read = JSON.parse(piped("python3", ["-X", "utf8", "-c", program], run(["export", "--format", "csv"]).out)) as readonly Record<string, string>[];
    expect(read.map(({ id }) => id)).toEqual(["s1", "r1", "n1", "w1"]);
    expect(read[1]?.["what"]).toBe(`'=1+1 he said "never", *twice*\n\n# and again`);
  });

  it.runIf(hasPythonYaml)("YAML (Python, YAML 1.1): every text is a text", () => {
    const { run } = filled();
    const program = "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))";
    const read: unknown = JSON.parse(piped("python3", ["-X", "utf8", "-c", program], run(["export", "--format", "yaml"]).out));
    expect(read).toEqual(json(run(["export"])));
  });

  it.runIf(hasJq)("JSON and JSON Lines (jq)", () => {
    const { run } = filled();
    expect(piped("jq", ["-r", "map(.id) | join(\",\")"], run(["export"]).out)).toBe("s1,r1,n1,w1\n");
    expect(piped("jq", ["-r", ".id"], run(["export", "--format", "jsonl"]).out)).toBe("s1\nr1\nn1\nw1\n");
    expect(JSON.parse(piped("jq", ["-c", ".tags"], run(["export", "--format", "jrnl-json"]).out))).toEqual({ "@night_shift": 1, "@-x": 1 });
  });
});

describe("an older journal brought in on a terminal", () => {
  it("is asked entry by entry; Ctrl-C writes nothing and loses no answer", async () => {
    const { home, run } = newJournal();
    const start = (): ReturnType<typeof evenkeelIn> => evenkeelIn(home, ["import", "jrnl.txt"], { bin: BIN, cwd: FIXTURES });
    const first = start();
    await first.shows("1 of 4");
    // Which triggers come first is the ranking's to say.
    const shown = first.screen().split("\n").filter((line) => !/^ {3}[123] /.test(line));
    expect(shown.join("\n")).toBe(
      [
        "  3 Mar 2025, 18:20",
        "  Long day on the phones. Someone shouted at me because the parcel was",
        "  late. I kept saying sorry. @parcel @late",
        "",
        "  What set it off?                                                     1 of 4",
        "",
        "   4  None, keep it as a note      Enter",
        "   5  Keep this and all the rest as notes",
        "   6  The whole list",
        "",
        "  Or type words. Ctrl-C stops and keeps your answers; nothing is written yet.",
      ].join("\n"),
    );
    first.send("rude");
    await first.shows(">   Shouting or rude words");
    first.send("\r");
    await first.shows("2 of 4");
    first.send("4");
    await first.shows("3 of 4");
    first.send("\x03");
    expect((await first.exit()).code).toBe(130);
    expect(first.everything()).toContain("Go on: evenkeel import jrnl.txt");
    expect(run(["list", "--all"]).out).toContain("Nothing stands here yet.");

    const second = start();
    await second.shows("3 of 4");
    expect(second.everything()).toContain("2 answers from last time are kept.");
    second.send("1");
    await second.shows("4 of 4");
    second.send("slow");
    await second.shows("Slow or broken tools");
    second.send("\r");
    expect((await second.exit()).code).toBe(0);
    expect(second.everything()).toContain("Brought in: 3 hard cases, 1 note.");
    expect(json<readonly Entry[]>(run(["list", "--json", "--all"])).map((entry) => ("trigger" in entry ? entry.trigger : entry.kind))).toEqual(["rude_tone", "note", "saying_no", "tools_process"]);

    expect(run(["undo"]).err).toContain("import");
    expect(run(["list", "--all"]).out).toContain("Nothing stands here yet.");
    const third = start();
    await third.shows("1 of 4");
    third.send("5");
    expect((await third.exit()).code).toBe(0);
    expect(third.everything()).toContain("Brought in: 4 notes.");
    const fourth = start();
    expect((await fourth.exit()).code).toBe(0);
    expect(fourth.everything()).toContain("Nothing new came in.");
  });

  it("asks once for what stands in a category, at 40 columns and read aloud", async () => {
    const { home, run } = newJournal();
    const args = ["import", "calls.csv", "--map", "at=Date", "--map", "at=Time", "--map", "what=Notes", "--map", "trigger=Category"];
    const narrow = evenkeelIn(home, args, { bin: BIN, cwd: FIXTURES, columns: 40 });
    await narrow.shows("1 of 2");
    expect(narrow.screen()).toContain('  "Refund" stands there 2 times. What\n  set it off?                    1 of 2');
    narrow.send("5");
    await narrow.shows("wanted money back");
    narrow.send("1");
    await narrow.shows("same again");
    narrow.send("\x03");
    expect((await narrow.exit()).code).toBe(130);
    run(["config", "set", "screenReader", "on"]);
    const aloud = evenkeelIn(home, args, { bin: BIN, cwd: FIXTURES });
    await aloud.shows(/4, None, keep it as a note/);
    aloud.send("4\r");
    await aloud.shows("just tired");
    aloud.send("4\r");
    expect((await aloud.exit()).code).toBe(0);
    expect(aloud.raw).not.toMatch(/\x1b\[\d*[AJK]/);
    expect(json<readonly Entry[]>(run(["list", "--json", "--all"])).map(({ kind }) => kind)).toEqual(["reflection", "reflection", "note", "note"]);
  });
});
