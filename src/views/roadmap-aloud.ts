import type { Roadmap, Stop, StopEvidence } from "../practice/shapes.ts";
import { dayText, spanText } from "./dates.ts";
import { finish, readAloud } from "./lines.ts";
import { labelIn, stageWhere, tendency, triggerIssue, triggerLabel } from "./names.ts";
import { planSentence, planSoFar, shareSentence } from "./plan-words.ts";
import { raiseText, steadyOf } from "./roadmap-sections.ts";
import type { Telling } from "./telling.ts";

interface Data {
  readonly roadmap: Roadmap;
  readonly evidence: readonly StopEvidence[];
}

/** Quotation marks are read as noise. */
function unquoted(text: string): string {
  return text.replace(/["“”„]/g, "");
}

function head({ entries, shifts, goal, top, ...span }: Roadmap, t: Telling): readonly string[] {
  const first = t.say("roadmap.readHead", {
    span: spanText(span.from, span.to, "long", t),
    cases: t.say("roadmap.cases", { count: entries }),
    shifts: t.say("roadmap.shifts", { count: shifts }),
  });
  const [one, two, three] = top.map((trigger) => ({ trigger: triggerLabel(trigger, t) }));
  const places = [
    one === undefined ? "" : t.say("roadmap.readFirst", one),
    two === undefined ? "" : t.say("roadmap.readSecond", two),
    three === undefined ? "" : t.say("roadmap.readThird", three),
  ].filter((place) => place !== "");
  return [
    first,
    ...(goal === null ? [] : [t.line(goal)]),
    ...(places.length === 0 ? [] : [t.say("roadmap.readHardest", { list: places.join(" ") })]),
  ];
}

function hardness({ strength }: Stop, t: Telling): string | null {
  if (strength === null) return null;
  const { median, min, max } = strength;
  const middle = t.number(median);
  return min === max ? t.say("roadmap.readHardOne", { median: middle }) : t.say("roadmap.readHard", { median: middle, min, max });
}

function tends({ reactions }: Stop, t: Telling): string | null {
  const [first, second] = reactions.slice(0, 2).map(({ id }) => tendency(id, t));
  if (first === undefined) return null;
  return second === undefined ? t.say("roadmap.readTendOne", { first }) : t.say("roadmap.readTendTwo", { first, second });
}

function stopAloud(stop: Stop, place: readonly [number, number], { roadmap, evidence }: Data, t: Telling): readonly string[] {
  const [number, total] = place;
  const { trigger, stage, count, lastSeen, plan } = stop;
  const need = evidence.find((one) => one.trigger === trigger)?.need ?? null;
  const day = dayText(lastSeen, roadmap.to.slice(0, 4), "long", t);
  const seen = [`${t.say("roadmap.timesLast", { count, day })}.`, hardness(stop, t) ?? ""].join(" ").trim();
  return [
    "",
    t.say("roadmap.readStop", { number, total, where: stageWhere(stage, t), trigger: triggerLabel(trigger, t) }),
    seen,
    tends(stop, t) ?? "",
    need === null ? "" : t.say("roadmap.readNeed", { need: labelIn(t.content.needs, need, t) }),
    ...(plan === null
      ? [t.say("roadmap.readWant", { plan: t.say("roadmap.noPlan") })]
      : [
          unquoted(t.say("roadmap.readWant", { plan: planSentence(plan, t) })),
          unquoted(t.say("roadmap.readSoFar", { sentences: planSoFar(stop, false, t).join(" ") })),
        ]),
  ].filter((line, index) => index === 0 || line !== "");
}

function sections({ roadmap, evidence }: Data, t: Telling): readonly string[] {
  const names = (stops: readonly Stop[]): string => stops.map(({ trigger }) => triggerLabel(trigger, t)).join(", ");
  const steady = steadyOf(evidence).map(({ trigger, share }) => {
    const at = t.say("roadmap.steadyAt", { trigger: triggerLabel(trigger, t), held: share.k, answered: share.n });
    return [`${at}.`, shareSentence(share, t) ?? ""].join(" ").trim();
  });
  const { raise, seenOnce, support } = roadmap;
  const lines = [
    ...(steady.length === 0 ? [] : [t.say("roadmap.readSteady", { list: steady.join(" ") })]),
    ...(raise.length === 0 ? [] : [t.say("roadmap.readRaise", { list: raise.map((stop) => unquoted(raiseText(stop, evidence, t))).join(". ") })]),
    ...(seenOnce.length === 0 ? [] : [t.say("roadmap.readOnce", { list: names(seenOnce) })]),
    ...support.map(({ trigger, count }) => `${t.say("roadmap.supportAt", { issue: triggerIssue(trigger, t), count })} evenkeel support`),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}

/** The roadmap as sentences from top to bottom, for a screen reader. */
export function roadmapAloud(data: Data, t: Telling): string {
  const { roadmap } = data;
  const { stops, entries } = roadmap;
  const nothing = [
    t.say("roadmap.empty"),
    t.say("roadmap.firstStone", { command: "evenkeel reflect" }),
    t.say("roadmap.orLook", { command: "evenkeel demo" }),
  ];
  const lines =
    entries === 0
      ? [`${t.say("roadmap.title")}.`, ...nothing]
      : [
          ...head(roadmap, t),
          ...(stops.length === 0 ? [t.say("roadmap.noStops")] : []),
          ...stops.flatMap((stop, index) => stopAloud(stop, [index + 1, stops.length], data, t)),
          ...sections(data, t),
        ];
  return finish(lines.flatMap((line) => (line === "" ? [""] : readAloud(line, t.style))));
}
