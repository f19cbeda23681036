import type { Entry } from "../../reflection/entry.ts";

/** The formats in which entries leave, each one file. */
export const FILE_FORMATS = ["json", "jsonl", "yaml", "csv", "markdown", "jrnl", "jrnl-json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/**
 * Writes entries one after the other, so that no more than a few have to be in memory. What it gives is to be joined as it
 * is: `begin()`, then `entry()` for each, in order, then `end()`.
 */
export interface Exporter {
  readonly begin: () => string;
  readonly entry: (entry: Entry) => string;
  readonly end: () => string;
}

/** Counts what it gave, for formats that part their entries. */
export function counting(): () => number {
  let given = 0;
  return () => given++;
}
