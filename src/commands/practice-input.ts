import { type TallyKind, tallies, wholeTally } from "../journal/tallies.ts";
import type { Place } from "../journal/record.ts";
import { isFoldedPast } from "../practice/ledger-shape.ts";
import type { Ledger } from "../practice/ledger.ts";
import { instant } from "../practice/moments.ts";
import { isMonthTally } from "../practice/month-shape.ts";
import { foldTallies, isFresh, type MonthTally, planPast, reachOf, separable, TALLY_VERSION, tallyMonth } from "../practice/months.ts";
import type { PlanChange } from "../practice/records.ts";
import type { PracticeInput } from "../practice/roadmap.ts";
import { isSlim, slim, SLIM_VERSION } from "../practice/slim.ts";
import { type Resolve, resolver } from "../practice/triggers.ts";
import { type WindowChoice, windowOf } from "../practice/window.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";

interface Plans {
  /** The whole plans book. */
  readonly all: readonly PlanChange[];
  /** As `--as-of` sees it. */
  readonly seen: readonly PlanChange[];
  readonly resolve: Resolve;
}

/** A month's tally depends on the plans book and on merges too, so one that they outdated counts as none. */
function tallyKind({ all, resolve }: Plans): TallyKind<MonthTally> {
  return {
    name: "plans",
    version: TALLY_VERSION,
    compute: (entries) => tallyMonth(entries, all, resolve),
    check: (value): value is MonthTally => isMonthTally(value) && isFresh(value, all, resolve),
  };
}

/** The entries of the window's months, without the long texts that no view needs. */
const SLIM: TallyKind<readonly Entry[]> = { name: "window", version: SLIM_VERSION, compute: slim, check: isSlim, onlyAsked: true };

interface Past {
  readonly entries: readonly Entry[];
  readonly past: Ledger | undefined;
}

/** All months before a window folded into one ledger, and the instant of the last reflection in it. */
interface FoldedPast {
  readonly ledger: Ledger;
  readonly last: number | null;
}

/** The tallies that can be folded one after the other: months that overlap in time are tallied together. */
function groupsOf(session: Session, kept: readonly (readonly [string, MonthTally])[], fold: readonly (readonly number[])[], plans: Plans): readonly MonthTally[] {
  const monthAt = (index: number): readonly Entry[] => session.journal().month(kept[index]?.[0] ?? "");
  return fold.flatMap(([index = 0, ...more]) => {
    const single = kept[index]?.[1];
    if (more.length === 0 && single !== undefined) return [single];
    return [tallyMonth([index, ...more].flatMap(monthAt), plans.all, plans.resolve)];
  });
}

function foldedPast(session: Session, before: readonly string[], plans: Plans): FoldedPast {
  const { store } = session.journal();
  return wholeTally(store, {
    name: "past",
    version: TALLY_VERSION,
    source: JSON.stringify([before, plans.seen, session.ownTriggers()]),
    check: isFoldedPast,
    make: () => {
      const places = new Set<Place>();
      const kept = [...tallies(store, before, tallyKind(plans), places)];
      const figures = kept.map(([, tally]) => tally);
      const groups = groupsOf(session, kept, separable(figures), plans);
      const last = figures.reduce<number | null>((latest, tally) => (tally.last === null ? latest : Math.max(latest ?? tally.last, tally.last)), null);
      return { value: { ledger: foldTallies(groups, plans.seen, plans.resolve), last }, places };
    },
  });
}

/** Months before the window whose reflections overlap with it in time, or lie after the moment, are read in full. */
function pastReadInPart(session: Session, before: readonly string[], read: readonly Entry[], end: number, plans: Plans): Past {
  const journal = session.journal();
  const kept = [...tallies(journal.store, before, tallyKind(plans))];
  const whole = kept.filter(([, { last }]) => last === null || last <= end);
  const later = kept.filter(([, { last }]) => last !== null && last > end).flatMap(([month]) => session.seen(journal.month(month)));
  const entries = [...read, ...later];
  const { fold, read: overlapping } = planPast(whole.map(([, tally]) => tally), reachOf(entries));
  return {
    entries: [...entries, ...overlapping.flatMap((index) => journal.month(whole[index]?.[0] ?? ""))],
    past: foldTallies(groupsOf(session, whole, fold, plans), plans.seen, plans.resolve),
  };
}

function pastOf(session: Session, before: readonly string[], read: readonly Entry[], plans: Plans): Past {
  if (before.length === 0) return { entries: read, past: undefined };
  const end = session.globals.asOf === undefined ? Infinity : instant(session.now().at);
  const { ledger, last } = foldedPast(session, before, plans);
  const { first } = reachOf(read);
  const isApart = last === null || (last <= end && (first === null || last < first));
  return isApart ? { entries: read, past: ledger } : pastReadInPart(session, before, read, end, plans);
}

/**
 * Everything the derived views start from, as `--as-of` sees it.
 *
 * Reflections come without their long texts. Entries older than the window come folded: their months are read once, and
 * after that only what was made of them.
 */
export function practiceInput(session: Session, choice: Omit<WindowChoice, "now"> = {}): PracticeInput {
  const journal = session.journal();
  const now = session.now();
  const triggers = session.ownTriggers();
  const all = journal.book("plans");
  const plans: Plans = { all, seen: session.seen(all), resolve: resolver(triggers) };
  const first = windowOf({ now, ...choice }).from.slice(0, 7);
  const months = journal.months();
  const near = months.filter((month) => month >= first);
  const read = choice.all === true ? near.map((month) => journal.month(month)) : [...tallies(journal.store, near, SLIM).values()];
  return {
    ...pastOf(session, months.filter((month) => month < first), read.flatMap((entries) => session.seen(entries)), plans),
    plans: plans.seen,
    triggers,
    settings: session.practice(),
    now,
  };
}
