import { weekdayName, weekText } from "./dates.ts";
import { finish, readAloud } from "./lines.ts";
import { closed } from "./plan-words.ts";
import { answersOf, cameUp, type Counted, remarksOf, type ReviewData, rowsOf, whereInCall } from "./review-rows.ts";
import { trendAloud } from "./review-trend.ts";
import type { Telling } from "./telling.ts";

function listed(label: string, items: readonly Counted[], t: Telling): readonly string[] {
  if (items.length === 0) return [];
  const list = items.map(([name, count]) => t.say("review.readCount", { name, count })).join("; ");
  return [t.say("review.readList", { label, list })];
}

function figures(data: ReviewData, t: Telling): readonly string[] {
  const rows = rowsOf(data.review, t);
  const none = t.say("review.readNone");
  return [
    ...rows.map(({ label, now, before }) => t.say("review.readRow", { label, now: now || none, before: before || none })),
    t.say("review.notWorse"),
    ...remarksOf(data, rows, t),
    "",
    ...listed(t.say("review.cameUp"), cameUp(data.review, t), t),
    ...listed(t.say("review.where"), whereInCall(data.review, t), t),
    ...trendAloud(data.trend ?? [], t),
  ];
}

/** The week as sentences from top to bottom, for a screen reader. */
export function reviewAloud(data: ReviewData, t: Telling): string {
  const { review, focusOfWeek, wins, asking } = data;
  const quiet = review.shifts === 0;
  const lines = [
    t.say("review.readHead", { span: weekText(review.from, review.to, "long", t) }),
    ...(focusOfWeek === null || quiet ? [] : [closed(t.say("review.focus", { focus: focusOfWeek }).replace(/ +/g, " "))]),
    ...(quiet ? [t.say("review.quiet")] : figures(data, t)),
    ...(wins.length === 0 ? [] : ["", `${t.say("review.didWell")}.`]),
    ...wins.map(({ shift, what }) => t.say("review.readWin", { weekday: weekdayName(shift, "long", t), what: closed(t.line(what)) })),
    ...answersOf(review, t).map(([label, words]) => closed(`${label}: ${words}`)),
    ...(review.focus === null ? [] : [closed(t.say("review.nextFocus", { focus: review.focus }).replace(/ +/g, " "))]),
    ...(asking === true && !quiet ? ["", t.say("review.questions")] : []),
  ];
  return finish(lines.flatMap((line) => (line === "" ? [""] : readAloud(line, t.style))));
}
