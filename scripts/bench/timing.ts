import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
export const BIN = join(ROOT, "bin/evenkeel.js");

/** The environment of each run: no certificates, which would slow every Node down alike and flatter the ratios. */
export function environment(home: string): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
  return { ...env, EVENKEEL_HOME: home, TZ: "Europe/Berlin", NO_COLOR: "1" };
}

/** Milliseconds of one run. Throws where it ends with another code than 0. */
export function runOnce(args: readonly string[], home: string, input?: string): number {
  const begin = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, {
    // Libraries are found from here.
    cwd: ROOT,
    env: environment(home),
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  const ms = Number(process.hrtime.bigint() - begin) / 1e6;
  if (result.status !== 0) throw new Error(`${args.slice(0, 3).join(" ")} ended with ${String(result.status)}: ${result.stderr.toString().slice(0, 400)}`);
  return ms;
}

/** Peak memory of one run in MiB, where GNU time is there to tell. */
export function peakMiB(args: readonly string[], home: string): number | null {
  const result = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, ...args], { env: environment(home), stdio: ["ignore", "ignore", "pipe"] });
  if (result.status !== 0) return null;
  const kib = Number(result.stderr.toString().trim().split("\n").at(-1));
  return Number.isFinite(kib) ? Math.round((kib / 1024) * 10) / 10 : null;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
