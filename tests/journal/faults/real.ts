import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { DiskJournal } from "../../../src/journal/open.ts";
import { openJournal } from "../../../src/journal/open.ts";
import { places } from "../../../src/journal/places.ts";
import { everything, note as noteOf, put, remove } from "../kit.ts";
import { state } from "./scenarios.ts";

/** What a worker does to a home that was made ready. See worker.ts. */
export interface RealScenario {
  readonly name: string;
  /** Arguments of the worker: name, what, how often; null for an empty home. */
  readonly ready: readonly string[] | null;
  readonly act: readonly string[];
}

export const REAL: readonly RealScenario[] = [
  { name: "the first entry of all", ready: null, act: ["a", "add", "1"] },
  { name: "one entry more", ready: ["a", "add", "8"], act: ["b", "add", "1"] },
  { name: "an edit that changes the month", ready: ["a", "add", "8"], act: ["a", "move", "2"] },
  { name: "entries in six months", ready: ["a", "months", "2"], act: ["b", "months", "1"] },
  { name: "undo", ready: ["a", "months", "2"], act: ["a", "undo", "1"] },
];

export interface Outcome {
  /** Null when it was killed. */
  readonly code: number | null;
  /** Acknowledged saves. */
  readonly said: readonly string[];
  readonly refused: readonly string[];
  readonly errors: string;
}

/** One home at one path, so that its device id stays its own, and a copy of it to go back to. */
export class Lane {
  readonly home: string;
  private readonly kept: string;

  constructor(
    readonly folder: string,
    private readonly worker: string,
  ) {
    mkdirSync(folder, { recursive: true });
    this.home = join(folder, "home");
    this.kept = join(folder, "kept");
  }

  empty(): void {
    rmSync(this.home, { recursive: true, force: true });
    mkdirSync(this.home, { mode: 0o700 });
  }

  prepare(scenario: RealScenario): void {
    this.empty();
    if (scenario.ready !== null) spawnSync(process.execPath, [this.worker, this.home, ...scenario.ready]);
    this.keep();
  }

  keep(): void {
    rmSync(this.kept, { recursive: true, force: true });
    cpSync(this.home, this.kept, { recursive: true, preserveTimestamps: true });
  }

  back(): void {
    rmSync(this.home, { recursive: true, force: true });
    cpSync(this.kept, this.home, { recursive: true, preserveTimestamps: true });
  }

  /** @param before what stands before `node` on the command line: strace, prlimit … @param after milliseconds until it is killed */
  async run(args: readonly string[], before: readonly string[] = [], after?: number): Promise<Outcome> {
    const [command = "", ...rest] = [...before, process.execPath, this.worker, this.home, ...args];
    const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let errors = "";
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      errors += data.toString();
    });
    const timer = after === undefined ? null : setTimeout(() => child.kill("SIGKILL"), after);
    const code = await new Promise<number | null>((resolve) => {
      child.on("close", resolve);
    });
    if (timer !== null) clearTimeout(timer);
    const lines = out.split("\n").slice(0, -1);
    return {
      code,
      errors,
      said: lines.filter((line) => !line.startsWith("refused ")),
      refused: lines.filter((line) => line.startsWith("refused ")),
    };
  }

  open(): DiskJournal {
    return openJournal({
      places: places({ EVENKEEL_HOME: this.home }, "linux", "/"),
      clock: () => Date.now(),
      hostname: hostname(),
    });
  }

  state(): string {
    return state(this.open());
  }

  ids(): ReadonlySet<string> {
    return new Set(everything(this.open()).map(({ id }) => id));
  }

  /** What must hold after any fault; see `trouble` in scenarios.ts. */
  trouble(allowed: readonly string[]): string | null {
    const journal = this.open();
    const found = state(journal);
    if (!allowed.includes(found)) return "lost: neither the state before nor the one after";
    if (journal.problems().length > 0) return `unreadable: ${JSON.stringify(journal.problems())}`;
    return this.nextSave(found);
  }

  /** Whether everything acknowledged is there, whatever else is. */
  missing(acknowledged: readonly string[]): string | null {
    const journal = this.open();
    const ids = new Set(everything(journal).map(({ id }) => id));
    const lost = acknowledged.filter((id) => !ids.has(id));
    if (lost.length > 0) return `lost: ${lost.length} of ${acknowledged.length}`;
    if (journal.problems().length > 0) return `unreadable: ${JSON.stringify(journal.problems())}`;
    return this.nextSave(state(journal));
  }

  private nextSave(found: string): string | null {
    put(this.open(), noteOf("afterwards", "x", "2026-08-01"));
    remove(this.open(), "afterwards");
    return this.state() === found ? null : "lost: the next save changed something else";
  }
}

const FILE_CALLS = [
  "openat",
  "read",
  "write",
  "fchmod",
  "fsync",
  "close",
  "rename",
  "link",
  "unlink",
  "statx",
  "getdents64",
  "newfstatat",
  "mkdir",
  "chmod",
];

/** A system call of a save: its name, and which one of that name in the whole process. */
export interface Call {
  readonly name: string;
  readonly number: number;
}

/** The system calls from the first that touches the home to the one that says that it is saved. */
export function callsOf(lane: Lane, worker: string, scenario: RealScenario): readonly Call[] {
  lane.back();
  const args = [
    "-qq",
    "-s",
    "200",
    "-e",
    `trace=${FILE_CALLS.join(",")}`,
    process.execPath,
    worker,
    lane.home,
    ...scenario.act,
  ];
  const { stderr } = spawnSync("strace", args, { encoding: "utf8", maxBuffer: 1e8 });
  const counts = new Map<string, number>();
  const calls: Call[] = [];
  let inside = false;
  for (const line of stderr.split("\n")) {
    const name = /^(\w+)\(/.exec(line)?.[1];
    if (name === undefined) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    inside ||= line.includes(`"${lane.home}/`);
    if (inside) calls.push({ name, number: counts.get(name) ?? 0 });
    if (line.startsWith("write(1,")) break;
  }
  return calls;
}
