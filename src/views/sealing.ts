import { finish, heading, indented, MARGIN, paragraph, readAloud } from "./lines.ts";
import type { Telling } from "./telling.ts";

const HEAD = "AGE-SECRET-KEY-1";
const GROUP = 4;

/** The key in groups of four, as many to a line as there is room for. Blanks may be typed with it. */
function groups(key: string, room: number): readonly string[] {
  const rest = key.slice(HEAD.length).match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  const count = Math.min(rest.length, Math.max(1, Math.floor((room + 1) / (GROUP + 1))));
  const lines = Array.from({ length: Math.ceil(rest.length / count) }, (_, n) => rest.slice(n * count, (n + 1) * count).join(" "));
  return [HEAD, ...lines];
}

/** The recovery key and what to do with it. Whole on one line where there is room, so that it can be copied. */
export function sealedView(key: string, t: Telling): string {
  const { style } = t;
  if (style.screenReader) {
    const said = [t.say("sealing.noReset"), t.say("sealing.recovery"), groups(key, Infinity).join(" "), t.say("sealing.recoveryPrint")];
    return finish(said.flatMap((line) => readAloud(line, style)));
  }
  const room = style.width - 2 * MARGIN;
  return finish([
    ...heading(t.say("sealing.title"), t),
    ...paragraph(t.say("sealing.noReset"), t),
    "",
    ...paragraph(t.say("sealing.recovery"), t),
    ...indented(key.length <= room ? [key] : groups(key, room - 2), MARGIN + (key.length <= room ? 0 : 2), style.palette.strong),
    "",
    ...paragraph(t.say("sealing.recoveryPrint"), t),
  ]);
}

/** Sentences, folded to the width. */
export function sentencesView(sentences: readonly string[], t: Telling): string {
  return finish(sentences.flatMap((line) => (t.style.screenReader ? readAloud(line, t.style) : paragraph(line, t))));
}
