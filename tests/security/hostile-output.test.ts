import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, scratch } from "../run.ts";
import { makePrograms, makeWorkshop, otherLines, readingLines, type Line, writingLines } from "./every-command.ts";

/** Clears the screen, sets the title, colours, hides, links, turns the direction, ends a line early, in C0 and C1. */
const HOSTILE =
  "a\u001b[2Jb\u001b]0;owned\u0007c\u009b31md\u202eexe.gpj\u202c e\u2066f\u2069 g\u0000h\u0008i\u007fj\u001b]8;;http://x\u001b\\k\u0090l\u001b\\ " +
  "</script><script>alert(1)</script> [x](javascript:y) ---\n# head\n=cmd|'/c calc'!A1 \ud800 __proto__";
const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

/** Everything but line ends and what a form may use: no control, no half sign, nothing that turns the direction. */
const DANGEROUS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u202a-\u202e\u2066-\u2069]/;

const folder = join(scratch(), "a\u001b[31mb\u202ec");
const home = join(folder, "home\u001b]0;x\u0007");
mkdirSync(folder, { recursive: true });
const env = {
  PATH: `${makePrograms(folder)}:${process.env["PATH"] ?? ""}`,
  TERM: "xterm\u001b[31m",
  EVENKEEL_LANG: "en\u001b[31m",
  LANG: "C.UTF-8",
  COLUMNS: "80",
};

function run({ args, input, env: more }: Line): { readonly code: number | null; readonly out: string; readonly err: string } {
  return runCommand(args, home, { ...(input === undefined ? {} : { input }), env: { ...env, ...more } });
}

describe("hostile text in entries, settings, names of files and the environment", () => {
  const workshop = makeWorkshop(join(folder, "work"), HOSTILE);
  const written = { lines: writingLines(workshop, ID) };
  const read = readingLines(workshop, ID);
  const said: { readonly name: string; readonly text: string }[] = [];

  beforeAll(() => {
    for (const line of [...written.lines, ...read, ...otherLines([...written.lines, ...read])]) {
      // A NUL cannot stand among the arguments of a program: those words come by standard input.
      const args = line.args.map((arg) => arg.replaceAll("\0", ""));
      const { out, err } = run({ ...line, args });
      const isPaper = args.includes("pdf");
      said.push({ name: `${args.join(" ").slice(0, 40)} (out)`, text: isPaper ? "" : out }, { name: `${args.join(" ").slice(0, 40)} (err)`, text: err });
    }
  }, 120_000);

  it("was kept, so that there is something to show", () => {
    expect(run({ args: ["show", ID, "--json"] }).out).toContain("owned");
    expect(run({ args: ["card"] }).out).toContain("owned");
  });

  it("never comes out of any command as it went in", () => {
    for (const { name, text } of said) expect(DANGEROUS.exec(text), name).toBeNull();
  });

  it("is no markup in pages and pictures", () => {
    for (const args of [["card", "--format", "html"], ["roadmap", "--format", "html"], ["roadmap", "--format", "svg"], ["review", "--show", "--format", "html"]]) {
      const { out } = run({ args });
      expect(out, args.join(" ")).toContain("&lt;script&gt;");
      expect(out, args.join(" ")).not.toMatch(/<script|javascript:y\)(?=")/i);
    }
  });

  it("is no link and no heading in Markdown", () => {
    for (const args of [["card", "--format", "markdown"], ["roadmap", "--format", "markdown"], ["reminders", "--format", "markdown"]]) {
      const { out } = run({ args });
      expect(out, args.join(" ")).not.toMatch(/^# head/m);
      expect(out, args.join(" ")).not.toMatch(/[^\\]\]\(javascript/);
      expect(out, args.join(" ")).not.toContain("<script>");
    }
  });
});

describe("hostile arguments", () => {
  const bad = "x\u001b[31m\u202ey\u009b";
  it.each([
    [[bad]], [["list", `--${bad}`]], [["list", "--since", bad]], [["show", bad]], [["edit", bad]], [["delete", bad]], [["config", "get", bad]],
    [["config", "set", bad, "1"]], [["config", "set", "lang", bad]], [["--lang", bad, "list"]], [["--as-of", bad, "list"]], [["reflect", "--trigger", bad]],
    [["reflect", "--from", bad]], [["win", "--type", bad, "w"]], [["pack", "check", bad]], [["pack", "remove", bad]], [["pack", "share", "--name", bad]],
    [["card", "--size", bad]], [["card", "--print", bad]], [["card", "--format", bad]], [["card", "--output", `no/such/${bad}`]], [["review", bad]],
    [["roadmap", "--output", `${bad}/x`]], [["backup", `no/${bad}`]], [["restore", bad]], [["schema", bad]], [["completion", bad]], [["help", bad]],
    [["suggest", bad]], [["find", bad]], [["reminders", "edit", bad, "--line", "x"]], [["triggers", "retire", bad]], [["rehearse", "--trigger", bad]],
  ] as readonly (readonly [readonly string[]])[])("%j are not echoed as they are", (args) => {
    const { out, err } = run({ args });
    expect(DANGEROUS.exec(out), out).toBeNull();
    expect(DANGEROUS.exec(err), err).toBeNull();
  });
});

describe("a hostile pack", () => {
  it.each([
    ["keys of objects", "name: x\n__proto__: {polluted: yes}\n"],
    ["aliases", `a: &a [x]\nb: [${"*a,".repeat(50)}]\n`],
    ["depth", `${"- ".repeat(2000)}x\n`],
    ["tags", "!!js/function 'x'\n"],
    ["controls", 'name: "x\\e[31m"\nlanguage: en\nauthor: "a\\u202eb"\nlicence: "c\\x9b"\n'],
    ["a climbing name", "name: ../../../etc/x\nlanguage: en\nauthor: a\nlicence: b\nlines: [{triggers: [rude_tone], text: t}]\n"],
  ])("with %s is refused in plain words, and nothing is taken in", (_, text) => {
    const file = join(folder, "bad.yaml");
    writeFileSync(file, text);
    for (const args of [["pack", "check", file], ["pack", "add", file]]) {
      const { code, out, err } = run({ args });
      expect(code).toBe(2);
      expect(DANGEROUS.exec((`${out}${err}`))).toBeNull();
    }
  });
});
