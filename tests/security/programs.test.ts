import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newJournal, scratch } from "../run.ts";
import { makePrograms } from "./every-command.ts";

const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

function program(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\nfor one in "$@"; do printf "%s\\n" "$one"; done > "$(dirname "$0")/arguments"\n');
  chmodSync(file, 0o755);
  return file;
}

describe.skipIf(process.platform === "win32")("an editor that somebody else chose", () => {
  it.each([
    ["a command after a semicolon", (mark: string) => `true; touch ${mark}`],
    ["a command in backquotes", (mark: string) => `\`touch ${mark}\``],
    ["a command in brackets", (mark: string) => `$(touch ${mark})`],
    ["a pipe", (mark: string) => `cat | touch ${mark}`],
    ["a line end", (mark: string) => `true\ntouch ${mark}`],
    ["a redirection", (mark: string) => `true >${mark}`],
  ])("with %s starts no shell", (_, editor) => {
    const { run } = newJournal();
    const mark = join(scratch(), "ran");
    run(["reflect", "--from", "-"], { input: `id: ${ID}\ntrigger: rude_tone\n` });
    run(["edit", ID], { env: { EDITOR: editor(mark), VISUAL: "" } });
    run(["config", "set", "editor", editor(mark)]);
    run(["edit", ID], { env: { EDITOR: "", VISUAL: editor(mark) } });
    expect(existsSync(mark)).toBe(false);
  });

  it("gets blanks, quotes and signs in its name and arguments as they are, and one file", () => {
    const { run } = newJournal();
    const folder = join(scratch(), "my 'odd' $HOME folder");
    const editor = program(folder, "an editor");
    run(["reflect", "--from", "-"], { input: `id: ${ID}\ntrigger: rude_tone\n` });
    run(["edit", ID], { env: { EDITOR: `"${editor.replaceAll("$", "\\$")}" --wait "two words" 'a;b'` } });
    const [wait, words, odd, file, ...more] = readFileSync(join(folder, "arguments"), "utf8").trimEnd().split("\n");
    expect([wait, words, odd, more]).toEqual(["--wait", "two words", "a;b", []]);
    expect(file).toMatch(/\/edit-[^/]+\/words\.yaml$/);
  });
});

describe.skipIf(process.platform === "win32")("a printer's name", () => {
  it("that would be an option or a command is only a name, and unknown", () => {
    const { run } = newJournal();
    const folder = scratch();
    const mark = join(folder, "ran");
    const env = { PATH: `${makePrograms(folder)}:${process.env["PATH"] ?? ""}` };
    for (const name of ["-o raw", `x; touch ${mark}`, `$(touch ${mark})`]) {
      expect(run(["card", "--print", name], { env }).code, name).toBe(2);
      run(["config", "set", "--", "printer", name]);
      expect(run(["card", "--print"], { env }).code, name).toBe(2);
    }
    expect(existsSync(mark)).toBe(false);
  });
});
