import type { FileProblem } from "../file-problem.ts";
import type { Path } from "../parse.ts";

export const IMPORT_FORMATS = ["json", "jsonl", "yaml", "csv", "markdown", "jrnl", "jrnl-json", "day-one"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

interface Position {
  readonly line: number;
  readonly column: number;
}

/** One entry as it stood in a file from outside. */
export interface Incoming {
  /** As `readEntry` takes it; without a kind and a trigger where the source knows neither. */
  readonly value: unknown;
  readonly file: string;
  /** Where a part of it stood; for a part that is missing, where it begins. */
  readonly position: (path: Path) => Position;
  /** What set it off, in words that are no trigger here. */
  readonly category?: string;
}

/** What a file held. Where there are problems, `items` are those that could be read. */
export interface Brought {
  readonly format: ImportFormat;
  readonly items: readonly Incoming[];
  readonly problems: readonly FileProblem[];
  /** Columns of a table that were not taken. */
  readonly leftOut: readonly string[];
}

/** What the readers have to know from outside. */
export interface ReadingContext {
  /** The trigger of that id or label, or null. */
  readonly triggerNamed: (name: string) => string | null;
  /** An instant (ISO 8601 with offset) on this machine's clock; null where it is none. */
  readonly local: (instant: string) => string | null;
  /** From a field, or "at", to the columns it is taken from. */
  readonly map: ReadonlyMap<string, readonly string[]>;
}

/** Line and column of an offset in a text, both from 1. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\n|\r/).length;
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line, column: offset - lineStart + 1 };
}
