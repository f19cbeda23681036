import type { Content } from "../content/content.ts";
import { lineFinder } from "./kind-lines.ts";
import { quotationFor } from "./quotation.ts";
import type { PersonalTrigger } from "./records.ts";
import { type ReminderInput, reminderStudy, remindersOf, type ReminderStudy } from "./reminders.ts";
import type { Card, Reminder } from "./shapes.ts";

const MOST_PLANS = 3;
const MOST_LINES = 5;

export interface CardInput extends ReminderInput {
  readonly content: Pick<Content, "lines" | "triggers" | "quotations">;
  /** The breath cue, spoken from the content's messages. */
  readonly breath: string;
}

type Triggered = Reminder & { readonly trigger: string };

/** The first reminder of each trigger, in reminder order. */
function oneEach(list: readonly Reminder[]): readonly Triggered[] {
  const seen = new Set<string>();
  return list.filter((reminder): reminder is Triggered => {
    if (reminder.trigger === null || seen.has(reminder.trigger)) return false;
    seen.add(reminder.trigger);
    return true;
  });
}

/** What the card calls a trigger: its issue, or the label that the person gave it. */
function issueOf(
  trigger: string,
  content: Pick<Content, "triggers">,
  personal: readonly PersonalTrigger[],
): string {
  const known = content.triggers.find(({ id }) => id === trigger)?.issue;
  return known ?? personal.find(({ id }) => id === trigger)?.label ?? trigger;
}

/** Ready-made sentences stand in only where nothing was ever written: own plans take their places. */
function plansOf(list: readonly Reminder[], { reflections }: Pick<ReminderStudy["ledger"], "reflections">): Card["plans"] {
  const isStarter = reflections === 0 && list.every(({ source }) => source === "pack");
  const sentences = list.filter(({ source, if: cue, then }) => (isStarter || source !== "pack") && cue !== null && then !== null);
  return oneEach(sentences)
    .slice(0, MOST_PLANS)
    .map(({ trigger, if: cue, then }) => ({ trigger, if: cue ?? "", then: then ?? "" }));
}

type TriggeredLine = Card["lines"][number] & { readonly trigger: string };

function linesOf(
  list: readonly Reminder[],
  { ledger, marks }: ReminderStudy,
  input: CardInput,
): readonly TriggeredLine[] {
  const lineFor = lineFinder(ledger, marks, { lines: [] });
  const packLineFor = lineFinder(ledger, marks, input.content);
  const lines = oneEach(list).flatMap(({ trigger, source, line }) => {
    const found = lineFor(trigger) ?? (source === "pack" ? line : packLineFor(trigger));
    return found === null ? [] : [{ trigger, issue: issueOf(trigger, input.content, input.triggers), line: found }];
  });
  return lines.slice(0, MOST_LINES);
}

/** The card of a study: for callers that need the study for more than the card. */
export function cardOf(study: ReminderStudy, input: CardInput): Card {
  const list = remindersOf(study, input.content);
  const plans = plansOf(list, study.ledger);
  const lines = linesOf(list, study, input);
  const { goal, words, contact } = input.settings;
  const triggers = [...plans, ...lines].map(({ trigger }) => trigger);
  return {
    goal,
    words,
    plans,
    lines: lines.map(({ issue, line }) => ({ issue, line })),
    breath: input.breath,
    contact,
    quote: quotationFor(triggers, input.content, input.now.shift),
    date: input.now.shift,
  };
}

/**
 * The card: at most three of the person's if-then sentences and five kind lines, in reminder order, one for each
 * trigger.
 *
 * A line is the newest entry's for that trigger, else an own reminder's, else the pack's. Without a plan or an own
 * if-then sentence `plans` is empty; without any reflection too, plans and lines are the content's: a starter card.
 */
export function card(input: CardInput): Card {
  return cardOf(reminderStudy(input), input);
}
