const WIDTH = 76;

/** Text as it may stand anywhere in a manual page: backslashes and signs outside ASCII as escapes. */
export function escaped(text: string): string {
  const plain = text.replaceAll("\\", "\\e");
  return plain.replace(/[^\0-\x7f]/gu, (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** A line that starts like a request would be taken for one. */
function asText(line: string): string {
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

function wrapped(sentence: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of sentence.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Running text: a new line for each sentence, as manual pages are written. */
export function prose(text: string): string {
  const sentences = text.trim().split(/(?<=[.?!:]) (?=[A-Z(])/);
  return sentences.flatMap((sentence) => wrapped(escaped(sentence))).map(asText).join("\n");
}

/** Lines that stay as they are, without the blanks that all of them begin with. */
function literal(lines: readonly string[]): string {
  const indent = Math.min(...lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length));
  return [".Bd -literal", ...lines.map((line) => asText(escaped(line.slice(indent)))), ".Ed"].join("\n");
}

/** Indented lines, and those with columns, keep their form. */
function keepsItsForm(line: string): boolean {
  return /^ |\S {2,}\S/.test(line);
}

/** A page of help: paragraphs as running text, tables and examples as they stand. */
export function page(text: string): string {
  const runs: string[][] = [];
  for (const line of text.split("\n")) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && (line === "") === (before === "") && keepsItsForm(line) === keepsItsForm(before)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  const parts = runs.map((lines) => (lines[0] === "" ? ".Pp" : keepsItsForm(lines[0] ?? "") ? literal(lines) : prose(lines.join(" "))));
  // A display has room above it already.
  return parts.filter((part, at) => part !== ".Pp" || parts[at + 1]?.startsWith(".Bd") === false).join("\n");
}

/** The arguments of a macro: a word that could be a macro's name, or holds blanks, is kept from being one. */
export function argument(word: string): string {
  const safe = escaped(word).replaceAll('"', "\\(dq");
  if (/\s/.test(safe)) return `"${safe}"`;
  return /^[A-Z][a-z0-9]{1,2}$/.test(safe) || /^[.,:;()[\]?!|-]$/.test(safe) ? `\\&${safe}` : safe;
}
