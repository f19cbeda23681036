import type { TrendWeek } from "../practice/trend.ts";
import { dayText } from "./dates.ts";
import { escapeHtml } from "./html.ts";
import type { Telling } from "./telling.ts";

/** Drawn at the width of a telephone, so that its figures are never smaller than drawn. */
const WIDTH = 344;
const HEIGHT = 168;
const TOP = 24;
const FLOOR = 128;
const BAR = 22;
const FEWEST = 3;
const HARDEST = 10;

/** One bar: a hollow frame as high as the whole, filled as high as the part. Heights from 0 to 1. */
interface Column {
  readonly value: string;
  readonly whole: number;
  readonly part: number;
  readonly spoken: string;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function bar(name: string, middle: number, height: number): string {
  const tall = height * (FLOOR - TOP);
  return `<rect class="${name}" x="${rounded(middle - BAR / 2)}" y="${rounded(FLOOR - tall)}" width="${BAR}" height="${rounded(tall)}"/>`;
}

function label(name: string, middle: number, y: number, size: number, text: string): string {
  return `<text class="${name}" x="${rounded(middle)}" y="${rounded(y)}" font-size="${size}">${escapeHtml(text)}</text>`;
}

function dayAndMonth(from: string, before: string | undefined, t: Telling): readonly [string, string] {
  const text = dayText(from, from.slice(0, 4), "short", t);
  const day = String(Number(from.slice(8, 10)));
  const month = from.slice(0, 7) === before?.slice(0, 7) ? "" : text.replace(day, "").trim();
  return [day, month];
}

function drawn(weeks: readonly TrendWeek[], columns: readonly Column[], t: Telling): string {
  const pitch = WIDTH / weeks.length;
  const parts = columns.map(({ value, whole, part }, at) => {
    const middle = pitch * (at + 0.5);
    const top = FLOOR - Math.max(whole, part) * (FLOOR - TOP) - 6;
    const [day, month] = dayAndMonth(weeks[at]?.from ?? "", weeks[at - 1]?.from, t);
    const size = value.length > 6 ? 10 : value.length > 5 ? 11.5 : 12.5;
    const bars = [whole > 0 ? bar("hollow", middle, whole) : "", part > 0 ? bar("fill", middle, part) : ""].join("");
    return `${bars}${label("value", middle, top, size, value)}${label("small", middle, FLOOR + 16, 12, day)}${label("small", middle, FLOOR + 31, 12, month)}`;
  });
  return `<path class="axis" d="M0 ${FLOOR}H${WIDTH}"/>${parts.join("")}`;
}

function chart(id: string, title: string, weeks: readonly TrendWeek[], columns: readonly Column[], t: Telling): string {
  const spoken = columns.map((column) => column.spoken).join(" ");
  const head = `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-text">${escapeHtml(spoken)}</desc>`;
  return `<svg class="chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text" viewBox="0 0 ${WIDTH} ${HEIGHT}">${head}${drawn(weeks, columns, t)}</svg>`;
}

function dayOf(week: TrendWeek, last: TrendWeek | undefined, t: Telling): string {
  return dayText(week.from, (last ?? week).from.slice(0, 4), "short", t);
}

/** How hard each week was, as bars from 0 to 10; hollow with fewer than three cases. */
export function strengthChart(weeks: readonly TrendWeek[], t: Telling): string {
  const columns = weeks.map((week): Column => {
    const day = dayOf(week, weeks.at(-1), t);
    if (week.strengthMedian === null) return { value: t.style.symbols.dash, whole: 0, part: 0, spoken: t.say("page.trendNone", { day }) };
    const height = week.strengthMedian / HARDEST;
    const few = week.strengths < FEWEST;
    const median = t.number(week.strengthMedian);
    const spoken = t.say(few ? "page.trendStrengthFew" : "page.trendStrengthAt", { day, median });
    return { value: median, whole: height, part: few ? 0 : height, spoken };
  });
  return chart("hard", t.say("page.trendStrength"), weeks, columns, t);
}

/** How many cases each week say how close, and how many of them were close. */
export function closeChart(weeks: readonly TrendWeek[], t: Telling): string {
  const most = Math.max(1, ...weeks.map(({ close }) => close.n));
  const columns = weeks.map((week): Column => {
    const { k, n } = week.close;
    const day = dayOf(week, weeks.at(-1), t);
    if (n === 0) return { value: t.style.symbols.dash, whole: 0, part: 0, spoken: t.say("page.trendNone", { day }) };
    const text = t.say("review.of", { k, n });
    return { value: text.length > 7 ? `${k}/${n}` : text, whole: n / most, part: k / most, spoken: t.say("page.trendCloseAt", { day, k, n }) };
  });
  return chart("close", t.say("page.trendClose"), weeks, columns, t);
}

/** A bar beside a count that stands next to it in words: only for the eye. */
export function countBar(count: number, most: number): string {
  const wide = rounded((count / Math.max(1, most)) * 100);
  return `<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="fill" x="0" y="1" width="${wide}" height="8"/></svg>`;
}

/** The figures of the charts as rows: week, cases, how hard, close. */
export function trendRows(weeks: readonly TrendWeek[], t: Telling): readonly (readonly string[])[] {
  const { dash } = t.style.symbols;
  return weeks.map((week) => [
    dayOf(week, weeks.at(-1), t),
    String(week.entries),
    week.strengthMedian === null ? dash : t.number(week.strengthMedian),
    week.close.n === 0 ? dash : t.say("review.of", { k: week.close.k, n: week.close.n }),
  ]);
}
