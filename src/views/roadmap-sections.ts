import { steadyPlaces } from "../practice/stop-evidence.ts";
import type { Roadmap, Stop, StopEvidence } from "../practice/shapes.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { heading, indented, isNarrow, MARGIN, paragraph, textRight } from "./lines.ts";
import { triggerIssue, triggerLabel } from "./names.ts";
import { shareInBrackets } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang, wrap } from "./wrap.ts";

const NOTE_COLUMN = 31;
const BETWEEN_ITEMS = 8;

/** The triggers where the person stays steady, without the one that is no matter of skill. */
export function steadyOf(evidence: readonly StopEvidence[]): ReturnType<typeof steadyPlaces> {
  return steadyPlaces(evidence).filter(({ trigger }) => trigger !== SUPPORT_TRIGGER);
}

export function steadySection(evidence: readonly StopEvidence[], t: Telling): readonly string[] {
  const places = steadyOf(evidence);
  if (places.length === 0) return [];
  const key = isNarrow(t.style) ? "roadmap.steadyShort" : "roadmap.steadyAt";
  const lead = `  ${t.style.symbols.pinned}  `;
  const lines = places.flatMap(({ trigger, share }) => {
    const range = shareInBrackets(share, t);
    return [
      ...hang(lead, t.say(key, { trigger: triggerLabel(trigger, t), held: share.k, answered: share.n }), textRight(t.style)),
      ...(range === null ? [] : indented(wrap(range, textRight(t.style) - 7), 7, t.style.palette.quiet)),
    ];
  });
  return ["", ...heading(t.say("roadmap.steady"), t), ...lines];
}

function raiseTitle(t: Telling): readonly string[] {
  const { palette, width } = t.style;
  const title = t.say("roadmap.raise").toUpperCase();
  const note = t.say("roadmap.raiseNote");
  const left = padEnd(title, Math.max(NOTE_COLUMN, displayWidth(title) + 2));
  if (isNarrow(t.style) || MARGIN + displayWidth(left) + displayWidth(note) >= width) return heading(title, t);
  return indented([palette.title(title) + left.slice(title.length) + palette.quiet(note)]);
}

/** "Slow or broken tools: 5 times, "not mine" in 4 of 5". */
export function raiseText({ trigger, count }: Stop, evidence: readonly StopEvidence[], t: Telling): string {
  const control = evidence.find((one) => one.trigger === trigger)?.control;
  const name = triggerLabel(trigger, t);
  if (control === undefined) return t.say("roadmap.times", { trigger: name, count });
  return t.say("roadmap.raiseAt", { trigger: name, count, notMine: control.notMine, answered: control.answered });
}

export function raiseSection({ raise }: Roadmap, evidence: readonly StopEvidence[], t: Telling): readonly string[] {
  if (raise.length === 0) return [];
  const known = isNarrow(t.style) ? [] : evidence;
  const lines = raise.flatMap((stop) => hang(`  ${t.style.symbols.once}  `, raiseText(stop, known, t), textRight(t.style)));
  return ["", ...raiseTitle(t), ...lines];
}

/** Short items side by side while they fit. */
export function onceSection({ seenOnce: stops }: Roadmap, t: Telling): readonly string[] {
  if (stops.length === 0) return [];
  const lead = `${t.style.symbols.once}  `;
  const names = stops.map(({ trigger }) => lead + triggerLabel(trigger, t));
  const column = Math.max(...names.map(displayWidth)) + BETWEEN_ITEMS;
  const room = textRight(t.style) - MARGIN;
  const perLine = isNarrow(t.style) ? 1 : Math.floor((room + BETWEEN_ITEMS) / column);
  const rows =
    perLine < 2
      ? stops.flatMap(({ trigger }) => hang(lead, triggerLabel(trigger, t), room))
      : names.flatMap((_, at) =>
          at % perLine === 0 ? [names.slice(at, at + perLine).map((name) => padEnd(name, column)).join("")] : [],
        );
  return ["", ...heading(t.say("roadmap.seenOnce"), t), ...indented(rows)];
}

export function supportSection({ support: stops }: Roadmap, t: Telling): readonly string[] {
  if (stops.length === 0) return [];
  const command = "evenkeel support";
  const lines = stops.flatMap(({ trigger, count }) => {
    if (isNarrow(t.style)) {
      const text = t.say("roadmap.times", { trigger: triggerIssue(trigger, t), count });
      return [...paragraph(`${text}.`, t), ...paragraph(command, t, t.style.palette.accent)];
    }
    const text = t.say("roadmap.supportAt", { issue: triggerIssue(trigger, t), count });
    const fits = MARGIN + displayWidth(text) + 2 + command.length < t.style.width;
    const last = t.style.palette.accent(command);
    return fits ? indented([`${text}  ${last}`]) : [...paragraph(text, t), ...indented([last])];
  });
  return ["", ...heading(t.say("roadmap.support"), t), ...lines];
}
