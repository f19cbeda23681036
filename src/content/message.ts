import type { Content, Message } from "./content.ts";

export type Values = Readonly<Record<string, string | number>>;

/** Speaks a message of the content: `say("roadmap.times", { count: 5 })`. */
export type Say = (key: string, values?: Values) => string;

function pluralCategory(lang: string, count: number): string {
  // The first use of Intl.PluralRules costs 5 ms: English does without.
  if (/^en(-|$)/.test(lang)) return count === 1 ? "one" : "other";
  return new Intl.PluralRules(lang).select(count);
}

function form(message: Message, lang: string, count: number): string {
  if (typeof message === "string") return message;
  return message[pluralCategory(lang, count)] ?? message["other"] ?? "";
}

/** Puts values into a sentence. A name in braces that has no value stays as it is. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * Binds a content to a speaker.
 *
 * A message with plural forms takes its form from `values.count`. A name in braces that has no value stays as it is.
 * An unknown key throws: messages are checked when the project is tested, so it is a defect, not bad input.
 */
export function speaker(content: Pick<Content, "lang" | "messages">): Say {
  return (key, values = {}) => {
    const message = content.messages[key];
    if (message === undefined) throw new Error(`no message ${key} in content/${content.lang}`);
    const count = values["count"];
    return fill(form(message, content.lang, typeof count === "number" ? count : 0), values);
  };
}
