import { closeChart, countBar, strengthChart, trendRows } from "./chart.ts";
import { weekdayName, weekText } from "./dates.ts";
import { escapeHtml } from "./html.ts";
import { element, list, pageDocument, section } from "./page.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { closed } from "./plan-words.ts";
import { answersOf, cameUp, type Counted, remarksOf, type ReviewData, rowsOf, whereInCall } from "./review-rows.ts";
import type { Telling } from "./telling.ts";

function cells(row: readonly string[]): string {
  const [first = "", ...more] = row;
  return `<tr><th scope="row" dir="auto">${escapeHtml(first)}</th>${more.map((text) => `<td class="n">${escapeHtml(text)}</td>`).join("")}</tr>`;
}

function tableOf(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const [first = "", ...more] = heads;
  const head = `<tr><th scope="col">${escapeHtml(first)}</th>${more.map((text) => `<th scope="col" class="n">${escapeHtml(text)}</th>`).join("")}</tr>`;
  const name = caption === "" ? "" : element("caption", caption);
  return `<table>${name}<thead>${head}</thead><tbody>${rows.map(cells).join("")}</tbody></table>`;
}

function figures(data: ReviewData, t: Telling): string {
  const rows = rowsOf(data.review, t);
  const shown = (value: string): string => (value === "" ? t.style.symbols.dash : value);
  const table = tableOf("", [t.say("page.figure"), t.say("review.now"), t.say("review.before")], rows.map(({ label, now, before }) => [label, shown(now), shown(before)]));
  const remarks = [t.say("review.notWorse"), ...remarksOf(data, rows, t)].map((text) => element("p", text, 'class="note"'));
  return section(t.say("page.week"), [table, ...remarks].join("\n"));
}

/** Names and counts as a table, each count with a bar beside it. */
function counted(title: string, items: readonly Counted[]): string {
  if (items.length === 0) return "";
  const most = Math.max(...items.map(([, count]) => count));
  const rows = items.map(([name, count]) => `<tr><th scope="row" dir="auto">${escapeHtml(name)}</th><td class="n">${count}</td><td class="bar" aria-hidden="true">${countBar(count, most)}</td></tr>`);
  return section(title, `<table><tbody>${rows.join("")}</tbody></table>`);
}

function pair(...parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== "");
  return filled.length === 0 ? "" : `<div class="pair">\n${filled.join("\n")}\n</div>`;
}

function trend({ trend: weeks = [] }: ReviewData, t: Telling): string {
  if (weeks.length === 0) return "";
  const figure = (name: string, note: string, svg: string): string =>
    `<figure><figcaption>${escapeHtml(t.say(name))}<span>${escapeHtml(t.say(note))}</span></figcaption>${svg}</figure>`;
  const charts = pair(
    figure("page.trendStrength", "page.trendStrengthNote", strengthChart(weeks, t)),
    figure("page.trendClose", "page.trendCloseNote", closeChart(weeks, t)),
  );
  const heads = ["page.trendWeek", "page.trendCases", "page.trendStrengthColumn", "page.trendCloseColumn"].map((key) => t.say(key));
  return section(t.say("page.trend"), `${charts}\n${tableOf("", heads, trendRows(weeks, t)).replace("<table>", '<table class="note">')}`);
}

function answers({ review }: ReviewData, t: Telling): string {
  const said = answersOf(review, t).map(([label, words]) => `${element("dt", label)}${element("dd", words)}`);
  const focus = review.focus === null ? "" : element("p", t.say("review.nextFocus", { focus: closed(t.line(review.focus)) }), 'class="kind note"');
  return section(t.say("review.said"), `${said.length === 0 ? "" : `<dl>${said.join("")}</dl>`}${focus}`);
}

/** The week as one page for a browser or the printer, with the facts of the text and the same figures. */
export function reviewPage(data: ReviewData, t: Telling): string {
  const { review, focusOfWeek, wins } = data;
  const quiet = review.shifts === 0;
  const head = [
    element("h1", t.say("review.title")),
    element("p", weekText(review.from, review.to, "short", t), 'class="quiet"'),
    ...(focusOfWeek === null || quiet ? [] : [element("p", t.say("review.focus", { focus: closed(t.line(focusOfWeek)) }), 'class="kind"')]),
  ];
  const main = [
    quiet ? element("p", t.say("review.quiet")) : figures(data, t),
    pair(counted(t.say("review.cameUp"), cameUp(review, t)), counted(t.say("review.where"), whereInCall(review, t))),
    section(t.say("review.didWell"), list(wins.map(({ shift, what }) => `${weekdayName(shift, "short", t)}: ${t.line(what)}`))),
    answers(data, t),
    trend(data, t),
  ].filter((part) => part !== "");
  const body = `<header>\n${head.join("\n")}\n</header>\n<main>\n${main.join("\n")}\n</main>\n<footer>${element("p", t.say("page.foot"))}</footer>`;
  const title = `${t.say("review.title")}, ${weekText(review.from, review.to, "short", t)}`;
  return pageDocument({ lang: t.content.lang, title, style: PAGE_STYLE, body });
}
