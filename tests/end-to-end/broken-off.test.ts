import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandIn, journalFor, readWalk } from "./walk.ts";

const SUNDAY = "2026-11-22T21:40:10+01:00";

interface Case {
  readonly journal: string;
  readonly args: string;
  /** What shows, and the keys that are then pressed. */
  readonly steps: readonly (readonly [shows: string, keys: string])[];
  readonly half: string;
  readonly stop: "SIGHUP" | "SIGTERM" | "SIGKILL" | "SIGQUIT" | "\x03" | "\x04";
  /** How it is gone on with, and the keys that lead there. */
  readonly resume: string;
  readonly keys?: string;
}

const CASES: readonly Case[] = [
  { journal: "met", args: "reflect", steps: [["What set it off?", ""]], half: "he kept yell", stop: "SIGHUP", resume: "reflect --resume" },
  { journal: "met", args: "reflect", steps: [["What set it off?", "18"], ["What happened in you?", ""]], half: "my voi", stop: "SIGKILL", resume: "reflect", keys: "\r" },
  { journal: "met", args: "reflect --full", steps: [["What happened?", "\t"], ["What set it off?", "1825\r13"], ["through your head", ""]], half: "i always", stop: "SIGTERM", resume: "reflect --full --resume" },
  { journal: "met", args: "win", steps: [["Something that went well", "he laughed\r"], ["Why did it go well?", ""]], half: "I was pat", stop: "SIGKILL", resume: "win" },
  { journal: "sample", args: "start", steps: [["How much energy", "3"], ["Something on your mind?", "\t"], ["Think of one time", ""]], half: "I held the l", stop: "SIGHUP", resume: "start --resume" },
  { journal: "sample", args: "end", steps: [["How much do you have", "2"], ["what made you smile?", ""]], half: "she was gla", stop: "SIGKILL", resume: "end --resume" },
  { journal: "sample", args: "review", steps: [["Six short questions", "\r"], ["What went better", ""]], half: "said no wit", stop: "SIGTERM", resume: "review" },
  { journal: "sample", args: "rehearse", steps: [["Then you will ...", ""]], half: "let them f", stop: "SIGQUIT", resume: "rehearse --resume" },
  { journal: "empty", args: "", steps: [["WELCOME", "3"], ["to leave feeling", ""]], half: "that they were h", stop: "\x04", resume: "", keys: "\r" },
];

const MODES = [
  { columns: 80, env: {} },
  { columns: 40, env: {} },
] as const;

const words = (line: string): readonly string[] => line.split(" ").filter((word) => word !== "");

describe.each(MODES)("broken off in a real terminal of $columns columns", ({ columns, env }) => {
  it.each(CASES)("evenkeel $args, by $stop, goes on with its half-typed words", async ({ journal, args, steps, half, stop, resume, keys = "" }) => {
    const place = { journal, clock: SUNDAY, columns, env };
    const home = journalFor(place);
    const first = commandIn(home, words(args), place);
    for (const [shows, pressed] of steps) {
      await first.shows(shows.split(" ")[0] ?? "");
      await first.shows(shows);
      if (pressed !== "") first.send(pressed);
    }
    first.send(half);
    await first.shows(half);
    if (stop.startsWith("SIG")) first.kill(stop as NodeJS.Signals);
    else first.send(stop);
    const { code } = await first.exit();
    if (stop !== "SIGKILL") {
      expect(code).toBe(130);
      expect(first.modes()).toEqual({ bracketedPaste: false, cursorShown: true, mouse: "none" });
      expect(first.everything()).not.toContain(half);
    }
    const second = commandIn(home, words(resume), place);
    if (keys !== "") {
      await second.waitFor("the first screen", () => second.screen() !== "");
      second.send(keys);
    }
    await second.shows(half);
    second.send("\x03");
    expect((await second.exit()).code).toBe(130);
  });
});

it("a quick reflection on a known trigger takes at most 6 prompts and 9 keys", () => {
  const walk = readWalk(readFileSync(join(import.meta.dirname, "walks/quick-80.txt"), "utf8"));
  const stops = walk.legs.flatMap((leg) => leg.stops);
  const prompts = new Set(stops.flatMap(({ screen }) => /\b\d of 6$/m.exec(screen)?.[0] ?? []));
  expect(prompts.size + 1).toBeLessThanOrEqual(6);
  expect(stops.map(({ keys }) => keys).join("").length).toBeLessThanOrEqual(9);
  expect(stops.at(-1)?.name).toBe("exit 0");
});
