import { displayWidth } from "../views/width.ts";
import type { Caret, Frame } from "./frame.ts";

const ESC = "\x1b[";
const HIDE = `${ESC}?25l`;
const SHOW = `${ESC}?25h`;
const CLEAR_BELOW = `${ESC}J`;
const CLEAR_RIGHT = `${ESC}K`;
const TOP: Caret = { row: 0, column: 0 };

function vertical(from: number, to: number): string {
  if (to < from) return `${ESC}${from - to}A`;
  return to > from ? `${ESC}${to - from}B` : "";
}

/** Rows that a line takes beyond its first where it is longer than the screen is wide. */
function folds(line: string, columns: number): number {
  return Math.max(0, Math.ceil(displayWidth(line) / columns) - 1);
}

function toColumn(column: number): string {
  return column === 0 ? "\r" : `\r${ESC}${column}C`;
}

/** Writes the lines that changed; `row` is where the caret stands, `there` how many lines the screen has already. */
function changedLines(
  before: readonly string[],
  after: readonly string[],
  from: number,
): { readonly text: string; readonly row: number } {
  let text = "";
  let row = from;
  let there = Math.max(1, before.length);
  after.forEach((line, index) => {
    if (index < before.length && before[index] === line) return;
    const down = Math.max(0, index - there + 1);
    text += vertical(row, index - down) + "\r\n".repeat(down);
    text += `\r${line}${CLEAR_RIGHT}`;
    row = index;
    there = Math.max(there, index + 1);
  });
  return { text, row };
}

/**
 * Paints frames one over the other below whatever the terminal shows. Only lines that changed are written, in one
 * write, so that nothing flickers; the caret is shown again at the end of each.
 */
export class Painter {
  private lines: readonly string[] = [];
  private caret: Caret = TOP;
  /** Words of a frame have scrolled off the screen, and may come back when it grows. */
  private scrolled = false;
  private readonly write: (text: string) => void;

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  /**
   * Rows from the first line of the frame down to the caret after the terminal has folded long lines at `columns`.
   * Terminals differ in where they leave the caret then: some count the folds below it too. The furthest is taken, so
   * that no words stay behind.
   */
  private rowsAbove(columns: number): number {
    const { row, column } = this.caret;
    const above = this.lines.slice(0, row).reduce((sum, line) => sum + folds(line, columns), 0);
    const below = this.lines.slice(row + 1).reduce((sum, line) => sum + folds(line, columns), 0);
    return row + above + Math.max(below, Math.floor(column / columns));
  }

  paint(frame: Frame): void {
    if (frame.spill.length > 0) {
      this.clear();
      this.write(frame.spill.map((line) => `${line}\r\n`).join(""));
    }
    const { text, row } = changedLines(this.lines, frame.lines, this.caret.row);
    const shorter = frame.lines.length < this.lines.length;
    const rest = shorter ? `${vertical(row, frame.lines.length)}\r${CLEAR_BELOW}` : "";
    const from = shorter ? frame.lines.length : row;
    const moved = from !== frame.caret.row || this.caret.column !== frame.caret.column || text !== "" || shorter;
    this.lines = frame.lines;
    this.caret = frame.caret;
    if (!moved) return;
    const place = vertical(from, frame.caret.row) + toColumn(frame.caret.column);
    this.write(text === "" && rest === "" ? place : HIDE + text + rest + place + SHOW);
  }

  /** Takes the frame off the screen. The caret stands where it began. */
  clear(): void {
    if (this.lines.length > 0) this.write(`${vertical(this.caret.row, 0)}\r${CLEAR_BELOW}`);
    this.forget();
  }

  /**
   * Takes the frame off a screen whose size has changed and whose lines the terminal has folded anew. Once words of it
   * have scrolled off, the whole screen is cleared: they come back with the lines that a larger screen shows again.
   */
  clearAt(columns: number, rows: number): void {
    if (this.lines.length > 0) {
      const tall = this.lines.reduce((sum, line) => sum + 1 + folds(line, columns), 0);
      this.scrolled ||= tall > rows;
      this.write(`${vertical(this.scrolled ? rows : this.rowsAbove(columns), 0)}\r${CLEAR_BELOW}`);
    }
    this.forget();
  }

  /** The screen belongs to somebody else now: the next frame is painted from the caret on. */
  forget(): void {
    this.lines = [];
    this.caret = TOP;
  }
}
