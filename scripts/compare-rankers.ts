import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { Phrasings } from "../src/content/content.ts";
import { lexiconOf } from "../src/content/suggest/lexicon.ts";
import { featuresOf } from "../src/content/suggest/features.ts";
import type { SuggestModel } from "../src/content/suggest/model.ts";
import { ranker } from "../src/content/suggest/rank.ts";
import { trainSuggest } from "../src/content/suggest/train.ts";
import { wordsOf } from "../src/content/suggest/words.ts";
import { examplePhrasings, hitsOf, phrasingsOf, type Sample, samplesOf, unseenSamples } from "./measure-suggest.ts";

type Rank = (text: string) => readonly string[];

/** A way to rank: what is written when the project is built, and what is made of it at each start. */
interface Way {
  readonly name: string;
  readonly build: (phrasings: Phrasings) => string;
  readonly load: (built: string) => Rank;
}

const FOLDS = 5;
/** Phrases that speak for a trigger where whole phrases are found. */
const VOTES = 5;
const lexicon = lexiconOf("en");
const normal = (text: string): string => wordsOf(text, lexicon).join(" ");

/** Triggers by the sum of their best phrases. */
function byVotes(found: readonly { readonly trigger: string; readonly score: number }[]): readonly string[] {
  const votes = new Map<string, number[]>();
  for (const { trigger, score } of found) votes.set(trigger, [...(votes.get(trigger) ?? []), score]);
  const sums = [...votes].map(([trigger, scores]) => [trigger, scores.slice(0, VOTES).reduce((a, b) => a + b, 0)] as const);
  return sums.sort(([, a], [, b]) => b - a).map(([trigger]) => trigger);
}

const normalised = (phrasings: Phrasings): readonly Sample[] =>
  samplesOf(phrasings).map(({ text, trigger }) => ({ trigger, text: normal(text) }));

const SEARCH = { fields: ["text"], storeFields: ["trigger"] };

const bm25: Way = {
  name: "BM25 and fuzzy (minisearch)",
  build: (phrasings) => {
    const search = new MiniSearch(SEARCH);
    search.addAll(normalised(phrasings).map((sample, id) => ({ id, ...sample })));
    return JSON.stringify(search);
  },
  load: (built) => {
    const search = MiniSearch.loadJSON(built, SEARCH);
    return (text) =>
      byVotes(search.search(normal(text), { fuzzy: 0.2 }).map(({ score, ["trigger"]: trigger }) => ({ score, trigger: String(trigger) })));
  },
};

const fuzzy: Way = {
  name: "fuzzy (fuse.js)",
  build: (phrasings) => JSON.stringify(normalised(phrasings)),
  load: (built) => {
    const samples = JSON.parse(built) as Sample[];
    const fuse = new Fuse(samples, { keys: ["text"], includeScore: true, ignoreLocation: true, threshold: 0.6, useTokenSearch: true });
    return (text) =>
      byVotes(fuse.search(normal(text), { limit: 100 }).map(({ item, score = 1 }) => ({ trigger: item.trigger, score: 1 - score })));
  },
};

interface Counts {
  readonly triggers: readonly string[];
  readonly features: Readonly<Record<string, readonly number[]>>;
}

function countFeatures(phrasings: Phrasings): Counts {
  const triggers = Object.keys(phrasings);
  const features = new Map<string, number[]>();
  for (const { text, trigger } of samplesOf(phrasings)) {
    const at = triggers.indexOf(trigger);
    for (const feature of featuresOf(wordsOf(text, lexicon), lexicon)) {
      const row = features.get(feature) ?? triggers.map(() => 0);
      row[at] = (row[at] ?? 0) + 1 / (phrasings[trigger]?.length ?? 1);
      features.set(feature, row);
    }
  }
  return { triggers, features: Object.fromEntries(features) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Naive Bayes: the logarithm of a feature's share, with a little added so that nothing is impossible. */
function bayes(name: string, complement: boolean): Way {
  const little = 0.003;
  return {
    name,
    build: (phrasings) => {
      const { triggers, features } = countFeatures(phrasings);
      const rows = Object.values(features);
      const totals = triggers.map((_, at) => sum(rows.map((row) => row[at] ?? 0)));
      const all = sum(totals);
      const weight = (row: readonly number[], at: number): number => {
        const [own, total] = [row[at] ?? 0, totals[at] ?? 0];
        const [count, of] = complement ? [sum(row) - own, all - total] : [own, total];
        return (complement ? -1 : 1) * Math.log((count + little) / (of + little * rows.length));
      };
      const entries = Object.entries(features).map(([feature, row]) => [feature, row.map((_, at) => Math.round(weight(row, at) * 10))]);
      return JSON.stringify({ triggers, features: Object.fromEntries(entries) as Counts["features"] });
    },
    load: (built) => {
      const { triggers, features } = JSON.parse(built) as Counts;
      return (text) => {
        const rows = featuresOf(wordsOf(text, lexicon), lexicon).flatMap((one) => (Object.hasOwn(features, one) ? [features[one] ?? []] : []));
        const scores = triggers.map((trigger, at) => [trigger, sum(rows.map((row) => row[at] ?? 0))] as const);
        return [...scores].sort(([, a], [, b]) => b - a).map(([trigger]) => trigger);
      };
    },
  };
}

const regression: Way = {
  name: "logistic regression (kept)",
  build: (phrasings) => JSON.stringify(trainSuggest(phrasings)),
  load: (built) => {
    const rank = ranker(JSON.parse(built) as SuggestModel);
    return (text) => rank(text).map(({ trigger }) => trigger);
  },
};

const WAYS = [bm25, fuzzy, bayes("multinomial naive Bayes", false), bayes("complement naive Bayes", true), regression];

function millis(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** Each phrase ranked by a model that has not seen its fold; `most` phrases are asked for the slow ways. */
function crossValidated(way: Way, samples: readonly Sample[], most: number): { readonly top1: number; readonly top3: number } {
  const every = Math.max(1, Math.round(samples.length / most));
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const rank = way.load(way.build(phrasingsOf(samples.filter((_one, at) => at % FOLDS !== fold))));
    return hitsOf(samples.filter((_one, at) => at % FOLDS === fold && Math.floor(at / FOLDS) % every === 0), rank);
  });
  const all = sum(folds.map(({ phrases }) => phrases));
  return {
    top1: sum(folds.map(({ top1, phrases }) => top1 * phrases)) / all,
    top3: sum(folds.map(({ top3, phrases }) => top3 * phrases)) / all,
  };
}

function row(way: Way, examples: Phrasings, unseen: readonly Sample[]): string {
  const cross = crossValidated(way, samplesOf(examples), way === fuzzy ? 500 : Infinity);
  const built = way.build(examples);
  let rank: Rank = () => [];
  const load = millis(() => (rank = way.load(built)));
  const hits = hitsOf(unseen, rank);
  const asked = millis(() => {
    for (const { text } of unseen) rank(text);
  });
  const cells = [percent(cross.top1), percent(cross.top3), percent(hits.top1), percent(hits.top3)];
  return `| ${[way.name, ...cells, (asked / unseen.length).toFixed(2), String(Math.round(built.length / 1000)), load.toFixed(1)].join(" | ")} |`;
}

const examples = examplePhrasings();
const unseen = unseenSamples(examples);
console.log(`${samplesOf(examples).length} examples, ${unseen.length} unseen phrases\n`);
console.log("| way | CV top-1 % | CV top-3 % | unseen top-1 % | unseen top-3 % | ms a query | model kB | load ms |");
console.log("|---|---|---|---|---|---|---|---|");
for (const way of WAYS) console.log(row(way, examples, unseen));
