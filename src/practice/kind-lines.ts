import type { Content, Line } from "../content/content.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { historyOf, type Ledger } from "./ledger.ts";
import type { ReminderRecord } from "./records.ts";
import { byText, type Resolve } from "./triggers.ts";

type OwnReminder = Extract<ReminderRecord, { readonly type: "own" }>;

/** Own reminders and marks, with merged triggers followed. */
export interface Marked {
  readonly own: readonly OwnReminder[];
  isPinned(reminder: string): boolean;
  /** A plan (with the moment of its wording) is retired only by a mark made since: a new wording comes back. */
  isRetired(reminder: string, since?: string): boolean;
}

const PLAN = "plan:";

/** Reads the reminders book. A mark on the plan of a merged trigger counts for the trigger it was merged into. */
export function marked(records: readonly ReminderRecord[], resolve: Resolve): Marked {
  const marks = new Map<string, { at: number; pinned: boolean; retired: boolean }>();
  const own: OwnReminder[] = [];
  for (const record of records) {
    if (record.type === "own") {
      own.push({ ...record, trigger: record.trigger === null ? null : resolve(record.trigger) });
      continue;
    }
    const { reminder, pinned, retired } = record;
    const id = reminder.startsWith(PLAN) ? PLAN + resolve(reminder.slice(PLAN.length)) : reminder;
    const at = Date.parse(record.at);
    if (at >= (marks.get(id)?.at ?? -Infinity)) marks.set(id, { at, pinned, retired });
  }
  return {
    own: own.filter(({ trigger }) => trigger !== SUPPORT_TRIGGER),
    isPinned: (id) => marks.get(id)?.pinned ?? false,
    isRetired: (id, since) => {
      const mark = marks.get(id);
      return mark?.retired === true && (since === undefined || Date.parse(since) <= mark.at);
    },
  };
}

export function packId(line: Line): string {
  return `pack:${line.id}`;
}

/** The pack's lines for a trigger in the order of the content, those that were written for it first. */
export function packLines(content: Pick<Content, "lines">, trigger: string): readonly Line[] {
  const fitting = content.lines.filter(({ triggers }) => triggers.includes(trigger));
  const isForIt = ({ triggers }: Line): boolean => triggers[0] === trigger;
  return [...fitting.filter(isForIt), ...fitting.filter((line) => !isForIt(line))];
}

/** Finds the kind line for a trigger: the newest entry's, else an own one (pinned first), else the pack's; or null. */
export function lineFinder(
  ledger: Ledger,
  marks: Marked,
  content: Pick<Content, "lines">,
): (trigger: string) => string | null {
  const own = marks.own
    .filter(({ id, line }) => line !== null && !marks.isRetired(id))
    .sort((a, b) => Number(marks.isPinned(b.id)) - Number(marks.isPinned(a.id)) || byText(a.id, b.id));
  return (trigger) =>
    historyOf(ledger, trigger).line ??
    own.find((reminder) => reminder.trigger === trigger)?.line ??
    packLines(content, trigger).find((line) => !marks.isRetired(packId(line)))?.text ??
    null;
}
