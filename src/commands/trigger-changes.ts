import { labelTrouble, mergePersonal, namePersonal, renamePersonal, restorePersonal, retirePersonal } from "../content/personal.ts";
import { findTrigger, type ListedTrigger, listTriggers } from "../content/trigger-list.ts";
import { type EvenkeelError, usageError } from "../errors.ts";
import type { TriggerRecord } from "../practice/records.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { namedTriggers } from "./known-triggers.ts";
import { maskedLabel } from "./own-trigger.ts";

function listed(session: Session): readonly ListedTrigger[] {
  return listTriggers(session.content().triggers, session.ownTriggers());
}

function ids(triggers: readonly ListedTrigger[]): string {
  return triggers.map(({ id }) => id).join(", ");
}

function unknown(near: readonly ListedTrigger[], own: readonly ListedTrigger[]): EvenkeelError {
  if (near.length > 0) return usageError("there is no such trigger", `Did you mean ${ids(near)}?`);
  const next = own.length === 0 ? "There is none of your own yet. See: evenkeel triggers" : `Your own: ${ids(own)}. See: evenkeel triggers`;
  return usageError("there is no such trigger", next);
}

/** The one trigger that was meant. Throws a usage failure where there is none, or more than one. */
function meant(typed: unknown, triggers: readonly ListedTrigger[]): ListedTrigger {
  const found = findTrigger(String(typed), triggers);
  if ("one" in found) return found.one;
  if ("several" in found) throw usageError("more than one trigger begins so", `Type more of it: ${ids(found.several)}.`);
  throw unknown(found.near, triggers.filter(({ source }) => source === "own"));
}

/** The same, of one's own: others are worded anew by a pack. */
function ownMeant(session: Session, typed: unknown): ListedTrigger {
  const all = listed(session);
  const own = all.filter(({ source }) => source === "own");
  const found = findTrigger(String(typed), own);
  const trigger = "one" in found ? found.one : meant(typed, "several" in found ? own : all);
  if (trigger.source === "own") return trigger;
  const whose = trigger.source === "pack" ? "comes from a pack" : "is ready-made";
  throw usageError(`${trigger.id} ${whose}, and only your own can be changed here`, "A pack can word it anew: evenkeel help pack");
}

function write(session: Session, command: string, records: readonly TriggerRecord[]): void {
  session.journal().write(command, session.now().at, (_journal, change) => {
    for (const record of records) change.putIn("triggers", record);
  });
}

function tell(session: Session, id: string, message: string, values: Readonly<Record<string, string>> = {}): void {
  const changed = listed(session).filter((trigger) => trigger.id === id);
  if (session.globals.json) session.printJson(changed);
  else session.note(`${session.say(message, { label: changed[0]?.label ?? id, ...values })}\n`);
}

function words(label: unknown): string {
  return (label as readonly string[]).join(" ");
}

/** `triggers add` */
export async function runAdd(session: Session, label: unknown): Promise<void> {
  const made = namePersonal(await maskedLabel(session, words(label)), session.now().at, namedTriggers(session));
  write(session, "triggers add", [made]);
  tell(session, made.id, "triggers.added", { id: made.id });
}

/** `triggers rename` */
export async function runRename(session: Session, typed: unknown, label: unknown): Promise<void> {
  const { id } = ownMeant(session, typed);
  const known = namedTriggers(session).filter((other) => other.id !== id);
  const masked = await maskedLabel(session, words(label));
  const trouble = labelTrouble(masked, known);
  if (trouble !== null) throw trouble;
  session.journal().write("triggers rename", session.now().at, (journal, change) => {
    const own = journal.book("triggers").find((record) => record.id === id);
    if (own !== undefined && "label" in own) change.putIn("triggers", renamePersonal(own, masked, session.now().at, known));
  });
  tell(session, id, "triggers.renamed");
}

/** `triggers merge` */
export function runMerge(session: Session, from: unknown, into: unknown): void {
  const trigger = ownMeant(session, from);
  const target = meant(into, listed(session));
  if (target.id === SUPPORT_TRIGGER) {
    throw usageError("nothing is merged into threats and harassment", "That trigger has no plans and no scores. See: evenkeel support");
  }
  const personal = session.ownTriggers();
  const mark = mergePersonal(trigger, target.id, session.now().at, { personal, known: namedTriggers(session).map(({ id }) => id) });
  write(session, "triggers merge", [mark]);
  const end = listed(session).find(({ id }) => id === mark.mergedInto)?.label ?? target.label;
  tell(session, trigger.id, "triggers.merged", { into: end });
}

/** `triggers retire` and `triggers restore` */
export function runFate(session: Session, name: "retire" | "restore", typed: unknown): void {
  const trigger = ownMeant(session, typed);
  if (name === "retire" && trigger.state === "merged") {
    throw usageError(`${trigger.id} counts for ${trigger.mergedInto ?? "another trigger"} and is not offered`, `To take that back: evenkeel triggers restore ${trigger.id}`);
  }
  const { at } = session.now();
  const isDone = trigger.state === (name === "retire" ? "retired" : "offered");
  if (!isDone) write(session, `triggers ${name}`, [name === "retire" ? retirePersonal(trigger, at) : restorePersonal(trigger, at)]);
  tell(session, trigger.id, `triggers.${name}${isDone ? "Already" : "Done"}`);
}
