import type { Say } from "../content/message.ts";
import type { Style } from "../views/style.ts";

/** What a screen is painted with. */
export interface Speaking {
  readonly style: Style;
  readonly say: Say;
  /** Rows of the terminal. */
  readonly rows: number;
  /** What `?` shows for a question. */
  readonly help: (question: string) => string;
  /** Long texts can be written in an editor of this name. */
  readonly editor: string | null;
}
