import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Edited } from "../../src/terminal/editing.ts";
import { commandWords, editingIn, editorCommand, editText } from "../../src/terminal/editor.ts";
import { scratch } from "../run.ts";

describe("the words of a command", () => {
  it.each<[string, string, readonly string[]]>([
    ["nano", "linux", ["nano"]],
    ["code --wait", "linux", ["code", "--wait"]],
    ["  vim   -u NONE ", "linux", ["vim", "-u", "NONE"]],
    ["'/opt/my editor/ed' -w", "linux", ["/opt/my editor/ed", "-w"]],
    ['"/opt/my editor/ed" "a b"', "darwin", ["/opt/my editor/ed", "a b"]],
    ["/opt/my\\ editor/ed", "linux", ["/opt/my editor/ed"]],
    ['emacs --eval="(x \\"y\\")"', "linux", ["emacs", '--eval=(x "y")']],
    ["nano; rm -rf ~", "linux", ["nano;", "rm", "-rf", "~"]],
    ["nano $(id) `id` && x | y > z", "linux", ["nano", "$(id)", "`id`", "&&", "x", "|", "y", ">", "z"]],
    ["'' x", "linux", ["", "x"]],
    [
      '"C:\\Program Files\\Notepad++\\notepad++.exe" -multiInst',
      "win32",
      ["C:\\Program Files\\Notepad++\\notepad++.exe", "-multiInst"],
    ],
    ["C:\\tools\\ed.exe", "win32", ["C:\\tools\\ed.exe"]],
    ["", "linux", []],
  ])("%j on %s", (line, platform, words) => {
    expect(commandWords(line, platform)).toEqual(words);
  });
});

describe("the person's editor", () => {
  const bin = join(scratch(), "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "vi"), "");
  chmodSync(join(bin, "vi"), 0o755);

  it.each<[string, Readonly<Record<string, string>>, string | null, string | null]>([
    ["VISUAL before all", { VISUAL: "code --wait", EDITOR: "nano" }, "vim", "code"],
    ["then EDITOR", { EDITOR: "/usr/bin/nano" }, "vim", "nano"],
    ["then the setting", { VISUAL: " " }, "C:\\x\\ed.exe -w", "C:xed"],
    ["then one that is there", { PATH: bin }, null, "vi"],
    ["or none", { PATH: "" }, null, null],
  ])("%s", (_name, env, setting, name) => {
    expect(editorCommand({ env, platform: "linux", setting })?.name ?? null).toBe(name);
  });

  it("is called by its name alone on Windows", () => {
    expect(editorCommand({ env: { EDITOR: "C:\\x\\notepad.exe" }, platform: "win32", setting: null })?.name).toBe(
      "notepad",
    );
  });
});

describe("editing a text", () => {
  const folder = scratch();

  /** An editor made of a line of shell; `$1` is the file. */
  function editorOf(line: string): {
    readonly command: string;
    readonly args: readonly string[];
    readonly name: string;
  } {
    return { command: "/bin/sh", args: ["-c", line, "editor"], name: "sh" };
  }

  function edit(text: string, line: string, stop = new AbortController().signal): Promise<Edited> {
    return editText(text, { editor: editorOf(line), folder: join(folder, "local"), suffix: ".txt", stop });
  }

  it("gives what the editor left", async () => {
    expect(await edit("one line", 'printf "%s\\nand ünother\\n" "$(cat "$1")" > "$1.new" && mv "$1.new" "$1"')).toEqual(
      {
        type: "done",
        text: "one line\nand ünother",
      },
    );
    expect(await edit("as it was", "true")).toEqual({ type: "done", text: "as it was" });
    expect(await edit("", "true")).toEqual({ type: "done", text: "" });
    expect(await edit("x", "printf 'a\\r\\nb\\r\\n' > \"$1\"")).toEqual({ type: "done", text: "a\nb" });
    expect(await edit("x", "printf '\\357\\273\\277mark' > \"$1\"")).toEqual({ type: "done", text: "mark" });
  });

  it("works on a file that only its owner can read, and removes it", async () => {
    const seen = join(folder, "seen");
    await edit("secret", `stat -c '%a %n' "$1" "$(dirname "$1")" > '${seen}'; cat "$1" >> '${seen}'`);
    const [file = "", room = "", text] = readFileSync(seen, "utf8").split("\n");
    expect(file).toMatch(/^600 .*words\.txt$/);
    expect(room).toMatch(/^700 .*edit-/);
    expect(text).toBe("secret");
    expect(readdirSync(join(folder, "local"))).toEqual([]);
    expect(statSync(join(folder, "local")).mode & 0o777).toBe(0o700);
  });

  it.each<[string, string, string]>([
    ["it ends with a problem", 'printf changed > "$1"; exit 1', "failed"],
    ["a signal ends it", "kill -9 $$", "failed"],
    ["it takes the file away", 'rm "$1"', "failed"],
  ])("keeps the words where %s", async (_name, line, type) => {
    expect(await edit("the words", line)).toEqual({ type });
    expect(readdirSync(join(folder, "local"))).toEqual([]);
  });

  it("says where what came back lies, if it is no UTF-8", async () => {
    const result = await edit("the words", "printf 'caf\\351' > \"$1\"");
    expect(result.type).toBe("noText");
    if (result.type !== "noText") return;
    expect(existsSync(result.file)).toBe(true);
    expect(readFileSync(result.file, "latin1")).toBe("café");
  });

  it("says so where it is not there", async () => {
    const editing = editingIn(join(folder, "other"), {
      env: { EDITOR: "/no/such/editor" },
      platform: "linux",
      setting: null,
    });
    expect(await editing?.edit("words", new AbortController().signal)).toEqual({ type: "missing" });
    expect(editing?.name).toBe("editor");
    expect(readdirSync(join(folder, "other"))).toEqual([]);
  });

  it("is ended when the conversation is", async () => {
    const stop = new AbortController();
    const result = edit("words", "exec sleep 600", stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 30);
    expect(await result).toEqual({ type: "stopped" });
  });

  it("fails quietly where its folder cannot be made", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const editing = editingIn(join(file, "sub"), { env: { EDITOR: "true" }, platform: "linux", setting: null });
    expect(await editing?.edit("words", new AbortController().signal)).toEqual({ type: "failed" });
  });
});
