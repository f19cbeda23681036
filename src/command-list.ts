import type { CommandModule } from "./commands/act.ts";

/** The moment of the day or week a command belongs to; help groups by it. */
export type Moment = "shift" | "case" | "look" | "week" | "care" | "more";

export interface CommandSpec {
  readonly name: string;
  readonly moment: Moment;
  readonly summary: string;
  /**
   * What it does where the journal is sealed and no passphrase is at hand: `free` reads and writes no words of the
   * person; `writes` can keep something new without what was. Left out: it needs the passphrase.
   */
  readonly sealed?: "free" | "writes";
  readonly load: () => Promise<CommandModule>;
}

/** Every command, one line each, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  { name: "home", moment: "shift", summary: "where you are today, and the next useful step", load: () => import("./commands/home.ts") },
  { name: "start", moment: "shift", sealed: "writes", summary: "before the shift, about a minute", load: () => import("./commands/start.ts") },
  { name: "end", moment: "shift", sealed: "writes", summary: "after the shift: put it down, two minutes", load: () => import("./commands/end.ts") },
  { name: "breathe", moment: "shift", sealed: "free", summary: "a pause between cases, 20 seconds", load: () => import("./commands/breathe.ts") },
  { name: "reflect", moment: "case", sealed: "writes", summary: "one hard case, about a minute", load: () => import("./commands/reflect.ts") },
  { name: "win", moment: "case", sealed: "writes", summary: "something that went well", load: () => import("./commands/win.ts") },
  { name: "roadmap", moment: "look", summary: "where your cases go off course, and what you want there", load: () => import("./commands/roadmap.ts") },
  { name: "reminders", moment: "look", summary: "your plans and kind lines, best first", load: () => import("./commands/reminders.ts") },
  { name: "list", moment: "look", summary: "what you wrote down", load: () => import("./commands/list.ts") },
  { name: "show", moment: "look", summary: "one entry, whole", load: () => import("./commands/show.ts") },
  { name: "find", moment: "look", summary: "entries with these words", load: () => import("./commands/find.ts") },
  { name: "suggest", moment: "look", summary: "the triggers that words point to", load: () => import("./commands/suggest.ts") },
  { name: "rehearse", moment: "week", summary: "the plans that are due, in your mind", load: () => import("./commands/rehearse.ts") },
  { name: "review", moment: "week", summary: "the week: what changed, one decision, one focus", load: () => import("./commands/review.ts") },
  { name: "card", moment: "week", summary: "the reminder card, on the screen or on paper", load: () => import("./commands/card.ts") },
  { name: "triggers", moment: "care", summary: "your own names for what sets you off", load: () => import("./commands/triggers.ts") },
  { name: "edit", moment: "care", summary: "change one entry", load: () => import("./commands/edit.ts") },
  { name: "undo", moment: "care", summary: "take back the last change", load: () => import("./commands/undo.ts") },
  { name: "delete", moment: "care", summary: "take one entry out", load: () => import("./commands/delete.ts") },
  { name: "forget", moment: "care", summary: "delete one entry for good", load: () => import("./commands/forget.ts") },
  { name: "doctor", moment: "care", summary: "say what is wrong, and mend it", load: () => import("./commands/doctor.ts") },
  { name: "config", moment: "care", summary: "every setting, and where its value came from", load: () => import("./commands/config.ts") },
  { name: "backup", moment: "care", summary: "everything in one file", load: () => import("./commands/backup.ts") },
  { name: "restore", moment: "care", summary: "bring back what a backup holds", load: () => import("./commands/restore.ts") },
  { name: "encrypt", moment: "care", sealed: "free", summary: "seal the journal with a passphrase", load: () => import("./commands/encrypt.ts") },
  { name: "decrypt", moment: "care", summary: "take the seal off again", load: () => import("./commands/decrypt.ts") },
  { name: "passphrase", moment: "care", summary: "change the passphrase of a sealed journal", load: () => import("./commands/passphrase.ts") },
  { name: "export", moment: "care", summary: "your entries, for other programs", load: () => import("./commands/export.ts") },
  { name: "import", moment: "care", summary: "bring in an older journal, or a table", load: () => import("./commands/import.ts") },
  { name: "pack", moment: "more", summary: "triggers, lines and plans that people share", load: () => import("./commands/pack.ts") },
  { name: "schema", moment: "more", sealed: "free", summary: "the JSON Schema of entries and packs", load: () => import("./commands/schema.ts") },
  { name: "completion", moment: "more", sealed: "free", summary: "Tab in your shell: commands, flags, ids", load: () => import("./commands/completion.ts") },
  { name: "demo", moment: "more", sealed: "free", summary: "the whole loop on a sample journal", load: () => import("./commands/demo.ts") },
  { name: "help", moment: "more", sealed: "free", summary: "help on a command or a topic", load: () => import("./commands/help.ts") },
  { name: "support", moment: "more", sealed: "free", summary: "people who help", load: () => import("./commands/support.ts") },
];
