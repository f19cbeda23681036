import type { Spread, Stop, StopEvidence } from "../practice/shapes.ts";
import { dayText } from "./dates.ts";
import { indented, isNarrow, MARGIN, spread, textRight, unpainted } from "./lines.ts";
import { labelIn, tendency, triggerLabel } from "./names.ts";
import { planSentence, planSoFar } from "./plan-words.ts";
import type { Style } from "./style.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang, wrap, wrapSentences } from "./wrap.ts";

/** What a stop's lines need beyond the stop. */
interface Around {
  readonly evidence: StopEvidence | undefined;
  /** Days of this year are written without it. */
  readonly year: string;
}

const HEAD_COLUMNS = 62;
const LABEL_COLUMNS = 12;
const ROW_COLUMNS = 51;
const SHOWN_REACTIONS = 2;

/** Where the road runs, for one style. */
export interface RoadGeometry {
  /** The road with nothing beside it. */
  readonly bar: string;
  /** The column where a stop's name begins. */
  readonly name: number;
}

/** The road runs through the middle of the stops' sign. */
export function roadGeometry({ symbols }: Style): RoadGeometry {
  const wide = displayWidth(symbols.stop);
  const bar = " ".repeat(MARGIN + Math.floor((wide - 1) / 2)) + symbols.road;
  return { bar, name: MARGIN + wide + 2 };
}

/** "6  (from 4 to 8)", or the number alone where all were the same. */
function hardness({ median, min, max }: Spread, gap: string, t: Telling): string {
  const middle = t.number(median);
  return min === max ? middle : `${middle}${gap}${t.say("roadmap.fromTo", { min, max })}`;
}

function tendencies({ reactions }: Stop, narrow: boolean, t: Telling): string {
  const shown = reactions.slice(0, SHOWN_REACTIONS);
  if (narrow) return shown.map(({ id }) => tendency(id, t)).join(", ");
  return shown
    .map(({ id, count }) => t.say("roadmap.tendCount", { tendency: tendency(id, t), count }))
    .join(t.style.symbols.between);
}

/** A label and the lines beside it; `room` is what a line may take. */
type Row = readonly [label: string, lines: (room: number) => readonly string[], paint: (text: string) => string];

function rowsOf(stop: Stop, around: Around, narrow: boolean, t: Telling): readonly Row[] {
  const { kind } = t.style.palette;
  const rows: Row[] = [];
  const { strength, reactions, plan } = stop;
  if (strength !== null && !narrow) {
    rows.push([t.say("roadmap.howHard"), (room) => wrap(hardness(strength, "  ", t), room), unpainted]);
  }
  if (reactions.length > 0) rows.push([t.say("roadmap.tendTo"), (room) => wrap(tendencies(stop, narrow, t), room), unpainted]);
  const need = around.evidence?.need ?? null;
  if (need !== null) rows.push([t.say("roadmap.theyNeed"), (room) => wrap(labelIn(t.content.needs, need, t), room), unpainted]);
  if (plan === null) {
    rows.push([t.say("roadmap.want"), (room) => wrap(t.say("roadmap.noPlan"), room), t.style.palette.quiet]);
    return rows;
  }
  rows.push([t.say("roadmap.want"), (room) => wrap(planSentence(plan, t), room), kind]);
  rows.push([t.say("roadmap.soFar"), (room) => wrapSentences(planSoFar(stop, narrow, t), room), unpainted]);
  return rows;
}

function seen({ count, lastSeen }: Stop, { year }: Around, t: Telling): string {
  return t.say("roadmap.timesLast", { count, day: dayText(lastSeen, year, "short", t) });
}

function wideStop(stop: Stop, around: Around, t: Telling): readonly string[] {
  const { symbols, palette, width } = t.style;
  const { bar, name } = roadGeometry(t.style);
  const sign = `${" ".repeat(MARGIN)}${symbols.stop}  `;
  const label = triggerLabel(stop.trigger, t);
  const right = Math.min(name + HEAD_COLUMNS, width - 1);
  const line = spread([label, palette.strong], [seen(stop, around, t), palette.quiet], right - name);
  const head =
    line === null
      ? [...hang(sign, label, right), ...hang(bar + " ".repeat(name - displayWidth(bar)), seen(stop, around, t), right)]
      : [sign + line];
  const before = bar + " ".repeat(name + 2 - displayWidth(bar));
  const column = name + 2 + LABEL_COLUMNS;
  const room = Math.min(column + ROW_COLUMNS, width - 1) - column;
  const rows = rowsOf(stop, around, false, t).flatMap(([title, lines, paint]) =>
    lines(room).map((text, index) => before + padEnd(index === 0 ? title : "", LABEL_COLUMNS) + paint(text)),
  );
  return [...head, ...rows];
}

function narrowStop(stop: Stop, around: Around, t: Telling): readonly string[] {
  const { symbols, palette } = t.style;
  const { bar, name } = roadGeometry(t.style);
  const right = textRight(t.style);
  const beside = bar + " ".repeat(name - displayWidth(bar));
  const along = (lines: readonly string[]): readonly string[] => lines.map((line) => beside + line);
  const sign = `${" ".repeat(MARGIN)}${symbols.stop}  `;
  const { strength } = stop;
  const hard = strength === null ? [] : [`${t.say("roadmap.howHard")}: ${hardness(strength, " ", t)}`];
  const rows = rowsOf(stop, around, true, t).flatMap(([title, lines, paint]) => [
    title,
    ...indented(lines(right - name - 2), 2, paint),
  ]);
  return [
    ...wrap(triggerLabel(stop.trigger, t), right - name).map((line, at) => (at === 0 ? sign : beside) + palette.strong(line)),
    ...along([seen(stop, around, t), ...hard].flatMap((text) => wrap(text, right - name)).map(palette.quiet)),
    ...(rows.length === 0 ? [] : [bar, ...along(rows)]),
  ];
}

/** One stop of the road. */
export function stopLines(stop: Stop, around: Around, t: Telling): readonly string[] {
  return isNarrow(t.style) ? narrowStop(stop, around, t) : wideStop(stop, around, t);
}
