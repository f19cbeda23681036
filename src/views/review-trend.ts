import type { TrendWeek } from "../practice/trend.ts";
import { dayText } from "./dates.ts";
import { indented, MARGIN, paragraph } from "./lines.ts";
import type { Style } from "./style.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd, padStart } from "./width.ts";

const FEWEST = 3;
const HARDEST = 10;
const WIDE_FROM = 66;
const LEAST_CELLS = 4;
const NARROW_CLOSE = 8;
const WIDE_CLOSE = 12;

function day(week: TrendWeek, weeks: readonly TrendWeek[], length: "short" | "long", t: Telling): string {
  return dayText(week.from, (weeks.at(-1) ?? week).from.slice(0, 4), length, t);
}

/** What a bar has left over, or all of it where it is too early to tell. */
function rest({ symbols }: Style): string {
  return symbols.ascii ? "." : "░";
}

function strengthBar({ strengthMedian, strengths }: TrendWeek, cells: number, { symbols, ...style }: Style): string {
  if (strengthMedian === null) return "";
  const long = Math.round((strengthMedian / HARDEST) * cells);
  return (strengths < FEWEST ? rest({ symbols, ...style }) : symbols.bar).repeat(strengthMedian > 0 ? Math.max(1, long) : 0);
}

/** As long as there were answers, filled as far as they were 4 or 5. */
function closeBar({ close: { k, n } }: TrendWeek, most: number, cells: number, style: Style): string {
  const scale = most > cells ? cells / most : 1;
  const long = n === 0 ? 0 : Math.max(1, Math.round(n * scale));
  const filled = k === 0 ? 0 : Math.max(1, Math.round(k * scale));
  return style.symbols.bar.repeat(filled) + rest(style).repeat(Math.max(0, long - filled));
}

/** Columns of one kind of text, each as wide as its widest. */
function columns(rows: readonly (readonly string[])[], numbers: readonly number[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ""))));
  return rows.map((row) => row.map((text, at) => (numbers.includes(at) ? padStart : padEnd)(text, widths[at] ?? 0)).join("  "));
}

/** Whole numbers and halves, their whole digits under each other. */
function hardness({ strengthMedian }: TrendWeek, weeks: readonly TrendWeek[], t: Telling): string {
  const halves = weeks.some((week) => week.strengthMedian !== null && !Number.isInteger(week.strengthMedian));
  const text = strengthMedian === null ? t.style.symbols.dash : t.number(strengthMedian);
  return halves && (strengthMedian === null || Number.isInteger(strengthMedian)) ? `${text}  ` : text;
}

/** Where not even small bars fit: the figures alone. */
function bare(rows: readonly (readonly string[])[], t: Telling): readonly string[] {
  return rows.flatMap(([name = "", hard = "", , close = ""]) => paragraph([name, hard.trim(), close].join(t.style.symbols.between), t));
}

/** How hard the last weeks were and how close the person stayed, as small bars with their figures beside them. */
export function trendLines(weeks: readonly TrendWeek[], t: Telling): readonly string[] {
  if (weeks.length === 0) return [];
  const { style } = t;
  const wide = style.width >= WIDE_FROM;
  const most = Math.max(...weeks.map(({ close }) => close.n));
  const few = weeks.some(({ strengths }) => strengths > 0 && strengths < FEWEST);
  const closeCells = Math.min(most, wide ? WIDE_CLOSE : NARROW_CLOSE);
  const texts = weeks.map((week) => {
    const close = week.close.n === 0 ? style.symbols.dash : t.say("review.of", { k: week.close.k, n: week.close.n });
    return [day(week, weeks, "short", t), hardness(week, weeks, t), close] as const;
  });
  const taken = [0, 1, 2].reduce((sum, at) => sum + 2 + Math.max(...texts.map((row) => displayWidth(row[at] ?? ""))), 0);
  const cells = Math.max(LEAST_CELLS, Math.min(HARDEST, style.width - MARGIN - 4 - taken - closeCells));
  const rows = weeks.map((week, at) => {
    const [name = "", hard = "", close = ""] = texts[at] ?? [];
    return [name, hard, strengthBar(week, cells, style), close, closeBar(week, most, closeCells, style)];
  });
  const head = [t.say("page.trendWeek"), t.say("page.trendStrengthColumn"), "", t.say("page.trendCloseColumn"), ""];
  const lines = columns(wide ? [head, ...rows] : rows, [1, 3]);
  const title = t.say(wide ? "page.trend" : "page.trendShort");
  return [
    "",
    ...paragraph(title, t, style.palette.strong),
    ...(lines.some((line) => MARGIN + 1 + displayWidth(line.trimEnd()) > style.width - 1) ? bare(rows, t) : indented(lines, MARGIN + 1)),
    ...(few ? paragraph(t.say("page.trendFew", { sign: rest(style) }), t, style.palette.quiet) : []),
  ];
}

/** The same as sentences. */
export function trendAloud(weeks: readonly TrendWeek[], t: Telling): readonly string[] {
  if (weeks.length === 0) return [];
  const hard = weeks.map((week) => {
    if (week.strengthMedian === null) return t.say("page.trendNone", { day: day(week, weeks, "long", t) });
    const key = week.strengths < FEWEST ? "page.trendStrengthFew" : "page.trendStrengthAt";
    return t.say(key, { day: day(week, weeks, "long", t), median: t.number(week.strengthMedian) });
  });
  const close = weeks.map((week) => {
    const { k, n } = week.close;
    return n === 0 ? t.say("page.trendNone", { day: day(week, weeks, "long", t) }) : t.say("page.trendCloseAt", { day: day(week, weeks, "long", t), k, n });
  });
  return ["", `${t.say("page.trendStrength")}.`, ...hard, `${t.say("page.trendClose")}.`, ...close];
}
