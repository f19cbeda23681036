import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { IMPORT_FORMATS, type ImportFormat } from "../content/incoming/incoming.ts";
import { CSV_COLUMNS } from "../reflection/columns.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { bringIn, type ImportOptions } from "./import-run.ts";

interface TypedOptions {
  readonly format?: string;
  readonly encoding?: string;
  readonly map?: ReadonlyMap<string, readonly string[]>;
  readonly raw?: true;
  readonly dryRun?: true;
}

/** `--map trigger=Category`, each added to those before. */
function collect(value: string, before: ReadonlyMap<string, readonly string[]> | undefined): ReadonlyMap<string, readonly string[]> {
  const map = new Map(before);
  const at = value.indexOf("=");
  const field = value.slice(0, Math.max(0, at)).trim();
  const column = value.slice(at + 1).trim();
  if (at < 0 || column === "" || !CSV_COLUMNS.includes(field)) {
    throw usageError("--map does not fit", `Accepted: a field, =, and the name of a column, like trigger=Category. Fields: ${CSV_COLUMNS.join(", ")}.`);
  }
  return map.set(field, [...(map.get(field) ?? []), column]);
}

function optionsOf({ format, encoding, map, raw, dryRun }: TypedOptions): ImportOptions {
  const known = IMPORT_FORMATS.find((one) => one === format);
  if (format !== undefined && known === undefined) throw usageError("--format is not known", `Accepted: ${IMPORT_FORMATS.join(", ")}.`);
  return {
    format: known ?? (map === undefined ? null : ("csv" satisfies ImportFormat)),
    encoding: encoding ?? null,
    map: map ?? new Map<string, readonly string[]>(),
    raw: raw === true,
    dryRun: dryRun === true,
  };
}

function runImport(session: Session, options: TypedOptions, [files]: readonly unknown[]): Promise<number | undefined> {
  return bringIn(session, files as readonly string[], optionsOf(options));
}

export function register(program: Command, act: Act): void {
  program
    .command("import")
    .description("bring in entries: JSON, JSON Lines, YAML, CSV, Markdown notes, jrnl, Day One. All of them, or none")
    .argument("<files...>", "a file, a folder of notes, or - for standard input")
    .option("--dry-run", "look only: say what would come in, and what is wrong")
    .option("--map <field=column>", "from which column a field is taken; may be said several times", collect)
    .option("--format <name>", `${IMPORT_FORMATS.join(", ")}; left out: by what stands in the file`)
    .option("--encoding <name>", "of a file that is neither UTF-8 nor UTF-16, like windows-1252")
    .option("--raw", "numbers that may name a customer stay as they are; card numbers and codes never do")
    .action(act(writing(runImport)));
}
