import { BIN } from "./timing.ts";

export const EMPTY = "an empty Node program";

/** One line of the table: something that is timed. */
export interface Case {
  readonly name: string;
  /** Arguments of node; null for the first question, which takes a terminal. */
  readonly args: readonly string[] | null;
  readonly home: string;
  /** What its time is a ratio to: another line's name. */
  readonly against: string;
  /** The highest ratio that is promised; null where it is only reported. */
  readonly bar: number | null;
  /** It changes the journal, so it is timed after what only reads. */
  readonly writes: boolean;
}

/** Entries of the journals: five weeks, ten years, and ten people's ten years. */
export const SIZES = [250, 25_000, 250_000] as const;

const READING = [["list"], ["roadmap"], ["card"], ["reminders"], ["suggest", "kept yelling about a refund i cant give"]] as const;
const SAVING = ["reflect", "--trigger", "rude_tone", "--strength", "5"];

const START_BAR = 1.5;
const QUESTION_BAR = 1.8;
/** How much more ten years may cost than five weeks. */
const GROWTH_BAR = 1.15;

function sized(name: string, entries: number): string {
  return `${name}, ${entries.toLocaleString("en")} entries`;
}

/** Of the smallest journal a ratio to an empty program, of the others to the smallest. */
function grown(name: string, entries: number, startBar: number | null): Pick<Case, "name" | "against" | "bar"> {
  const smallest = SIZES[0];
  if (entries === smallest) return { name: sized(name, entries), against: EMPTY, bar: startBar };
  return { name: sized(name, entries), against: sized(name, smallest), bar: entries === 25_000 ? GROWTH_BAR : null };
}

function ofJournal(entries: number, home: string): readonly Case[] {
  return [
    ...READING.map(([command, ...words]) => ({ ...grown(command, entries, START_BAR), args: [BIN, command, ...words], home, writes: false })),
    { ...grown("the first question of reflect", entries, QUESTION_BAR), args: null, home, writes: false },
    { ...grown("saving an entry", entries, null), args: [BIN, ...SAVING], home, writes: true },
  ];
}

/** Everything that is timed. @param homes a journal's folder by its number of entries */
export function casesOf(homes: ReadonlyMap<number, string>, empty: string): readonly Case[] {
  const home = homes.get(SIZES[0]) ?? "";
  const start = { home, against: EMPTY, writes: false };
  return [
    { ...start, name: EMPTY, args: [empty], bar: null },
    { ...start, name: "--version", args: [BIN, "--version"], bar: 1.1 },
    { ...start, name: "--help", args: [BIN, "--help"], bar: START_BAR },
    ...[...homes].flatMap(([entries, folder]) => ofJournal(entries, folder)),
  ];
}
