import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { studied } from "../practice/roadmap.ts";
import { duePlans, type PlanToRehearse, plansToRehearse } from "../practice/rehearse.ts";
import { addDays } from "../reflection/moment.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { dueView } from "../views/rehearse.ts";
import { type Act, writing } from "./act.ts";
import { keep } from "./keep.ts";
import { practiceInput } from "./practice-input.ts";
import { readFlags } from "./read-context.ts";
import { sayKept } from "./say-kept.ts";
import type { GoingOn } from "./start-wish.ts";

interface RehearseOptions extends GoingOn {
  readonly all?: true;
  readonly trigger?: string;
  readonly grade?: string;
  readonly at?: string;
}

const FLAGS = { trigger: "--trigger", grade: "--grade", at: "--at" };

/** Every plan in force with its date. Reads the months since the oldest wording. */
export async function rehearsable(session: Session): Promise<readonly PlanToRehearse[]> {
  const { loadSchedule } = await import("../practice/rehearse-schedule.ts");
  const input = practiceInput(session);
  const { ledger } = studied(input);
  const journal = session.journal();
  const now = session.now();
  const oldest = ledger.triggers.reduce((day, { plan }) => (plan !== null && plan.since.slice(0, 10) < day ? plan.since.slice(0, 10) : day), now.shift);
  const entries = session.seen(journal.between(addDays(oldest, -2), addDays(now.shift, 2)));
  const reminders = session.seen(journal.book("reminders"));
  return plansToRehearse({ ledger, entries, triggers: input.triggers, reminders }, await loadSchedule());
}

function print(session: Session, plans: readonly PlanToRehearse[], total: number): void {
  if (session.globals.json) session.printJson(plans.map(({ trigger, if: cue, then, due }) => ({ trigger, if: cue, then, due })));
  else session.print(dueView(plans, total, session.now(), session.telling()));
}

/** One rehearsal that was done without evenkeel. */
async function keepGrade(session: Session, { trigger, grade, at }: RehearseOptions): Promise<undefined> {
  const missing = trigger === undefined ? "--trigger" : grade === undefined ? "--grade" : null;
  if (missing !== null) throw usageError(`a rehearsal needs ${missing} as well`, "evenkeel rehearse --trigger saying_no --grade good");
  const draft = readFlags(session, "rehearsal", { trigger, grade, at }, FLAGS);
  if (trigger === SUPPORT_TRIGGER) throw usageError(`--trigger: "${SUPPORT_TRIGGER}" is not rehearsed`, "See: evenkeel support");
  const plans = await rehearsable(session);
  if (!plans.some((plan) => plan.trigger === trigger)) {
    throw usageError("--trigger: there is no plan for this one", `Accepted: ${plans.map((plan) => plan.trigger).join(", ") || "none yet"}.`);
  }
  sayKept(session, await keep(session, "rehearse", [draft]));
}

async function runRehearse(session: Session, options: RehearseOptions): Promise<number | undefined> {
  const { all, trigger, grade, at, resume, discard } = options;
  const writes = writing(() => undefined);
  if (trigger !== undefined || grade !== undefined || at !== undefined) {
    await writes(session, options, []);
    return keepGrade(session, options);
  }
  const asks = session.canAsk && !session.globals.json && session.globals.asOf === undefined;
  if (asks || resume || discard) {
    await writes(session, options, []);
    const { converseRehearse } = await import("./rehearse-conversation.ts");
    return converseRehearse(session, options);
  }
  const plans = await rehearsable(session);
  print(session, all ? plans : duePlans(plans, session.now()), plans.length);
  return undefined;
}

export function register(program: Command, act: Act): void {
  program
    .command("rehearse")
    .description("the plans that are due, in your mind, two minutes; without a terminal it lists them")
    .option("--all", "every plan, due or not")
    .option("--trigger <id>", "keep one rehearsal: of this trigger's plan")
    .option("--grade <id>", "... and how it came: forgot, hard, good, easy")
    .option("--at <moment>", "... and when")
    .option("--resume", "go on with one that was broken off")
    .option("--discard", "drop the one that was broken off")
    .action(act(runRehearse));
}
