import type { Command } from "commander";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";

function runHome(session: Session): undefined {
  session.print(`${session.now().shift}\n`);
}

export function register(program: Command, act: Act): void {
  program.action(act(runHome));
}
