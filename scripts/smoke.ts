import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { played } from "./terminal.ts";

export interface Installed {
  /** The Node that runs it. */
  readonly node: string;
  /** The prefix it was installed under with `npm install -g`. */
  readonly prefix: string;
  /** An empty folder for its journal and what it writes. */
  readonly home: string;
}

type Check = readonly [name: string, args: readonly string[], expected: RegExp, input?: string];

const CASE = '{"trigger":"saying_no","at":"2026-11-20T22:10","stage":"limit_no","strength":6,"held":4,"what":"call 030 901820 back","plan":{"if":"I have to say no","then":"first say what I can do"}}';

/** One of everything that loads another part or another library. */
const CHECKS: readonly Check[] = [
  ["version", ["--version"], /^\d+\.\d+\.\d+\n$/],
  ["help", ["--help"], /^A small journal[^]*reflect/],
  ["entries from a pipe", ["reflect", "--from", "-"], /^$/, CASE],
  ["YAML", ["reflect", "--from", "-"], /^$/, "trigger: rude_tone\nat: 2026-11-20T23:40\nstrength: 8\n"],
  ["list", ["list", "--json"], /"trigger": "saying_no"[^]*"trigger": "rude_tone"/],
  ["numbers masked", ["list", "--json"], /^(?![^]*901820)/],
  ["roadmap", ["roadmap", "--json"], /"saying_no"/],
  ["road as a page", ["roadmap", "--format", "html"], /<!doctype html>/i],
  ["reminders", ["reminders"], /first say what I can do/],
  ["card", ["card", "--json"], /"plans"/],
  ["card as a page", ["card", "--format", "html"], /<!doctype html>/i],
  ["review", ["review", "2026-W47", "--json"], /"entries": 2/],
  ["rehearse", ["rehearse", "--all", "--json"], /saying_no/],
  ["suggest", ["suggest", "kept", "shouting", "at", "me"], /Shouting/],
  ["packs", ["pack", "new"], /name: /],
  ["schema", ["schema", "entry"], /"\$schema"/],
  ["completion", ["complete", ":reh"], /^words\nrehearse\t/],
  ["completion script", ["completion", "zsh"], /^#compdef evenkeel\n/],
  ["support", ["support"], /\S/],
  ["doctor", ["doctor"], /\S/],
  ["undo", ["undo"], /^$/],
];

/** Runs the installed command through its parts and gives what went wrong, one line each. */
export async function smoke({ node, prefix, home }: Installed): Promise<readonly string[]> {
  const bin = join(prefix, "bin", "evenkeel");
  const env = { PATH: `${join(node, "..")}:/usr/local/bin:/usr/bin:/bin`, HOME: home, EVENKEEL_HOME: join(home, "evenkeel"), TZ: "Europe/Berlin", LANG: "C.UTF-8", NO_COLOR: "1" };
  const wrong: string[] = [];
  const run = (args: readonly string[], input = ""): string => {
    const { status, stdout, stderr } = spawnSync(bin, args, { encoding: "utf8", env, input, cwd: home });
    if (status !== 0) wrong.push(`evenkeel ${args.join(" ")} ended with ${String(status)}: ${stderr.trim()}`);
    if (/warning|deprecat/i.test(stderr)) wrong.push(`evenkeel ${args.join(" ")} warns: ${stderr.trim()}`);
    return stdout;
  };
  for (const [name, args, expected, input] of CHECKS) {
    const out = run(args, input);
    if (!expected.test(out)) wrong.push(`${name}: not what was expected: ${out.slice(0, 200)}`);
  }
  run(["card", "--format", "pdf", "--output", "card.pdf"]);
  const card = join(home, "card.pdf");
  if (!existsSync(card) || readFileSync(card).subarray(0, 5).toString() !== "%PDF-") wrong.push("the card is no PDF");
  if (!existsSync(join(prefix, "share/man/man1/evenkeel.1"))) wrong.push("the manual page was not installed");
  try {
    const keys = [{ wait: "What set it off?" }, { keys: "1" }, { wait: "How hard did it hit you?" }, { keys: "8" }, { wait: "What happened in you?" }, { keys: "Ctrl-C" }];
    await played({ node, bin, args: ["reflect"], columns: 80, env }, keys);
  } catch (error) {
    wrong.push(`a conversation: ${String(error)}`);
  }
  return wrong;
}
