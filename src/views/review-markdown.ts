import { weekdayName, weekText } from "./dates.ts";
import { document, escapeMarkdown, table } from "./markdown.ts";
import { closed } from "./plan-words.ts";
import { answersOf, cameUp, type Counted, remarksOf, type ReviewData, rowsOf, whereInCall } from "./review-rows.ts";
import { trendRows } from "./chart.ts";
import type { Telling } from "./telling.ts";

type Blocks = readonly (readonly string[])[];

function counted(title: string, items: readonly Counted[]): Blocks {
  if (items.length === 0) return [];
  return [[`## ${escapeMarkdown(title)}`], items.map(([name, count]) => `- ${escapeMarkdown(`${name}: ${count}`)}`)];
}

function trendBlocks({ trend = [] }: ReviewData, t: Telling): Blocks {
  if (trend.length === 0) return [];
  const heads = ["page.trendWeek", "page.trendCases", "page.trendStrengthColumn", "page.trendCloseColumn"].map((key) => t.say(key));
  return [[`## ${escapeMarkdown(t.say("page.trend"))}`], table(heads, trendRows(trend, t))];
}

function figures(data: ReviewData, t: Telling): Blocks {
  const { review } = data;
  const rows = rowsOf(review, t);
  const shown = (value: string): string => value || t.style.symbols.dash;
  const cells = rows.map(({ label, now, before }) => [label, shown(now), shown(before)]);
  return [
    table([" ", t.say("review.now"), t.say("review.before")], cells),
    [escapeMarkdown(t.say("review.notWorse"))],
    remarksOf(data, rows, t).map((remark) => `- ${escapeMarkdown(remark)}`),
    ...counted(t.say("review.cameUp"), cameUp(review, t)),
    ...counted(t.say("review.where"), whereInCall(review, t)),
    ...trendBlocks(data, t),
  ];
}

/** The week as a Markdown document. */
export function reviewMarkdown(data: ReviewData, t: Telling): string {
  const { review, focusOfWeek, wins } = data;
  const answers = answersOf(review, t);
  const focus = (text: string): string => escapeMarkdown(text.replace(/ +/g, " "));
  return document([
    [`# ${escapeMarkdown(t.say("review.title"))}`],
    [escapeMarkdown(weekText(review.from, review.to, "short", t))],
    focusOfWeek === null || review.shifts === 0 ? [] : [focus(t.say("review.focus", { focus: closed(t.line(focusOfWeek)) }))],
    ...(review.shifts === 0 ? [[escapeMarkdown(t.say("review.quiet"))]] : figures(data, t)),
    wins.length === 0 ? [] : [`## ${escapeMarkdown(t.say("review.didWell"))}`],
    wins.map(({ shift, what }) => `- ${escapeMarkdown(`${weekdayName(shift, "short", t)}: ${t.line(what)}`)}`),
    answers.length === 0 ? [] : [`## ${escapeMarkdown(t.say("review.said"))}`],
    answers.map(([label, words]) => `- ${escapeMarkdown(`${label}: ${words}`)}`),
    review.focus === null ? [] : [focus(t.say("review.nextFocus", { focus: closed(t.line(review.focus)) }))],
  ]);
}
