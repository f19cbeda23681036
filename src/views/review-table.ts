import { MARGIN } from "./lines.ts";
import type { Counted, Row } from "./review-rows.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd, padStart } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Where the figures of the two weeks are centred: the column of a single digit. */
const CENTRES = [44, 58] as const;
const WIDE_FROM = 66;
const MOST_BARS = 10;
const SECOND_BLOCK = 42;

/** Narrower than this, the table and the pictures take their short form. */
export function isNarrowReview(t: Telling): boolean {
  return t.style.width < WIDE_FROM;
}

function shown(value: string, t: Telling): string {
  return value === "" ? t.style.symbols.dash : value;
}

/** Figures stand with their last whole digit on the centre; words are centred on it. */
function startOf(value: string, centre: number): number {
  const digits = /^(\d+)([.,]\d+)?$/.exec(value)?.[1];
  return digits === undefined ? centre - Math.floor(displayWidth(value) / 2) : centre - digits.length + 1;
}

function wideLine(label: string, values: readonly [string, string]): string {
  let line = " ".repeat(MARGIN) + label;
  values.forEach((value, index) => {
    line = `${padEnd(line, Math.max(displayWidth(line) + 1, startOf(value, CENTRES[index] ?? 0)))}${value}`;
  });
  return line;
}

function wideTable(rows: readonly Row[], t: Telling): readonly string[] {
  const head = wideLine("", [t.say("review.now"), t.say("review.before")]);
  return [
    t.style.palette.quiet(head),
    ...rows.map(({ label, now, before }) => wideLine(label, [shown(now, t), shown(before, t)])),
  ];
}

function narrowTable(rows: readonly Row[], t: Telling): readonly string[] {
  const { quiet } = t.style.palette;
  const heads = [t.say("review.nowShort"), t.say("review.beforeShort")] as const;
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(displayWidth));
  const name = widest(rows.map(({ short }) => short));
  const columns = [
    Math.max(6, widest([heads[0], ...rows.map(({ now }) => shown(now, t))])),
    Math.max(6, widest([heads[1], ...rows.map(({ before }) => shown(before, t))])),
  ] as const;
  const margin = " ".repeat(MARGIN);
  if (MARGIN + name + 6 + columns[0] + columns[1] > t.style.width) {
    return rows.flatMap(({ short, now, before }) => [
      ...wrap(short, t.style.width - MARGIN).map((line) => margin + line),
      ...wrap(`${heads[0]} ${shown(now, t)}, ${heads[1]} ${shown(before, t)}`, t.style.width - 4).map((line) => quiet(`    ${line}`)),
    ]);
  }
  const line = (label: string, now: string, before: string): string =>
    `${margin}${padEnd(label, name + 3)}${padStart(now, columns[0])}   ${padStart(before, columns[1])}`;
  return [quiet(line("", ...heads)), ...rows.map(({ short, now, before }) => line(short, shown(now, t), shown(before, t)))];
}

/** The two weeks side by side. */
export function weekTable(rows: readonly Row[], t: Telling): readonly string[] {
  return isNarrowReview(t) ? narrowTable(rows, t) : wideTable(rows, t);
}

function bars(counts: readonly number[], t: Telling): readonly string[] {
  const most = Math.max(...counts);
  const scale = most > MOST_BARS ? MOST_BARS / most : 1;
  const drawn = counts.map((count) => t.style.symbols.bar.repeat(Math.max(1, Math.round(count * scale))));
  const widest = Math.max(...drawn.map(displayWidth));
  return drawn.map((bar) => padEnd(bar, widest));
}

function widestName(items: readonly Counted[]): number {
  return Math.max(...items.map(([name]) => displayWidth(name)));
}

function figure(count: number, items: readonly Counted[]): string {
  return padStart(String(count), Math.max(...items.map(([, one]) => String(one).length)));
}

/** Names, counts and, where asked for, bars. Too long names fold, the count stands on their last line. */
function block(items: readonly Counted[], withBars: boolean, room: number, t: Telling): readonly string[] {
  const drawn = withBars ? bars(items.map(([, count]) => count), t) : items.map(() => "");
  return items.flatMap(([name, count], index) => {
    const bar = drawn[index] ?? "";
    const end = withBars ? `   ${t.style.palette.accent(bar)}  ` : "  ";
    const taken = (withBars ? 5 + displayWidth(bar) : 2) + figure(count, items).length;
    const column = Math.min(widestName(items), Math.max(4, room - taken));
    const lines = wrap(name, column);
    const last = padEnd(lines.at(-1) ?? "", column) + end + figure(count, items);
    return [...lines.slice(0, -1), last];
  });
}

function titled(title: string, lines: readonly string[], t: Telling): readonly string[] {
  return ["", `${" ".repeat(MARGIN)}${t.style.palette.strong(title)}`, ...lines.map((line) => " ".repeat(MARGIN + 1) + line)];
}

/** What came up, and where: side by side where there is room. */
export function pictures(came: readonly Counted[], where: readonly Counted[], t: Telling): readonly string[] {
  const titles = [t.say("review.cameUp"), t.say("review.where")] as const;
  const room = t.style.width - 2 * MARGIN - 1;
  if (isNarrowReview(t)) return came.length === 0 ? [] : titled(titles[0], block(came, false, room, t), t);
  const first = came.length === 0 ? [] : block(came, true, room, t);
  const second = where.length === 0 ? [] : where.map(([name, count]) => `${padEnd(name, widestName(where) + 3)}${figure(count, where)}`);
  const left = first.map((line) => ` ${line}`);
  const beside = [titles[0], ...left].every((line) => displayWidth(line) + MARGIN + 2 <= SECOND_BLOCK);
  const fits = second.every((line) => SECOND_BLOCK + displayWidth(line) < t.style.width);
  if (first.length === 0 || second.length === 0 || !beside || !fits) {
    return [...(first.length === 0 ? [] : titled(titles[0], first, t)), ...(second.length === 0 ? [] : titled(titles[1], second, t))];
  }
  const { strong } = t.style.palette;
  const gap = (text: string): string => padEnd(text, SECOND_BLOCK - MARGIN);
  const head = strong(titles[0]) + gap(titles[0]).slice(titles[0].length) + strong(titles[1]);
  const lines = Array.from({ length: Math.max(left.length, second.length) }, (_, at) => gap(left[at] ?? "") + (second[at] ?? ""));
  return ["", ...[head, ...lines].map((line) => " ".repeat(MARGIN) + line)];
}
