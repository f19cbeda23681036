import { withoutEnd } from "../reflection/ends.ts";

/** What Markdown, or a notes program that adds to it, may read as its own anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]<>#|~&$%^]|:(?=\/\/)|(?<=\bwww)\.|@|==/gi;
/** The same at the beginning of a line: a list, an underline. */
const OPENING = /^([-+=]|\d{1,9}(?=[.)](?:\s|$)))/;
/** Signs that are not seen, or that an editor changes; blanks at the ends of a line. */
const ODD = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|^ | $/gm;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
/** Line ends before the first and after the last words. */
const OUTER = /^\n+|\n+$/g;

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16)};`;
}

/** One line of a text, so that Markdown shows it as it was typed. */
function encodedLine(line: string): string {
  return line
    .replace(SPECIAL, (sign) => (sign === "==" ? "\\=\\=" : `\\${sign}`))
    .replace(OPENING, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
    .replace(ODD, reference)
    .replace(LONE_SURROGATE, reference);
}

/**
 * A text as lines of Markdown that show it as it was typed and can be read back: `fromMarkdown(toMarkdown(text))` is the
 * text. A line that goes on ends with a backslash, Markdown's sign for a line end.
 */
export function toMarkdown(text: string): readonly string[] {
  const outer = text.match(OUTER) ?? [];
  const before = text.startsWith("\n") ? (outer[0] ?? "") : "";
  const after = text.length > before.length && text.endsWith("\n") ? (outer.at(-1) ?? "") : "";
  const lines = text.slice(before.length, text.length - after.length).split("\n");
  const encoded = lines.map((line, index) => {
    const goesOn = line !== "" && (lines[index + 1] ?? "") !== "";
    return `${encodedLine(line)}${goesOn ? "\\" : ""}`;
  });
  encoded[0] = `${before.replaceAll("\n", "&#xa;")}${encoded[0] ?? ""}`;
  encoded[encoded.length - 1] = `${encoded.at(-1) ?? ""}${after.replaceAll("\n", "&#xa;")}`;
  return encoded;
}

function decodedLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|&#x([0-9a-f]{1,6});/gi, (whole: string, sign: string | undefined, hex: string | undefined) => {
    if (sign !== undefined) return sign;
    const code = Number.parseInt(hex ?? "", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A backslash alone at the end of a line is a line end, not a sign of the text. */
function withoutBreak(line: string): string {
  const slashes = line.length - withoutEnd(line, /\\/).length;
  return slashes % 2 === 1 ? line.slice(0, -1) : line;
}

/** The text of lines that `toMarkdown` made, also where a person has changed them. */
export function fromMarkdown(lines: readonly string[]): string {
  return lines.map((line) => decodedLine(withoutBreak(line))).join("\n");
}
