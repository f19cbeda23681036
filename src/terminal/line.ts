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
  if (key.name === "deleteWord") return line.replace(/\S*\s*$/, "");
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

/**
 * Asks for one line, without repainting anything: for a screen reader, and for terminals without cursor movement.
 * @param hidden nothing of it is shown
 * Throws `cancelled` on Ctrl-C, Ctrl-D, a signal, and the end of the input.
 */
export function askLine(prompt: string, terminal: Terminal, hidden = false): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = "";
    const { screen } = terminal;
    const end = (settle: () => void): void => {
      screen.write("\r\n");
      keyboard.close();
      settle();
    };
    const stop = (): void => {
      end(() => {
        reject(cancelled(""));
      });
    };
    const keyboard = new Keyboard(terminal, {
      keys: (keys) => {
        for (const key of keys) {
          if (key.name === "stop") { stop(); return; }
          if (key.name === "enter") { end(() => { resolve(asOneLine(line)); }); return; }
          const next = lineAfter(line, key);
          if (!hidden) screen.write(echo(line, next));
          line = next;
        }
      },
      stopped: stop,
      resized: () => undefined,
      continued: () => { screen.write(`\r\n${prompt}${hidden ? "" : line}`); },
    });
    keyboard.open();
    screen.write(prompt);
  });
}
