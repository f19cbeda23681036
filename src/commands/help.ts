import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";
import { EXAMPLES } from "./examples.ts";
import { TOPICS } from "./help-topics.ts";
import { didYouMean } from "./near-miss.ts";
import { topicBody } from "./topic-text.ts";

function runHelp(session: Session, _options: unknown, [asked]: readonly unknown[]): undefined {
  const typed = (asked as readonly string[]).join(" ");
  const wanted = typed.trim().toLowerCase().replace(/[\s_]+/g, "-");
  const topic = TOPICS.find(({ name }) => name === wanted);
  if (topic === undefined) {
    const names = TOPICS.map(({ name }) => name);
    const near = didYouMean(typed, [...names, ...Object.keys(EXAMPLES)]);
    throw usageError(`there is no help on that${near}`, `Topics: ${names.join(", ")}. Or a command's name.`);
  }
  session.print(`${topic.title}\n\n${topicBody(topic, session.runtime.out.columns)}\n`);
}

/** `help` alone and `help <command>` are answered before: the one from a built text, the other as `<command> --help`. */
export function register(program: Command, act: Act): void {
  program
    .command("help")
    .description("help on a command or a topic")
    .argument("<topic...>", TOPICS.map(({ name }) => name).join(", "))
    .action(act(runHelp));
}
