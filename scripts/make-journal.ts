import { addDays } from "../src/reflection/moment.ts";
import { PLAN_USES, REACTIONS, STAGES, TRIGGERS } from "../src/reflection/vocabulary.ts";

/** Numbers that look random and are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  "they kept asking for a refund that i cannot give and the screen froze while i looked for the order again so i said sorry and felt my voice get thin".split(" ");

/**
 * Entries of one size, the oldest first, the newest on `lastDay`.
 * @param perDay seven is a hard week; a multiple of seven
 */
export function makeJournal(count: number, lastDay: string, { seed = 1, perDay = 7 } = {}): Record<string, unknown>[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const words = (many: number): string => Array.from({ length: many }, () => pick(WORDS)).join(" ");
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(lastDay, -Math.floor((count - 1 - index) / perDay));
    const hour = 8 + Math.floor((index % perDay) / (perDay / 7)) * 2;
    const trigger = pick(TRIGGERS);
    return {
      kind: "reflection",
      at: `${day}T${String(hour).padStart(2, "0")}:${String(Math.floor(next() * 60)).padStart(2, "0")}:00+01:00`,
      trigger,
      stage: pick(STAGES),
      strength: Math.floor(next() * 11),
      reactions: [pick(REACTIONS)],
      held: 1 + Math.floor(next() * 5),
      planUse: pick(PLAN_USES),
      ...(next() < 0.2 ? { plan: { if: `they start with ${pick(WORDS)}`, then: `I will ${words(4)}` } } : {}),
      what: words(110),
      thought: words(25),
      carry: Math.floor(next() * 4),
    };
  });
}
