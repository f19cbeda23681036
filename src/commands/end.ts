import type { Command } from "commander";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";

function run(_session: Session): undefined {
  return undefined;
}

export function register(program: Command, act: Act): void {
  program.command("end").description("").action(act(run));
}
