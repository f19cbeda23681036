import type { Command } from "commander";
import type { Session } from "../session.ts";
import { supportView } from "../views/support.ts";
import type { Act } from "./act.ts";

function runSupport(session: Session): undefined {
  const { support } = session.deepContent();
  const contact = session.value("contact");
  const country = session.value("country");
  if (session.globals.json) session.printJson({ lead: support.lead, steps: support.steps, people: support.people, contact });
  else session.print(supportView({ support, contact, country }, session.telling()));
}

export function register(program: Command, act: Act): void {
  program.command("support").description("people who help").action(act(runSupport));
}
