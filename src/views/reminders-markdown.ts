import type { Reminder } from "../practice/shapes.ts";
import { document, escapeMarkdown } from "./markdown.ts";
import { reminderGroups, reminderWords } from "./reminder-words.ts";
import type { Telling } from "./telling.ts";

/** The reminders as a Markdown document. */
export function remindersMarkdown(reminders: readonly Reminder[], t: Telling): string {
  const title = [`# ${escapeMarkdown(t.say("reminders.title"))}`];
  if (reminders.length === 0) return document([title, [escapeMarkdown(t.say("reminders.empty"))]]);
  return document([
    title,
    ...reminderGroups(reminders, t).flatMap(([name, group]) => [
      [`## ${escapeMarkdown(name)}`],
      group.flatMap((reminder) => {
        const words = reminderWords(reminder, t);
        return [`- **${escapeMarkdown(words.title)}**`, ...words.body.map((text) => `  - ${escapeMarkdown(text)}`)];
      }),
    ]),
  ]);
}
