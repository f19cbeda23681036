import type { Entry } from "../reflection/entry.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { concernIn } from "../conversations/care.ts";
import { keptView } from "../views/kept.ts";
import { supportView } from "../views/support.ts";
import type { Kept } from "./keep.ts";
import { sayMasked } from "./say-masked.ts";

/** The next useful command after a kind of entry. */
const NEXT: Readonly<Record<Entry["kind"], string>> = {
  reflection: "evenkeel roadmap",
  win: "evenkeel list --kind win",
  start: "evenkeel reflect",
  end: "evenkeel",
  rehearsal: "evenkeel reminders",
  note: "evenkeel list",
};

/** The moment whose kind sentences fit what was kept. */
function moment(entry: Entry): string {
  if (entry.kind === "rehearsal") return "rehearse";
  if (entry.kind !== "reflection") return entry.kind;
  if (entry.trigger === SUPPORT_TRIGGER) return "support";
  return (entry.held ?? 0) >= 4 ? "steady" : "reflect";
}

/** A kind sentence of the content; another moment gets another one. */
function closing(session: Session, entry: Entry): string | null {
  const sentences = session.content().closings[moment(entry)] ?? [];
  const minutes = Math.floor(Date.parse(entry.at) / 60_000);
  return sentences[Math.abs(minutes) % Math.max(1, sentences.length)] ?? null;
}

const MOST_LOOKED_AT = 200;

/** Where self-harm, a threat, hate or sexual words are named, whom to talk to comes first. Compared here, kept nowhere. */
export function sayCare(session: Session, saved: readonly Entry[]): void {
  const looked = saved.slice(-MOST_LOOKED_AT);
  const words = looked.flatMap((entry) => Object.values(entry).filter((value) => typeof value === "string")).join("\n");
  const { support } = session.deepContent();
  const threatened = looked.some((entry) => entry.kind === "reflection" && entry.trigger === SUPPORT_TRIGGER);
  const concern = concernIn(words, support) ?? (threatened ? "threat" : null);
  if (concern === null) return;
  const data = { support, contact: session.value("contact"), country: session.value("country"), selfHarm: concern === "selfHarm" };
  session.runtime.err.write(`${supportView(data, session.talk())}\n`);
}

/**
 * After a write: the saved records as JSON; else what was kept and the next useful command, after a conversation with a
 * kind sentence between them. `--quiet` leaves only the JSON.
 */
export function sayKept(session: Session, { saved, there, masked }: Kept, kindly = false): void {
  sayMasked(session, masked);
  if (!kindly) sayCare(session, saved);
  if (there.length > 0) session.note(`${session.say("kept.there", { count: there.length })}\n`);
  if (session.globals.json) {
    session.printJson(saved);
    return;
  }
  const last = saved.at(-1);
  if (last === undefined) return;
  const command = kindly && last.kind === "reflection" ? "evenkeel breathe" : NEXT[last.kind];
  const why = session.say(kindly && last.kind === "reflection" ? "kept.whyBreathe" : `kept.why.${last.kind}`);
  const closingLine = kindly ? closing(session, last) : null;
  session.note(keptView({ count: saved.length, closing: closingLine, next: { command, why } }, session.talk()));
}
