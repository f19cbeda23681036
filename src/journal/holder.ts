import type { Disk } from "./disk.ts";
import { codeOf } from "./disk.ts";

/** A running process, told from a later one with the same number by its start. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start time as the system counts it, where it can be had. */
  readonly started: string | null;
}

/** Field 22 of /proc/<pid>/stat on Linux (proc(5)): ticks since the system started. */
function startOf(disk: Disk, pid: number): string | null {
  try {
    const stat = disk.read(`/proc/${pid}/stat`).toString("latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

export function holderHere(disk: Disk, pid: number, host: string): Holder {
  return { pid, host, started: startOf(disk, pid) };
}

export function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const { pid, host, started } = value as Partial<Record<keyof Holder, unknown>>;
  return Number.isSafeInteger(pid) && typeof host === "string" && (started === null || typeof started === "string");
}

/** Whether it still runs; null for a process on another host, of which nothing can be known. */
export function isRunning(disk: Disk, holder: Holder, host: string): boolean | null {
  if (holder.host !== host) return null;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  const started = startOf(disk, holder.pid);
  return holder.started === null || started === null || started === holder.started;
}
