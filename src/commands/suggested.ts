import { rank, type Suggestion } from "../content/suggest/rank.ts";
import type { Session } from "../session.ts";

/** The triggers that words point to, best first. */
export function suggestedTriggers(session: Session, text: string): readonly Suggestion[] {
  return rank(text, session.suggestModel());
}
