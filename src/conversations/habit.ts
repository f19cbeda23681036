import type { HabitWords } from "../content/content.ts";

/** Words that say nothing about a way of thinking. */
const LEAST_LETTERS = 3;

function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u2019'\p{M}]/gu, "");
  return plain.split(/[^\p{L}\p{Nd}]+/u).filter((word) => word.length >= LEAST_LETTERS);
}

/** How much of an example a thought holds, 0–1; words that many examples share weigh little. */
function likeness(
  thought: ReadonlySet<string>,
  example: readonly string[],
  weights: ReadonlyMap<string, number>,
): number {
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  const whole = weigh(example);
  return whole === 0 ? 0 : weigh(example.filter((word) => thought.has(word))) / whole;
}

/** Thinking habits that a thought sounds like, best first, by the words it shares with the examples. Never a diagnosis. */
export function habitsLike(thought: string, habits: readonly HabitWords[]): readonly string[] {
  const examples = habits.flatMap(({ examples }) => examples.map(wordsOf));
  const counts = new Map<string, number>();
  for (const word of examples.flatMap((words) => [...new Set(words)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = new Map([...counts].map(([word, count]) => [word, Math.log(1 + examples.length / count)]));
  const typed = new Set(wordsOf(thought));
  return habits
    .map(({ id, examples: own }) => ({
      id,
      score: Math.max(0, ...own.map((example) => likeness(typed, wordsOf(example), weights))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}
