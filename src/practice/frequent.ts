import type { Content } from "../content/content.ts";
import type { Entry, Reflection } from "../reflection/entry.ts";
import type { Stage } from "../reflection/vocabulary.ts";
import type { PersonalTrigger } from "./records.ts";
import { reactionCounts } from "./roadmap.ts";
import { type Counts, mostFrequentStage } from "./survey.ts";
import { byVocabulary, type Resolve, resolver } from "./triggers.ts";

/** What a first question offers before the person has a history: judgement. */
const USUAL_TRIGGERS = ["rude_tone", "saying_no", "already_angry", "tools_process", "wont_listen"] as const;
const STEADY = "held_steady";
const USUAL_REACTIONS = ["tight_body", "rushed", "argued", "took_personally"] as const;

export interface FrequentInput {
  /** The entries of the window, as `--as-of` sees them, in any order. */
  readonly entries: readonly Entry[];
  readonly triggers: readonly PersonalTrigger[];
}

function countsOf(ids: Iterable<string>): Counts {
  const counts: Counts = new Map();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function reflectionsOf(entries: readonly Entry[], resolve: Resolve, trigger: string): readonly Reflection[] {
  return entries.filter(
    (entry): entry is Reflection => entry.kind === "reflection" && resolve(entry.trigger) === trigger,
  );
}

/** The person's most frequent triggers, filled up in a sensible order. Retired personal triggers are not offered. */
export function frequentTriggers({ entries, triggers }: FrequentInput, most = 5): readonly string[] {
  const resolve = resolver(triggers);
  const retired = new Set(triggers.filter((trigger) => trigger.retired === true).map(({ id }) => id));
  const counts = countsOf(entries.flatMap((entry) => (entry.kind === "reflection" ? [resolve(entry.trigger)] : [])));
  const own = Array.from(counts)
    .filter(([trigger]) => !retired.has(trigger))
    .sort(([a, countA], [b, countB]) => countB - countA || byVocabulary(a, b))
    .map(([trigger]) => trigger);
  return [...new Set([...own, ...USUAL_TRIGGERS])].slice(0, most);
}

/** The person's most frequent stage for a trigger, else the one where it usually comes up; null for a personal one. */
export function usualStage(
  trigger: string,
  { entries, triggers }: FrequentInput,
  content: Pick<Content, "triggers">,
): Stage | null {
  const resolve = resolver(triggers);
  const own = resolve(trigger);
  const stages = countsOf(reflectionsOf(entries, resolve, own).flatMap(({ stage }) => stage ?? []));
  return mostFrequentStage(stages) ?? content.triggers.find(({ id }) => id === own)?.stage ?? null;
}

/** Reactions to offer: staying steady first, then the person's most frequent ones, filled up in a sensible order. */
export function frequentReactions({ entries }: Pick<FrequentInput, "entries">, most = 5): readonly string[] {
  const named = entries.flatMap((entry) => (entry.kind === "reflection" ? (entry.reactions ?? []) : []));
  const own = reactionCounts(countsOf(named)).map(({ id }) => id);
  return [...new Set([STEADY, ...own, ...USUAL_REACTIONS])].slice(0, most);
}
