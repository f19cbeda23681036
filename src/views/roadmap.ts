import type { Roadmap, Stop, StopEvidence } from "../practice/shapes.ts";
import { spanText } from "./dates.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, spread, textRight, unpainted } from "./lines.ts";
import { stageHeading, triggerLabel } from "./names.ts";
import { roadmapAloud } from "./roadmap-aloud.ts";
import { onceSection, raiseSection, steadySection, supportSection } from "./roadmap-sections.ts";
import { roadGeometry, stopLines } from "./roadmap-stop.ts";
import type { Telling } from "./telling.ts";
import { displayWidth } from "./width.ts";
import { hang } from "./wrap.ts";

export interface RoadmapData {
  readonly roadmap: Roadmap;
  /** For each trigger of the window. */
  readonly evidence: readonly StopEvidence[];
}

const HEAD_RIGHT = 65;

function counts({ entries, shifts }: Roadmap, t: Telling): string {
  return t.say("roadmap.head", {
    cases: t.say("roadmap.cases", { count: entries }),
    shifts: t.say("roadmap.shifts", { count: shifts }),
  });
}

function goalLines({ goal }: Roadmap, t: Telling): readonly string[] {
  return goal === null ? [] : paragraph(t.line(goal), t, t.style.palette.kind);
}

function head(roadmap: Roadmap, t: Telling): readonly string[] {
  const { title, quiet } = t.style.palette;
  const name = t.say("roadmap.title").toUpperCase();
  const span = spanText(roadmap.from, roadmap.to, "short", t);
  if (isNarrow(t.style)) {
    const goal = goalLines(roadmap, t);
    return [
      ...paragraph(name, t, title),
      ...paragraph(span, t, quiet),
      ...paragraph(t.say("roadmap.cases", { count: roadmap.entries }), t),
      ...(goal.length === 0 ? [] : ["", ...goal]),
    ];
  }
  const right = Math.min(HEAD_RIGHT, t.style.width - 1) - MARGIN;
  const line = spread([name, title], [span, quiet], right) ?? name;
  return [...indented([line]), ...goalLines(roadmap, t), ...paragraph(counts(roadmap, t), t)];
}

function hardest({ top }: Roadmap, t: Telling): readonly string[] {
  if (top.length === 0) return [];
  const lead = t.say("roadmap.hardestNow");
  const names = top.map((trigger, index) => [String(index + 1), triggerLabel(trigger, t)] as const);
  if (isNarrow(t.style)) {
    return ["", ...paragraph(lead, t), ...names.flatMap(([place, name]) => hang(`   ${place}  `, name, textRight(t.style)))];
  }
  const lines: string[] = [];
  const indent = `  ${lead}:  `;
  let line = "";
  for (const name of names.map((parts) => parts.join(" "))) {
    const longer = line === "" ? name : `${line}   ${name}`;
    if (line !== "" && indent.length + displayWidth(longer) > textRight(t.style)) {
      lines.push(line);
      line = name;
    } else line = longer;
  }
  return ["", ...[...lines, line].flatMap((text, index) => hang(index === 0 ? indent : " ".repeat(indent.length), text, t.style.width - 1))];
}

/** Stops under the headings of their stages, along the road. */
function road({ roadmap, evidence }: RoadmapData, t: Telling): readonly string[] {
  const { bar } = roadGeometry(t.style);
  const lines: string[] = [];
  const year = roadmap.to.slice(0, 4);
  let stage: Stop["stage"] | undefined;
  for (const stop of roadmap.stops) {
    if (stop.stage !== stage) {
      lines.push(lines.length === 0 ? "" : bar, ...heading(stageHeading(stop.stage, t), t));
      stage = stop.stage;
    }
    lines.push(bar, ...stopLines(stop, { evidence: evidence.find(({ trigger }) => trigger === stop.trigger), year }, t));
  }
  if (lines.length === 0 && roadmap.entries > 0) return ["", ...paragraph(t.say("roadmap.noStops"), t)];
  return lines;
}

function empty(t: Telling): readonly string[] {
  const { accent, quiet } = t.style.palette;
  const first = t.say("roadmap.firstStone", { command: "evenkeel reflect" });
  const note = t.say("roadmap.firstStoneNote");
  const right = 45 + displayWidth(note);
  const line = right < t.style.width ? spread([first, accent], [note, quiet], right - 2 - 7) : null;
  return [
    ...heading(t.say("roadmap.title"), t),
    "",
    ...paragraph(t.say("roadmap.empty"), t),
    "",
    ...(line === null ? [...paragraph(first, t, accent), ...paragraph(note, t, quiet)] : indented([line])),
    ...paragraph(t.say("roadmap.orLook", { command: "evenkeel demo" }), t, unpainted),
  ];
}

/** The roadmap in the terminal: for reading, or for listening in screen-reader mode. */
export function roadmapView(data: RoadmapData, t: Telling): string {
  const { roadmap, evidence } = data;
  if (t.style.screenReader) return roadmapAloud(data, t);
  if (roadmap.entries === 0) return finish(empty(t));
  return finish([
    ...head(roadmap, t),
    ...hardest(roadmap, t),
    ...road(data, t),
    ...steadySection(evidence, t),
    ...raiseSection(roadmap, evidence, t),
    ...onceSection(roadmap, t),
    ...supportSection(roadmap, t),
  ]);
}
