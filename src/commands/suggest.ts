import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { SURE } from "../content/suggest/rank.ts";
import { frequentTriggers } from "../practice/frequent.ts";
import { round6 } from "../practice/numbers.ts";
import { suggestView } from "../views/suggest.ts";
import type { Act, Direct } from "./act.ts";
import { practiceInput } from "./practice-input.ts";
import { suggestedTriggers } from "./suggested.ts";

function runSuggest(session: Session, _options: unknown, [typed]: readonly unknown[]): undefined {
  const words = (typed as readonly string[]).join(" ").trim();
  if (words === "") throw usageError("suggest needs words", 'evenkeel suggest "kept yelling about a refund"');
  const { triggers } = session.content();
  const own = session.ownTriggers();
  const label = (id: string): string => triggers.find((one) => one.id === id)?.label ?? own.find((one) => one.id === id)?.label ?? id;
  const found = suggestedTriggers(session, words).map(({ trigger, score }) => ({ trigger, label: label(trigger), score: round6(score) }));
  if (session.globals.json) session.printJson(found);
  else {
    const weak = found.length > 0 && (found[0]?.score ?? 0) < SURE;
    session.print(suggestView({ suggestions: found, weak, usual: found.length > 0 ? [] : frequentTriggers(practiceInput(session)) }, session.telling()));
  }
}

export const direct: Direct = { words: "some", work: runSuggest };

export function register(program: Command, act: Act): void {
  program
    .command("suggest")
    .description("the triggers that words point to, best first")
    .argument("<words...>", "what happened, in your words")
    .action(act(runSuggest));
}
