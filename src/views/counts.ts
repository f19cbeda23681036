import type { Say } from "../content/message.ts";

/** What a shift holds so far. */
export interface Counts {
  readonly cases: number;
  readonly wins: number;
}

/** The messages that say it: each part with its count, and both beside each other. */
export interface CountWords {
  readonly cases: string;
  readonly wins: string;
  readonly both: string;
}

/** "2 hard cases, 1 win": what was not there is not counted up either. Null where there was nothing. */
export function countsText({ cases, wins }: Counts, words: CountWords, say: Say): string | null {
  const [ofCases, ofWins] = [say(words.cases, { count: cases }), say(words.wins, { count: wins })];
  if (cases > 0 && wins > 0) return say(words.both, { cases: ofCases, wins: ofWins });
  if (cases === 0 && wins === 0) return null;
  return cases > 0 ? ofCases : ofWins;
}
