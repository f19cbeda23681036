import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeJournal } from "./make-journal.ts";
import { firstQuestionMs } from "./first-question.ts";
import { unseenHits } from "./measure-suggest.ts";

const BIN = join(import.meta.dirname, "../bin/evenkeel.js");
const LAST_DAY = "2026-11-22";
const AS_OF = ["--as-of", "2026-11-22T23:00:00+01:00"];
const READING = [["list"], ["roadmap"], ["card"], ["reminders"], ["suggest", "kept yelling about a refund i cant give"]];

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly home: string;
  /** The contract's bar: a ratio to `against`. */
  readonly bar: number | null;
  readonly against: string;
}

interface Figure {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly peakMiB: number | null;
  readonly ratio: number;
  readonly against: string;
  readonly bar: number | null;
}

const { values: asked } = parseArgs({
  options: { runs: { type: "string", default: "15" }, json: { type: "string" }, compare: { type: "string" }, large: { type: "boolean" } },
});

function environment(home: string): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
  return { ...env, EVENKEEL_HOME: home, TZ: "Europe/Berlin", NO_COLOR: "1" };
}

function runOnce(args: readonly string[], home: string, input?: string): number {
  const begin = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, {
    env: environment(home),
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  const ms = Number(process.hrtime.bigint() - begin) / 1e6;
  if (result.status !== 0) throw new Error(`${args.join(" ")} ended with ${String(result.status)}: ${result.stderr.toString()}`);
  return ms;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Peak memory of one run, where GNU time is there to tell. */
function peakMiB(args: readonly string[], home: string): number | null {
  const result = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, ...args], { env: environment(home), stdio: ["ignore", "ignore", "pipe"] });
  const kib = Number(result.stderr.toString().trim().split("\n").at(-1));
  return result.status === 0 && Number.isFinite(kib) ? Math.round((kib / 1024) * 10) / 10 : null;
}

function journalOf(folder: string, count: number): string {
  const home = join(folder, `journal-${count}`);
  const lines = makeJournal(count, LAST_DAY).map((entry) => JSON.stringify(entry)).join("\n");
  runOnce([BIN, "reflect", "--from", "-", "--quiet"], home, lines);
  return home;
}

function casesOf(homes: ReadonlyMap<number, string>, empty: string): Case[] {
  const small = homes.get(250) ?? "";
  const starts: Case[] = [
    { name: "empty Node program", args: [empty], home: small, bar: null, against: "empty Node program" },
    { name: "--version", args: [BIN, "--version"], home: small, bar: 1.1, against: "empty Node program" },
    { name: "--help", args: [BIN, "--help"], home: small, bar: 1.5, against: "empty Node program" },
  ];
  const reading = [...homes].flatMap(([count, home]) =>
    READING.map(([name = "", ...words]) => ({
      name: `${name}, ${count} entries`,
      args: [BIN, name, ...words, ...AS_OF],
      home,
      bar: count === 250 ? 1.5 : count === 25_000 ? 1.15 : null,
      against: count === 250 ? "empty Node program" : `${name}, 250 entries`,
    })),
  );
  const saving = [...homes].map(([count, home]) => ({
    name: `reflect by flags, ${count} entries`,
    args: [BIN, "reflect", "--trigger", "rude_tone", "--strength", "5", "--at", "2026-11-22T22:00:00+01:00"],
    home,
    bar: count === 25_000 ? 1.15 : null,
    against: count === 250 ? "empty Node program" : "reflect by flags, 250 entries",
  }));
  return [...starts, ...reading, ...saving];
}

function row(figure: Figure): string {
  const { name, medianMs, minMs, maxMs, peakMiB: peak, ratio, bar, against } = figure;
  const verdict = bar === null ? "" : ratio <= bar ? `<= ${bar}` : `OVER ${bar}`;
  const to = against === "empty Node program" ? "empty program" : "250 entries";
  return [
    name.padEnd(36),
    medianMs.toFixed(1).padStart(8),
    `${minMs.toFixed(1)}-${maxMs.toFixed(1)}`.padStart(14),
    (peak === null ? "-" : peak.toFixed(1)).padStart(7),
    ratio.toFixed(2).padStart(6),
    `x ${to}`.padEnd(16),
    verdict,
  ].join(" ");
}

async function measure(folder: string): Promise<Figure[]> {
  const empty = join(folder, "empty.cjs");
  writeFileSync(empty, "");
  const counts = asked.large ? [250, 25_000, 250_000] : [250, 25_000];
  const homes = new Map(counts.map((count) => [count, journalOf(folder, count)]));
  const cases = casesOf(homes, empty);
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  const questions = [...homes].map(([count, home]) => ({ name: `first question, ${count} entries`, home, count }));
  for (const { name } of questions) times.set(name, []);
  for (const { args, home } of cases) runOnce(args, home);
  for (let run = 0; run < Number(asked.runs); run += 1) {
    for (const { name, args, home } of cases) times.get(name)?.push(runOnce(args, home));
    for (const { name, home } of questions) times.get(name)?.push(await firstQuestionMs(BIN, environment(home)));
  }
  const medians = new Map([...times].map(([name, list]) => [name, median(list)]));
  const all: readonly (Omit<Case, "args"> & { args?: readonly string[] })[] = [
    ...cases,
    ...questions.map(({ name, home, count }) => ({
      name,
      home,
      bar: count === 250 ? 1.8 : count === 25_000 ? 1.15 : null,
      against: count === 250 ? "empty Node program" : "first question, 250 entries",
    })),
  ];
  return all.map(({ name, args, home, bar, against }) => {
    const list = times.get(name) ?? [];
    const own = medians.get(name) ?? 0;
    return {
      name,
      medianMs: own,
      minMs: Math.min(...list),
      maxMs: Math.max(...list),
      peakMiB: args === undefined ? null : peakMiB(args, home),
      ratio: own / (medians.get(against) ?? own),
      against,
      bar,
    };
  });
}

const folder = mkdtempSync(join(tmpdir(), "evenkeel-bench-"));
try {
  const figures = await measure(folder);
  console.log(`Node ${process.version}, ${asked.runs} interleaved runs, NODE_EXTRA_CA_CERTS unset\n`);
  console.log(`${"what".padEnd(36)} ${"median".padStart(8)} ${"spread".padStart(14)} ${"MiB".padStart(7)} ${"ratio".padStart(6)}`);
  for (const figure of figures) console.log(row(figure));
  const { phrases, top1, top3 } = unseenHits();
  const share = (part: number): string => `${(100 * part).toFixed(1)} %`;
  console.log(`\nsuggest on ${phrases} phrases that nothing was tuned on: first ${share(top1)}, among three ${share(top3)}`);
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
  if (asked.compare !== undefined) {
    const earlier = JSON.parse(readFileSync(asked.compare, "utf8")) as { figures: Figure[] };
    console.log(`\nratio now and in ${asked.compare}`);
    for (const { name, ratio } of figures) {
      const before = earlier.figures.find((figure) => figure.name === name);
      if (before !== undefined) console.log(`${name.padEnd(36)} ${ratio.toFixed(2)}  ${before.ratio.toFixed(2)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
