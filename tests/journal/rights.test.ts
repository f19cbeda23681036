import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledWorker } from "./faults/bundle.ts";
import { filesUnder, note, open, put, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

test("folders are 0700 and files 0600, whatever the umask and whatever they were", () => {
  const home = newHome();
  for (const umask of [0o000, 0o077, 0o277]) {
    const before = process.umask(umask);
    try {
      put(open(home), note(`u${umask}`, "x"));
    } finally {
      process.umask(before);
    }
  }
  const [month = ""] = filesUnder(join(home, "journal"));
  chmodSync(join(home, "journal", month), 0o644);
  chmodSync(join(home, "journal", "entries"), 0o755);
  put(open(home), note("again", "x"));
  const modes = new Set(filesUnder(home).map((name) => statSync(join(home, name)).mode & 0o777));
  expect([...modes]).toEqual([0o600]);
  for (const folder of ["journal", "journal/entries", "local", "local/undo", "local/copies"]) {
    expect([folder, statSync(join(home, folder)).mode & 0o777]).toEqual([folder, 0o700]);
  }
});

const isRoot = process.getuid?.() === 0;
const hasSetpriv = spawnSync("setpriv", ["--version"]).status === 0;

let worker = "";
beforeAll(async () => {
  worker = await bundledWorker();
  chmodSync(dirname(worker), 0o755);
});
afterAll(() => {
  rmSync(dirname(worker), { recursive: true, force: true });
});

function asNobody(home: string, what = "add", limits: readonly string[] = []): string {
  const run = spawnSync(
    "setpriv",
    ["--reuid=65534", "--regid=65534", "--clear-groups", ...limits, process.execPath, worker, home, "n", what, "1"],
    { encoding: "utf8" },
  );
  return run.stdout + run.stderr;
}

if (isRoot && hasSetpriv) {
  test("someone else's folder and a folder without rights are told, and nothing is changed", () => {
    const home = newHome();
    chmodSync(home, 0o755);
    expect(asNobody(home)).toBe(`refused n-0 journal evenkeel is not allowed to write to ${home}/local.\n`);
    put(open(home), note("1", "x"));
    expect(asNobody(home)).toMatch(/^refused n-0 journal evenkeel is not allowed to (read|write to) \S+\.\n$/);
    expect(words(open(home))).toEqual(["1 x"]);
  });

  test("a journal folder that is read-only for its owner is told", () => {
    const home = newHome();
    chmodSync(home, 0o755);
    for (const name of ["journal", "journal/entries", "local"]) {
      mkdirSync(join(home, name));
      chownSync(join(home, name), name === "local" ? 65534 : 0, name === "local" ? 65534 : 0);
      chmodSync(join(home, name), 0o755);
    }
    expect(asNobody(home)).toBe(
      `refused n-0 journal evenkeel is not allowed to write to ${home}/journal/entries/2026-11.${deviceOf(home)}.json.\n`,
    );
  });

  test("a limit on the size of files is told, and what was there is unharmed", () => {
    const home = newHome();
    const add = (count: number): readonly string[] => [process.execPath, worker, home, "n", "add", String(count)];
    spawnSync("prlimit", ["--fsize=2000000", ...add(20)]);
    const before = words(open(home));
    expect(before).toHaveLength(20);
    const run = spawnSync("prlimit", ["--fsize=2000", ...add(21).slice(0, 3), "m", "add", "1"], { encoding: "utf8" });
    expect(run.stdout).toMatch(
      /^refused m-0 journal \S+ could not be saved: it would be larger than this system allows\. What was there before is unharmed\.\n$/,
    );
    expect(words(open(home))).toEqual(before);
  });
} else {
  test("rights of other users", ({ skip }) => {
    skip("needs root and setpriv (util-linux)");
  });
}

function deviceOf(home: string): string {
  return /"id":"(\w+)"/.exec(readFileSync(join(home, "local", "device.json"), "utf8"))?.[1] ?? "";
}
