import { usageError } from "../errors.ts";
import { FILE_FORMATS, type FileFormat } from "../views/export/exporter.ts";
import type { FormatOptions } from "./format.ts";

/** A folder of notes, one an entry. */
export const NOTES = "notes";
export type ExportFormat = FileFormat | typeof NOTES;

export const FORMATS: readonly ExportFormat[] = [...FILE_FORMATS, NOTES];

const BY_NAME: readonly (readonly [RegExp, ExportFormat])[] = [
  [/[/\\]$/, NOTES],
  [/\.json$/i, "json"],
  [/\.(jsonl|ndjson)$/i, "jsonl"],
  [/\.ya?ml$/i, "yaml"],
  [/\.csv$/i, "csv"],
  [/\.(md|markdown)$/i, "markdown"],
  [/\.txt$/i, "jrnl"],
];

/** The format that was asked for; else the one that the file's name means; else JSON. */
export function formatFor({ format, output }: FormatOptions): ExportFormat {
  if (format !== undefined) {
    const found = FORMATS.find((known) => known === format);
    if (found === undefined) throw usageError("--format is not known", `Accepted: ${FORMATS.join(", ")}.`);
    return found;
  }
  if (output === undefined || output === "-") return "json";
  const meant = BY_NAME.find(([name]) => name.test(output))?.[1];
  if (meant !== undefined) return meant;
  if (/\.[^./\\]+$/.test(output)) throw usageError("the name of the file says no format that is known here", `Say it: --format ${FORMATS.join(", ")}.`);
  return "json";
}
