import type { Stop } from "../practice/shapes.ts";
import { dayText, spanText } from "./dates.ts";
import { document, escapeMarkdown } from "./markdown.ts";
import { labelIn, stageHeading, tendency, triggerIssue, triggerLabel } from "./names.ts";
import { planSentence, planSoFar, shareInBrackets } from "./plan-words.ts";
import type { RoadmapData } from "./roadmap.ts";
import { raiseText, steadyOf } from "./roadmap-sections.ts";
import type { Telling } from "./telling.ts";

type Blocks = readonly (readonly string[])[];

function item(text: string): string {
  return `- ${escapeMarkdown(text)}`;
}

function section(title: string, lines: readonly string[]): Blocks {
  return lines.length === 0 ? [] : [[`## ${escapeMarkdown(title)}`], lines];
}

function stopItems(stop: Stop, { roadmap, evidence }: RoadmapData, t: Telling): readonly string[] {
  const { count, lastSeen, strength, reactions, plan } = stop;
  const need = evidence.find(({ trigger }) => trigger === stop.trigger)?.need ?? null;
  const row = (label: string, text: string): string => item(`${label}: ${text}`);
  const items = [item(t.say("roadmap.timesLast", { count, day: dayText(lastSeen, roadmap.to.slice(0, 4), "short", t) }))];
  if (strength !== null) {
    const { median, min, max } = strength;
    items.push(row(t.say("roadmap.howHard"), `${t.number(median)}${min === max ? "" : ` ${t.say("roadmap.fromTo", { min, max })}`}`));
  }
  if (reactions.length > 0) {
    const shown = reactions.slice(0, 2).map(({ id, count: times }) => t.say("roadmap.tendCount", { tendency: tendency(id, t), count: times }));
    items.push(row(t.say("roadmap.tendTo"), shown.join(", ")));
  }
  if (need !== null) items.push(row(t.say("roadmap.theyNeed"), labelIn(t.content.needs, need, t)));
  if (plan === null) return [...items, row(t.say("roadmap.want"), t.say("roadmap.noPlan"))];
  return [
    ...items,
    row(t.say("roadmap.want"), planSentence(plan, t)),
    row(t.say("roadmap.soFar"), planSoFar(stop, false, t).join(" ")),
  ];
}

function road(data: RoadmapData, t: Telling): Blocks {
  const { stops } = data.roadmap;
  return stops.flatMap((stop, index) => [
    ...(index > 0 && stops[index - 1]?.stage === stop.stage ? [] : [[`## ${escapeMarkdown(stageHeading(stop.stage, t))}`]]),
    [`### ${escapeMarkdown(triggerLabel(stop.trigger, t))}`],
    stopItems(stop, data, t),
  ]);
}

function after({ roadmap, evidence }: RoadmapData, t: Telling): Blocks {
  const steady = steadyOf(evidence).map(({ trigger, share }) => {
    const at = t.say("roadmap.steadyAt", { trigger: triggerLabel(trigger, t), held: share.k, answered: share.n });
    return item([at, shareInBrackets(share, t) ?? ""].join(" ").trim());
  });
  const support = roadmap.support.map(({ trigger, count }) => {
    const text = t.say("roadmap.supportAt", { issue: triggerIssue(trigger, t), count });
    return `- ${escapeMarkdown(text)} \`evenkeel support\``;
  });
  return [
    ...section(t.say("roadmap.steady"), steady),
    ...section(t.say("roadmap.raise"), roadmap.raise.map((stop) => item(raiseText(stop, evidence, t)))),
    ...section(t.say("roadmap.seenOnce"), roadmap.seenOnce.map(({ trigger }) => item(triggerLabel(trigger, t)))),
    ...section(t.say("roadmap.support"), support),
  ];
}

/** The roadmap as a Markdown document. */
export function roadmapMarkdown(data: RoadmapData, t: Telling): string {
  const { roadmap } = data;
  const { goal, top, entries, shifts } = roadmap;
  const title = [`# ${escapeMarkdown(t.say("roadmap.title"))}`];
  if (entries === 0) return document([title, [escapeMarkdown(t.say("roadmap.empty"))]]);
  const counted = t.say("roadmap.head", {
    cases: t.say("roadmap.cases", { count: entries }),
    shifts: t.say("roadmap.shifts", { count: shifts }),
  });
  return document([
    title,
    [escapeMarkdown(`${spanText(roadmap.from, roadmap.to, "short", t)}. ${counted}`)],
    goal === null ? [] : [`> ${escapeMarkdown(t.line(goal))}`],
    ...section(
      t.say("roadmap.hardestNow"),
      top.map((trigger, index) => `${index + 1}. ${escapeMarkdown(triggerLabel(trigger, t))}`),
    ),
    ...(roadmap.stops.length === 0 ? [[escapeMarkdown(t.say("roadmap.noStops"))]] : road(data, t)),
    ...after(data, t),
  ]);
}
