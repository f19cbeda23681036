import { apart, type MarkedEntry } from "../../content/marked-entry.ts";
import { toMarkdown } from "../../content/markdown-text.ts";
import type { Entry } from "../../reflection/entry.ts";
import { entryWords } from "../entry-words.ts";
import { escapeMarkdown } from "../markdown.ts";
import { answersOfEntry, fieldLabel } from "../show-fields.ts";
import type { Telling } from "../telling.ts";

export interface MarkdownEntry {
  /** "2026-11-20 23:41 Shouting or rude words" */
  readonly title: string;
  /** What was chosen or counted, a line each. */
  readonly lines: readonly string[];
  /** The words, each under its label, as quoted blocks. */
  readonly blocks: readonly (readonly string[])[];
  readonly marked: MarkedEntry;
}

/** The title of an entry: the clock as the person lived it, and what it was. */
export function entryTitle(entry: Entry, t: Telling): string {
  return `${entry.at.slice(0, 10)} ${entry.at.slice(11, 16)} ${entryWords(entry, t).name}`;
}

function label(entry: Entry, field: string, t: Telling): string {
  if (field === "plan.if") return t.say("carry.planIf");
  return field === "plan.then" ? t.say("carry.planThen") : fieldLabel(entry, field, t);
}

/**
 * The parts of an entry in Markdown.
 * @param withTags tags stand among the words
 */
export function markdownEntry(entry: Entry, t: Telling, withTags: boolean): MarkdownEntry {
  const marked = apart(entry, withTags);
  const { trigger: _trigger, ...facts } = marked.facts;
  const shown = { ...(entry.kind === "reflection" ? facts : marked.facts), kind: entry.kind } as unknown as Entry;
  return {
    title: entryTitle(entry, t),
    lines: answersOfEntry(shown, t).map(([name, paragraphs]) => `- **${escapeMarkdown(name)}:** ${escapeMarkdown(paragraphs.join(" "))}`),
    blocks: marked.words.map(([field, text]) => [
      `**${escapeMarkdown(label(entry, field, t))}**`,
      "",
      ...toMarkdown(text).map((line) => (line === "" ? ">" : `> ${line}`)),
    ]),
    marked,
  };
}
