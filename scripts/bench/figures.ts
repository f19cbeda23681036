import { firstQuestionMs } from "../first-question.ts";
import type { Case } from "./cases.ts";
import { BIN, environment, median, peakMiB, runOnce } from "./timing.ts";

/** What was measured of one line. Times in milliseconds. */
export interface Figure {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly peakMiB: number | null;
  /** Of the median to that of `against` in the same rounds. */
  readonly ratio: number;
  readonly against: string;
  readonly bar: number | null;
}

function timed({ args, home }: Case): Promise<number> {
  return args === null ? firstQuestionMs(BIN, environment(home)) : Promise.resolve(runOnce(args, home));
}

function figureOf(one: Case, times: ReadonlyMap<string, readonly number[]>): Figure {
  const { name, args, home, against, bar } = one;
  const list = times.get(name) ?? [];
  const medianMs = median(list);
  return {
    name,
    medianMs,
    minMs: Math.min(...list),
    maxMs: Math.max(...list),
    peakMiB: args === null ? null : peakMiB(args, home),
    ratio: medianMs / median(times.get(against) ?? list),
    against,
    bar,
  };
}

/** Runs all cases in rounds, one after the other, so that a busy moment of the machine meets all of them. */
async function inRounds(cases: readonly Case[], rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
  for (const one of cases) await timed(one);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of cases) times.get(one.name)?.push(await timed(one));
  }
  return times;
}

/** Times each case in so many rounds: first what reads, then what writes, both beside an empty program. */
export async function measure(cases: readonly Case[], rounds: number): Promise<readonly Figure[]> {
  const reading = cases.filter(({ writes }) => !writes);
  const writing = cases.filter(({ writes }, at) => writes || at === 0);
  const read = await inRounds(reading, rounds);
  const written = await inRounds(writing, rounds);
  return [...reading.map((one) => figureOf(one, read)), ...writing.slice(1).map((one) => figureOf(one, written))];
}
