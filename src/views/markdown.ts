/** What Markdown would read as its own anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]<>#|~&]/g;
/** What it would read as its own at the beginning of a line: a list, an underline. */
const OPENING = /^([-+=]|\d{1,9}(?=[.)](?:\s|$)))/;
/** Addresses that would become links by themselves. */
const ADDRESS = /:(?=\/\/)|(?<=\bwww)\.|@/gi;

/** One line of text, so that Markdown shows it as it was typed. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, "\\$&")
    .replace(ADDRESS, "\\$&")
    .replace(OPENING, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}

/** A table cell. */
function cell(text: string): string {
  return escapeMarkdown(text) || " ";
}

/** A Markdown table; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)];
}

/** Blocks as one document: a blank line between them, one line end at the end. */
export function document(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}
