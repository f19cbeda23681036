import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { INSTALL, SHELLS, shellScript } from "../terminal/shell-scripts.ts";
import type { Act } from "./act.ts";

function runCompletion(session: Session, _options: unknown, [asked]: readonly unknown[]): undefined {
  const shell = SHELLS.find((name) => name === asked);
  if (shell === undefined) throw usageError("that shell is not known", `Accepted: ${SHELLS.join(", ")}.`);
  session.print(shellScript(shell));
  if (session.runtime.out.isTerminal) session.note(`\nTo keep it, type once, and open a new terminal:\n  ${INSTALL[shell]}\n`);
}

const HELP = `
Type the line of your shell once, and open a new terminal:
${SHELLS.map((shell) => `  ${shell}\n    ${INSTALL[shell]}`).join("\n")}
`;

export function register(program: Command, act: Act): void {
  program
    .command("completion")
    .description("teach your shell to complete evenkeel's commands, flags and ids with Tab")
    .argument("<shell>", SHELLS.join(", "))
    .addHelpText("after", HELP)
    .action(act(runCompletion));
}
