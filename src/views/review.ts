import { spanText, weekdayName, weekText } from "./dates.ts";
import { finish, indented, MARGIN, paragraph, readAloud, spread, textRight } from "./lines.ts";
import { closed } from "./plan-words.ts";
import { reviewAloud } from "./review-aloud.ts";
import { answersOf, cameUp, remarksOf, type ReviewData, rowsOf, whereInCall } from "./review-rows.ts";
import { isNarrowReview, pictures, weekTable } from "./review-table.ts";
import { trendLines } from "./review-trend.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { firstLines, hang, wrap } from "./wrap.ts";

const HEAD_RIGHT = 73;
const MOST_WINS = 5;
const MOST_LINES_OF_A_WIN = 3;
/** Characters of a win that are looked at: no three lines hold more. */
const MOST_OF_A_WIN = 2000;

function head({ review, focusOfWeek }: ReviewData, t: Telling): readonly string[] {
  const { title, quiet, kind } = t.style.palette;
  const { from, to } = review;
  const name = t.say("review.title").toUpperCase();
  if (isNarrowReview(t)) {
    return [
      ...paragraph(name, t, title),
      ...paragraph(spanText(from, to, "short", t), t, quiet),
      ...(focusOfWeek === null ? [] : ["", ...paragraph(t.say("review.focusShort", { focus: closed(t.line(focusOfWeek)) }), t, kind)]),
    ];
  }
  const week = weekText(from, to, "short", t);
  const line = spread([name, title], [week, quiet], Math.min(HEAD_RIGHT, t.style.width - 1) - MARGIN);
  return [
    ...(line === null ? [...paragraph(name, t, title), ...paragraph(week, t, quiet)] : indented([line])),
    ...(focusOfWeek === null ? [] : paragraph(t.say("review.focus", { focus: closed(t.line(focusOfWeek)) }), t, kind)),
  ];
}

/** One win in quotation marks behind its day. */
function winLines({ shift, what }: ReviewData["wins"][number], narrow: boolean, t: Telling): readonly string[] {
  const lead = `   ${weekdayName(shift, "short", t)}${narrow ? "  " : "   "}`;
  const room = textRight(t.style) - displayWidth(lead);
  const lines = wrap(`"${t.line(what.slice(0, MOST_OF_A_WIN))}"`, room);
  const shown = firstLines(lines, MOST_LINES_OF_A_WIN, room, `${t.style.symbols.ellipsis}"`);
  return shown.map((line, index) => (index === 0 ? lead : " ".repeat(displayWidth(lead))) + line);
}

function didWell({ wins }: ReviewData, t: Telling): readonly string[] {
  if (wins.length === 0) return [];
  const narrow = isNarrowReview(t);
  const shown = wins.slice(0, narrow ? 1 : MOST_WINS);
  const more = wins.length - shown.length;
  const title = narrow ? t.say("review.didWellShort") : t.say("review.didWell");
  return [
    "",
    ...paragraph(title, t, t.style.palette.strong),
    ...shown.flatMap((win) => winLines(win, narrow, t)),
    ...(more === 0 ? [] : [`   ${t.say("review.more", { count: more })}`]),
  ];
}

function said({ review }: ReviewData, t: Telling): readonly string[] {
  const answers = answersOf(review, t);
  const { strong, kind } = t.style.palette;
  const column = Math.max(0, ...answers.map(([label]) => displayWidth(label))) + 3;
  const narrow = isNarrowReview(t);
  const lines = answers.flatMap(([label, words]) =>
    narrow
      ? [...paragraph(label, t), ...paragraph(words, t, undefined, MARGIN + 2)]
      : hang(`   ${padEnd(label, column)}`, words, textRight(t.style)),
  );
  const focus = review.focus === null ? [] : ["", ...paragraph(t.say("review.nextFocus", { focus: closed(t.line(review.focus)) }), t, kind)];
  return [...(lines.length === 0 ? [] : ["", ...paragraph(t.say("review.said"), t, strong), ...lines]), ...focus];
}

/** How many questions follow, and how to go on. Not six where there is no plan to decide on. */
export function questionLines(few: boolean, t: Telling): readonly string[] {
  const { accent } = t.style.palette;
  const keys = t.say("review.keys");
  if (t.style.screenReader) return readAloud(t.say(few ? "review.questionsFew" : "review.questions"), t.style);
  if (isNarrowReview(t)) {
    const said = t.say(few ? "review.questionsFew" : "review.questionsShort");
    return wrap(`${said}  ${keys}`, textRight(t.style) - MARGIN).map((line) => `  ${line}`);
  }
  const said = t.say(few ? "review.questionsFew" : "review.questions");
  const isWide = displayWidth(`${said}      ${keys}`) > textRight(t.style) - MARGIN;
  return indented(isWide ? [said, accent(keys)] : [`${said}      ${accent(keys)}`]);
}

function quietWeek(data: ReviewData, t: Telling): readonly string[] {
  const choices = [`1  ${t.say("review.quietWin")}`, `2  ${t.say("review.quietFocus")}`];
  const leave = `Esc  ${t.say("review.quietLeave")}`;
  const room = textRight(t.style) - 3;
  const menu = isNarrowReview(t)
    ? [...choices, leave].flatMap((choice) => wrap(choice, room).map((line) => `   ${line}`))
    : [`   ${choices.join("        ")}`, `   ${leave}`];
  return [...paragraph(t.say("review.quiet"), t), ...said(data, t), ...(data.asking === true ? ["", ...menu] : [])];
}

/** The week in the terminal: figures beside those of the week before, what came up, what went well, what was answered. */
export function reviewView(data: ReviewData, t: Telling): string {
  if (t.style.screenReader) return reviewAloud(data, t);
  const { review } = data;
  if (review.shifts === 0) return finish([...head({ ...data, focusOfWeek: null }, t), ...quietWeek(data, t)]);
  const rows = rowsOf(review, t);
  const remarks = remarksOf(data, rows, t);
  const notWorse = isNarrowReview(t) ? t.say("review.notWorseShort") : t.say("review.notWorse");
  return finish([
    ...head(data, t),
    "",
    ...weekTable(rows, t),
    "",
    ...paragraph(notWorse, t),
    ...remarks.flatMap((remark) => paragraph(remark, t)),
    ...pictures(cameUp(review, t), whereInCall(review, t), t),
    ...trendLines(data.trend ?? [], t),
    ...didWell(data, t),
    ...said(data, t),
    ...(data.asking === true ? ["", ...questionLines(false, t)] : []),
  ]);
}
