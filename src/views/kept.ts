import { finish, isNarrow, paragraph, readAloud, unpainted } from "./lines.ts";
import type { Telling } from "./telling.ts";
import { displayWidth } from "./width.ts";

/** What is said after something was kept. */
export interface KeptData {
  /** How many entries. */
  readonly count: number;
  /** A kind sentence, or null. */
  readonly closing: string | null;
  /** The next useful command and why, or null. */
  readonly next: { readonly command: string; readonly why: string } | null;
}

function keptLine(count: number, short: boolean, t: Telling): string {
  if (count === 1) return short ? t.say("views.keptShort") : t.say("views.kept");
  return t.say("views.keptMany", { count });
}

/** The lines that stay on the screen: what was kept, a kind word, the next step. */
export function keptView({ count, closing, next }: KeptData, t: Telling): string {
  const { style } = t;
  const narrow = isNarrow(style);
  const kept = keptLine(count, narrow && !style.screenReader, t);
  const command = next === null ? "" : t.say("views.next", { command: next.command });
  if (style.screenReader) {
    const lines = [kept, ...(closing === null ? [] : [t.line(closing)]), ...(next === null ? [] : [`${command}, ${t.line(next.why)}.`])];
    return finish(lines.flatMap((line) => readAloud(line, style)));
  }
  const whole = next === null ? "" : `${command}      ${t.line(next.why)}`;
  const fits = !narrow && displayWidth(whole) + 2 < style.width;
  return finish([
    ...paragraph(kept, t, unpainted),
    ...(closing === null ? [] : paragraph(t.line(closing), t, style.palette.kind)),
    ...(next === null ? [] : ["", ...paragraph(fits ? whole : command, t)]),
  ]);
}
