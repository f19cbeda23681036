import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, scratch } from "../run.ts";
import { makePrograms, makeWorkshop, otherLines, readingLines, type Line, writingLines } from "./every-command.ts";

const hasStrace = spawnSync("strace", ["-V"]).status === 0;
const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

/** Everything that a command and the programs it starts ask the system about sockets. */
function socketsOf({ args, input = "", env = {} }: Line, home: string, programs: string, traces: string): string {
  const { PATH = "" } = process.env;
  const { error } = spawnSync(
    "strace",
    ["-ff", "-qq", "-e", "trace=%network", "-o", join(traces, "trace"), process.execPath, BIN, ...args],
    { input, env: { PATH: `${programs}:${PATH}`, HOME: home, EVENKEEL_HOME: home, LANG: "C.UTF-8", ...env } },
  );
  if (error !== undefined) throw error;
  return readdirSync(traces)
    .map((name) => readFileSync(join(traces, name), "utf8"))
    .join("\n");
}

describe.skipIf(!hasStrace)("no command asks for an internet socket", () => {
  const folder = scratch();
  const home = join(folder, "home");

  it("(the trace sees one where there is one)", () => {
    const traces = scratch();
    const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
    spawnSync("strace", ["-ff", "-qq", "-e", "trace=%network", "-o", join(traces, "trace"), process.execPath, "-e", script]);
    expect(readdirSync(traces).map((name) => readFileSync(join(traces, name), "utf8")).join("\n")).toMatch(/AF_INET/);
  });

  const workshop = makeWorkshop(join(folder, "work"), "they shouted at me about the bill");
  const known = [...writingLines(workshop, ID), ...readingLines(workshop, ID)];
  it.each([...known, ...otherLines(known)].map((line) => [line.args.join(" ") || "home", line] as const))("%s", (_, line) => {
    const trace = socketsOf(line, home, makePrograms(folder), scratch());
    expect(trace).not.toMatch(/AF_INET/);
  });
});

describe.runIf(!hasStrace)("without strace", () => {
  it("cannot show that no command asks for an internet socket", () => {
    console.warn("SKIPPED: strace is not installed, so that no command uses the network was not tested.");
    expect(hasStrace).toBe(false);
  });
});
