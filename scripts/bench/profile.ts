import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { BIN, environment } from "./timing.ts";

const RUNS = 10;

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Milliseconds of a run by what it was busy with, as `--cpu-prof` saw it. The profiler itself slows it down. */
export type Shares = ReadonlyMap<string, number>;

function partOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string {
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(program)" || functionName === "(root)" || functionName === "(idle)") return "native code outside of functions";
  if (functionName === "Script") return "taking in compiled code";
  if (url.startsWith("node:") || url === "") return "Node itself: start, modules, files";
  return `running ${basename(url).replace(/-[\w-]{8}\.cjs$/, ".cjs")}`;
}

/** Where the time of a command goes, on average of some runs. */
export function profileOf(args: readonly string[], home: string): Shares {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-profile-"));
  const shares = new Map<string, number>();
  for (let run = 0; run < RUNS; run += 1) {
    const flags = ["--cpu-prof", "--cpu-prof-interval", "50", "--cpu-prof-dir", folder];
    const { status } = spawnSync(process.execPath, [...flags, BIN, ...args], { env: environment(home), stdio: "ignore" });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}`);
  }
  for (const name of readdirSync(folder)) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile;
    const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
    samples.forEach((id, at) => {
      const part = parts.get(id) ?? "";
      shares.set(part, (shares.get(part) ?? 0) + (timeDeltas[at] ?? 0) / 1000 / RUNS);
    });
  }
  rmSync(folder, { recursive: true });
  return new Map([...shares].sort(([, a], [, b]) => b - a));
}
