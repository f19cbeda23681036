import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { forget, hasTraces } from "../journal/forget.ts";
import type { Session } from "../session.ts";
import { sentencesView } from "../views/sealing.ts";
import { showView } from "../views/show.ts";
import { type Act, writing } from "./act.ts";
import { confirmed } from "./confirmed.ts";
import { findEntry } from "./find-entry.ts";

/** The id, and what is shown of the entry before it goes. A whole id will do for one that was deleted and left traces. */
function wanted(session: Session, typed: string): { readonly id: string; readonly shown: string | null } {
  const journal = session.journal();
  if (typed !== "" && journal.withIdPrefix(typed, 1).length === 0 && hasTraces(journal, typed)) return { id: typed, shown: null };
  const entry = findEntry(session, typed);
  return { id: entry.id, shown: showView(entry, session.talk()) };
}

async function runForget(session: Session, _options: unknown, [typed]: readonly unknown[]): Promise<number | undefined> {
  const { id, shown } = wanted(session, String(typed));
  if (!session.globals.yes && session.canAsk && shown !== null) session.runtime.err.write(`${shown}\n`);
  if (!(await confirmed(session, session.say("sealing.forget")))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return undefined;
  }
  const done = forget(session.journal(), id, session.now().at);
  if (done === null) throw usageError("no entry has that id", "See the ids with: evenkeel list");
  if (session.globals.json) session.printJson([{ id, files: done.files, left: done.left }]);
  else session.note(sentencesView(["sealing.forgotten", "sealing.forgottenNot"].map((key) => session.say(key, { count: done.files })), session.talk()));
  if (done.left.length === 0) return undefined;
  session.runtime.err.write(`${session.say("sealing.forgetLeft", { count: done.left.length, files: done.left.join(", ") })}\n`);
  return 1;
}

export function register(program: Command, act: Act): void {
  program
    .command("forget")
    .description("delete one entry for good: it cannot be taken back")
    .argument("<id>", "its id, or the start of it")
    .action(act(writing(runForget)));
}
