import type { Session } from "../session.ts";
import type { Kept } from "./keep.ts";

/** After a write: the saved records as JSON, or one line on what was kept and the next useful command. */
export function sayKept(session: Session, command: "reflect" | "win" | "end" | "start", { saved, there }: Kept): void {
  if (there.length > 0) session.note(`${session.say("kept.there", { count: there.length })}\n`);
  if (session.globals.json) {
    session.printJson(saved);
    return;
  }
  if (saved.length === 0) return;
  session.note(`${session.say("kept.saved", { count: saved.length })}\n`);
  session.note(`${session.say(`kept.next${command.charAt(0).toUpperCase()}${command.slice(1)}`)}\n`);
}
