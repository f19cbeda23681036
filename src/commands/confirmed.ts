import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";

/**
 * Asks y/N. `--yes` is yes without asking; where nobody can be asked and nothing was said, that is a usage failure.
 */
export async function confirmed(session: Session, question: string): Promise<boolean> {
  if (session.globals.yes) return true;
  if (!session.canAsk) throw usageError("this needs a yes", "Add --yes to say it.");
  const [{ confirm }, { thisTerminal }] = [await import("../terminal/confirm.ts"), await import("../terminal/this-terminal.ts")];
  return confirm(question, { terminal: thisTerminal(session.talk().style, session.runtime.env), say: session.say });
}
