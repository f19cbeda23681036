import type { Content, Phrasings } from "./content/content.ts";
import type { Journal } from "./journal/journal.ts";
import type { Style } from "./views/style.ts";

/** The streams of one run. Commands write here and nowhere else. */
export interface Streams {
  /** The product. */
  readonly out: Output;
  /** Prompts, notices, errors. */
  readonly err: Output;
  readonly stdin: NodeJS.ReadStream;
  /** stdin and stderr are terminals and nothing says `--no-input`. */
  readonly canAsk: boolean;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns; 80 where it is no terminal and COLUMNS says nothing. */
  readonly columns: number;
  /** Writes all of it before it returns. A closed pipe ends the run with 0. */
  write(text: string): void;
}

/** The moment a command takes for now. */
export interface Now {
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly shift: string;
}

/** What every command is handed. Expensive things are functions and are made once, at the first call. */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly streams: Streams;
  clock(): Date;
  newId(at: string): string;
  journal(): Journal;
  content(): Content;
  phrasings(): Phrasings;
  outStyle(): Style;
  errStyle(): Style;
}
