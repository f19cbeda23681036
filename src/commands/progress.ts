import type { Session } from "../session.ts";

/** How far a long work is, on one line of the terminal that is gone at its end. */
export interface Progress {
  readonly show: (done: number) => void;
  readonly end: () => void;
}

/** Short work says nothing. */
const PATIENCE_MS = 400;
const BETWEEN_MS = 100;

/**
 * Progress on stderr, where that is a terminal that can paint over a line and nobody asked for quiet; else silence.
 * @param key the message, with {done} and {total}
 * @param patience milliseconds before it says anything
 */
export function progressOf(session: Session, key: string, total: number, patience = PATIENCE_MS): Progress {
  const { err, clock, env } = session.runtime;
  const { style } = session.talk();
  const silent = !err.isTerminal || session.globals.quiet === true || style.screenReader || env["TERM"] === "dumb";
  if (silent) return { show: () => undefined, end: () => undefined };
  let next = clock() + patience;
  let shown = "";
  const clear = (): void => {
    if (shown !== "") err.write("\r\x1b[K");
  };
  return {
    show: (done) => {
      const now = clock();
      if (now < next) return;
      next = now + BETWEEN_MS;
      const line = `  ${session.say(key, { done, total })}`.slice(0, style.width - 1);
      clear();
      err.write(line);
      shown = line;
    },
    end: () => {
      clear();
      shown = "";
    },
  };
}
