import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import type { Answers, Typed } from "../../src/conversations/question.ts";
import { Pty, type PtyOptions } from "../pty.ts";
import { scratch } from "../run.ts";
import { type Bundled, bundled } from "./bundled.ts";

const root = scratch();
let fixture: Bundled;
beforeAll(async () => {
  fixture = await bundled("reflect", root);
});

export interface Draft {
  readonly answers: Answers;
  readonly typed: Typed | null;
}

export interface Asked {
  readonly pty: Pty;
  readonly drafts: () => readonly Draft[];
  readonly outcome: () => { readonly type: string } & Draft;
  /** The outcome is written. */
  readonly ended: () => boolean;
  /** The terminal's settings before and after, where it was started by a shell. */
  readonly settings: () => readonly [string, string];
}

const at = (folder: string, name: string): string => join(folder, name);

/** What a run leaves in its folder. */
function found(folder: string): Omit<Asked, "pty"> {
  const read = (name: string): string => readFileSync(at(folder, name), "utf8");
  const lines = (): readonly string[] => (existsSync(at(folder, "draft")) ? read("draft").trim().split("\n") : []);
  return {
    drafts: () => lines().map((line) => JSON.parse(line) as Draft),
    ended: () => existsSync(at(folder, "outcome")) && read("outcome") !== "",
    outcome: () => JSON.parse(read("outcome")) as { type: string } & Draft,
    settings: () => [read("before"), read("after")],
  };
}

/** The quick reflection in a real terminal, started by a shell that looks at the terminal's settings around it. */
export function ask(options: PtyOptions & { readonly from?: Draft } = {}): Asked {
  const folder = mkdtempSync(join(root, "run-"));
  const script = `stty -g > '${at(folder, "before")}'; '${process.execPath}' '${fixture.file}'; code=$?; stty -g > '${at(folder, "after")}'; exit $code`;
  const env = { ...fixture.env, DRAFT: at(folder, "draft"), OUTCOME: at(folder, "outcome"), ...options.env };
  const from = options.from === undefined ? {} : { FROM: JSON.stringify(options.from) };
  const pty = new Pty("/bin/sh", ["-c", script], { ...options, env: { ...env, ...from } });
  return { pty, ...found(folder) };
}

/** The process of the conversation itself, under the shell. */
export async function childOf(pty: Pty): Promise<number> {
  const children = `/proc/${pty.pid}/task/${pty.pid}/children`;
  let child = 0;
  await pty.waitFor("its process", () => {
    child = Number(readFileSync(children, "utf8").trim().split(" ")[0]);
    return child > 0;
  });
  return child;
}

/** The same in a shell that has jobs: Ctrl-Z stops it, `fg` brings it back. */
export async function askInShell(more: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const folder = mkdtempSync(join(root, "shell-"));
  const env = { ...fixture.env, DRAFT: at(folder, "draft"), OUTCOME: at(folder, "outcome"), PS1: "sh> ", ...more };
  const pty = new Pty("/bin/bash", ["--norc", "--noprofile", "-i"], { env });
  await pty.shows("sh>");
  pty.send(`'${process.execPath}' '${fixture.file}'\r`);
  await pty.shows(more["READER"] === "1" ? "then Enter:" : "What set it off?");
  return { pty, ...found(folder) };
}
