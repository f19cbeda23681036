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
    measure: () => {
      process.emit("SIGWINCH", "SIGWINCH");
    },
    onResize: (listener) => {
      stderr.on("resize", listener);
      return () => {
        stderr.off("resize", listener);
      };
    },
  };
}

/** A terminal that goes away fails once more after nobody listens to it; that must not end the process with a stack. */
const unheard = (): void => undefined;

function thisInput(): NodeJS.ReadStream {
  const { stdin } = process;
  if (!stdin.listeners("error").includes(unheard)) stdin.on("error", unheard);
  return stdin;
}

function suspend(): void {
  if (process.platform !== "win32") process.kill(0, "SIGTSTP");
}

/** The terminal of this process: keys from stdin, prompts to stderr. */
export function thisTerminal(style: Style, env: Readonly<Record<string, string | undefined>>): Terminal {
  const dumb = env["TERM"] === "dumb";
  return {
    input: thisInput(),
    screen: thisScreen(),
    signals: {
      on: (signal, listener) => process.on(signal as NodeJS.Signals, listener),
      off: (signal, listener) => process.off(signal, listener),
      suspend,
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
