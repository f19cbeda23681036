import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Phrasings } from "../src/content/content.ts";
import { parseYaml } from "../src/content/parse.ts";
import { lexiconOf } from "../src/content/suggest/lexicon.ts";
import { ranker } from "../src/content/suggest/rank.ts";
import { trainSuggest } from "../src/content/suggest/train.ts";
import { wordsOf } from "../src/content/suggest/words.ts";

const root = join(import.meta.dirname, "..");

/** One phrase and the trigger it names. */
export interface Sample {
  readonly text: string;
  readonly trigger: string;
}

export interface Hits {
  readonly phrases: number;
  /** Shares, 0–1. */
  readonly top1: number;
  readonly top3: number;
}

function readPhrases(path: string): Phrasings {
  const file = join(root, path);
  return parseYaml(readFileSync(file, "utf8"), file).value as Phrasings;
}

export function examplePhrasings(lang = "en"): Phrasings {
  return readPhrases(`content/${lang}/phrasings.yaml`);
}

export function samplesOf(phrasings: Phrasings): readonly Sample[] {
  return Object.entries(phrasings).flatMap(([trigger, texts]) => texts.map((text) => ({ text, trigger })));
}

export function phrasingsOf(samples: readonly Sample[]): Phrasings {
  const phrasings: Record<string, string[]> = {};
  for (const { text, trigger } of samples) (phrasings[trigger] ??= []).push(text);
  return phrasings;
}

/** The held-out phrases, without those that came to stand among the examples by coincidence. */
export function unseenSamples(examples: Phrasings, lang = "en"): readonly Sample[] {
  const lexicon = lexiconOf(lang);
  const key = (text: string): string => wordsOf(text, lexicon).join(" ");
  const known = new Set(samplesOf(examples).map(({ text }) => key(text)));
  return samplesOf(readPhrases(`tests/unseen/phrases.${lang}.yaml`)).filter(({ text }) => !known.has(key(text)));
}

/** How often the right trigger stands first, and among the first three. */
export function hitsOf(samples: readonly Sample[], rank: (text: string) => readonly string[]): Hits {
  const places = samples.map(({ text, trigger }) => rank(text).indexOf(trigger));
  const share = (most: number): number => places.filter((place) => place >= 0 && place < most).length / samples.length;
  return { phrases: samples.length, top1: share(1), top3: share(3) };
}

/** The figures that the bench prints: on phrases that nothing was tuned on. */
export function unseenHits(lang = "en"): Hits {
  const examples = examplePhrasings(lang);
  const rank = ranker(trainSuggest(examples, lang));
  return hitsOf(unseenSamples(examples, lang), (text) => rank(text).map(({ trigger }) => trigger));
}

if (process.argv[1] === import.meta.filename) {
  for (const lang of ["en", "es"]) {
    const { phrases, top1, top3 } = unseenHits(lang);
    console.log(`${lang}: ${phrases} unseen phrases: top-1 ${(100 * top1).toFixed(1)} %, top-3 ${(100 * top3).toFixed(1)} %`);
  }
}
