import type { Stop } from "../practice/shapes.ts";
import { dayText, spanText } from "./dates.ts";
import { labelIn, stageHeading, tendency, triggerIssue, triggerLabel } from "./names.ts";
import { element, list, pageDocument, section } from "./page.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { planSentence, planSoFar, shareInBrackets } from "./plan-words.ts";
import { type Fonts, roadDrawing } from "./road-picture-svg.ts";
import type { RoadmapData } from "./roadmap.ts";
import { raiseText, steadyOf } from "./roadmap-sections.ts";
import type { Telling } from "./telling.ts";

const SHOWN_REACTIONS = 2;

/** The picture and what it says in words: beside each other where there is room, the picture on a sheet of its own. */
const STYLE = `.sight{max-width:30rem;width:100%;margin-left:auto;margin-right:auto}
.stop+.stop,.stage{margin-top:1.5rem}
.stop dl{margin-top:.25rem}
h2.stage{margin-bottom:.5rem}
@media (min-width:60rem){
body{max-width:72rem}
.both{display:grid;grid-template-columns:26rem 1fr;gap:3.5rem;align-items:start}
}
@media print{
.sight{break-after:page;max-width:none}
.sight svg{width:auto;max-width:100%;max-height:190mm;margin:0 auto}
.stop{break-inside:avoid}
}`;

function factsOf(stop: Stop, { roadmap, evidence }: RoadmapData, t: Telling): string {
  const { count, lastSeen, strength, reactions, plan } = stop;
  const need = evidence.find(({ trigger }) => trigger === stop.trigger)?.need ?? null;
  const rows: string[] = [];
  const row = (label: string, text: string, name = ""): void => {
    rows.push(element("dt", label) + element("dd", text, name));
  };
  if (strength !== null) {
    const { median, min, max } = strength;
    row(t.say("roadmap.howHard"), `${t.number(median)}${min === max ? "" : ` ${t.say("roadmap.fromTo", { min, max })}`}`);
  }
  const tends = reactions.slice(0, SHOWN_REACTIONS).map(({ id, count: times }) => t.say("roadmap.tendCount", { tendency: tendency(id, t), count: times }));
  if (tends.length > 0) row(t.say("roadmap.tendTo"), tends.join(", "));
  if (need !== null) row(t.say("roadmap.theyNeed"), labelIn(t.content.needs, need, t));
  row(t.say("roadmap.want"), plan === null ? t.say("roadmap.noPlan") : planSentence(plan, t), plan === null ? "" : 'class="kind"');
  if (plan !== null) row(t.say("roadmap.soFar"), planSoFar(stop, false, t).join(" "));
  const seen = t.say("roadmap.timesLast", { count, day: dayText(lastSeen, roadmap.to.slice(0, 4), "short", t) });
  return `${element("p", seen, 'class="quiet"')}<dl>${rows.join("")}</dl>`;
}

function stopMarkup(stop: Stop, before: Stop | undefined, data: RoadmapData, t: Telling): string {
  const stage = before?.stage === stop.stage ? "" : element("h2", stageHeading(stop.stage, t), 'class="stage"');
  return `${stage}<div class="stop">${element("h3", triggerLabel(stop.trigger, t))}${factsOf(stop, data, t)}</div>`;
}

function sections({ roadmap, evidence }: RoadmapData, t: Telling): readonly string[] {
  const steady = steadyOf(evidence).map(({ trigger, share }) => {
    const at = t.say("roadmap.steadyAt", { trigger: triggerLabel(trigger, t), held: share.k, answered: share.n });
    return [at, shareInBrackets(share, t) ?? ""].join(" ").trim();
  });
  const support = roadmap.support.map(({ trigger, count }) => `${t.say("roadmap.supportAt", { issue: triggerIssue(trigger, t), count })} evenkeel support`);
  return [
    section(t.say("roadmap.steady"), list(steady)),
    section(t.say("roadmap.raise"), list(roadmap.raise.map((stop) => raiseText(stop, evidence, t)))),
    section(t.say("roadmap.seenOnce"), list(roadmap.seenOnce.map(({ trigger }) => triggerLabel(trigger, t)))),
    section(t.say("roadmap.support"), list(support)),
  ].filter((part) => part !== "");
}

function head({ roadmap }: RoadmapData, t: Telling): string {
  const { goal, entries, shifts, from, to } = roadmap;
  const counts = t.say("roadmap.head", { cases: t.say("roadmap.cases", { count: entries }), shifts: t.say("roadmap.shifts", { count: shifts }) });
  const parts = [
    element("h1", t.say("roadmap.title")),
    ...(entries === 0 ? [] : [element("p", `${spanText(from, to, "short", t)}. ${counts}`, 'class="quiet"')]),
    ...(goal === null ? [] : [element("p", t.line(goal), 'class="goal"')]),
  ];
  return `<header>\n${parts.join("\n")}\n</header>`;
}

function hardest({ roadmap }: RoadmapData, t: Telling): string {
  const names = roadmap.top.map((trigger) => element("li", triggerLabel(trigger, t)));
  return section(t.say("roadmap.hardestNow"), names.length === 0 ? "" : `<ol>${names.join("")}</ol>`);
}

/** The road as a page: its picture, and beside it everything the text says. */
export function roadPage(data: RoadmapData, fonts: Fonts, t: Telling): string {
  const { roadmap } = data;
  const { svg, style } = roadDrawing(data, false, fonts, t);
  const stops = roadmap.stops.map((stop, at) => stopMarkup(stop, roadmap.stops[at - 1], data, t)).join("\n");
  const nothing = element("p", t.say(roadmap.entries === 0 ? "roadmap.empty" : "roadmap.noStops"));
  const facts = [hardest(data, t), stops === "" ? nothing : `<div>${stops}</div>`, ...sections(data, t)].filter((part) => part !== "");
  const picture = roadmap.stops.length === 0 ? "" : `<figure class="sight">${svg}</figure>\n`;
  const body = `${head(data, t)}\n<main class="${picture === "" ? "" : "both"}">\n${picture}<div class="facts">\n${facts.join("\n")}\n</div>\n</main>\n<footer>${element("p", t.say("page.footRoad"))}</footer>`;
  return pageDocument({ lang: t.content.lang, title: t.say("roadmap.title"), style: `${PAGE_STYLE}\n${STYLE}\n${style}`, body });
}
