import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EvenkeelError } from "../../src/errors.ts";
import { nodeDisk } from "../../src/journal/disk.ts";
import type { Disk } from "../../src/journal/disk.ts";
import { lock } from "../../src/journal/lock.ts";
import { Store } from "../../src/journal/store.ts";
import type { StoreOptions } from "../../src/journal/store-options.ts";
import { NOW, note, open, options, put, quickDisk, seeded, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

const DEAD = 4_194_305;

function storeOf(home: string, more: Partial<StoreOptions> = {}): Store {
  mkdirSync(join(home, "local"), { recursive: true });
  return new Store(options(home, { sleep: () => undefined, ...more }), () => new Map());
}

function plant(home: string, content: object | string, age = 0): string {
  const file = join(home, "local", "lock");
  mkdirSync(join(home, "local"), { recursive: true });
  writeFileSync(
    file,
    typeof content === "string" ? content : JSON.stringify({ token: "x", started: null, ...content }),
  );
  const made = NOW / 1000 - age;
  utimesSync(file, made, made);
  return file;
}

function refusal(act: () => unknown): EvenkeelError {
  try {
    act();
  } catch (error) {
    if (error instanceof EvenkeelError) return error;
    throw error;
  }
  throw new Error("the lock was given");
}

test("a lock is held by one at a time, says who holds it, and leaves nothing behind", () => {
  const home = newHome();
  const release = lock(storeOf(home));
  const held = JSON.parse(readFileSync(join(home, "local", "lock"), "utf8")) as { pid: number; host: string };
  expect(held).toMatchObject({ pid: process.pid, host: "desk-7" });
  const error = refusal(() => lock(storeOf(home)));
  expect([error.kind, error.message, error.next]).toEqual([
    "journal",
    `The journal is being written to by another evenkeel (process ${process.pid} on desk-7).`,
    "Wait until it is done, or close it. Then try again.",
  ]);
  release();
  expect(readdirSync(join(home, "local"))).toEqual([]);
  lock(storeOf(home))();
});

test("it waits, longer each time and some seconds in all, and takes the lock when it is free", () => {
  const home = newHome();
  const release = lock(storeOf(home));
  const pauses: number[] = [];
  refusal(() => lock(storeOf(home, { sleep: (pause) => pauses.push(pause) })));
  const sum = pauses.reduce((all, pause) => all + pause, 0);
  expect(sum).toBeGreaterThan(8000);
  expect(sum).toBeLessThan(8200);
  expect(pauses[0]).toBeLessThan(10);
  let turns = 0;
  const sleep = (): void => {
    turns += 1;
    if (turns === 3) release();
  };
  lock(storeOf(home, { sleep }))();
  expect(turns).toBe(3);
});

test.each([
  ["a process that is gone", { pid: DEAD, host: "desk-7" }, 0],
  ["an earlier process with a number that is in use again", { pid: process.pid, host: "desk-7", started: "1" }, 0],
  ["another host, long ago", { pid: 1, host: "elsewhere" }, 601],
  ["nobody that can be understood, for a while", "{", 11],
  ["a clock that was ahead", { pid: 1, host: "elsewhere" }, -5000],
] as const)("the lock of %s is taken over", (_, content, age) => {
  const home = newHome();
  plant(home, content, age);
  lock(storeOf(home))();
  expect(readdirSync(join(home, "local"))).toEqual([]);
});

test.each([
  ["a running process", { pid: 1, host: "desk-7" }, 100_000, " (process 1 on desk-7)"],
  ["another host, just now", { pid: DEAD, host: "else\u001b[2Jwhere" }, 100, ` (process ${DEAD} on else?[2Jwhere)`],
  ["somebody who is just writing his name", "", 2, ""],
] as const)("the lock of %s is left alone", (_, content, age, who) => {
  const home = newHome();
  const file = plant(home, content, age);
  expect(refusal(() => lock(storeOf(home))).message).toBe(`The journal is being written to by another evenkeel${who}.`);
  expect(existsSync(file)).toBe(true);
});

test("a dead guard of a takeover is taken over too", () => {
  const home = newHome();
  plant(home, { pid: DEAD, host: "desk-7" });
  for (const name of ["lock.takeover", "lock.takeover.takeover"]) {
    writeFileSync(join(home, "local", name), JSON.stringify({ pid: DEAD, host: "desk-7", started: null, token: name }));
  }
  lock(storeOf(home))();
  expect(readdirSync(join(home, "local"))).toEqual([]);
});

test("a dead guard on every level holds up nobody for longer than a minute", () => {
  for (const age of [59, 61]) {
    const home = newHome();
    plant(home, { pid: DEAD, host: "desk-7" });
    for (const guards of [1, 2, 3]) {
      const file = join(home, "local", `lock${".takeover".repeat(guards)}`);
      writeFileSync(file, JSON.stringify({ pid: DEAD, host: "desk-7", started: null, token: file }));
      utimesSync(file, NOW / 1000 - age, NOW / 1000 - age);
    }
    if (age < 60) expect(refusal(() => lock(storeOf(home))).kind).toBe("journal");
    else lock(storeOf(home))();
  }
});

test("two that find the same dead lock: the slower one does not take away the faster one's new lock", () => {
  const home = newHome();
  plant(home, { pid: DEAD, host: "desk-7" });
  let release: (() => void) | null = null;
  // The other process gets the lock right between this one's look and its takeover.
  const disk: Disk = {
    ...quickDisk,
    link: (from, to) => {
      if (to.endsWith(".takeover") && release === null) {
        release = () => undefined;
        release = lock(storeOf(home, { random: seeded(8) }));
      }
      nodeDisk.link(from, to);
    },
  };
  expect(refusal(() => lock(storeOf(home, { disk }))).message).toContain("another evenkeel");
  expect(existsSync(join(home, "local", "lock"))).toBe(true);
});

test("a lock that was taken over meanwhile is not released by its former holder", () => {
  const home = newHome();
  const release = lock(storeOf(home));
  plant(home, { pid: 1, host: "desk-7" });
  release();
  expect(existsSync(join(home, "local", "lock"))).toBe(true);
});

test("on a disk without hard links the lock works all the same", () => {
  const home = newHome();
  const disk: Disk = {
    ...quickDisk,
    link: () => {
      throw Object.assign(new Error("EPERM"), { code: "EPERM" });
    },
  };
  const release = lock(storeOf(home, { disk }));
  expect(refusal(() => lock(storeOf(home, { disk }))).kind).toBe("journal");
  release();
  put(open(home, { disk }), note("1", "x"));
  expect(words(open(home))).toEqual(["1 x"]);
});

test("a link at the lock's name is taken away, and what it leads to is left alone", () => {
  const home = newHome();
  mkdirSync(join(home, "local"), { recursive: true });
  writeFileSync(join(home, "precious"), JSON.stringify({ pid: 1, host: "desk-7", started: null }));
  symlinkSync(join(home, "precious"), join(home, "local", "lock"));
  lock(storeOf(home))();
  expect(readFileSync(join(home, "precious"), "utf8")).toContain('"pid":1');
});
