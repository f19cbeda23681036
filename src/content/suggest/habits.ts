import type { HabitWords } from "../content.ts";
import type { Lexicon } from "./language.ts";
import { likeness } from "./likeness.ts";

/** Below this, words and an example have only small words in common. */
const LEAST = 0.12;

/**
 * The thinking habits that a thought sounds like, best first; empty where it sounds like none of the examples.
 *
 * It compares words and names a way of thinking that everybody knows; it is no diagnosis.
 */
export function suggestHabit(thought: string, habits: readonly HabitWords[], lexicon: Lexicon): readonly string[] {
  const examples = habits.flatMap(({ id, examples: texts }) => texts.map((text) => ({ id, text })));
  const compared = likeness(examples.map(({ text }) => text), lexicon);
  const best = new Map<string, number>();
  for (const [index, { id }] of examples.entries()) best.set(id, Math.max(best.get(id) ?? 0, compared.of(thought, index)));
  return [...best]
    .filter(([, score]) => score >= LEAST)
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
}
