import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doctor } from "../../src/journal/care/doctor.ts";
import { nodeDisk } from "../../src/journal/disk.ts";
import { bundledWorker } from "./faults/bundle.ts";
import { everything, note, open, put, seeded } from "./kit.ts";
import { newHome } from "./new-home.ts";

let worker = "";

beforeAll(async () => {
  worker = await bundledWorker();
});

afterAll(() => {
  rmSync(dirname(worker), { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** Acknowledged saves so far. */
  readonly said: () => readonly string[];
  readonly over: Promise<number | null>;
}

function start(home: string, name: string, what: string, count: number): Run {
  const child = spawn(process.execPath, [worker, home, name, what, String(count)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  const over = new Promise<number | null>((resolve) => {
    child.on("close", resolve);
  });
  // A line without its end was cut by the kill: nobody was told.
  return { child, over, said: () => out.split("\n").slice(0, -1) };
}

function openReal(home: string) {
  return open(home, { disk: nodeDisk, hostname: process.env["HOSTNAME"] ?? "here" });
}

test.each([
  [2, 20],
  [8, 6],
])("%i processes writing at once, %i entries each: all of them are there", async (processes, count) => {
  const home = newHome();
  const runs = Array.from({ length: processes }, (_, n) => start(home, `p${n}`, "add", count));
  expect(await Promise.all(runs.map(({ over }) => over))).toEqual(runs.map(() => 0));
  const said = runs.flatMap((run) => run.said());
  expect(said).toHaveLength(processes * count);
  expect(said.filter((line) => line.startsWith("refused"))).toEqual([]);
  const journal = openReal(home);
  expect(new Set(everything(journal).map(({ id }) => id))).toEqual(new Set(said));
  expect(doctor(journal)).toMatchObject({ ok: true, problems: [] });
});

test("writers are killed at random, again and again: every acknowledged entry is there and the next save works", async () => {
  const home = newHome();
  const random = seeded(99);
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    const runs = [start(home, `r${round}a`, "add", 10_000), start(home, `r${round}b`, "months", 10_000)];
    await Promise.race(
      runs.map(
        (run) =>
          new Promise<void>((resolve) => {
            run.child.stdout?.once("data", () => {
              resolve();
            });
          }),
      ),
    );
    await new Promise((resolve) => {
      setTimeout(resolve, random() * 40);
    });
    for (const { child } of runs) child.kill("SIGKILL");
    await Promise.all(runs.map(({ over }) => over));
    acknowledged.push(
      ...(runs[0]?.said() ?? []),
      ...(runs[1]?.said() ?? []).flatMap((id) => [1, 2, 3, 4, 5, 6].map((month) => `${id}-${month}`)),
    );
  }
  const journal = openReal(home);
  const ids = new Set(everything(journal).map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(10);
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect(journal.problems()).toEqual([]);
  // One import is one step: none of them is there in part.
  const parts = [...ids].filter((id) => /-\d+-\d$/.test(id)).map((id) => id.slice(0, -2));
  for (const id of new Set(parts)) expect([id, parts.filter((part) => part === id).length]).toEqual([id, 6]);
  put(openReal(home), note("afterwards", "x"));
  expect(everything(openReal(home)).some(({ id }) => id === "afterwards")).toBe(true);
});

test("a reader among writers sees every entry that was acknowledged before it looked", async () => {
  const home = newHome();
  const runs = [start(home, "a", "add", 25), start(home, "b", "add", 25)];
  const state = { over: false };
  void Promise.all(runs.map((run) => run.over)).then(() => {
    state.over = true;
  });
  let looks = 0;
  for (; !state.over; looks += 1) {
    const said = runs.flatMap((run) => run.said());
    const journal = openReal(home);
    const ids = new Set(everything(journal).map(({ id }) => id));
    expect(said.filter((id) => !ids.has(id))).toEqual([]);
    expect(journal.problems()).toEqual([]);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  expect(looks).toBeGreaterThan(2);
});
