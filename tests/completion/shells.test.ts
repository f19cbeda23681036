import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Pty } from "../pty.ts";
import { BIN, json, newJournal, scratch } from "../run.ts";

const CLEAR = "\x15";
const END = "READY> ";

interface ShellCase {
  readonly shell: "bash" | "zsh" | "fish";
  readonly args: readonly string[];
  /** Typed first: a plain prompt, and the script taken in as `evenkeel completion --help` says. */
  readonly begin: readonly string[];
}

const SHELLS: readonly ShellCase[] = [
  { shell: "bash", args: ["--norc", "--noprofile", "-i"], begin: [`PS1='READY''> '`, "bind 'set bell-style none'", "source <(evenkeel completion bash)"] },
  { shell: "zsh", args: ["-f", "-i"], begin: ["unsetopt beep prompt_sp", "source <(evenkeel completion zsh)", `PS1='READY''> '`] },
  {
    shell: "fish",
    args: ["--no-config", "-i"],
    begin: ["set -g fish_greeting; function fish_right_prompt; end", "evenkeel completion fish | source", "function fish_prompt; printf '%s' READY '> '; end"],
  },
];

function isThere(shell: string): boolean {
  return spawnSync(shell, ["-c", "exit 0"]).status === 0;
}

describe.each(SHELLS)("completion in a real $shell", ({ shell, args, begin }) => {
  const here = isThere(shell);
  if (!here) process.stderr.write(`skipped: there is no ${shell} on this machine\n`);
  const { home, run } = newJournal();
  const folder = scratch();
  const env = { EVENKEEL_HOME: home, HOME: folder, XDG_CONFIG_HOME: join(folder, "config"), XDG_DATA_HOME: join(folder, "data"), PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` };
  let id = "";

  beforeAll(() => {
    mkdirSync(join(folder, "bin"));
    symlinkSync(BIN, join(folder, "bin", "evenkeel"));
    mkdirSync(join(folder, "here", "my cards"), { recursive: true });
    writeFileSync(join(folder, "here", "paper-card.pdf"), "");
    run(["reflect", "--trigger", "saying_no", "--no-input"]);
    run(["reflect", "--from", "-"], { input: '{"trigger":"wont_listen","at":"2026-11-02T10:00"}' });
    id = json<{ readonly id: string }[]>(run(["list", "--json"]))[0]?.id ?? "";
  });

  /** A shell that knows evenkeel, with an empty line. */
  async function ready(): Promise<Pty> {
    const pty = new Pty(shell, args, { columns: 110, rows: 40, env, cwd: join(folder, "here") });
    await pty.quiet();
    for (const line of begin) pty.send(`${line}\r`);
    await pty.shows(/READY>$/m);
    await pty.quiet();
    return pty;
  }

  async function typed(pty: Pty, keys: string, shown: string | RegExp): Promise<void> {
    pty.send(`${CLEAR}${keys}`);
    await pty.shows(shown);
    await pty.quiet();
  }

  it.runIf(here)("completes commands, subcommands, flags, values, ids and files", async () => {
    const pty = await ready();
    await typed(pty, "evenkeel refl\t", `${END}evenkeel reflect`);
    await typed(pty, "evenkeel reminders reti\t", `${END}evenkeel reminders retire`);
    await typed(pty, "evenkeel card --form\t", `${END}evenkeel card --format`);
    await typed(pty, "evenkeel card --format mark\t", `${END}evenkeel card --format markdown`);
    await typed(pty, "evenkeel --quiet list --trigger sayi\t", `${END}evenkeel --quiet list --trigger saying_no`);
    await typed(pty, "evenkeel list --trigger=sayi\t", `${END}evenkeel list --trigger=saying_no`);
    await typed(pty, "evenkeel config set dayS\t", `${END}evenkeel config set dayStartsAt`);
    await typed(pty, `evenkeel show ${id.slice(0, 7)}\t`, `${END}evenkeel show ${id}`);
    await typed(pty, "evenkeel restore pap\t", `${END}evenkeel restore paper-card.pdf`);
    await typed(pty, "evenkeel restore my\t", /READY> evenkeel restore (my\\ cards|'my cards)\//);
    await typed(pty, "evenkeel card --output=pap\t", `${END}evenkeel card --output=paper-card.pdf`);
  });

  it.runIf(here)("offers the list where more than one fits", async () => {
    const pty = await ready();
    await typed(pty, "evenkeel review --format \t\t", "markdown");
    expect(pty.everything()).toContain("html");
    await typed(pty, "evenkeel re\t\t", "reminders");
    expect(pty.everything()).toContain("rehearse");
  });

  it.runIf(here)("stays silent over a journal that cannot be read", async () => {
    const entries = join(home, "journal", "entries");
    for (const name of readdirSync(entries)) writeFileSync(join(entries, name), "{ not json");
    const pty = await ready();
    await typed(pty, "evenkeel show \t", `${END}evenkeel show`);
    expect(pty.screen().split("\n").at(-1)).not.toMatch(/damaged|error|evenkeel:/i);
    await typed(pty, "evenkeel list --trigger sayi\t", `${END}evenkeel list --trigger saying_no`);
  });
});
