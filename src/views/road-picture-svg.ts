import { dayText } from "./dates.ts";
import { escapeHtml } from "./html.ts";
import { stageHeading, triggerLabel } from "./names.ts";
import { browserMeasure } from "./card-html/measure.ts";
import { fontSubset } from "./paper/font-subset.ts";
import { openTrueType } from "./paper/truetype.ts";
import type { Face } from "./paper/type.ts";
import { colourStyle } from "./page-style.ts";
import { type Mark, roadLayout, type RoadLayout, ROLES, WIDTH } from "./road-picture.ts";
import type { RoadmapData } from "./roadmap.ts";
import type { Telling } from "./telling.ts";

/** The road drawn: its markup, and the rules without which it has no looks. */
export interface RoadDrawing {
  readonly svg: string;
  readonly style: string;
}

export type Fonts = (name: Face) => Uint8Array;

const FILLS: Readonly<Record<string, string>> = { title: "accent", quiet: "quiet", stage: "quiet", fact: "quiet", legend: "quiet", then: "kind", if: "kind", rank: "paper" };

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function fontFace(face: Face, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString("base64");
  return `@font-face{font-family:Road;font-weight:${face === "bold" ? 600 : 400};src:url(data:font/ttf;base64,${data}) format("truetype")}`;
}

function styleOf(texts: string, fonts: Readonly<Record<Face, ReturnType<typeof openTrueType>>>): string {
  const roles = Object.entries(ROLES).map(([name, { size, face }]) => {
    const fill = FILLS[name] ?? "ink";
    const more = name === "stage" ? ";letter-spacing:.08em" : name === "rank" ? ";text-anchor:middle" : "";
    const drawnSize = name === "rank" ? "" : `font-size:${size}px;`;
    return `.road .${name}{${drawnSize}font-weight:${face === "bold" ? 600 : 400};fill:var(--${fill})${more}}`;
  });
  return [
    fontFace("regular", fontSubset(fonts.regular, texts)),
    fontFace("bold", fontSubset(fonts.bold, texts)),
    '.road text{font-family:Road,"Segoe UI","Helvetica Neue",Arial,"Noto Sans",sans-serif;font-kerning:none;font-variant-ligatures:none;white-space:pre}',
    ...roles,
    ".road .ground{fill:var(--paper)}.road .way{fill:none;stroke:var(--line);stroke-width:22;stroke-linecap:round}",
    ".road .middle{fill:none;stroke:var(--paper);stroke-width:2;stroke-dasharray:9 9}",
    ".road .clear{fill:var(--paper)}.road .full{fill:var(--accent)}",
    ".road .ring{fill:var(--paper);stroke:var(--accent);stroke-width:3.5}.road .boat{fill:var(--accent)}",
  ].join("\n");
}

/** Curves from point to point that leave and arrive straight down. */
function wayOf(way: RoadLayout["way"]): string {
  const [first, ...more] = way;
  if (first === undefined) return "";
  let [x, y] = first;
  const parts = [`M${n(x)} ${n(y)}`];
  for (const [nextX, nextY] of more) {
    const half = n((y + nextY) / 2);
    parts.push(`C${n(x)} ${half} ${n(nextX)} ${half} ${n(nextX)} ${n(nextY)}`);
    [x, y] = [nextX, nextY];
  }
  return parts.join("");
}

function mark({ x, y, radius, rank }: Mark): string {
  const circle = (name: string, size: number): string => `<circle class="${name}" cx="${n(x)}" cy="${n(y)}" r="${n(size)}"/>`;
  if (rank === null) return `${circle("clear", radius + 4)}${circle("ring", radius - 1.75)}${circle("full", Math.max(2, radius * 0.25))}`;
  const size = Math.max(11, radius * 0.85);
  const digit = `<text class="rank" x="${n(x)}" y="${n(y + size * 0.35)}" font-size="${n(size)}">${rank}</text>`;
  return `${circle("clear", radius + 4)}${circle("full", radius)}${digit}`;
}

/** At the end of the road, the keel that stayed even. */
function boat([x, y]: readonly [number, number]): string {
  const sail = `M${n(x - 2)} ${n(y + 2)}L${n(x + 3)} ${n(y - 22)}L${n(x + 16)} ${n(y + 2)}Z`;
  const hull = `M${n(x - 20)} ${n(y + 5)}C${n(x - 14)} ${n(y + 20)} ${n(x + 14)} ${n(y + 20)} ${n(x + 20)} ${n(y + 5)}Z`;
  return `<path class="boat" d="${sail}"/><path class="boat" d="${hull}"/>`;
}

/** The picture in one sentence a stop, for those who do not see it. */
function alternative({ roadmap }: RoadmapData, t: Telling): string {
  if (roadmap.stops.length === 0) return t.say("page.roadEmpty");
  const stops = roadmap.stops.map(({ trigger, stage, count, lastSeen }) =>
    t.say("page.roadAltStop", {
      stage: stageHeading(stage, t),
      trigger: triggerLabel(trigger, t),
      times: t.say("roadmap.timesLast", { count, day: dayText(lastSeen, roadmap.to.slice(0, 4), "long", t) }),
    }),
  );
  return t.say("page.roadAlt", { count: stops.length, stops: stops.join(" ") });
}

function inner(layout: RoadLayout): string {
  const { texts, marks, way, legend, end } = layout;
  const path = wayOf(way);
  const written = texts.map(({ role, x, y, text }) => `<text class="${role}" x="${n(x)}" y="${n(y)}">${escapeHtml(text)}</text>`);
  return [
    path === "" ? "" : `<path class="way" d="${path}"/><path class="middle" d="${path}"/>`,
    end === null ? "" : boat(end),
    ...[...marks, ...legend].map(mark),
    ...written,
  ].join("\n");
}

/** Draws the road. @param head whether title, dates and goal stand on it */
export function roadDrawing(data: RoadmapData, head: boolean, fonts: Fonts, t: Telling): RoadDrawing {
  const opened = { regular: openTrueType(fonts("regular")), bold: openTrueType(fonts("bold")) };
  const layout = roadLayout(data, head, browserMeasure(opened), t);
  const letters = `${layout.texts.map(({ text }) => text).join(" ")} 0123456789`;
  const names = `<title id="road-title">${escapeHtml(t.say("roadmap.title"))}</title><desc id="road-text">${escapeHtml(alternative(data, t))}</desc>`;
  const attributes = 'class="road" role="img" aria-labelledby="road-title" aria-describedby="road-text"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} lang="${escapeHtml(t.content.lang)}" viewBox="0 0 ${WIDTH} ${layout.height}">${names}\n${inner(layout)}\n</svg>`;
  return { svg, style: styleOf(letters, opened) };
}

/** The road as a picture of its own, with everything it needs inside of it. */
export function roadSvg(data: RoadmapData, fonts: Fonts, t: Telling): string {
  const { svg, style } = roadDrawing(data, true, fonts, t);
  const ground = '<rect class="ground" width="100%" height="100%"/>';
  const inside = `<style>${colourStyle(":root")}\n${style}</style>\n${ground}\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace("</desc>\n", `</desc>\n${inside}`)}\n`;
}
