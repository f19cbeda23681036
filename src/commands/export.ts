import { type Command } from "commander";
import { usageError } from "../errors.ts";
import { KINDS } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";
import { type ExportFormat, formatFor, FORMATS, NOTES } from "./export-format.ts";
import { exported, type ExportTarget } from "./export-run.ts";
import { filterOf, type FilterOptions, withFilters } from "./filters.ts";
import { type FormatOptions, withFormat } from "./format.ts";
import { alwaysMasked } from "../reflection/identifying/span.ts";
import { sayMasked } from "./say-masked.ts";

interface ExportOptions extends FilterOptions, FormatOptions {
  readonly raw?: true;
}

async function targetOf({ runtime }: Session, format: ExportFormat, { output, force }: ExportOptions): Promise<ExportTarget> {
  const options = { force: force === true };
  if (format === NOTES) {
    if (output === undefined || output === "-") throw usageError("notes are a folder of files, so they need --output <folder>");
    const { openProductFolder } = await import("../terminal/product-folder.ts");
    return { type: "folder", folder: openProductFolder(output, options) };
  }
  if (output === undefined || output === "-") {
    return { type: "file", format, file: { write: (part) => { runtime.out.write(part); }, commit: () => "", discard: () => undefined } };
  }
  const { openProduct } = await import("../terminal/product-file.ts");
  return { type: "file", format, file: openProduct(output, options) };
}

async function runExport(session: Session, options: ExportOptions): Promise<undefined> {
  const { output } = options;
  const toFile = output !== undefined && output !== "-";
  const format = formatFor(options);
  if (session.globals.json && !toFile && format !== "json") throw usageError("--json and --format name two formats", "Leave one out, or name a file with --output.");
  const filter = filterOf(session, { ...options, ...(options.limit === undefined ? { all: true } : {}) }, KINDS);
  const done = await exported(session, { filter, raw: options.raw === true, target: await targetOf(session, format, options) });
  sayMasked(session, done.masked, "shared");
  if ([...done.masked.keys()].some((kind) => !alwaysMasked(kind))) session.note(`${session.say("carry.rawFlag")}\n`);
  if (!toFile) return;
  if (session.globals.json) session.printJson({ file: done.file, format, entries: done.entries });
  else session.note(`${session.say(done.entries === 0 ? "carry.writtenNone" : "carry.written", { file: output, count: done.entries })}\n`);
}

export function register(program: Command, act: Act): void {
  const command = program.command("export").description("your entries in a format that other programs read; all of them, unless a filter says otherwise");
  withFilters(withFormat(command, `${FORMATS.join(", ")}; left out: by the name of the file, else json`))
    .option("--raw", "numbers that may name a customer stay as they are in the journal")
    .action(act(runExport));
}
