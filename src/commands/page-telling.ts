import type { Session } from "../session.ts";
import { UNICODE_SYMBOLS } from "../views/symbols.ts";
import { type Telling, telling } from "../views/telling.ts";

/** What pages and pictures speak with: every sign may stand in them, whatever the terminal can show. */
export function pageTelling(session: Session): Telling {
  const { content, style, ownTriggers } = session.telling();
  return telling(content, { ...style, symbols: UNICODE_SYMBOLS, screenReader: false }, ownTriggers);
}
