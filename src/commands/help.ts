import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";
import { TOPICS } from "./help-topics.ts";

function runHelp(session: Session, _options: unknown, [asked]: readonly unknown[]): undefined {
  const topic = TOPICS.find(({ name }) => name === asked);
  if (topic === undefined) {
    const names = TOPICS.map(({ name }) => name).join(", ");
    throw usageError(`there is no help on "${String(asked).slice(0, 40)}"`, `Topics: ${names}. Or a command's name.`);
  }
  session.print(`${topic.text}\n`);
}

/** `help` alone and `help <command>` are answered before: the one from a built text, the other as `<command> --help`. */
export function register(program: Command, act: Act): void {
  program
    .command("help")
    .description("help on a command or a topic")
    .argument("<topic>", TOPICS.map(({ name }) => name).join(", "))
    .action(act(runHelp));
}
