import { type RoadmapInput, surveyRules } from "../practice/roadmap.ts";
import { type Survey, surveyOfParts } from "../practice/survey.ts";
import { windowOf } from "../practice/window.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { PATIENCE_MS } from "./in-turn.ts";
import { progressOf } from "./progress.ts";

/** What the entries since a day, or all of them, come to: months are read one after the other, and let go of. */
export function farSurvey(session: Session, input: RoadmapInput): Survey {
  const journal = session.journal();
  const { from, to } = windowOf(input);
  const months = journal.months().filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
  const progress = progressOf(session, "views.reading", months.length, PATIENCE_MS);
  const known = new Set(journal.store.readPlaces());
  function* parts(): Generator<readonly Entry[]> {
    for (const [at, month] of months.entries()) {
      progress.show(at + 1);
      yield session.seen(journal.month(month));
      for (const place of journal.store.readPlaces()) if (!known.has(place)) journal.store.forgetPlace(place);
    }
  }
  const survey = surveyOfParts(parts(), surveyRules(input));
  progress.end();
  return survey;
}
