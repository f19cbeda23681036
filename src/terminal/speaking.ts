import type { Say } from "../content/message.ts";
import type { Style } from "../views/style.ts";
import { safeText } from "./safe.ts";

/** What a screen is painted with. */
export interface Speaking {
  readonly style: Style;
  /** Speaks a message in signs that the terminal has. */
  readonly say: Say;
  /** Rows of the terminal. */
  readonly rows: number;
  /** What `?` shows for a question. */
  readonly help: (question: string) => string;
  /** Long texts can be written in an editor of this name. */
  readonly editor: string | null;
}

/** The same with everything that is said safe to show. */
export function safely(t: Speaking): Speaking {
  const { symbols } = t.style;
  return {
    ...t,
    say: (key, values) => safeText(t.say(key, values), symbols),
    help: (question) => safeText(t.help(question), symbols),
  };
}
