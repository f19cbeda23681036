import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export const BIN = join(import.meta.dirname, "../bin/evenkeel.js");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A folder that is gone after the tests of the file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-test-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A journal of its own and the built command on it, without a terminal. */
export function newJournal(): { readonly home: string; readonly run: (args: readonly string[], options?: RunOptions) => Run } {
  const home = join(scratch(), "home");
  return { home, run: (args, options) => runCommand(args, home, options) };
}

/** Runs the built command, without a terminal, in Berlin. */
export function runCommand(args: readonly string[], home: string, options: RunOptions = {}): Run {
  const { PATH = "", HOME = "" } = process.env;
  const result = spawnSync(process.execPath, [BIN, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    input: options.input ?? "",
    env: { PATH, HOME, TZ: "Europe/Berlin", LANG: "C.UTF-8", EVENKEEL_HOME: home, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Standard output as JSON; the test fails where the command failed. */
export function json<T>({ code, out, err }: Run): T {
  if (code !== 0) throw new Error(`ended with ${String(code)}: ${err}`);
  return JSON.parse(out) as T;
}
