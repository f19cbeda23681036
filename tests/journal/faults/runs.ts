import { EvenkeelError } from "../../../src/errors.ts";
import { seeded } from "../kit.ts";
import type { Fault } from "./faulty-disk.ts";
import { faultyDisk, Killed } from "./faulty-disk.ts";
import { MemoryDisk } from "./memory-disk.ts";
import type { Scenario } from "./scenarios.ts";
import { openOn, state, trouble } from "./scenarios.ts";

/** What came of many runs with one kind of fault. */
export interface Tally {
  runs: number;
  lost: number;
  unreadable: number;
  /** What went wrong first, for whoever has to mend it. */
  first: string | null;
}

export function emptyTally(): Tally {
  return { runs: 0, lost: 0, unreadable: 0, first: null };
}

export function note(tally: Tally, found: string | null, where: string): void {
  tally.runs += 1;
  if (found === null) return;
  if (found.startsWith("unreadable")) tally.unreadable += 1;
  else tally.lost += 1;
  tally.first ??= `${where}: ${found}`;
}

/** A scenario made ready once: the disk before, both states, and how many calls to the disk lie between. */
export interface Ready {
  readonly scenario: Scenario;
  readonly disk: MemoryDisk;
  readonly before: string;
  readonly after: string;
  readonly calls: number;
}

export function ready(scenario: Scenario): Ready {
  const disk = new MemoryDisk();
  scenario.prepare(openOn(disk), disk);
  const done = disk.clone();
  const counting = faultyDisk(done);
  scenario.act(openOn(counting.disk));
  return {
    scenario,
    disk: disk.clone(),
    before: state(openOn(disk)),
    after: state(openOn(done)),
    calls: counting.calls.length,
  };
}

type Said = "done" | "refused" | "killed";

function run(scenario: Scenario, disk: MemoryDisk, at: number, fault: Fault, onKill?: () => void): Said {
  try {
    scenario.act(openOn(faultyDisk(disk, at, fault, onKill).disk));
    return "done";
  } catch (error) {
    if (error instanceof Killed) return "killed";
    if (error instanceof EvenkeelError && error.kind === "journal") return "refused";
    throw error;
  }
}

/** Which calls are struck: every `step`-th, from `offset` on. */
export interface Sample {
  readonly step: number;
  readonly offset: number;
}

function* calls(count: number, { step, offset }: Sample): Generator<number> {
  for (let at = offset % step; at < count; at += step) yield at;
}

/** The process is killed at a call: what it did is there, or it is not. */
export function killed({ scenario, disk, before, after, calls: count }: Ready, sample: Sample): Tally {
  const tally = emptyTally();
  for (const at of calls(count, sample)) {
    const own = disk.clone();
    const said = run(scenario, own, at, { kind: "killed" });
    note(tally, trouble(own, said === "done" ? [after] : [before, after]), `${scenario.name}, call ${at}`);
  }
  return tally;
}

/** The power goes at a call, and with it what was not synced: what was acknowledged is there. */
export function powerCut({ scenario, disk, before, after, calls: count }: Ready, sample: Sample, seed: number): Tally {
  const tally = emptyTally();
  const random = seeded(seed);
  for (const at of calls(count + 1, sample)) {
    const own = disk.clone();
    let cut = own;
    const said = run(scenario, own, at, { kind: "killed" }, () => {
      cut = own.afterPowerCut(random);
    });
    const left = cut === own ? own.afterPowerCut(random) : cut;
    note(
      tally,
      trouble(left, said === "done" ? [after] : [before, after]),
      `${scenario.name}, call ${at}, seed ${seed}`,
    );
  }
  return tally;
}

/** A call fails: what was acknowledged is there, and what was refused did not happen. */
export function failing(
  { scenario, disk, before, after, calls: count }: Ready,
  sample: Sample,
  code: string,
  forGood: boolean,
): Tally {
  const tally = emptyTally();
  for (const at of calls(count, sample)) {
    const own = disk.clone();
    const said = run(scenario, own, at, { kind: "error", code, forGood });
    note(tally, trouble(own, [said === "done" ? after : before]), `${scenario.name}, ${code} at call ${at}, ${said}`);
  }
  return tally;
}
