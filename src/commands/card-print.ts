import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvenkeelError, failure } from "../errors.ts";
import { writeProduct } from "../terminal/output-file.ts";
import { choosePrinter, findPrinters, printFile, type Printers, programRunner, type RunProgram } from "../terminal/printer.ts";
import { keepCard, makePdf, type PaperJob } from "./card-paper.ts";
import { confirmed } from "./confirmed.ts";

/** The printer to use; null where the one that would be is not near. */
async function nearPrinter({ session }: PaperJob, asked: string | true, printers: Printers): Promise<string | null> {
  const setting = session.value("printer");
  const named = asked === true ? setting : asked;
  const printer = choosePrinter(typeof named === "string" ? named : null, printers);
  if (typeof named === "string" || !session.canAsk) return printer;
  const near = await confirmed(session, session.say(printers.standard === null ? "card.nearOnly" : "card.near", { printer }));
  return near ? printer : null;
}

/** Hands the card to `lp` from a folder that nobody else reads. CUPS has its own copy when `lp` ends. */
function send({ size, sheet }: PaperJob, run: RunProgram, printer: string, bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-"));
  try {
    const file = writeProduct(join(folder, "card.pdf"), bytes, { force: false });
    printFile(run, { file, printer, media: size.media, bothSides: size.pages === 2, title: sheet.say("card.title") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keeps a card that no printer took, and says where. */
function unprinted(job: PaperJob, bytes: Uint8Array, what: string): EvenkeelError {
  return failure(what, `The card is here, to print at 100 %: ${keepCard(job, bytes, ".pdf")}`);
}

/**
 * Prints the card, one for each copy, and keeps it where `--output` says.
 *
 * @throws a usage failure that lists the printers where the name is none of them; a failure where there is no printer
 *   or it does not take the card, which says where the card is instead
 */
export async function printCard(job: PaperJob, asked: string | true): Promise<void> {
  const { session, size, copies } = job;
  const run = programRunner(session.runtime.env);
  const printers = findPrinters(run);
  if (printers === null) throw unprinted(job, await makePdf(job), "this computer has no lp, which hands files to printers");
  if (printers.names.length === 0) throw unprinted(job, await makePdf(job), "no printer is set up on this computer");
  const printer = await nearPrinter(job, asked, printers);
  if (printer === null) {
    session.note(`${session.say("card.printers", { printers: printers.names.join(", ") })}\n`);
    return;
  }
  const bytes = await makePdf(job);
  try {
    send(job, run, printer, bytes);
  } catch (error) {
    if (!(error instanceof EvenkeelError)) throw error;
    throw unprinted(job, bytes, error.message);
  }
  session.note(`${session.say("card.printed", { printer, size: session.say(`card.size.${size.name}`), count: copies })}\n`);
  if (job.output !== null) session.note(`${session.say("kept.file", { file: keepCard(job, bytes, ".pdf") })}\n`);
}
