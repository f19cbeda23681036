import type { Content, Line } from "../content/content.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { lineFinder, type Marked, marked, packId, packLines } from "./kind-lines.ts";
import { historyOf, type Ledger } from "./ledger.ts";
import { round6 } from "./numbers.ts";
import type { ReminderRecord } from "./records.ts";
import { type PracticeInput, ranked, studied } from "./roadmap.ts";
import { byScore } from "./score.ts";
import type { Reminder } from "./shapes.ts";
import { scoreOf, type Survey } from "./survey.ts";
import { byText, resolver } from "./triggers.ts";

export interface ReminderInput extends PracticeInput {
  /** The reminders book. */
  readonly reminders: readonly ReminderRecord[];
  readonly content: Pick<Content, "lines">;
}

/** What the list is made from: survey of the window, ledger of the whole journal, marks. */
export interface ReminderStudy {
  readonly survey: Survey;
  readonly ledger: Ledger;
  readonly marks: Marked;
}

type Unmarked = Omit<Reminder, "pinned" | "score">;

function fromPlans({ ledger, marks }: ReminderStudy, content: ReminderInput["content"]): Unmarked[] {
  const lineFor = lineFinder(ledger, marks, content);
  return ledger.triggers.flatMap(({ trigger, plan }) =>
    plan === null
      ? []
      : [{ id: `plan:${trigger}`, trigger, if: plan.if, then: plan.then, line: lineFor(trigger), source: "plan" }],
  );
}

function fromOwn({ marks }: ReminderStudy): Unmarked[] {
  return marks.own.map(({ id, trigger, if: cue, then, line }) => ({ id, trigger, if: cue, then, line, source: "own" }));
}

function fromLine(line: Line, trigger: string | null): Unmarked {
  return { id: packId(line), trigger, if: line.if ?? null, then: line.then ?? null, line: line.text, source: "pack" };
}

function starters(lines: readonly Line[]): Unmarked[] {
  const open = lines.filter(({ starter, triggers }) => starter === true && !triggers.includes(SUPPORT_TRIGGER));
  return open.map((line) => fromLine(line, line.triggers[0] ?? null));
}

/** One pack line for each trigger on the road that has no plan and no own reminder; a line stands there once. */
function fromPack(
  { survey }: ReminderStudy,
  content: ReminderInput["content"],
  others: readonly Unmarked[],
): Unmarked[] {
  const covered = new Set(others.map(({ trigger }) => trigger));
  const used = new Set<string>();
  const found: Unmarked[] = [];
  for (const { trigger } of ranked(survey)) {
    if (trigger === SUPPORT_TRIGGER || covered.has(trigger)) continue;
    const line = packLines(content, trigger).find(({ id }) => !used.has(id));
    if (line === undefined) continue;
    used.add(line.id);
    found.push(fromLine(line, trigger));
  }
  return found;
}

function inRank(a: Reminder, b: Reminder, raw: (reminder: Reminder) => number | null): number {
  return Number(b.pinned) - Number(a.pinned) || byScore(raw(a), raw(b)) || byText(a.id, b.id);
}

/** The reminder list of a study: for callers that read the journal themselves. */
export function remindersOf(study: ReminderStudy, content: ReminderInput["content"]): readonly Reminder[] {
  const { survey, ledger, marks } = study;
  const written = [...fromPlans(study, content), ...fromOwn(study)];
  const pack = ledger.reflections === 0 ? starters(content.lines) : fromPack(study, content, written);
  const raw = ({ trigger }: Unmarked): number | null => (trigger === null ? null : scoreOf(survey, trigger));
  return [...written, ...pack]
    .filter(({ id, source, trigger }) => {
      const plan = source === "plan" && trigger !== null ? historyOf(ledger, trigger).plan : null;
      return !marks.isRetired(id, plan?.since);
    })
    .map((reminder): Reminder => {
      const score = raw(reminder);
      return { ...reminder, pinned: marks.isPinned(reminder.id), score: score === null ? null : round6(score) };
    })
    .sort((a, b) => inRank(a, b, raw));
}

export function reminderStudy(input: ReminderInput): ReminderStudy {
  return { ...studied(input), marks: marked(input.reminders, resolver(input.triggers)) };
}

/**
 * The reminder list: pinned ones first, then by score, then by id.
 *
 * One for each plan in force, however long ago, then own ones, then a pack line for each trigger on the roadmap that
 * has neither; without any reflection, the pack's starter list. The support trigger has none. A retired reminder is
 * left out and nothing takes its place; a plan that is worded anew comes back. `score` is the trigger's in the window (0 where it did not come up), and null
 * without a trigger.
 */
export function reminders(input: ReminderInput): readonly Reminder[] {
  return remindersOf(reminderStudy(input), input.content);
}
