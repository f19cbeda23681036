import type { Kind } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { keep, type Kept } from "./keep.ts";

/**
 * Keeps the entries of a file, or of standard input for `-`, in one step.
 * @param kind of entries that name none
 */
export async function keepFrom(session: Session, command: string, kind: Kind, from: string): Promise<Kept> {
  const [{ decodeText, parseEntries, readInput }, { readContext }] = [await import("./entries-from.ts"), await import("./read-context.ts")];
  const name = from === "-" ? "standard input" : from;
  const text = decodeText(await readInput(from, session.runtime), name);
  return keep(session, command, parseEntries(text, name, readContext(session, kind)));
}
