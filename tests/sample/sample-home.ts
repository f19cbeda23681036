import { openJournal } from "../../src/journal/open.ts";
import { places } from "../../src/journal/places.ts";
import { sampleJournal } from "../../src/practice/sample.ts";
import { english } from "../conversations/english.ts";

/** Writes the sample journal as it stands on a Sunday, or what of it there was at a moment, into a folder that becomes somebody's EVENKEEL_HOME. */
export function keepSample(home: string, today: string, offset = "+01:00", until?: string): void {
  const journal = openJournal({ places: places({ EVENKEEL_HOME: home }, "linux", home), clock: () => Date.parse(`${today}T12:00:00Z`) });
  const last = until === undefined ? Infinity : Date.parse(until);
  let next = 0;
  const newId = (): string => `01SAMPLE${String((next += 1)).padStart(18, "0")}`;
  const { entries, plans, reminders, reviews, settings } = sampleJournal(english().deep.sample, { today, offset, newId });
  journal.write("demo", `${today}T12:00:00${offset}`, (_journal, change) => {
    for (const entry of entries) if (Date.parse(entry.at) <= last) change.put(entry);
    for (const plan of plans) if (Date.parse(plan.at) <= last) change.putIn("plans", plan);
    for (const reminder of reminders) change.putIn("reminders", reminder);
    for (const review of reviews) if (Date.parse(review.at) <= last) change.putIn("reviews", review);
    for (const setting of settings) change.putIn("settings", setting);
  });
}
