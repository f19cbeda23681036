import type { Style } from "../views/style.ts";
import { writeAll } from "./output.ts";
import type { Screen, Terminal } from "./terminal.ts";

const USUAL = { columns: 80, rows: 24 };

function thisScreen(): Screen {
  const { stderr } = process;
  return {
    get columns() {
      return stderr.columns || USUAL.columns;
    },
    get rows() {
      return stderr.rows || USUAL.rows;
    },
    write: (text) => {
      try {
        writeAll(2, text);
      } catch {
        // The terminal is gone; the end of its input is what ends the conversation.
      }
    },
    onResize: (listener) => {
      stderr.on("resize", listener);
      return () => {
        stderr.off("resize", listener);
      };
    },
  };
}

/** The terminal of this process: keys from stdin, prompts to stderr. */
export function thisTerminal(style: Style, env: Readonly<Record<string, string | undefined>>): Terminal {
  const dumb = env["TERM"] === "dumb";
  return {
    input: process.stdin,
    screen: thisScreen(),
    signals: {
      on: (signal, listener) => process.on(signal as NodeJS.Signals, listener),
      off: (signal, listener) => process.off(signal, listener),
      suspend: () => process.kill(0, "SIGTSTP"),
    },
    timers: {
      after: (ms, action) => {
        const timer = setTimeout(action, ms);
        return () => {
          clearTimeout(timer);
        };
      },
    },
    style,
    plain: style.screenReader || dumb,
    escapes: !dumb,
  };
}
