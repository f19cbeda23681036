import type { Command } from "commander";
import { undo } from "../journal/undo.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";

function runUndo(session: Session): undefined {
  const step = undo(session.journal(), session.now().at);
  if (session.globals.json) session.printJson(step?.records ?? []);
  else if (step === null) session.note(`${session.say("kept.nothingToUndo")}\n`);
  else session.note(`${session.say("kept.undone", { command: step.command, count: step.changed })}\n`);
}

export function register(program: Command, act: Act): void {
  program
    .command("undo")
    .description("take back the last command that changed the journal; again for the one before")
    .action(act(writing(runUndo)));
}
