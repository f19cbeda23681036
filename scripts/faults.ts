import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { bundledWorker } from "../tests/journal/faults/bundle.ts";
import { afterDamage, DAMAGES, everyKind, kinds } from "../tests/journal/faults/damage.ts";
import { playForModel } from "../tests/journal/faults/model.ts";
import { playForLoss } from "../tests/journal/faults/no-loss.ts";
import { callsOf, Lane, REAL } from "../tests/journal/faults/real.ts";
import type { Tally } from "../tests/journal/faults/runs.ts";
import { emptyTally, failing, killed, note, powerCut, ready } from "../tests/journal/faults/runs.ts";
import { CARE, SCENARIOS, SEALED } from "../tests/journal/faults/scenarios.ts";
import { moves } from "../tests/journal/faults/world.ts";
import { seeded } from "../tests/journal/kit.ts";
import { openVault, remembering, sealingKit } from "../tests/journal/seal-kit.ts";

/**
 * Runs the store against every fault that can be made here and writes the table of docs/reliability.md.
 *
 * `npm run faults -- --quick` runs a tenth and writes nothing. Needs strace for the faults at system calls, and root for
 * full disks and other users; what cannot be run is named in the table.
 */
const quick = process.argv.includes("--quick");
const share = (count: number): number => (quick ? Math.max(1, Math.ceil(count / 10)) : count);
const ALL = { step: quick ? 10 : 1, offset: 0 };
const DOCS = new URL("../docs/reliability.md", import.meta.url);

interface Row {
  readonly fault: string;
  readonly tally: Tally | string;
}

const rows: Row[] = [];

function add(into: Tally, from: Tally): void {
  into.runs += from.runs;
  into.lost += from.lost;
  into.unreadable += from.unreadable;
  into.first ??= from.first;
}

async function row(fault: string, run: (tally: Tally) => void | Promise<void>): Promise<void> {
  const started = performance.now();
  const tally = emptyTally();
  await run(tally);
  rows.push({ fault, tally });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${fault}: ${tally.runs} runs, ${tally.lost} lost, ${tally.unreadable} unreadable (${seconds} s)`);
  if (tally.first !== null) console.log(`  ${tally.first}`);
}

function skipped(fault: string, why: string): void {
  rows.push({ fault, tally: `not run here: ${why}` });
  console.log(`${fault}: SKIPPED, ${why}`);
}

const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

// --- in one process, on a disk in memory -----------------------------------------------------------------------------

async function inMemory(): Promise<void> {
  const made = [...SCENARIOS, ...CARE].map(ready);
  await row("killed at each call to the disk, in nine kinds of change", (tally) => {
    for (const one of made) add(tally, killed(one, ALL));
  });
  await row("power cut at each call, with what was not synced gone, cut short or zeroed", (tally) => {
    for (let seed = 1; seed <= 8; seed += 1) for (const one of made) add(tally, powerCut(one, ALL, seed));
  });
  for (const code of ["EIO", "ENOSPC", "EDQUOT", "EACCES"]) {
    await row(`${code} at each call to the disk, once and from then on`, (tally) => {
      for (const one of made) for (const forGood of [false, true]) add(tally, failing(one, ALL, code, forGood));
    });
  }
}

async function sealed(): Promise<void> {
  const made = SEALED.map(ready);
  await row("killed at each call to the disk in six kinds of change to a sealed journal, sealing and unsealing among them", (tally) => {
    for (const one of made) add(tally, killed(one, ALL));
  });
  await row("power cut at each call, sealed", (tally) => {
    for (const one of made) add(tally, powerCut(one, ALL, 1));
  });
  for (const code of ["EIO", "ENOSPC"]) {
    await row(`${code} at each call to the disk, once and from then on, sealed`, (tally) => {
      for (const one of made) for (const forGood of [false, true]) add(tally, failing(one, ALL, code, forGood));
    });
  }
  const kit = sealingKit();
  const age = remembering(kit.age);
  await row("plays of one to three devices on a sealed journal: against the model, and for loss", (tally) => {
    for (const count of [1, 2, 3]) {
      const played = fc.sample(moves(count, false, 30), { numRuns: share(60), seed: 60 + count });
      for (const one of played) note(tally, playForModel(count, one, () => openVault({ ...kit, age })), JSON.stringify(one));
    }
    const partly = fc.sample(moves(3, true, 30), { numRuns: share(60), seed: 70 });
    for (const one of partly) note(tally, playForLoss(3, one, () => openVault({ ...kit, age })), JSON.stringify(one));
  });
}

async function models(): Promise<void> {
  type Judge = typeof playForModel;
  const play = (judge: Judge, partly: boolean, devices: readonly number[], seed: number) => (tally: Tally) => {
    for (const count of devices) {
      const played = fc.sample(moves(count, partly, 40), { numRuns: share(6000), seed: seed + count });
      for (const one of played) note(tally, judge(count, one), JSON.stringify(one));
    }
  };
  await row(
    "plays of one device against the model: add, edit, move, delete, undo, power cuts",
    play(playForModel, false, [1], 20),
  );
  await row(
    "plays of two, three and four devices against the model, synced in any order",
    play(playForModel, false, [2, 3, 4], 30),
  );
  await row(
    "the same with files synced one by one: all devices agree in the end, nothing acknowledged is gone",
    play(playForLoss, true, [2, 3, 4], 40),
  );
}

async function damages(): Promise<void> {
  const disk = everyKind();
  const files = kinds(disk);
  await row("a file cut off at each byte (a month, settings, reminders)", (tally) => {
    for (const kind of ["a month", "settings", "reminders"]) {
      const path = files.get(kind) ?? "";
      const bytes = disk.read(path);
      for (let length = 0; length < bytes.length; length += quick ? 20 : 1)
        note(tally, afterDamage(disk, path, bytes.subarray(0, length)), `${kind}, ${length} bytes`);
    }
  });
  await row(`a file of each of ${files.size} kinds damaged in each of ${Object.keys(DAMAGES).length} ways`, (tally) => {
    for (const [kind, path] of files) {
      const random = seeded(kind.length + 500);
      for (const [name, damage] of Object.entries(DAMAGES)) {
        for (let n = 0; n < share(80); n += 1)
          note(tally, afterDamage(disk, path, damage(disk.read(path), random)), `${kind}, ${name}, ${n}`);
      }
    }
  });
}

// --- real processes on a real disk ------------------------------------------------------------------------------------

async function atSystemCalls(lanes: readonly Lane[], worker: string): Promise<void> {
  const faults = [
    ["SIGKILL at each system call of a save", ["signal=KILL"], /./],
    [
      "EIO from each system call that writes, syncs, opens or renames",
      ["error=EIO"],
      /^(write|fsync|openat|rename|link|mkdir|close|getdents64|read)$/,
    ],
    [
      "ENOSPC from each system call that writes, syncs, opens or renames",
      ["error=ENOSPC"],
      /^(write|fsync|openat|rename|link|mkdir)$/,
    ],
  ] as const;
  if (!has("strace", "-V")) {
    for (const [fault] of faults) skipped(fault, "strace is not installed");
    return;
  }
  for (const [fault, [inject], which] of faults) {
    await row(fault, async (tally) => {
      for (const scenario of REAL) {
        for (const lane of lanes) lane.prepare(scenario);
        await eachCall(lanes, worker, scenario, inject, which, tally);
      }
    });
  }
}

async function eachCall(
  lanes: readonly Lane[],
  worker: string,
  scenario: (typeof REAL)[number],
  inject: string,
  which: RegExp,
  tally: Tally,
): Promise<void> {
  const [first] = lanes;
  if (first === undefined) return;
  const calls = callsOf(first, worker, scenario).filter(
    ({ name }, index) => which.test(name) && (!quick || index % 10 === 0),
  );
  const states = new Map<Lane, { before: string; after: string }>();
  for (const lane of lanes) {
    lane.back();
    const before = lane.state();
    await lane.run(scenario.act);
    states.set(lane, { before, after: lane.state() });
  }
  await inLanes(lanes, calls, async (lane, { name, number }) => {
    const { before = "", after = "" } = states.get(lane) ?? {};
    lane.back();
    const outcome = await lane.run(scenario.act, [
      "strace",
      "-qq",
      "-o",
      "/dev/null",
      "-e",
      `trace=${name}`,
      "-e",
      `inject=${name}:${inject}:when=${number}`,
    ]);
    const steps = Number(scenario.act[2]);
    const done = outcome.said.length === steps && outcome.code === 0;
    const refused = outcome.refused.length === steps && outcome.code === 0;
    // Several saves in one run may stop in the middle: then what was acknowledged is there, checked by its text.
    const allowed = done ? [after] : refused ? [before] : steps === 1 ? [before, after] : null;
    const found = allowed === null ? lane.missing([]) : lane.trouble(allowed);
    note(
      tally,
      found,
      `${scenario.name}, ${name} ${number}, ${inject}, exit ${String(outcome.code)} ${outcome.refused.join()} ${outcome.errors.slice(0, 200)}`,
    );
  });
}

/** Shares work among lanes, each with a home of its own, side by side. */
async function inLanes<T>(
  lanes: readonly Lane[],
  work: readonly T[],
  act: (lane: Lane, one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...work];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(lane, one);
    }),
  );
}

const months = (ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => [1, 2, 3, 4, 5, 6].map((month) => `${id}-${month}`));

async function atRandom(lanes: readonly Lane[]): Promise<void> {
  const random = seeded(404);
  await row("SIGKILL at random to two writers at once", async (tally) => {
    await inLanes(
      lanes,
      Array.from({ length: share(600) }, (_, n) => n),
      async (lane, n) => {
        if (n % 20 < lanes.length) lane.empty();
        const [adds, imports] = await Promise.all([
          lane.run([`k${n}a`, "add", "9999"], [], 60 + random() * 90),
          lane.run([`k${n}b`, "months", "9999"], [], 60 + random() * 90),
        ]);
        note(tally, lane.missing([...adds.said, ...months(imports.said)]), `round ${n}`);
      },
    );
  });
  for (const [processes, count, rounds] of [
    [2, 20, 60],
    [8, 8, 40],
  ] as const) {
    await row(`${processes} processes writing at once, ${count} entries each`, async (tally) => {
      await inLanes(
        lanes.slice(0, 1),
        Array.from({ length: share(rounds) }, (_, n) => n),
        async (lane, n) => {
          lane.empty();
          const outcomes = await Promise.all(
            Array.from({ length: processes }, (_, p) => lane.run([`p${p}`, "add", String(count)])),
          );
          const said = outcomes.flatMap((outcome) => outcome.said);
          const found =
            said.length === processes * count
              ? lane.missing(said)
              : `lost: ${outcomes.flatMap(({ refused }) => refused).join()}`;
          note(tally, found, `round ${n}`);
        },
      );
    });
  }
}

/** Fills a small disk of its own with entries until it is full, then frees space and goes on. */
async function fullDisks(folder: string, worker: string): Promise<void> {
  const fault = "a full disk (tmpfs of 40 to 240 KB): saves until it is full, frees space, goes on";
  const mount = join(folder, "small");
  mkdirSync(mount);
  const mounted = (size: number): boolean => has("mount", "-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", mount);
  if (!mounted(64)) {
    skipped(fault, "mounting needs root");
    return;
  }
  await row(fault, async (tally) => {
    for (let size = 40; size <= 240; size += quick ? 40 : 2) {
      umountAll(mount);
      mounted(size);
      const filler = join(mount, "filler");
      writeFileSync(filler, Buffer.alloc(size * 512));
      const lane = new Lane(mount, worker);
      mkdirSync(lane.home, { recursive: true });
      const outcome = await lane.run(["f", "add", "400"]);
      rmSync(filler);
      const isTold = outcome.refused.length > 0 && outcome.refused.every((line) => line.includes("The disk is full"));
      const told = isTold ? null : `lost: told otherwise ${outcome.refused[0] ?? "nothing"}`;
      note(
        tally,
        outcome.code === 0
          ? (told ?? lane.missing(outcome.said))
          : `lost: exit ${String(outcome.code)} ${outcome.errors.slice(0, 300)}`,
        `${size} KB`,
      );
    }
  });
  await row("a disk that becomes read-only", async (tally) => {
    for (let n = 0; n < share(20); n += 1) {
      umountAll(mount);
      mounted(2000);
      const lane = new Lane(mount, worker);
      mkdirSync(lane.home, { recursive: true });
      const before = await lane.run(["r", "add", String(n)]);
      spawnSync("mount", ["-o", "remount,ro", mount]);
      const refused = await lane.run(["s", "add", "1"]);
      const read = lane.ids();
      spawnSync("mount", ["-o", "remount,rw", mount]);
      const lost = before.said.filter((id) => !read.has(id)).length > 0 || refused.said.length > 0;
      note(
        tally,
        lost ? "lost: while it was read-only" : lane.missing(before.said),
        `round ${n}: ${refused.refused.join()}`,
      );
    }
  });
}

function umountAll(mount: string): void {
  while (has("umount", mount));
}

async function limits(lanes: readonly Lane[]): Promise<void> {
  if (!has("prlimit", "--version")) {
    skipped("a limit on the size of files", "prlimit is not installed");
    return;
  }
  await row("a limit on the size of files (0 to 12 KB)", async (tally) => {
    await inLanes(
      lanes,
      Array.from({ length: share(120) }, (_, n) => n * 100),
      async (lane, size) => {
        lane.empty();
        const outcome = await lane.run(["l", "add", "30"], ["prlimit", `--fsize=${size}`]);
        note(
          tally,
          outcome.code === 0
            ? lane.missing(outcome.said)
            : `lost: exit ${String(outcome.code)} ${outcome.errors.slice(0, 300)}`,
          `${size} bytes`,
        );
      },
    );
  });
}

async function otherUsers(lanes: readonly Lane[], worker: string): Promise<void> {
  const fault = "another user, with the folder closed, readable or without the right to write";
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  if (process.getuid?.() !== 0 || !has("setpriv", "--version")) {
    skipped(fault, "needs root and setpriv");
    return;
  }
  spawnSync("chmod", ["755", dirname(worker), ...lanes.map(({ folder }) => folder), dirname(lanes[0]?.folder ?? "")]);
  await row(fault, async (tally) => {
    const modes = ["700", "755", "744", "711", "555", "500"];
    await inLanes(
      lanes,
      Array.from({ length: share(60) }, (_, n) => n),
      async (lane, n) => {
        lane.empty();
        const before = await lane.run(["o", "add", "3"]);
        const mode = modes[n % modes.length] ?? "";
        spawnSync("chmod", ["-R", mode, lane.home]);
        const other = await lane.run(["x", "add", "1"], nobody);
        const told = other.code === 0 && other.refused.length === 1 && other.said.length === 0;
        note(
          tally,
          told ? lane.missing(before.said) : `lost: exit ${String(other.code)} ${other.errors.slice(0, 300)}`,
          `mode ${mode}`,
        );
      },
    );
  });
}

// --- the table --------------------------------------------------------------------------------------------------------

function table(): string {
  const lines = rows.map(({ fault, tally }) =>
    typeof tally === "string"
      ? `| ${fault} | ${tally} | | |`
      : `| ${fault} | ${tally.runs.toLocaleString("en")} | ${tally.lost} | ${tally.unreadable} |`,
  );
  const sum = rows.reduce((all, { tally }) => all + (typeof tally === "string" ? 0 : tally.runs), 0);
  return [
    "| fault | how often | lost | unreadable |",
    "|---|---:|---:|---:|",
    ...lines,
    `| **all** | **${sum.toLocaleString("en")}** | **${total("lost")}** | **${total("unreadable")}** |`,
  ].join("\n");
}

function total(what: "lost" | "unreadable"): number {
  return rows.reduce((all, { tally }) => all + (typeof tally === "string" ? 0 : tally[what]), 0);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-faults-"));
  const worker = await bundledWorker();
  const lanes = [1, 2].map((n) => new Lane(join(folder, `lane${n}`), worker));
  try {
    await inMemory();
    await sealed();
await models();
    await damages();
    await atSystemCalls(lanes, worker);
    await atRandom(lanes);
    await fullDisks(folder, worker);
    await limits(lanes);
    await otherUsers(lanes, worker);
  } finally {
    umountAll(join(folder, "small"));
    rmSync(folder, { recursive: true, force: true });
    rmSync(dirname(worker), { recursive: true, force: true });
  }
  if (!quick && statSync(DOCS, { throwIfNoEntry: false }) !== undefined) {
    const text = readFileSync(DOCS, "utf8").replace(
      /(<!-- faults -->\n)[\s\S]*?(<!-- \/faults -->)/,
      (_, from: string, to: string) => `${from}${table()}\n${to}`,
    );
    writeFileSync(DOCS, text);
  } else console.log(table());
  if (total("lost") + total("unreadable") > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
