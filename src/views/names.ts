import type { Labelled, Trigger } from "../content/content.ts";
import type { Telling } from "./telling.ts";

/** An id in words, for what no content knows any more (a pack that was removed). */
function worded(id: string): string {
  const words = id.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function triggerOf(id: string, t: Telling): Trigger | undefined {
  const end = t.countsFor(id);
  return t.content.triggers.find((trigger) => trigger.id === end);
}

function ownLabel(id: string, t: Telling): string {
  const end = t.countsFor(id);
  return t.ownTriggers.find((own) => own.id === end)?.label ?? worded(end);
}

/** What a trigger is called in a sentence: "I had to say no". */
export function triggerLabel(id: string, t: Telling): string {
  return t.line(triggerOf(id, t)?.label ?? ownLabel(id, t));
}

/** What a trigger is called where space is short: "Saying no". */
export function triggerIssue(id: string, t: Telling): string {
  return t.line(triggerOf(id, t)?.issue ?? ownLabel(id, t));
}

/** The line that tells a trigger from its neighbours; empty for own ones. */
export function triggerMeaning(id: string, t: Telling): string {
  return t.line(triggerOf(id, t)?.meaning ?? "");
}

/** The label of an id in a list of the content. */
export function labelIn(list: readonly Labelled[] | undefined, id: string, t: Telling): string {
  return t.line(list?.find((item) => item.id === id)?.label ?? worded(id));
}

/** After "I tend to". */
export function tendency(id: string, t: Telling): string {
  return t.line(t.content.reactions.find((reaction) => reaction.id === id)?.tend ?? worded(id));
}

/** Over a stop on the road. */
export function stageHeading(stage: string | null, t: Telling): string {
  if (stage === null) return t.say("views.stageNone");
  return t.line(t.content.stages.find(({ id }) => id === stage)?.heading ?? worded(stage));
}

/** Inside a line or a table: "at the start". */
export function stageWhere(stage: string | null, t: Telling): string {
  if (stage === null) return t.say("views.stageNoneWhere");
  return t.line(t.content.stages.find(({ id }) => id === stage)?.where ?? worded(stage));
}
