import type { PracticeInput } from "../practice/roadmap.ts";
import { type WindowChoice } from "../practice/window.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";

/** Everything the derived views start from, as `--as-of` sees it. */
export function practiceInput(session: Session, _choice: Omit<WindowChoice, "now"> = {}): PracticeInput {
  const journal = session.journal();
  const entries: Entry[] = [];
  for (const month of journal.backwards()) entries.push(...session.seen(month));
  return {
    entries,
    plans: session.seen(journal.book("plans")),
    triggers: journal.book("triggers"),
    settings: session.practice(),
    now: session.now(),
  };
}
