/** How often a plan's verdict is wrong: `npx tsx scripts/simulate.ts [trials]`. The figures stand in docs/evidence.md. */
import { NO_EVIDENCE, verdictOf, withCase } from "../src/practice/evidence.ts";
import { wilson, Z90 } from "../src/practice/numbers.ts";

const MOST_USES = 20;

/** A seeded generator (mulberry32): the same figures on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Was a plan that holds with probability `p` ever called working in its first 20 uses, by the verdict as it is shown? */
export function everWorks(p: number, random: () => number): boolean {
  let evidence = NO_EVIDENCE;
  for (let use = 1; use <= MOST_USES; use += 1) {
    evidence = withCase(evidence, { planUse: "used", held: random() < p ? 4 : 3 });
    if (verdictOf(evidence) === "works") return true;
  }
  return false;
}

/** The same if it were tested after every use. */
export function everWorksNaively(p: number, random: () => number): boolean {
  let held = 0;
  for (let use = 1; use <= MOST_USES; use += 1) {
    if (random() < p) held += 1;
    if (wilson(held, use, Z90).low >= 0.5) return true;
  }
  return false;
}

/** Share of `trials` in which `happens` is true. */
export function frequency(trials: number, happens: () => boolean): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial += 1) if (happens()) count += 1;
  return count / trials;
}

if (process.argv[1]?.endsWith("simulate.ts") === true) {
  const trials = Number(process.argv[2] ?? 200_000);
  const random = generator(20_261_122);
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  console.log(`a coin-flip plan is ever called working   ${percent(frequency(trials, () => everWorks(0.5, random)))}`);
  console.log(`a true 80 % plan is ever called working   ${percent(frequency(trials, () => everWorks(0.8, random)))}`);
  console.log(`a coin-flip plan, tested after every use  ${percent(frequency(trials, () => everWorksNaively(0.5, random)))}`);
}
