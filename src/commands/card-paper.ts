import { homedir } from "node:os";
import { speaker } from "../content/message.ts";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { packagedFonts } from "../terminal/fonts.ts";
import { isTaken } from "../terminal/output-place.ts";
import { writeProduct, writeProductAside } from "../terminal/output-file.ts";
import { type CardData, isStarter } from "../views/card.ts";
import { fullDay } from "../views/dates.ts";
import type { CardSheet } from "../views/paper/pieces.ts";
import { spokenReport, type PaperReport } from "../views/paper/report.ts";
import type { PaperSize } from "../views/paper/sizes.ts";
import { confirmed } from "./confirmed.ts";
import { paperOptions } from "./paper-options.ts";
import type { FormatOptions } from "./format.ts";

export interface PaperOptions extends FormatOptions {
  readonly size?: string;
  readonly copies?: string;
  /** `--print`, with or without a printer's name. */
  readonly print?: string | true;
}

/** A card on its way to paper. */
export interface PaperJob {
  readonly session: Session;
  readonly sheet: CardSheet;
  readonly size: PaperSize;
  readonly copies: number;
  /** The file that was asked for; null is none. */
  readonly output: string | null;
  /** It may be written over. */
  readonly force: boolean;
}

/** What the card's file is called where nobody named one. */
const FILE_NAME = "evenkeel-card";


function sheetOf(session: Session, shown: CardData): CardSheet {
  const { focus = null, starter: _starter, ...card } = shown;
  const content = session.content();
  return {
    card,
    focus,
    starter: isStarter(shown),
    date: fullDay(card.date, "short", session.telling()),
    lang: content.lang,
    say: speaker(content),
  };
}

/** Whether a file that is there may be written over: flagged, or asked and allowed. Null where the answer is no. */
async function forced(session: Session, { output, force }: FormatOptions): Promise<boolean | null> {
  if (output === undefined || output === "-" || force === true || !isTaken(output)) return force === true;
  if (!session.canAsk && session.globals.yes !== true) return false;
  return (await confirmed(session, session.say("card.writeOver", { file: output }))) ? true : null;
}

/** Says how the paper differs from the card on the screen: also under `--quiet`, since nothing else tells it. */
function tellReport({ session, sheet }: PaperJob, report: PaperReport): void {
  for (const line of spokenReport(report, session.say, sheet.lang)) session.runtime.err.write(`${line}\n`);
}

/** The PDF with all copies in it, after what had to be left out was told. */
export async function makePdf(job: PaperJob): Promise<Uint8Array> {
  const { cardPdf } = await import("../views/card-pdf/card-pdf.ts");
  const { bytes, report } = await cardPdf(job.sheet, job.size, job.copies, packagedFonts());
  tellReport(job, report);
  return bytes;
}

async function makeHtml(job: PaperJob): Promise<Uint8Array> {
  const { cardHtml } = await import("../views/card-html/card-html.ts");
  const { html, report } = cardHtml(job.sheet, job.size, job.copies, packagedFonts());
  tellReport(job, report);
  return Buffer.from(html);
}

/** Keeps the card in the file that was asked for, else in the home folder beside earlier ones. Gives the path. */
export function keepCard({ output, force }: PaperJob, bytes: Uint8Array, extension: string): string {
  return output === null
    ? writeProductAside(homedir(), FILE_NAME, extension, bytes)
    : writeProduct(output, bytes, { force });
}

/** A PDF is no text for a terminal: there, it becomes a file. */
function deliver(job: PaperJob, toStandardOutput: boolean, bytes: Uint8Array, extension: string): void {
  const { session, output } = job;
  const { out } = session.runtime;
  if (toStandardOutput || (output === null && (extension === ".html" || !out.isTerminal))) out.write(bytes);
  else session.note(`${session.say("kept.file", { file: keepCard(job, bytes, extension) })}\n`);
}

/**
 * Puts the card on paper: as a PDF or an HTML page to a file or standard output, or with `--print` through a printer.
 *
 * @throws a usage failure for an unknown size, number of copies or printer, or a file that is there; a failure where
 *   nothing prints, which says where the card is instead
 */
export async function paperCard(session: Session, shown: CardData, options: PaperOptions): Promise<void> {
  const html = options.format === "html";
  if (options.print !== undefined && html) {
    throw usageError("--print prints the PDF", "Leave --format out, or open the page in a browser and print it there.");
  }
  const { size, copies } = paperOptions(options);
  const force = await forced(session, options);
  if (force === null) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return;
  }
  const output = options.output === undefined || options.output === "-" ? null : options.output;
  const job: PaperJob = { session, sheet: sheetOf(session, shown), size, copies, output, force };
  if (options.print !== undefined) {
    const { printCard } = await import("./card-print.ts");
    await printCard(job, options.print);
    return;
  }
  const bytes = html ? await makeHtml(job) : await makePdf(job);
  deliver(job, options.output === "-", bytes, html ? ".html" : ".pdf");
}
