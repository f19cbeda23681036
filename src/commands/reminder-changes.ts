import { usageError } from "../errors.ts";
import type { Reminder } from "../practice/shapes.ts";
import { byText } from "../practice/triggers.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { reminderNamed } from "../views/handles.ts";
import { maskingOf } from "./masking.ts";
import { reminderList } from "./reminders.ts";
import { sayMasked } from "./say-masked.ts";
import { knownTriggers } from "./known-triggers.ts";

export interface SentenceOptions {
  readonly if?: string;
  readonly then?: string;
  readonly line?: string;
  readonly trigger?: string;
}

const PLAN = "plan:";

function filled(text: string | undefined): string | null {
  const folded = text?.trim() ?? "";
  return folded === "" ? null : folded;
}

/** The words as they may be kept: others may see a reminder, and the card takes from it. What was taken out is told. */
async function masked(session: Session, { trigger, ...words }: SentenceOptions): Promise<SentenceOptions> {
  const { text, counts } = await maskingOf(session);
  const kept = Object.entries(words).flatMap(([name, value]: readonly [string, string | undefined]) =>
    value === undefined ? [] : [[name, text(value)] as const],
  );
  sayMasked(session, counts);
  return { ...(trigger === undefined ? {} : { trigger }), ...Object.fromEntries(kept) };
}

function report(session: Session, ids: readonly string[], message: string): void {
  const changed = reminderList(session).filter(({ id }) => ids.includes(id));
  if (session.globals.json) session.printJson(changed);
  else session.note(`${session.say(message)}\n`);
}

function assertWhole(cue: string | null, then: string | null): void {
  if ((cue === null) === (then === null)) return;
  throw usageError(`a plan needs both parts: ${cue === null ? "--if" : "--then"} is missing`, 'If <cue>, then I will <action>.');
}

/** `reminders add`: a line, an if-then sentence, or both; for a trigger or for no one case. */
export async function runAdd(session: Session, given: SentenceOptions, [words]: readonly unknown[]): Promise<undefined> {
  const options = await masked(session, { ...given, line: given.line ?? (words as readonly string[]).join(" ") });
  const [line, cue, then] = [filled(options.line), filled(options.if), filled(options.then)];
  const trigger = options.trigger ?? null;
  if (line === null && cue === null && then === null) {
    throw usageError("a reminder needs words: the line, or --if and --then", "evenkeel reminders add Breathe out. New caller, new start.");
  }
  assertWhole(cue, then);
  if (trigger !== null && !knownTriggers(session).includes(trigger)) {
    throw usageError("--trigger is not known", `Accepted: ${knownTriggers(session).join(", ")}.`);
  }
  if (trigger === SUPPORT_TRIGGER) {
    throw usageError("there are no reminders for threats and harassment: this is not about skill", "See: evenkeel support");
  }
  const { at } = session.now();
  const id = session.runtime.newId(Date.parse(at));
  session.journal().write("reminders add", at, (_journal, change) => {
    change.putIn("reminders", { id, type: "own", at, trigger, if: cue, then, line });
  });
  report(session, [id], "kept.reminder");
}

function named(session: Session, typed: string): Reminder {
  const list = reminderList(session);
  const all = [...list].sort((a, b) => byText(a.id, b.id));
  const id = reminderNamed(typed, all, session.content());
  const found = list.find((reminder) => reminder.id === id);
  if (found === undefined) throw usageError("no reminder has that id", "See the ids with: evenkeel reminders");
  return found;
}

function editPlan(session: Session, { id, if: cue, then }: Reminder, options: SentenceOptions): void {
  if (options.line !== undefined) {
    throw usageError("--line: the line of a plan comes from what you write in a reflection", "Change the plan with --if and --then.");
  }
  const { at } = session.now();
  const plan = { if: filled(options.if) ?? cue ?? "", then: filled(options.then) ?? then ?? "" };
  session.journal().write("reminders edit", at, (_journal, change) => {
    const planId = session.runtime.newId(Date.parse(at));
    change.putIn("plans", { id: planId, at, trigger: id.slice(PLAN.length), plan });
  });
}

/** An edited pack line becomes one's own, and the pack's leaves the list. */
function editLine(session: Session, reminder: Reminder, options: SentenceOptions): string {
  const { at } = session.now();
  const own = reminder.source === "own";
  const id = own ? reminder.id : session.runtime.newId(Date.parse(at));
  const [cue, then] = [filled(options.if) ?? reminder.if, filled(options.then) ?? reminder.then];
  assertWhole(cue, then);
  session.journal().write("reminders edit", at, (journal, change) => {
    const before = journal.book("reminders").find((record) => record.id === id);
    const line = filled(options.line) ?? reminder.line;
    change.putIn("reminders", { id, type: "own", at: before?.at ?? at, trigger: reminder.trigger, if: cue, then, line });
    if (!own) {
      change.putIn("reminders", { id: `mark:${reminder.id}`, type: "mark", at, reminder: reminder.id, pinned: false, retired: true });
    }
  });
  return id;
}

/** `reminders edit`: other words for a plan (its evidence starts anew), an own line, or a pack's. */
export async function runEdit(session: Session, given: SentenceOptions, [typed]: readonly unknown[]): Promise<undefined> {
  const reminder = named(session, String(typed));
  const options = await masked(session, given);
  if ([options.if, options.then, options.line].every((text) => filled(text) === null)) {
    throw usageError("what shall it say? Missing: --if, --then or --line");
  }
  if (reminder.source === "plan") {
    editPlan(session, reminder, options);
    report(session, [reminder.id], "kept.plan");
  } else report(session, [editLine(session, reminder, options)], "kept.reminder");
}

/** `reminders pin`, `unpin` and `retire`. */
export function runMark(session: Session, name: "pin" | "unpin" | "retire", [typed]: readonly unknown[]): undefined {
  const reminder = named(session, String(typed));
  const { at } = session.now();
  const mark = { reminder: reminder.id, pinned: name === "pin", retired: name === "retire" };
  session.journal().write(`reminders ${name}`, at, (_journal, change) => {
    change.putIn("reminders", { id: `mark:${reminder.id}`, type: "mark", at, ...mark });
  });
  if (session.globals.json) session.printJson([{ ...reminder, pinned: mark.pinned }]);
  else session.note(`${session.say(`kept.${name}`)}\n`);
}
