import type { Reminder } from "../practice/shapes.ts";
import { triggerLabel } from "./names.ts";
import { capital, closed, planSentence } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

/** A reminder in words: what it is for, and what it says. */
export interface ReminderWords {
  readonly title: string;
  readonly body: readonly string[];
}

/** The words of a reminder, without its handle. */
export function reminderWords(reminder: Reminder, t: Telling): ReminderWords {
  const { trigger, if: cue, then, line } = reminder;
  const said = line === null ? null : closed(t.line(line));
  const body: string[] = [];
  if (cue !== null && then !== null) body.push(planSentence({ if: cue, then }, t));
  else if (then !== null) body.push(closed(capital(t.line(then))));
  if (said !== null) body.push(body.length === 0 ? said : `"${said}"`);
  if (trigger !== null) return { title: triggerLabel(trigger, t), body };
  return { title: cue !== null && then === null ? capital(t.line(cue)) : t.say("reminders.ownTitle"), body };
}

const KINDS: Readonly<Record<Reminder["source"], string>> = {
  plan: "reminders.plan",
  own: "reminders.own",
  pack: "reminders.line",
};

/** What kind of reminder it is, in a word. */
export function reminderKind({ source }: Reminder, t: Telling): string {
  return t.say(KINDS[source]);
}

/** The reminders under their headings; a heading without any is left out. */
export function reminderGroups(
  reminders: readonly Reminder[],
  t: Telling,
): readonly (readonly [title: string, reminders: readonly Reminder[]])[] {
  const groups = [
    [t.say("reminders.pinned"), reminders.filter(({ pinned }) => pinned)],
    [t.say("reminders.road"), reminders.filter(({ pinned, source }) => !pinned && source !== "pack")],
    [t.say("reminders.pack"), reminders.filter(({ pinned, source }) => !pinned && source === "pack")],
  ] as const;
  return groups.filter(([, some]) => some.length > 0);
}
