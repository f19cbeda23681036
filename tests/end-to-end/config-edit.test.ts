import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, newJournal, type Run } from "../run.ts";

/** A journal, and an editor made of a line of shell; `$1` is the file. Each sheet it sees is kept. */
function desk() {
  const { home, run } = newJournal();
  const seen = join(home, "..", "seen");
  const edit = (line: string, args: readonly string[] = []): Run => {
    const editor = join(home, "..", "editor.sh");
    writeFileSync(editor, `cat "$1" >> "${seen}"\n${line}\n`);
    return run(["config", "edit", ...args], { env: { EDITOR: `/bin/sh ${editor}` } });
  };
  return { home, run, edit, sheets: () => readFileSync(seen, "utf8") };
}

describe("config edit", () => {
  it("shows every setting under what it is for, and keeps what was changed as one step", () => {
    const { run, edit, sheets } = desk();
    run(["config", "set", "goal", "I want them heard"]);
    const { code, out, err } = edit('printf "words: [calm, fair, clear]\\nweights.held: 2\\nascii: on\\n" >> "$1"; sed -i "s/^# weekStart.*/weekStart: sunday/" "$1"');
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "Kept: words, weights.held, weekStart, ascii\n" });
    expect(sheets()).toContain("# what you want customers to feel (one line, at most 400 characters)\ngoal: I want them heard\n");
    expect(sheets()).toContain("# the first day of your week (monday, sunday)\n# weekStart: monday\n");
    expect(json(run(["config", "--json"]))).toMatchObject({
      goal: { value: "I want them heard", source: "journal" },
      words: { value: ["calm", "fair", "clear"], source: "journal" },
      "weights.held": { value: 2, source: "journal" },
      weekStart: { value: "sunday", source: "journal" },
      ascii: { value: "on", source: "machine" },
    });
    run(["undo"]);
    expect(json(run(["config", "--json"]))).toMatchObject({ words: { source: "default" }, weekStart: { source: "default" }, goal: { source: "journal" } });
  });

  it("opens again with each mistake marked at its line, and forgets the marks once they are mended", () => {
    const { run, edit, sheets } = desk();
    const mend = 'if grep -q "^colour" "$1"; then sed -i "s/^colour/color/; s/someday/sunday/" "$1"; else printf "weekStart: someday\\ncolour: off\\n" >> "$1"; fi';
    expect(edit(mend)).toMatchObject({ code: 0, err: "Kept: weekStart, color\n" });
    expect(sheets()).toContain("# >>> this value of weekStart is not accepted; accepted: monday, sunday\nweekStart: someday\n");
    expect(sheets()).toContain('# >>> "colour" is no setting. Did you mean color?; accepted: goal, words, ');
    expect(run(["config", "get", "color"]).out).toBe("off\n");
  });

  it("keeps what was typed where a mistake is left standing", () => {
    const { home, run, edit } = desk();
    const { code, err } = edit('grep -q "^weekStart" "$1" || printf "goal: long words of mine\\nweekStart: someday\\n" >> "$1"');
    expect(code).toBe(2);
    expect(err).toMatch(/a mistake is left in it, line \d+: this value of weekStart is not accepted\. The settings are as they were\.\nWhat you wrote is in /);
    const folder = join(home, "local", "edit");
    const [file = ""] = readdirSync(folder);
    expect(readFileSync(join(folder, file), "utf8")).toContain("goal: long words of mine\n");
    expect(run(["config", "get", "goal"]).out).toBe("\n");
  });

  it.each([
    ["emptied", ': > "$1"', 0, "Nothing was changed.\n"],
    ["left as it was", "true", 0, "Nothing was changed.\n"],
    ["ended with a problem", 'printf "goal: x\\n" >> "$1"; exit 3', 1, /^evenkeel: sh did not end well\nThe settings are as they were\.\n$/],
    ["not UTF-8", 'printf "\\377" > "$1"', 1, /^evenkeel: what the editor left is not UTF-8 text\nIt is in /],
    ["no settings", 'printf "just words\\n" > "$1"', 2, /a mistake is left in it, line 1: settings are lines of key: value/],
    ["no YAML", 'printf "goal: [x\\n" > "$1"', 2, /a mistake is left in it, line \d+: /],
  ] as const)("changes nothing where the sheet is %s", (_name, line, code, message) => {
    const { run, edit } = desk();
    run(["config", "set", "goal", "mine"]);
    const done = edit(line);
    expect(done).toMatchObject({ code, out: "" });
    expect(done.err).toMatch(message);
    expect(run(["config", "get", "goal"]).out).toBe("mine\n");
  });

  it("puts back to its default what left the sheet, and prints what is kept as JSON", () => {
    const { run, edit } = desk();
    run(["config", "set", "weekStart", "sunday"]);
    expect(json(edit('sed -i "/^weekStart/d" "$1"', ["--json"]))).toEqual([{ key: "weekStart", value: "monday" }]);
    expect(json(run(["config", "get", "weekStart", "--json"]))).toBe("monday");
  });

  it("needs a terminal or an editor that was named", () => {
    const { run } = newJournal();
    expect(run(["config", "edit"])).toEqual({ code: 2, out: "", err: 'evenkeel: config edit opens an editor, and there is no terminal for it\nOne value: evenkeel config set words "calm, fair, clear"\n' });
    expect(run(["config", "edit", "--no-input"], { env: { EDITOR: "true" } })).toMatchObject({ code: 2 });
  });
});

describe("the setting device", () => {
  const written = (home: string): readonly string[] => readdirSync(join(home, "journal", "entries")).sort();

  it("is the name under which this computer writes from now on; earlier files keep theirs", () => {
    const { home, run } = newJournal();
    expect(run(["config", "get", "device"]).out).toBe("\n");
    run(["win", "first", "--at", "2026-11-01"]);
    const first = run(["config", "get", "device"]).out.trim();
    expect(first).toMatch(/^[0-9a-z]{6}$/);
    expect(json(run(["config", "set", "device", "desk12", "--json"]))).toEqual([{ key: "device", value: "desk12" }]);
    run(["win", "second", "--at", "2026-11-02"]);
    expect(written(home)).toEqual([`2026-11.${first}.json`, "2026-11.desk12.json"].sort());
    expect(json(run(["config", "--json"]))).toMatchObject({ device: { value: "desk12", source: "machine" } });
    expect(json<unknown[]>(run(["list", "--json"]))).toHaveLength(2);
    expect(run(["config", "set", "device", first])).toMatchObject({ code: 2, err: expect.stringContaining("files of the journal have this name already") as string });
    const [{ value } = { value: "" }] = json<{ value: string }[]>(run(["config", "unset", "device", "--json"]));
    expect(value).toMatch(/^[0-9a-z]{6}$/);
    expect([first, "desk12"]).not.toContain(value);
    expect(run(["doctor"]).code).toBe(0);
  });

  it.each(["Desk12", "desk", "desk123", "de sk1", "../../"])("is not %j", (name) => {
    const { run } = newJournal();
    expect(run(["config", "set", "device", name])).toMatchObject({ code: 2, err: "evenkeel: device: this value is not accepted\nAccepted: six small letters and digits, like desk12.\n" });
  });
});
