import { withoutLastWord } from "../reflection/ends.ts";
import { cancelled } from "../errors.ts";
import { displayWidth, graphemes } from "../views/width.ts";
import { wordsOnly } from "./field.ts";
import { Keyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import type { Terminal } from "./terminal.ts";

/** What a key makes of a line that only grows and shrinks at its end. What was pasted keeps its line ends. */
export function lineAfter(line: string, key: Key): string {
  if ("text" in key) return line + wordsOnly(key.text);
  if (key.name === "backspace") return line.slice(0, line.length - (graphemes(line).at(-1) ?? "").length);
  if (key.name === "deleteWord") return withoutLastWord(line);
  return key.name === "deleteToStart" ? "" : line;
}

/** What has to be written so that a line on the screen becomes another: no cursor movement beyond a terminal's own. */
export function echo(before: string, after: string): string {
  const [shown, wanted] = [asOneLine(before), asOneLine(after)];
  if (wanted.startsWith(shown)) return wanted.slice(shown.length);
  return "\b \b".repeat(displayWidth(shown) - displayWidth(wanted));
}

/** The line as it stands behind its prompt. */
export function asOneLine(line: string): string {
  return line.replaceAll("\n", " ");
}

/** A line that is being asked for. */
class Line {
  private readonly keyboard: Keyboard;
  private readonly terminal: Terminal;
  private readonly hidden: boolean;
  private readonly finish: (line: string | null) => void;
  private line = "";

  constructor(prompt: string, terminal: Terminal, hidden: boolean, finish: (line: string | null) => void) {
    this.terminal = terminal;
    this.hidden = hidden;
    this.finish = finish;
    this.keyboard = new Keyboard(terminal, {
      keys: (keys) => {
        this.pressed(keys);
      },
      stopped: () => {
        this.end(null);
      },
      resized: () => undefined,
      continued: (ours) => {
        if (!ours) terminal.screen.write(`${prompt}${hidden ? "" : asOneLine(this.line)}`);
      },
    });
    this.keyboard.open();
    terminal.screen.write(prompt);
  }

  private pressed(keys: readonly Key[]): void {
    for (const key of keys) {
      if (key.name === "stop" || key.name === "enter") {
        this.end(key.name === "enter" ? asOneLine(this.line) : null);
        return;
      }
      if (key.name === "suspend") {
        this.terminal.screen.write("\r\n");
        this.keyboard.suspend();
        continue;
      }
      const next = lineAfter(this.line, key);
      if (!this.hidden) this.terminal.screen.write(echo(this.line, next));
      this.line = next;
    }
  }

  private end(line: string | null): void {
    this.terminal.screen.write("\r\n");
    this.keyboard.close();
    this.finish(line);
  }
}

/**
 * Asks for one line, without repainting anything: for a screen reader, and for terminals without cursor movement.
 * @param hidden nothing of it is shown
 * Throws `cancelled` on Ctrl-C, Ctrl-D, a signal, and the end of the input.
 */
export async function askLine(prompt: string, terminal: Terminal, hidden = false): Promise<string> {
  const line = await new Promise<string | null>((resolve) => new Line(prompt, terminal, hidden, resolve));
  if (line === null) throw cancelled("");
  return line;
}
