import type { Command } from "commander";
import type { Act } from "./act.ts";
import type { Session } from "../session.ts";
import { showView } from "../views/show.ts";
import { findEntry } from "./find-entry.ts";

function runShow(session: Session, _options: unknown, [id]: readonly unknown[]): undefined {
  const entry = findEntry(session, String(id));
  if (session.globals.json) session.printJson(entry);
  else session.print(showView(entry, session.telling()));
}

export function register(program: Command, act: Act): void {
  program.command("show").description("one entry, whole").argument("<id>", "its id, or the start of it").action(act(runShow));
}
