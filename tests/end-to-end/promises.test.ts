import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, json, newJournal } from "../run.ts";

const SIGHUP = 1n;

/** Waits until a process has a handler for SIGHUP, as Linux tells: node itself has none; elsewhere, long enough. */
async function listens(pid: number): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, process.platform === "linux" ? 5 : 3000));
    if (process.platform !== "linux") return;
    const caught = /SigCgt:\s*([0-9a-f]+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    if ((BigInt(`0x${caught}`) & SIGHUP) !== 0n) return;
  }
}

function monthFiles(home: string): string[] {
  const folder = join(home, "journal/entries");
  return readdirSync(folder).map((name) => join(folder, name));
}

describe("now", () => {
  it("lies in the shift that was started and not ended", () => {
    const { run } = newJournal();
    run(["start", "--at", "2026-11-15T22:00"]);
    run(["reflect", "--trigger", "rude_tone", "--strength", "9", "--at", "2026-11-16T05:00"]);
    const asOf = ["--json", "--as-of", "2026-11-16T06:30"];
    expect(json(run(["roadmap", ...asOf]))).toMatchObject({ to: "2026-11-15", entries: 1 });
    expect(json(run(["review", ...asOf]))).toMatchObject({ week: "2026-W46", entries: 1 });
    expect(json(run(["card", ...asOf]))).toMatchObject({ date: "2026-11-15" });
  });

  it("is the moment of --as-of for words too", () => {
    const { run } = newJournal();
    run(["win", "old", "--at", "2026-11-10T10:00"]);
    expect(json(run(["list", "--since", "today", "--json", "--as-of", "2026-11-10T12:00"]))).toHaveLength(1);
    expect(json(run(["roadmap", "--since", "yesterday", "--json", "--as-of", "2026-11-10T12:00"]))).toMatchObject({ from: "2026-11-09" });
  });
});

describe("a journal that is not whole", () => {
  it("shows what is healthy, warns and ends with 3; the file is left as it is", () => {
    const { home, run } = newJournal();
    run(["reflect", "--from", "-"], { input: '[{"id":"a","trigger":"rude_tone"},{"id":"b","trigger":"saying_no"}]' });
    const [file = ""] = monthFiles(home);
    truncateSync(file, readFileSync(file).length - 20);
    const damaged = readFileSync(file, "utf8");
    for (const args of [["list", "--json"], ["roadmap", "--json"], ["roadmap", "--json"]]) {
      const { code, out, err } = run(args);
      expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining("doctor") as string });
      expect(out).toContain("rude_tone");
    }
    expect(run(["win", "x"])).toMatchObject({ code: 3, out: "" });
    expect(readFileSync(file, "utf8")).toBe(damaged);
    const copy = join(home, "copy.json");
    expect(run(["backup", copy])).toMatchObject({ code: 3 });
    expect(run(["doctor", "--repair"]).code).toBe(0);
    expect(json<{ id: string }[]>(run(["list", "--json"])).map(({ id }) => id)).toContain("a");
  });

  it("from a newer version is read and not written", () => {
    const { home, run } = newJournal();
    run(["reflect", "--trigger", "rude_tone", "--at", "2026-10-03T10:00"]);
    run(["reflect", "--trigger", "rude_tone", "--at", "2026-11-03T10:00"]);
    const october = monthFiles(home).find((file) => file.includes("2026-10")) ?? "";
    writeFileSync(october, readFileSync(october, "utf8").replace('"version":1', '"version":99'));
    const refused = run(["win", "x"]);
    expect(refused).toMatchObject({ code: 3, err: expect.stringMatching(/newer evenkeel.*only be read/) as string });
    expect(run(["config", "set", "goal", "x"]).code).toBe(3);
    expect(run(["list", "--json"]).out).toContain("rude_tone");
  });
});

describe("a signal while standard input is read", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends with 130 and keeps nothing", async (signal) => {
    const { home } = newJournal();
    const child = spawn(process.execPath, [BIN, "reflect", "--from", "-"], { env: { PATH: process.env["PATH"], EVENKEEL_HOME: home } });
    child.stdin.write('{"trigger":');
    await listens(child.pid ?? 0);
    child.kill(signal);
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect(code).toBe(130);
    expect(existsSync(join(home, "journal/entries"))).toBe(false);
  });
});

describe("words", () => {
  it.each(["1969-12-31T10:00", "0001-01-01", "9999-12-31"])("%s is no moment a shift was worked", (at) => {
    const { run } = newJournal();
    expect(run(["win", "x", "--at", at])).toMatchObject({ code: 2, err: expect.stringContaining("--at") as string });
  });

  it("that name a wish to die bring up people who help, and the entry is kept all the same", () => {
    const { run } = newJournal();
    const { code, err } = run(["win", "i want to die"]);
    expect(code).toBe(0);
    expect(err).toContain("findahelpline.com");
    expect(json(run(["list", "--json"]))).toHaveLength(1);
  });

  it("never hold a card number", () => {
    const { home, run } = newJournal();
    const { err } = run(["reflect", "--trigger", "rude_tone", "--what", "her card 4111 1111 1111 1111, she said"]);
    expect(err).toContain("I took out a card number.");
    expect(readFileSync(monthFiles(home)[0] ?? "", "utf8")).toContain("her card [card ...1111], she said");
  });

  it("come from standard input behind a -", () => {
    const { run } = newJournal();
    expect(json(run(["win", "-", "--json"], { input: "helped a man\n" }))).toMatchObject([{ what: "helped a man" }]);
  });

  it("make no reminder for threats", () => {
    const { run } = newJournal();
    expect(run(["reminders", "add", "--trigger", "threat_harassment", "x"])).toMatchObject({ code: 2 });
  });
});
