import type { FlagNode, ValueSlot } from "./command-tree.ts";

/** What can be typed at a place. */
export type Wanted =
  | { readonly kind: "words"; readonly words: readonly Candidate[] }
  | { readonly kind: "files" }
  /** Known at run time only. */
  | { readonly kind: "known"; readonly of: KnownKind };

/** A word to type, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** Lists that lie in the content, the settings, the packs or the journal. A `choice:` is one of the content's. */
export type KnownKind =
  | "trigger"
  | "stage"
  | "reaction"
  | "channel"
  | "entry"
  | "reminder"
  | "pack"
  | "language"
  | "setting"
  | "settingValue"
  | `choice:${string}`;

export const NOTHING: Wanted = { kind: "words", words: [] };

const DAYS = ["today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function words(list: readonly string[]): Wanted {
  return { kind: "words", words: list.map((word) => ({ word, about: "" })) };
}

/** The words of a description that lists what it takes: "text, markdown", "of the paper: wallet, a6, or words". */
export function listedIn(about: string): readonly string[] {
  const list = about.split(";")[0]?.split(": ").at(-1) ?? "";
  const parts = list.split(/,\s*(?:or\s+)?|\s+or\s+/).filter((part) => part !== "..." && part !== "words");
  return parts.length > 1 && parts.every((part) => /^[\w.-]+$/.test(part)) ? parts : [];
}

/** What the word between the brackets says, wherever it stands. */
const BY_NAME: Readonly<Record<string, Wanted>> = {
  file: { kind: "files" },
  files: { kind: "files" },
  folder: { kind: "files" },
  moment: words(DAYS),
  day: words(DAYS),
  trigger: { kind: "known", of: "trigger" },
  from: { kind: "known", of: "trigger" },
  into: { kind: "known", of: "trigger" },
  key: { kind: "known", of: "setting" },
  value: { kind: "known", of: "settingValue" },
  decision: words(["keep", "drop"]),
};

/** What a flag takes, by the flag. */
const BY_FLAG: Readonly<Record<string, Wanted>> = {
  "--trigger": { kind: "known", of: "trigger" },
  "--stage": { kind: "known", of: "stage" },
  "--reaction": { kind: "known", of: "reaction" },
  "--channel": { kind: "known", of: "channel" },
  "--lang": { kind: "known", of: "language" },
};

/** Flags whose answers are choices of the content. */
const CHOICES = ["strength", "held", "carry", "energy", "control", "plan-use", "who", "type", "grade", "helped", "aside"];

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What the value of a flag can be. `command` is the path of its command: "win", "reminders add". */
export function wantedByFlag(command: string, { long, about, value }: FlagNode): Wanted {
  if (value === null) return NOTHING;
  const name = long.slice(2);
  const known = BY_FLAG[long] ?? BY_NAME[value.name];
  if (known !== undefined) return known;
  const isChoice = CHOICES.includes(name) && !(command === "start" && name === "helped");
  return isChoice ? { kind: "known", of: `choice:${camel(name)}` } : words(listedIn(about));
}

/** What stands behind a command, by the command. */
const BY_COMMAND: Readonly<Record<string, Wanted>> = {
  "pack remove": { kind: "known", of: "pack" },
  "reminders edit": { kind: "known", of: "reminder" },
  "reminders pin": { kind: "known", of: "reminder" },
  "reminders unpin": { kind: "known", of: "reminder" },
  "reminders retire": { kind: "known", of: "reminder" },
};

/** What a value behind a command can be. */
export function wantedByCommand(command: string, { name, about }: ValueSlot): Wanted {
  const known = BY_COMMAND[command] ?? BY_NAME[name];
  if (known !== undefined) return known;
  if (name === "id") return { kind: "known", of: command.startsWith("triggers") ? "trigger" : "entry" };
  return words(listedIn(about));
}
