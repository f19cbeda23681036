import type { Entry } from "../reflection/entry.ts";
import { labelIn, triggerLabel } from "./names.ts";
import type { Telling } from "./telling.ts";

/** Characters of a text that are looked at where only its beginning is shown. */
const MOST = 2000;

/** An entry in a line: what it is, its own words, how hard it was. */
export interface EntryWords {
  /** The trigger of a hard case; "Win", "Note". */
  readonly name: string;
  /** The beginning of what was written; empty where nothing was. */
  readonly words: string;
  readonly strength: number | null;
}

const NAMES: Readonly<Record<Exclude<Entry["kind"], "reflection">, string>> = {
  win: "list.win",
  note: "list.note",
  start: "list.start",
  end: "list.end",
  rehearsal: "list.rehearsal",
};

function wordsOf(entry: Entry, t: Telling): string {
  switch (entry.kind) {
    case "reflection":
      return entry.what ?? entry.thought ?? "";
    case "win":
    case "note":
      return entry.what;
    case "start":
      return entry.intention ?? entry.helped ?? entry.customersDay ?? "";
    case "end":
      return entry.learned ?? "";
    case "rehearsal":
      return `${triggerLabel(entry.trigger, t)}, ${labelIn(t.content.choices["grade"], entry.grade, t)}`;
  }
}

/** What a list says of an entry. */
export function entryWords(entry: Entry, t: Telling): EntryWords {
  const words = t.line(wordsOf(entry, t).slice(0, MOST));
  if (entry.kind === "reflection") return { name: triggerLabel(entry.trigger, t), words, strength: entry.strength ?? null };
  return { name: t.say(NAMES[entry.kind]), words, strength: null };
}

/** "I had to say no: he wanted the fee back". */
export function namedWords({ name, words }: EntryWords, t: Telling): string {
  return words === "" ? name : t.say("list.named", { kind: name, words });
}
