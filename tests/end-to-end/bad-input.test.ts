import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, newJournal } from "../run.ts";

const HUGE = "99999999999999999999";

/** A journal, and a folder with all that can be wrong with a file. */
function desk() {
  const { home, run } = newJournal();
  const cwd = join(home, "..", "desk");
  mkdirSync(join(cwd, "folder"), { recursive: true });
  writeFileSync(join(cwd, "latin1"), Buffer.from([0xe9, 0x20, 0xff]));
  writeFileSync(join(cwd, "taken"), "mine\n");
  symlinkSync(join(cwd, "taken"), join(cwd, "link"));
  return { home, cwd, run: (args: readonly string[]) => run(args, { cwd }) };
}

/** Exit 2, nothing on standard output, nothing kept, one or two sentences without a stack or commander's own words. */
function refused(args: readonly string[], message: string): void {
  const { home, run } = desk();
  const { code, out, err } = run(args);
  expect({ args, code, out }).toEqual({ args, code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).not.toMatch(/\n\s+at |error:|argument '|undefined/);
  expect(readdirSync(join(home, "..")).includes("home") ? json(run(["list", "--all", "--json"])) : []).toEqual([]);
}

describe("what stands behind a command", () => {
  it.each([
    [["show"], "evenkeel: show needs <id>: its id, or the start of it\nFor example: evenkeel show 01M81\n"],
    [["find"], "evenkeel: find needs <words>: case and accents do not matter\nFor example: evenkeel find refund\n"],
    [["config", "set", "goal"], "evenkeel: config set needs <value>: what it shall be\nFor example: evenkeel config set words"],
    [["restore"], "evenkeel: restore needs <file>: a file that evenkeel backup made\nFor example: evenkeel restore "],
    [["reminders", "pin"], "evenkeel: reminders pin needs <id>: "],
    [["schema"], "evenkeel: schema needs one word more\nAccepted: entry, pack. For example: evenkeel schema entry\n"],
    [["undo", "a", "b"], "evenkeel: undo takes no words behind it\nFor example: evenkeel undo\n"],
    [["backup", "my", "file.json"], "evenkeel: backup takes one <file>, and there are 2\nIf it has blanks, put it in quotes. "],
    [["pack", "lits"], 'evenkeel: pack knows no "lits". Did you mean list?\nAccepted: list, new, check, add, remove, share.\n'],
    [["config", "goal"], 'evenkeel: config knows no "goal"\nAccepted: get, set, unset, edit.\n'],
    [["relfect"], 'evenkeel: there is no command "relfect". Did you mean reflect?\nSee: evenkeel --help\n'],
    [["a caller shouted at me"], 'evenkeel: there is no command "a caller shouted at me"\nSee: evenkeel --help. A hard case in your words: evenkeel reflect "..."\n'],
    [["\u001b[31mred"], 'there is no command "?[31mred"'],
    [["win", "--hwo", "me", "x"], "evenkeel: --hwo is no option of win. Did you mean --who?\nSee: evenkeel win --help. Words that begin with a dash go behind --: "],
    [["list", "--wrong"], "evenkeel: --wrong is no option of list\nSee: evenkeel list --help\n"],
    [["find", "--wrong"], "evenkeel: --wrong is no option of find\n"],
    [["roadmap", "--since"], "evenkeel: --since needs a value: <day>, from this shift-day on"],
    [["list", "--as-of"], "evenkeel: --as-of needs a value: <moment>, "],
    [["show", ""], "evenkeel: an id is needed, or the start of it\n"],
    [["find", " ", "+"], "evenkeel: find needs words\n"],
    [["config", "set", "wekStart", "monday"], "evenkeel: there is no such setting. Did you mean weekStart?\nAccepted: goal, words, "],
  ] as const)("%j", (args, message) => {
    refused(args, message);
  });
});

describe("a flag's value", () => {
  it.each([
    ...["--strength", "--held", "--carry", "--stage", "--plan-use", "--what", "--line", "--channel", "--control", "--at"].map((flag) => [["reflect", "--trigger", "rude_tone", flag, ""], `${flag} needs a value, and there is none behind it`] as const),
    ...["--energy", "--helped", "--customers-day", "--intention", "--trigger", "--at"].map((flag) => [["start", flag, ""], `${flag} needs a value`] as const),
    ...["--learned", "--carry", "--at"].map((flag) => [["end", flag, ""], `${flag} needs a value`] as const),
    ...["--why", "--who", "--type", "--at"].map((flag) => [["win", "x", flag, ""], `${flag} needs a value`] as const),
    [["reflect", "--trigger", "rude_tone", "--strength", HUGE], `--strength: "${HUGE}" is not on the scale. Accepted: a whole number from 0 to 10.`],
    [["reflect", "--trigger", "rude_ton"], '--trigger: "rude_ton" is not known here. Did you mean rude_tone? Accepted: rude_tone, '],
    [["reflect", "--trigger", "rude_tone", "--reaction", "snaped"], "Did you mean snapped? Accepted: "],
    [["reflect", "--trigger", "rude_tone", "--at", "2026-02-30"], '--at: "2026-02-30" is no moment. Accepted: a date (2026-11-20), '],
    [["list", "--kind", "wins"], "--kind is not known. Did you mean win?\nAccepted: reflection, win, "],
    [["list", "--tag", ""], "--tag needs a value"],
    [["list", "--limit", HUGE], "--limit is no number of entries\nAccepted: a whole number from 1.\n"],
    [["list", "--since", "2026-02-30"], "--since is no day\nAccepted: a date (2026-11-20), "],
    [["roadmap", "--format", "htlm"], "--format is not known. Did you mean html?\nAccepted: text, markdown, html, svg.\n"],
    [["review", HUGE], "there is no such week\nAccepted: a week like 2026-W47, or last.\n"],
    [["card", "--copies", HUGE], "--copies is no number of copies\nAccepted: 1 to 99.\n"],
    [["breathe", "--minutes", HUGE], "--minutes: this is no length for a pause\nAccepted: a number above 0, at most 30.\n"],
    [["roadmap", "--json", "--output", "x"], "--json prints on standard output, so --output does not go with it\n"],
    [["card", "--json", "--format", "pdf"], "--json prints on standard output, so --format does not go with it\n"],
  ] as const)("%j", (args, message) => {
    refused(args, message);
  });

  it("with nothing in it takes an answer out in edit", () => {
    const { run } = desk();
    const [{ id } = { id: "" }] = json<{ id: string }[]>(run(["reflect", "--trigger", "rude_tone", "--line", "Breathe.", "--json"]));
    expect(json(run(["edit", id, "--line", "", "--json"]))).toEqual([expect.not.objectContaining({ line: "Breathe." })]);
  });
});

describe("--as-of on a command that writes", () => {
  it.each([
    ["reflect", "--trigger", "rude_tone"],
    ["win", "x"],
    ["start"],
    ["end"],
    ["rehearse", "--trigger", "rude_tone", "--grade", "good"],
    ["review", "--focus", "x"],
    ["reminders", "add", "x"],
    ["reminders", "pin", "t1"],
    ["triggers", "add", "x"],
    ["edit", "x", "--strength", "3"],
    ["delete", "x"],
    ["undo"],
    ["config", "set", "goal", "x"],
    ["config", "unset", "goal"],
    ["config", "edit"],
    ["backup"],
    ["restore", "x"],
    ["pack", "add", "x"],
    ["pack", "remove", "x"],
    ["doctor", "--repair"],
  ])("%s %s", (...args) => {
    refused([...args.filter((word) => (word as string | undefined) !== undefined), "--as-of", "2026-11-20"], "--as-of only looks at the journal\nTo write something down for another moment, use --at.\n");
  });
});

describe("a file that is named", () => {
  const READING = [["reflect", "--from"], ["start", "--from"], ["end", "--from"], ["restore"], ["pack", "check"], ["pack", "add"]];
  it.each(
    READING.flatMap((args) => [
      [[...args, ""], "a file's name is needed, and there is none"] as const,
      [[...args, "nowhere"], "there is no file nowhere\nCheck its name and its folder.\n"] as const,
      [[...args, "taken/x"], "there is no file taken/x\n"] as const,
      [[...args, "folder"], "folder is a folder, not a file\n"] as const,
    ]),
  )("to read: %j", (args, message) => {
    refused(args, message);
  });

  it.each([["reflect", "--from"], ["start", "--from"]])("that is not UTF-8: %s %s", (...args) => {
    refused([...args, "latin1"], "latin1 is not UTF-8 text\nSave it as UTF-8 and try again.\n");
  });

  const WRITING = [["roadmap", "--output"], ["card", "--output"], ["card", "--format", "html", "--output"], ["reminders", "--output"], ["review", "--output"], ["backup"], ["pack", "new"]];
  it.each(
    WRITING.flatMap((args) => [
      [[...args, ""], "that is no name for a file\n"] as const,
      [[...args, "folder"], "folder is a folder\nName a file in it.\n"] as const,
      [[...args, "taken"], "taken is there already\nAdd --force to write over it, or name another file.\n"] as const,
      [[...args, "link"], "link is a link to another place\n"] as const,
      [[...args, "/dev/null"], "/dev/null is no ordinary file\n"] as const,
      [[...args, "nowhere/x"], "nowhere/x was not written: its folder is not there\n"] as const,
      [[...args, "taken/x"], "taken/x was not written: a part of its path is a file, not a folder\n"] as const,
    ]),
  )("to write: %j", (args, message) => {
    refused(args, message);
  });

  it("as - is standard output for what is text, and refused for a backup", () => {
    const { run, cwd } = desk();
    expect(run(["pack", "new", "-"]).out).toMatch(/^# A pack for evenkeel/);
    expect(run(["backup", "-"])).toMatchObject({ code: 2, out: "" });
    expect(readdirSync(cwd).sort()).toEqual(["folder", "latin1", "link", "taken"]);
  });
});

describe("JSON with a mistake that JSON itself lets pass", () => {
  it.each([
    ["a key twice", '[\n {"trigger": "rude_tone",\n  "held": 1, "held": 5}]', "standard input:3:14: this key stands there twice; accepted: each key once"],
    ["a key twice, written in two ways", '{"trigger": "rude_tone", "trig\\u0067er": "saying_no"}', "standard input:1:26: this key stands there twice"],
    ["a key twice in a plan", '{"trigger": "rude_tone", "plan": {"if": "a", "then": "b", "if": "c"}}', "standard input:1:59: this key"],
    ["a key twice in a later line", '{"trigger":"rude_tone"}\n{"trigger":"rude_tone","what":"\\"held\\":1","held":1,"held":2}', "standard input:2:53: this key"],
    ["an id twice", '[{"id":"x","trigger":"rude_tone"},\n{"id":"x","trigger":"saying_no"}]', 'standard input:2:7: the id "x" is given twice; accepted: an id of its own for each new entry, or none'],
  ])("%s", (_name, input, message) => {
    const { home, run } = newJournal();
    const { code, out, err } = run(["reflect", "--from", "-"], { input });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(json(run(["list", "--json"]))).toEqual([]);
    expect(home).not.toBe("");
  });

  it("is not seen where there is none", () => {
    const { run } = newJournal();
    const input = '[{"trigger":"rude_tone","what":"{\\"a\\":1,\\"a\\":2}","tags":["held","held2"]},{"trigger":"rude_tone","held":1}]';
    expect(json(run(["reflect", "--from", "-", "--json"], { input }))).toHaveLength(2);
  });
});
