import type { Session } from "../session.ts";
import { type Telling, telling } from "../views/telling.ts";

/** Lines of a view over a question, laid out for the columns that the terminal has. */
export function drawnBy(session: Session, lines: (t: Telling) => readonly string[]): (columns: number) => readonly string[] {
  const { content, style, ownTriggers } = session.talk();
  const plain = style.screenReader || session.runtime.env["TERM"] === "dumb";
  return (columns) => lines(telling(content, { ...style, width: columns, screenReader: plain }, ownTriggers));
}
