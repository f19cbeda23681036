import { type TallyKind, tallies } from "../journal/tallies.ts";
import type { Ledger } from "../practice/ledger.ts";
import { instant } from "../practice/moments.ts";
import { isMonthTally } from "../practice/month-shape.ts";
import { foldTallies, isFresh, type MonthTally, planPast, TALLY_VERSION, tallyMonth } from "../practice/months.ts";
import type { PlanChange } from "../practice/records.ts";
import type { PracticeInput } from "../practice/roadmap.ts";
import { tallyOf } from "../practice/tally.ts";
import { type Resolve, resolver } from "../practice/triggers.ts";
import { type WindowChoice, windowOf } from "../practice/window.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";

interface Plans {
  /** The whole plans book. */
  readonly all: readonly PlanChange[];
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

interface Past {
  readonly entries: readonly Entry[];
  readonly past: Ledger | undefined;
}

/** Takes in the months before a window from their tallies, and reads those that no tally can stand for. */
function pastOf(session: Session, before: readonly string[], read: readonly Entry[], plans: Plans): Past {
  if (before.length === 0) return { entries: read, past: undefined };
  const journal = session.journal();
  const end = session.globals.asOf === undefined ? Infinity : instant(session.now().at);
  const kept = [...tallies(journal.store, before, tallyKind(plans))];
  const whole = kept.filter(([, { last }]) => last === null || last <= end);
  const later = kept.filter(([, { last }]) => last !== null && last > end).flatMap(([month]) => session.seen(journal.month(month)));
  const entries = [...read, ...later];
  const { fold, read: overlapping } = planPast(whole.map(([, tally]) => tally), tallyOf(entries, [], plans.resolve));
  const monthAt = (index: number): readonly Entry[] => journal.month(whole[index]?.[0] ?? "");
  const groups = fold.flatMap(([index = 0, ...more]) => {
    const single = whole[index]?.[1];
    if (more.length === 0 && single !== undefined) return [single];
    return [tallyMonth([index, ...more].flatMap(monthAt), plans.all, plans.resolve)];
  });
  return {
    entries: [...entries, ...overlapping.flatMap(monthAt)],
    past: foldTallies(groups, session.seen(plans.all), plans.resolve),
  };
}

/**
 * Everything the derived views start from, as `--as-of` sees it. Entries older than the window come folded: their months
 * are read once, and after that only a small tally of each.
 */
export function practiceInput(session: Session, choice: Omit<WindowChoice, "now"> = {}): PracticeInput {
  const journal = session.journal();
  const now = session.now();
  const triggers = journal.book("triggers");
  const plans: Plans = { all: journal.book("plans"), resolve: resolver(triggers) };
  const first = windowOf({ now, ...choice }).from.slice(0, 7);
  const months = journal.months();
  const read = months.filter((month) => month >= first).flatMap((month) => session.seen(journal.month(month)));
  return {
    ...pastOf(session, months.filter((month) => month < first), read, plans),
    plans: session.seen(plans.all),
    triggers,
    settings: session.practice(),
    now,
  };
}
