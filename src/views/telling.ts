import type { Content } from "../content/content.ts";
import { type Say, speaker, type Values } from "../content/message.ts";
import { type Resolve, resolver } from "../practice/triggers.ts";
import { asciiFold, harmless } from "./harmless.ts";
import type { Style } from "./style.ts";

/** What a view speaks with: content in one language, for one stream. Whatever it gives back is safe to write there. */
export interface Telling {
  readonly content: Content;
  readonly style: Style;
  /** The person's own triggers, which the content does not know. */
  readonly ownTriggers: readonly { readonly id: string; readonly label: string; readonly mergedInto?: string }[];
  /** The trigger that a merged one counts for: it goes by that one's name. */
  readonly countsFor: Resolve;
  /** Speaks a message; texts among the values are made harmless. */
  readonly say: Say;
  /** Someone's text as one line. */
  readonly line: (text: string) => string;
  /** A number with the language's decimal sign. */
  readonly number: (value: number) => string;
  /** Someone's text as its paragraphs; blank lines are left out. */
  readonly paragraphs: (text: string) => readonly string[];
}

/** Asking first is much quicker than replacing blanks by blanks. */
function folded(text: string): string {
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** Binds content and style. `say` throws on an unknown key: that is a defect, not bad input. */
export function telling(content: Content, style: Style, ownTriggers: Telling["ownTriggers"] = []): Telling {
  const { ascii } = style.symbols;
  const safe = (text: string): string => {
    const shown = harmless(text, ascii ? "?" : "\ufffd");
    return ascii ? asciiFold(shown) : shown;
  };
  const line = (text: string): string => folded(safe(text));
  const speak = speaker(content);
  const tame = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? line(value) : value]));
  return {
    content,
    style,
    ownTriggers,
    countsFor: resolver(ownTriggers),
    say: (key, values) => safe(speak(key, values === undefined ? {} : tame(values))),
    line,
    number: (value) => String(value).replace(".", Number.isInteger(value) ? "." : speak("views.decimal")),
    paragraphs: (text) => safe(text).split("\n").map(folded).filter((paragraph) => paragraph !== ""),
  };
}
