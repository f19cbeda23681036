import { escapedControls } from "../json.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { Telling } from "../telling.ts";
import type { Exporter } from "./exporter.ts";
import { markdownEntry } from "./markdown-entry.ts";

/** Data in a comment that no reader shows and nothing in it can end. */
function comment(data: unknown): string {
  const text = escapedControls(JSON.stringify(data)).replace(/-(?=-|$)|[<>]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<!-- evenkeel ${text} -->`;
}

/**
 * One Markdown document for people: a heading an entry. What was chosen or counted stands in a comment too, so that
 * `import` can read it back; the words stand once, where everybody sees them.
 */
export function markdownExporter(t: Telling): Exporter {
  return {
    begin: () => `# ${escapeMarkdown(t.say("list.title"))}\n`,
    entry: (entry) => {
      const { title, lines, blocks, marked } = markdownEntry(entry, t, true);
      const data = { ...marked.facts, words: marked.words.map(([field]) => field) };
      const parts = [[`## ${escapeMarkdown(title)}`], [comment(data)], lines, ...blocks].filter((part) => part.length > 0);
      return `\n${parts.map((part) => part.join("\n")).join("\n\n")}\n`;
    },
    end: () => "",
  };
}
