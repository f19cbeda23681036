import type { ReviewRecord } from "../practice/records.ts";
import { weekdayName } from "./dates.ts";
import { finish, indented, isNarrow, paragraph, readAloud, said } from "./lines.ts";
import { closed } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

export interface ReviewEnd {
  readonly record: Pick<ReviewRecord, "focus">;
  /** First shift-day of the week in which the focus stands. */
  readonly from: string;
  /** That week is going on. */
  readonly going: boolean;
  /** What became of the plan, or null. */
  readonly plan: "changed" | "dropped" | null;
}

function keptLine({ record, from, going }: ReviewEnd, t: Telling): string {
  if (record.focus === null) return t.say("review.kept");
  const focus = closed(t.line(record.focus));
  return going ? t.say("review.keptFocusNow", { focus }) : t.say("review.keptFocus", { focus, weekday: weekdayName(from, "long", t) });
}

/** The end of a review: what was kept, where the focus will stand, and the next useful command. */
export function reviewEnd(end: ReviewEnd, t: Telling): string {
  const { accent, kind } = t.style.palette;
  const command = "evenkeel card";
  const why = t.say(end.record.focus === null ? "review.nextCard" : "review.nextFocusCard");
  const plan = end.plan === null ? [] : [t.say(end.plan === "changed" ? "review.planChanged" : "review.planDropped")];
  const more = [...(end.record.focus === null ? [] : [t.say("review.stands")]), ...plan];
  const next = t.say("views.next", { command });
  if (t.style.screenReader) return finish([keptLine(end, t).replace(/ +/g, " "), ...more, `${next}, ${why}`].flatMap((line) => readAloud(line, t.style)));
  const together = isNarrow(t.style) ? [...paragraph(next, t, accent), ...paragraph(why, t)] : indented([`${accent(next)}      ${why}`]);
  return finish([...paragraph(keptLine(end, t), t, kind), ...more.flatMap((line) => paragraph(line, t)), "", ...together]);
}

/** The note about what someone else should fix, with nothing but its words to be copied. */
export function raiseNote(what: string, command: string, t: Telling): string {
  return finish([...said(t.say("review.noteHead", { command }), t), "", ...t.paragraphs(what).flatMap((text) => said(text, t)), ""]);
}
