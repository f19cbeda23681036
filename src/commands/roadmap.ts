import type { Command } from "commander";
import { ledgerOfInput, studied, roadmapOf, type RoadmapInput } from "../practice/roadmap.ts";
import type { Roadmap, StopEvidence } from "../practice/shapes.ts";
import { evidenceOfSurvey } from "../practice/stop-evidence.ts";
import type { Session } from "../session.ts";
import { roadmapView } from "../views/roadmap.ts";
import type { Act, Direct } from "./act.ts";
import { dayOf } from "./filters.ts";
import { type FormatOptions, formatOf, printProduct, withFormat } from "./format.ts";
import { practiceInput } from "./practice-input.ts";

interface RoadmapOptions extends FormatOptions {
  readonly since?: string;
  readonly all?: true;
}

interface Study {
  readonly roadmap: Roadmap;
  readonly evidence: readonly StopEvidence[];
}

function near(session: Session): Study {
  const input = practiceInput(session);
  const { survey, ledger } = studied(input);
  return { roadmap: roadmapOf(survey, ledger, input), evidence: evidenceOfSurvey(survey) };
}

async function study(session: Session, { since, all }: RoadmapOptions): Promise<Study> {
  const from = dayOf(session, "--since", since);
  if (from === null && all !== true) return near(session);
  const input: RoadmapInput = { ...practiceInput(session), since: from ?? undefined, all };
  const survey = (await import("./far-survey.ts")).farSurvey(session, input);
  return { roadmap: roadmapOf(survey, ledgerOfInput(input), input), evidence: evidenceOfSurvey(survey) };
}

async function runRoadmap(session: Session, options: RoadmapOptions): Promise<undefined> {
  const format = formatOf(options, ["text", "markdown", "html", "svg"], session);
  const data = await study(session, options);
  if (session.globals.json) {
    session.printJson(data.roadmap);
    return;
  }
  if (format === "html" || format === "svg") {
    await printProduct(session, options, (await import("./road-drawn.ts")).drawnRoad(session, data, format));
    return;
  }
  const text =
    format === "markdown"
      ? (await import("../views/roadmap-markdown.ts")).roadmapMarkdown(data, session.telling())
      : roadmapView(data, session.telling());
  await printProduct(session, options, text);
}

/** The roadmap as text. */
export function roadmapText(session: Session): string {
  return roadmapView(near(session), session.telling());
}

export const direct: Direct = { words: "none", work: runRoadmap };

export function register(program: Command, act: Act): void {
  const roadmap = program
    .command("roadmap")
    .description("where your cases go off course, and what you want there")
    .option("--since <day>", "from this shift-day on, instead of the last 84 days")
    .option("--all", "everything");
  withFormat(roadmap, "text, markdown, html, svg").action(act(runRoadmap));
}
