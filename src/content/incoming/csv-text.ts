/** One cell, and where it begins. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Where a text stops being CSV. */
export interface CsvBreak {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly accepted: string;
}

const LINE_END = /\r\n|\n|\r/y;
const ANY_LINE_END = /\r\n|\n|\r/g;

/** Reads cells one after the other and counts lines. */
class Reader {
  at = 0;
  private line = 1;
  private lineStart = 0;
  private readonly text: string;
  private readonly plain: RegExp;
  private readonly delimiter: string;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.delimiter = delimiter;
    this.plain = new RegExp(`[^\\r\\n${delimiter === "\t" ? "\\t" : delimiter}]*`, "y");
  }

  private place(): { line: number; column: number } {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  /** The text up to the closing quote; two quotes stand for one. Null where there is no closing quote. */
  private quoted(): string | null {
    const from = this.at + 1;
    let end = this.text.indexOf('"', from);
    while (end >= 0 && this.text.charAt(end + 1) === '"') end = this.text.indexOf('"', end + 2);
    if (end < 0) return null;
    const inner = this.text.slice(from, end);
    for (const found of inner.matchAll(ANY_LINE_END)) {
      this.line += 1;
      this.lineStart = from + found.index + found[0].length;
    }
    this.at = end + 1;
    return inner.replaceAll('""', '"');
  }

  cell(): Cell | CsvBreak {
    const place = this.place();
    if (this.text.charAt(this.at) !== '"') {
      this.plain.lastIndex = this.at;
      const text = this.plain.exec(this.text)?.[0] ?? "";
      this.at += text.length;
      return { ...place, text };
    }
    const text = this.quoted();
    if (text === null) return { ...place, what: "a quotation mark opens here and is never closed", accepted: 'a closing ", with each " inside written twice' };
    const next = this.text.charAt(this.at);
    if (next === "" || next === "\r" || next === "\n" || next === this.delimiter) return { ...place, text };
    return { ...this.place(), what: "something stands behind a closing quotation mark", accepted: 'each " inside a quoted cell written twice' };
  }

  /** What stands behind a cell; it is passed over. */
  next(): "cell" | "row" | "end" {
    if (this.at >= this.text.length) return "end";
    if (this.text.charAt(this.at) === this.delimiter) {
      this.at += 1;
      return "cell";
    }
    LINE_END.lastIndex = this.at;
    this.at += LINE_END.exec(this.text)?.[0].length ?? 1;
    this.line += 1;
    this.lineStart = this.at;
    return this.at >= this.text.length ? "end" : "row";
  }
}

/**
 * The rows of a CSV text after RFC 4180, with any line ends; empty lines are passed over. Where it breaks, the break comes
 * last.
 */
export function* readCsv(text: string, delimiter: string): Generator<readonly Cell[] | CsvBreak> {
  const reader = new Reader(text, delimiter);
  let row: Cell[] = [];
  for (let next = text === "" ? "end" : "row"; ; ) {
    if (next === "end") return;
    const cell = reader.cell();
    if ("what" in cell) {
      yield cell;
      return;
    }
    row.push(cell);
    next = reader.next();
    if (next === "cell") continue;
    if (row.length > 1 || row[0]?.text !== "") yield row;
    row = [];
  }
}

/** The sign between the cells of the first row: a comma, a semicolon or a tab. */
export function delimiterOf(text: string): string {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => [sign, head.split(sign).length] as const);
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}
