import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { honestShare, type Share } from "./numbers.ts";
import { ranked, type RoadmapInput, studied } from "./roadmap.ts";
import type { StopEvidence } from "./shapes.ts";
import type { Sum, Survey } from "./survey.ts";

/** Answers below which no need stands out and nobody is called steady. */
const FEWEST = 3;

function needThatStandsOut(needs: ReadonlyMap<string, number>): string | null {
  const answered = Array.from(needs.values()).reduce((a, b) => a + b, 0);
  if (answered < FEWEST) return null;
  for (const [need, count] of needs) if (count * 2 > answered) return need;
  return null;
}

function evidenceOf({ trigger, held, control, needs }: Sum): StopEvidence {
  return { trigger, held: { ...held }, need: needThatStandsOut(needs), control: { ...control } };
}

/** What texts say about each trigger beyond the roadmap's JSON, best ranked first. */
export function evidenceOfSurvey(survey: Survey): readonly StopEvidence[] {
  return ranked(survey).map(evidenceOf);
}

/** The same from entries. */
export function stopEvidence(input: RoadmapInput): readonly StopEvidence[] {
  return evidenceOfSurvey(studied(input).survey);
}

/** The triggers where the person stays steady: `held` 4 or 5 in most of at least 3 answers. */
export function steadyPlaces(
  evidence: readonly StopEvidence[],
): readonly { readonly trigger: string; readonly share: Share }[] {
  return evidence
    .filter(({ trigger, held }) => trigger !== SUPPORT_TRIGGER && held.answered >= FEWEST)
    .filter(({ held }) => held.steady * 2 > held.answered)
    .map(({ trigger, held }) => ({ trigger, share: honestShare(held.steady, held.answered) }));
}
