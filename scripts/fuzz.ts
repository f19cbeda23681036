import { Chance, Inputs, shownInput } from "./fuzz/inputs.ts";
import { TARGETS, type Target } from "./fuzz/targets.ts";

export interface Failure {
  readonly target: string;
  readonly what: string;
  /** As it can be shown: everything but printable ASCII is escaped. */
  readonly input: string;
}

export interface FuzzRow {
  readonly target: string;
  readonly inputs: number;
  readonly failures: number;
  /** Of one input, in milliseconds. */
  readonly longest: number;
}

export interface FuzzResult {
  readonly rows: readonly FuzzRow[];
  /** The first of each target. */
  readonly failures: readonly Failure[];
}

function tried(target: Target, text: string, inputs: Inputs): string | null {
  try {
    return target.run(text, inputs);
  } catch (error) {
    return `it threw ${error instanceof Error ? `${error.name}: ${shownInput(error.message)}` : "something"}`;
  }
}

/** Takes inputs through every target, each its share of them. The same seed gives the same inputs. */
export function fuzz(count: number, seed: number, targets: readonly Target[] = TARGETS, tell: (done: number) => void = () => undefined): FuzzResult {
  const inputs = new Inputs(new Chance(seed));
  const all = targets.reduce((sum, { share }) => sum + share, 0);
  const failures: Failure[] = [];
  let done = 0;
  const rows = targets.map((target): FuzzRow => {
    const many = Math.max(1, Math.round((count * target.share) / all));
    let failed = 0;
    let longest = 0;
    for (let at = 0; at < many; at += 1) {
      const text = target.input(inputs);
      const begun = performance.now();
      const what = tried(target, text, inputs);
      longest = Math.max(longest, performance.now() - begun);
      if (what !== null && (failed += 1) === 1) failures.push({ target: target.name, what, input: shownInput(text) });
      if ((done += 1) % 10_000 === 0) tell(done);
    }
    return { target: target.name, inputs: many, failures: failed, longest };
  });
  return { rows, failures };
}

/** The rows as a Markdown table. */
export function fuzzTable(rows: readonly FuzzRow[]): string {
  const total = rows.reduce((sum, { inputs }) => sum + inputs, 0);
  const failed = rows.reduce((sum, { failures }) => sum + failures, 0);
  const lines = rows.map(({ target, inputs, failures }) => `| ${target} | ${inputs.toLocaleString("en")} | ${failures} |`);
  return ["| what | inputs | failures |", "| --- | ---: | ---: |", ...lines, `| all | ${total.toLocaleString("en")} | ${failed} |`].join("\n");
}

function flag(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

function main(): void {
  const count = flag("--count", 1_000_000);
  const seed = flag("--seed", Math.floor(Math.random() * 2 ** 31));
  console.log(`seed ${seed}, ${count} inputs`);
  const { rows, failures } = fuzz(count, seed, TARGETS, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}`);
  });
  console.log(`\n${fuzzTable(rows)}`);
  for (const { target, what, input } of failures) console.log(`\n${target}: ${what}\n  seed ${seed}\n  ${input}`);
  if (failures.length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
