import type { Stop } from "../practice/shapes.ts";
import { dayText, spanText } from "./dates.ts";
import { stageHeading, triggerLabel } from "./names.ts";
import { breakLines } from "./paper/lines.ts";
import type { Face, Measure } from "./paper/type.ts";
import { planParts } from "./plan-words.ts";
import type { RoadmapData } from "./roadmap.ts";
import type { Telling } from "./telling.ts";

/** Drawn at the width of a telephone: nothing in it is ever shown smaller than it was drawn. */
export const WIDTH = 390;
const MARGIN = 20;
const TEXT = 122;
const ROAD = 60;
const SWING = 16;
const LEAST_RADIUS = 11;
const MOST_RADIUS = 24;
const GAP = 30;
const LEGEND_TEXT = 48;

export type Role = "title" | "quiet" | "goal" | "stage" | "stop" | "fact" | "if" | "then" | "rank" | "legend";

interface RoleStyle {
  readonly size: number;
  readonly face: Face;
  readonly leading: number;
}

/** Type of the picture, in its own units. */
export const ROLES: Readonly<Record<Role, RoleStyle>> = {
  title: { size: 28, face: "bold", leading: 34 },
  quiet: { size: 13, face: "regular", leading: 18 },
  goal: { size: 17, face: "regular", leading: 23 },
  stage: { size: 12, face: "bold", leading: 22 },
  stop: { size: 18, face: "bold", leading: 23 },
  fact: { size: 13, face: "regular", leading: 18 },
  if: { size: 15, face: "regular", leading: 20 },
  then: { size: 15, face: "bold", leading: 20 },
  rank: { size: 17, face: "bold", leading: 20 },
  legend: { size: 13, face: "regular", leading: 18 },
};

export interface PlacedText {
  readonly role: Role;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Its place among the hardest, from 1; null where it is none of them. */
  readonly rank: number | null;
}

/** A road laid out: every text is measured and stands clear of the others. */
export interface RoadLayout {
  readonly height: number;
  readonly texts: readonly PlacedText[];
  readonly marks: readonly Mark[];
  /** Where the road runs, from its start to its end. */
  readonly way: readonly (readonly [x: number, y: number])[];
  /** Where the boat lies at the end of it; null without a road. */
  readonly end: readonly [x: number, y: number] | null;
  /** Marks that the legend explains. */
  readonly legend: readonly Mark[];
}

/** Writes text from top to bottom. */
class Scribe {
  readonly texts: PlacedText[] = [];
  y: number;
  private readonly measure: Measure;

  constructor(measure: Measure, y: number) {
    this.measure = measure;
    this.y = y;
  }

  write(role: Role, text: string, x: number): void {
    const { size, face, leading } = ROLES[role];
    const tracking = role === "stage" ? 0.08 : 0;
    const width = (part: string): number => (this.measure(part, face) + tracking * Array.from(part).length) * size;
    for (const line of breakLines(text, WIDTH - MARGIN - x, width)) {
      this.y += leading;
      this.texts.push({ role, x, y: this.y - (leading - size * 0.72) / 2, text: line });
    }
  }
}

function radiusOf(stop: Stop, most: number): number {
  const share = most === 0 ? 0 : Math.max(0, stop.score ?? 0) / most;
  return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(share);
}

function factsOf({ count, lastSeen, strength }: Stop, year: string, t: Telling): readonly string[] {
  const seen = t.say("roadmap.timesLast", { count, day: dayText(lastSeen, year, "short", t) });
  if (strength === null) return [seen];
  const { median, min, max } = strength;
  const hard = `${t.number(median)}${min === max ? "" : ` ${t.say("roadmap.fromTo", { min, max })}`}`;
  return [seen, t.say("page.stopHard", { hard })];
}

function writeStop(scribe: Scribe, stop: Stop, year: string, t: Telling): void {
  scribe.write("stop", triggerLabel(stop.trigger, t), TEXT);
  for (const fact of factsOf(stop, year, t)) scribe.write("fact", fact, TEXT);
  scribe.y += 5;
  if (stop.plan === null) {
    scribe.write("fact", t.say("page.noPlan"), TEXT);
    return;
  }
  const [cue, then] = planParts(stop.plan, t);
  scribe.write("if", cue, TEXT);
  scribe.write("then", then, TEXT);
}

/** The stops from top to bottom; gives their marks. */
function writeStops(scribe: Scribe, { roadmap }: RoadmapData, t: Telling): readonly Mark[] {
  const most = Math.max(0, ...roadmap.stops.map(({ score }) => score ?? 0));
  let stage: Stop["stage"] | undefined;
  return roadmap.stops.map((stop, index) => {
    const radius = radiusOf(stop, most);
    if (stop.stage !== stage) scribe.write("stage", stageHeading(stop.stage, t).toUpperCase(), TEXT);
    stage = stop.stage;
    const top = scribe.y;
    writeStop(scribe, stop, roadmap.to.slice(0, 4), t);
    scribe.y = Math.max(scribe.y, top + 2 * radius) + GAP;
    const place = roadmap.top.indexOf(stop.trigger);
    return { x: ROAD + (index % 2 === 0 ? -SWING : SWING), y: top + Math.max(13, radius - 4), radius, rank: place < 0 ? null : place + 1 };
  });
}

function writeHead(scribe: Scribe, { roadmap }: RoadmapData, t: Telling): void {
  scribe.write("title", t.say("roadmap.title"), MARGIN);
  scribe.write("quiet", spanText(roadmap.from, roadmap.to, "short", t), MARGIN);
  if (roadmap.goal !== null) {
    scribe.y += 6;
    scribe.write("goal", t.line(roadmap.goal), MARGIN);
  }
  scribe.y += 20;
}

function writeLegend(scribe: Scribe, marks: readonly Mark[], t: Telling): readonly Mark[] {
  const some = (rank: number | null, key: string): Mark => {
    const y = scribe.y + ROLES.legend.leading / 2;
    scribe.write("legend", t.say(key), LEGEND_TEXT);
    scribe.y += 4;
    return { x: MARGIN + 10, y, radius: 8, rank };
  };
  const shown = [
    ...(marks.some(({ rank }) => rank !== null) ? [some(1, "page.legendTop")] : []),
    ...(marks.some(({ rank }) => rank === null) ? [some(null, "page.legendOther")] : []),
  ];
  scribe.write("legend", t.say("page.legendSize"), MARGIN);
  return shown;
}

/**
 * Lays the road out as a picture.
 * @param head whether title, dates and goal stand on it
 */
export function roadLayout(data: RoadmapData, head: boolean, measure: Measure, t: Telling): RoadLayout {
  const scribe = new Scribe(measure, head ? MARGIN : 0);
  if (head) writeHead(scribe, data, t);
  const { roadmap } = data;
  if (roadmap.stops.length === 0) {
    scribe.write("goal", t.say(roadmap.entries === 0 ? "roadmap.empty" : "roadmap.noStops"), MARGIN);
    return { height: scribe.y + MARGIN, texts: scribe.texts, marks: [], way: [], end: null, legend: [] };
  }
  const start = scribe.y + 8;
  scribe.write("fact", t.say("page.start"), TEXT);
  scribe.y += 12;
  const marks = writeStops(scribe, data, t);
  scribe.y += 24;
  const end = scribe.y + 14;
  scribe.write("fact", t.say("page.end"), TEXT);
  scribe.y += 34;
  const legend = writeLegend(scribe, marks, t);
  const way = [[ROAD, start] as const, ...marks.map(({ x, y }) => [x, y] as const), [ROAD, end - 46] as const];
  return { height: Math.ceil(scribe.y + MARGIN), texts: scribe.texts, marks, way, end: [ROAD, end], legend };
}
