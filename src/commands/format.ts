import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { didYouMean } from "./near-miss.ts";

export interface FormatOptions {
  readonly format?: string;
  readonly output?: string;
  readonly force?: true;
}

/** Adds the flags of a view that can be written to a file. */
export function withFormat(command: Command, formats: string): Command {
  return command
    .option("--format <name>", formats)
    .option("--output <file>", "write to this file; - is standard output")
    .option("--force", "write over a file that is there");
}

/** The format that was asked for; the first accepted one where none was. `--json` is a form of its own. */
export function formatOf<F extends string>({ format, output }: FormatOptions, accepted: readonly [F, ...F[]], { globals }: Session): F {
  if (globals.json && (output !== undefined || (format !== undefined && format !== accepted[0]))) {
    throw usageError(
      `--json prints on standard output, so ${output === undefined ? "--format" : "--output"} does not go with it`,
      "Leave one of the two out. JSON in a file: evenkeel roadmap --json > road.json",
    );
  }
  if (format === undefined) return accepted[0];
  const found = accepted.find((known) => known === format);
  if (found === undefined) throw usageError(`--format is not known${didYouMean(format, accepted)}`, `Accepted: ${accepted.join(", ")}.`);
  return found;
}

/** Prints a product, or writes it to the file behind `--output`. */
export async function printProduct(session: Session, { output, force }: FormatOptions, product: string | Uint8Array): Promise<void> {
  if (output === undefined || output === "-") {
    session.runtime.out.write(product);
    return;
  }
  const { writeProduct } = await import("../terminal/output-file.ts");
  writeProduct(output, product, { force: force === true });
  session.note(`${session.say("kept.file", { file: output })}\n`);
}
