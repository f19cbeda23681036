import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandTree } from "../../scripts/command-tree.ts";
import { complete, type LookUp, type Offer } from "../../src/completion/complete.ts";
import { listedIn } from "../../src/completion/wanted.ts";
import { INSTALL, SHELLS, shellScript } from "../../src/terminal/shell-scripts.ts";
import { newJournal } from "../run.ts";

const tree = await commandTree();
const lookUp: LookUp = (of, typed, before) => Promise.resolve([{ word: [of.replace(":", "-"), ...before].join("+"), about: typed }]);

/** What is offered behind `evenkeel`; the last word is the one at the cursor. */
async function offered(line: string): Promise<readonly string[] | "files"> {
  const words = line.split(" ");
  const offer: Offer = await complete(tree, words.slice(0, -1), words.at(-1) ?? "", lookUp);
  return offer.kind === "files" ? "files" : offer.words.map(({ word }) => word);
}

describe("what may come next", () => {
  it.each<[string, readonly string[] | "files"]>([
    ["reh", ["rehearse"]],
    ["--quiet reh", ["rehearse"]],
    ["--lang es reh", ["rehearse"]],
    ["reminders ", ["add", "edit", "pin", "unpin", "retire"]],
    ["reminders r", ["retire"]],
    ["reminders retire ", ["reminder"]],
    ["show ", ["entry"]],
    ["reflect --trigger ", ["trigger"]],
    ["reflect --trigger=", ["--trigger=trigger"]],
    ["reflect --trigger x --st", ["--stage", "--strength"]],
    ["reflect --trigger=x --tr", []],
    ["reflect --reaction x --rea", ["--reaction"]],
    ["reflect --strength ", ["choice-strength"]],
    ["reflect --plan-use ", ["choice-planUse"]],
    ["reflect --at t", ["today", "tuesday", "thursday"]],
    ["reflect -- --tr", []],
    ["review --helped ", ["choice-helped"]],
    ["start --helped ", []],
    ["review --plan ", ["keep", "drop"]],
    ["list --kind w", ["win"]],
    ["card --size ", ["wallet", "index", "a6", "a5", "letter"]],
    ["card --print --cop", ["--copies"]],
    ["card --output ", "files"],
    ["card --output=", "files"],
    ["restore ", "files"],
    ["reflect --from ", "files"],
    ["pack check ", "files"],
    ["pack remove ", ["pack"]],
    ["config get ", ["setting"]],
    ["config set lang ", ["settingValue+lang"]],
    ["help exit", ["exit-codes"]],
    ["help rehe", ["rehearse"]],
    ["export --format js", ["json", "jsonl"]],
    ["import ", "files"],
    ["triggers merge ", ["trigger"]],
    ["completion ", ["bash", "zsh", "fish", "powershell"]],
    ["--lang ", ["language"]],
    ["nonsense --qu", ["--quiet"]],
  ])("evenkeel %s", async (line, expected) => {
    expect(await offered(line)).toEqual(expected);
  });

  it("offers the flags that may stand anywhere where nothing else can come", async () => {
    const anywhere = tree.flags.map(({ long }) => long).filter((long) => long !== "--version");
    expect(anywhere).toContain("--json");
    expect(await offered("show x ")).toEqual(anywhere);
  });

  it("offers every command of the help", async () => {
    expect(await offered("")).toEqual(tree.commands.map(({ name }) => name));
  });

  it("offers flags with what they mean", async () => {
    const offer = await complete(tree, ["card"], "--si", lookUp);
    expect(offer).toEqual({ kind: "words", words: [{ word: "--size", about: "of the paper: wallet, index, a6, a5, letter" }] });
  });

  it("leaves out words that a shell would take apart or run", async () => {
    const odd = ["$(reboot)", "two words", "a;b", "`x`", "it's", "ünï-code", "plan:rude_tone", "../x"].map((word) => ({ word, about: "" }));
    const offer = await complete(tree, ["show"], "", () => Promise.resolve(odd));
    expect(offer).toEqual({ kind: "words", words: [{ word: "ünï-code", about: "" }, { word: "plan:rude_tone", about: "" }, { word: "../x", about: "" }] });
  });

  it.each([
    ["text, markdown", ["text", "markdown"]],
    ["of the paper: wallet, a6", ["wallet", "a6"]],
    ["2026-W47, or last", ["2026-W47", "last"]],
    ["what helped: plan, sleep_food, or words", ["plan", "sleep_food"]],
    ["as the list shows it, and more", []],
    ["how many", []],
  ])("takes the words from %s", (about, expected) => {
    expect(listedIn(about)).toEqual(expected);
  });
});

describe("evenkeel complete", () => {
  const { run } = newJournal();

  it("knows the ids of the journal, the newest first, and never shows what was written", () => {
    run(["reflect", "secret words", "--trigger", "saying_no", "--at", "2026-11-02T10:00", "--no-input"]);
    run(["win", "more secret words", "--at", "2026-11-03T11:30"]);
    const { code, out, err } = run(["complete", "show", ":"]);
    const [kind, ...lines] = out.trimEnd().split("\n");
    expect([code, err, kind]).toEqual([0, "", "words"]);
    expect(lines.map((line) => line.split("\t")[1])).toEqual(["3 Nov 2026 11:30, Win", "2 Nov 2026 10:00, I had to say no"]);
    const [first = ""] = lines[1]?.split("\t") ?? [];
    expect(run(["complete", "show", `:${first.slice(0, 9)}`]).out).toContain(first);
    expect(run(["show", first]).out).toContain("secret words");
  });

  it("offers the few words a setting takes", () => {
    expect(run(["complete", "config", "set", "screenReader", ":"]).out).toBe("words\non\t\noff\t\n");
  });

  it("offers own triggers beside the built-in ones", () => {
    run(["reflect", "--from", "-"], { input: '{"trigger":"saying_no","plan":{"if":"I say no","then":"say what I can"}}' });
    const { out } = run(["complete", "list", "--trigger", ":s"]);
    expect(out).toBe("words\nsaying_no\tI had to say no\n");
    expect(run(["complete", "reminders", "pin", ":p"]).out).toBe("words\np6\tI had to say no\n");
  });

  it.each([[[]], [["show"]], [["\u0000", "::::"]], [["--lang", "xx", "list", "--trigger", ":"]]])("never fails on %j", (words) => {
    const { code, err } = run(["complete", ...words.filter((word) => word !== "\u0000")]);
    expect([code, err]).toEqual([0, ""]);
  });
});

describe("evenkeel complete on a sealed journal", () => {
  it("offers what lies outside of it, asks nothing and says nothing", () => {
    const { run, home } = newJournal();
    run(["reflect", "--trigger", "saying_no", "--no-input"]);
    const secret = join(home, "secret");
    writeFileSync(secret, "six plain words for a test\n");
    expect(run(["encrypt", "--passphrase-file", secret, "--yes", "--no-input"]).code).toBe(0);
    expect(run(["complete", "show", ":0"])).toEqual({ code: 0, out: "words\n", err: "" });
    expect(run(["complete", "list", "--trigger", ":say"])).toEqual({ code: 0, out: "words\nsaying_no\tI had to say no\n", err: "" });
    expect(run(["complete", "reh", ":"]).err).toBe("");
  });
});

describe("evenkeel completion", () => {
  const { run } = newJournal();

  it.each(SHELLS)("prints the script for %s", (shell) => {
    const { code, out, err } = run(["completion", shell]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(shellScript(shell));
    expect(out).not.toContain("\r");
  });

  it("tells the line of each shell in its help", () => {
    const { out } = run(["completion", "--help"]);
    for (const shell of SHELLS) expect(out).toContain(`  ${shell}\n    ${INSTALL[shell]}\n`);
  });

  it.each([
    [["completion", "tcsh"], "evenkeel: that shell is not known\nAccepted: bash, zsh, fish, powershell.\n"],
    [["completion"], "evenkeel: completion needs <shell>: bash, zsh, fish, powershell\nFor example: evenkeel completion bash\n"],
  ])("says what it accepts: %j", (args, said) => {
    expect(run(args)).toEqual({ code: 2, out: "", err: said });
  });

  it("is for PowerShell what it was when it was read through", () => {
    expect(readFileSync(join(import.meta.dirname, "../../completions/evenkeel.ps1"), "utf8")).toMatchSnapshot();
  });
});
