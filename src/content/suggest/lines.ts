import type { Line } from "../content.ts";
import type { Lexicon } from "./language.ts";
import { likeness } from "./likeness.ts";

/** The kind lines for a trigger, those first that have most in common with the words; else in the order given. */
export function linesLike(trigger: string, words: string, lines: readonly Line[], lexicon: Lexicon): readonly Line[] {
  const fitting = lines.filter(({ triggers }) => triggers.includes(trigger));
  const compared = likeness(fitting.map((line) => [line.text, line.if ?? ""].join(" ")), lexicon);
  return fitting
    .map((line, index) => ({ line, score: compared.of(words, index) }))
    .sort((a, b) => b.score - a.score)
    .map(({ line }) => line);
}
