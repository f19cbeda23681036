import { packPhrasings } from "../content/pack-merge.ts";
import { offeredPersonal } from "../content/personal.ts";
import { isMonthWords, learnFrom, type MonthWords, tellingReader } from "../content/suggest/learn.ts";
import { foldLearned, type Learned, withPhrasings } from "../content/suggest/learned.ts";
import { ranker, type Suggestion } from "../content/suggest/rank.ts";
import { tallies } from "../journal/tallies.ts";
import { resolver } from "../practice/triggers.ts";
import type { Entry } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import type { Session } from "../session.ts";

/** Shift-days whose entries teach, the one of now included. */
const DAYS = 365;

/** What each month teaches, from the cache; a look back (`--as-of`) learns anew where it sees less of a month. */
function monthWords(session: Session, from: string, to: string): ReadonlyMap<string, MonthWords> {
  const journal = session.journal();
  const { lexicon } = session.suggestModel();
  const read = tellingReader(lexicon);
  const months = journal.months().filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
  const compute = (entries: readonly Entry[]): MonthWords => learnFrom(entries, read);
  const kept = tallies(journal.store, months, { name: `words-${lexicon.lang}`, version: 2, compute, check: isMonthWords });
  if (session.globals.asOf === undefined) return kept;
  const end = Date.parse(session.now().at);
  const isWhole = ({ last }: MonthWords): boolean => last === null || last <= end;
  return new Map([...kept].map(([month, words]) => [month, isWhole(words) ? words : compute(session.seen(journal.month(month)))]));
}

/** The words of the person's own entries, and the names of triggers that the built-in examples do not know. */
function learned(session: Session): Learned {
  const to = session.now().shift;
  const from = addDays(to, 1 - DAYS);
  const own = session.ownTriggers();
  const { lexicon, triggers: known } = session.suggestModel();
  const phrasings = packPhrasings(session.runtime.packs.packs, lexicon.lang);
  // A pack need not bring phrasings: what its own triggers are called is one.
  const packed = session.content().triggers.filter(({ id }) => !known.includes(id));
  const names = new Map<string, readonly string[]>([
    ...Object.entries(phrasings),
    ...packed.map(({ id, label }) => [id, [label, ...(phrasings[id] ?? [])]] as const),
    ...offeredPersonal(own).map(({ id, label }) => [id, [label]] as const),
  ]);
  const confirmed = foldLearned(monthWords(session, from, to), from, resolver(own));
  return withPhrasings(confirmed, Object.fromEntries<readonly string[]>(names), lexicon);
}

/** Ranks words by the examples and by what this person's own words stood for. Reads the journal once, at the first words. */
export function suggester(session: Session): (text: string) => readonly Suggestion[] {
  let rank: ((text: string) => readonly Suggestion[]) | undefined;
  let offered: ReadonlySet<string> = new Set();
  return (text) => {
    if (rank === undefined) {
      rank = ranker(session.suggestModel(), learned(session));
      const own = offeredPersonal(session.ownTriggers());
      offered = new Set([...session.content().triggers, ...own].map(({ id }) => id));
    }
    return rank(text).filter(({ trigger }) => offered.has(trigger));
  };
}

/** The triggers that words point to, best first. */
export function suggestedTriggers(session: Session, text: string): readonly Suggestion[] {
  return suggester(session)(text);
}
