import { countsText } from "./counts.ts";
import { isNarrow, MARGIN, paragraph, readAloud, spread } from "./lines.ts";
import { capital, closed } from "./plan-words.ts";
import { shiftName } from "./show.ts";
import type { Telling } from "./telling.ts";

/** Which end of a shift it is, and what is known of it. */
export interface ShiftHead {
  readonly end: "start" | "end";
  readonly now: { readonly at: string; readonly shift: string };
  /** Sentences under the headline. */
  readonly lines: readonly string[];
}

const RIGHT = 75;

/** The headline of `start` and `end` with the shift's name at its right, and what stands under it. */
export function shiftHead({ end, now, lines }: ShiftHead, t: Telling): readonly string[] {
  const title = t.say(end === "start" ? "daily.start.title" : "daily.end.title");
  const name = shiftName(now.at, now.shift, t);
  if (t.style.screenReader) {
    return [closed(title), capital(closed(name)), ...lines].flatMap((line) => readAloud(line, t.style));
  }
  const { title: bold, quiet } = t.style.palette;
  const right = Math.min(RIGHT, t.style.width - 1) - MARGIN;
  const row = isNarrow(t.style) ? null : spread([title.toUpperCase(), bold], [name, quiet], right);
  const head = row === null ? [...paragraph(title.toUpperCase(), t, bold), ...paragraph(name, t, quiet)] : [" ".repeat(MARGIN) + row];
  return [...head, ...lines.flatMap((line) => paragraph(line, t))];
}

/** What a shift came to, and the words that close it. */
export interface Closing {
  /** It is night: "tonight", and "good night". */
  readonly night: boolean;
  readonly cases: number;
  readonly wins: number;
  /** Customers who went home happier, as far as was written down. */
  readonly happier: number;
  readonly closing: string;
}

function summary({ night, cases, wins, happier }: Closing, t: Telling): string | null {
  const counts = countsText({ cases, wins }, { cases: "daily.end.cases", wins: "home.wins", both: "daily.end.met" }, t.say);
  if (counts === null) return null;
  const said = t.say(night ? "daily.end.tonight" : "daily.end.today", { counts });
  return happier === 0 ? said : `${said} ${t.say("daily.end.happier", { count: happier })}`;
}

/** The last thing on the screen, without what stands at its foot. */
export function closingLines(data: Closing, t: Telling): readonly string[] {
  const said = summary(data, t);
  if (t.style.screenReader) return [...(said === null ? [] : [said]), data.closing].flatMap((line) => readAloud(t.line(line), t.style));
  return [...(said === null ? [] : paragraph(said, t)), ...paragraph(t.line(data.closing), t, t.style.palette.kind)];
}
