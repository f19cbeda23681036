import { spawnSync, type SpawnSyncReturns } from "node:child_process";

/** Runs a program of this machine. */
export function tool(name: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(name, args, { encoding: "utf8" });
}

/** Whether the machine has the program. */
export function hasTool(name: string): boolean {
  return tool(name, ["-v"]).error === undefined;
}
