import { finish, heading, isNarrow, MARGIN, paragraph, readAloud, textRight } from "./lines.ts";
import { triggerLabel, triggerMeaning } from "./names.ts";
import { capital, closed } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang } from "./wrap.ts";

export interface SuggestData {
  /** Best first. */
  readonly suggestions: readonly { readonly trigger: string }[];
  /** Even the best is little better than chance. */
  readonly weak?: boolean;
  /** The person's most frequent triggers, shown where nothing fits. */
  readonly usual: readonly string[];
}

const MOST = 6;

/** The triggers that words point to, best first; where there is none, the person's usual ones. */
export function suggestView({ suggestions, usual, weak = false }: SuggestData, t: Telling): string {
  const { style } = t;
  const found = suggestions.slice(0, MOST).map(({ trigger }) => trigger);
  const none = usual.length === 0 ? t.say("suggest.noneAtAll") : t.say("suggest.none");
  const shown = found.length === 0 ? usual.slice(0, MOST) : found;
  const items = shown.map((trigger) => [triggerLabel(trigger, t), triggerMeaning(trigger, t)] as const);
  if (style.screenReader) {
    const spoken = items.map(([label, meaning], index) =>
      t.say("suggest.readItem", { number: index + 1, label, meaning: meaning === "" ? "" : capital(closed(meaning)) }),
    );
    const head = found.length === 0 ? none : weak ? t.say("suggest.weak") : `${t.say("suggest.title")}:`;
    return finish([head, ...spoken].flatMap((line) => readAloud(line.trimEnd(), style)));
  }
  const column = Math.max(0, ...items.map(([label]) => displayWidth(label))) + 3;
  const right = textRight(style);
  const lines = items.flatMap(([label, meaning], index) => {
    const lead = `   ${index + 1}  `;
    const wide = lead.length + column + displayWidth(meaning) <= right && !isNarrow(style);
    if (wide) return [`${lead}${index === 0 && found.length > 0 && !weak ? style.palette.strong(padEnd(label, column)) : padEnd(label, column)}${style.palette.quiet(meaning)}`];
    return [...hang(lead, label, right), ...(meaning === "" ? [] : paragraph(meaning, t, style.palette.quiet, MARGIN + 4))];
  });
  const head = found.length === 0 ? paragraph(none, t) : weak ? paragraph(t.say("suggest.weak"), t) : heading(t.say("suggest.title"), t);
  return finish([...head, ...(lines.length === 0 ? [] : ["", ...lines])]);
}
