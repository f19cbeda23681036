import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import { alwaysMasked } from "../reflection/identifying/span.ts";
import type { Session } from "../session.ts";

/**
 * What was masked, a sentence for each kind, and how to keep it where that can be.
 * @param where "kept": in words that were written down; "shown": in what is printed, while the journal has them;
 *   "shared": in what others get, where nothing is kept on purpose
 */
export function sayMasked(session: Session, masked: MaskCounts, where: "kept" | "shown" | "shared" = "kept"): void {
  for (const [kind, count] of masked) {
    session.note(`${session.say(`identifying.${alwaysMasked(kind) ? "took" : "masked"}.${kind}`, { count })}\n`);
  }
  if (where === "shared" || ![...masked.keys()].some((kind) => !alwaysMasked(kind))) return;
  session.note(`${session.say(where === "kept" ? "identifying.keepFlag" : "identifying.showFlag")}\n`);
}
