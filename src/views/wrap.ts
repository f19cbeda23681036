import { cut, displayWidth, pieces } from "./width.ts";

/**
 * Folds one line of text into lines of at most `columns`, at blanks; a word that is longer is cut. Text that fits stays
 * as it is, double blanks too. No text gives one empty line.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const room = Math.max(1, columns);
  if (text.length <= room * 8 && displayWidth(text) <= room) return [text];
  const lines: string[] = [];
  let line = "";
  let taken = 0;
  const end = (): void => {
    if (line !== "") lines.push(line);
  };
  for (const word of text.split(/[ \n]+/)) {
    const wide = displayWidth(word);
    if (word === "") continue;
    if (line !== "" && taken + 1 + wide <= room) {
      line += ` ${word}`;
      taken += 1 + wide;
      continue;
    }
    end();
    const parts = wide <= room ? [word] : pieces(word, room);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
    taken = displayWidth(line);
  }
  end();
  return lines.length === 0 ? [""] : lines;
}

const APART = / {3,}/;

/** The same; what stands apart in the text, by three blanks or more, begins a line of its own where it has to be folded. */
export function wrapApart(text: string, columns: number): readonly string[] {
  const [first = "", ...more] = wrap(text, columns);
  if (more.length === 0 || !APART.test(text.trim())) return [first, ...more];
  return text.trim().split(APART).flatMap((part) => wrap(part, columns));
}

/** At most so many lines of a folded text; `mark` ends the last one where more was left out. */
export function firstLines(lines: readonly string[], most: number, columns: number, mark: string): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cut(lines[most - 1] ?? "", columns, mark)];
}

/**
 * Sentences on one line where they fit together; else each begins a line of its own.
 */
export function wrapSentences(sentences: readonly string[], columns: number): readonly string[] {
  const together = sentences.join(" ");
  return displayWidth(together) <= columns ? [together] : sentences.flatMap((sentence) => wrap(sentence, columns));
}

/** `text` folded behind `lead`; the lines after the first are indented as far as the lead reaches. */
export function hang(lead: string, text: string, columns: number): readonly string[] {
  const indent = displayWidth(lead);
  return wrap(text, columns - indent).map((line, index) => (index === 0 ? lead : " ".repeat(indent)) + line);
}
