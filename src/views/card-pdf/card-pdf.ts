import { cardPieces, type CardSheet } from "../paper/pieces.ts";
import { paperReport, type PaperReport } from "../paper/report.ts";
import { cardSides, type Side } from "../paper/sides.ts";
import type { PaperSize } from "../paper/sizes.ts";
import type { Measure } from "../paper/type.ts";
import { drawFoldMarks } from "./draw.ts";
import { openFaces, type Faces, type FontSource } from "./faces.ts";
import { drawSide } from "./tagged.ts";

export interface CardPdf {
  readonly bytes: Uint8Array;
  readonly report: PaperReport;
}

/** The part of PDF for screen readers. Its name is missing in the library's types. */
const ACCESSIBLE: object = { subset: "PDF/UA" };

/** Noon, so that no time zone makes it another day. The same card gives the same bytes. */
function momentOf(date: string): Date {
  const moment = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}

async function openDocument(sheet: CardSheet, size: PaperSize): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import("pdfkit");
  const date = momentOf(sheet.card.date);
  return new PDFDocument({
    size: [size.width, size.height],
    margin: 0,
    autoFirstPage: false,
    // No default font: pdfkit's own would be Helvetica, which is not embedded.
    font: "",
    pdfVersion: "1.7",
    ...ACCESSIBLE,
    tagged: true,
    lang: sheet.lang,
    displayTitle: true,
    info: {
      Title: sheet.say("card.title"),
      Author: "evenkeel",
      Creator: "evenkeel",
      CreationDate: date,
      ModDate: date,
    },
  });
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    doc.on("error", reject);
    doc.end();
  });
}

function drawPages(doc: PDFKit.PDFDocument, faces: Faces, size: PaperSize, sides: readonly Side[], copies: number): void {
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (let at = 0; at < copies * size.pages; at++) {
    doc.addPage({ size: [size.width, size.height], margin: 0 });
    drawFoldMarks(doc, size);
    for (const side of sides.filter(({ page }) => page === at % size.pages)) {
      for (const part of drawSide(doc, faces, side)) root.add(part);
    }
  }
  root.end();
}

/**
 * Draws the card as a PDF with `copies` times the pages of one card: pages of exactly the size, embedded fonts, tagged
 * text. What does not fit or cannot be drawn is left out and stands in the report; text is never cut.
 *
 * Loads pdfkit (about 0.1 s) when it is called.
 */
export async function cardPdf(sheet: CardSheet, size: PaperSize, copies: number, fonts: FontSource): Promise<CardPdf> {
  const doc = await openDocument(sheet, size);
  const faces = openFaces(doc, fonts);
  const measure: Measure = (text, face) => faces.runs(text, face).reduce((sum, run) => sum + faces.widthOf(run), 0);
  const pieces = cardPieces(sheet, (cluster) => faces.covers(cluster));
  const sides = cardSides(size, pieces.pieces, measure);
  drawPages(doc, faces, size, sides, copies);
  return { bytes: await bytesOf(doc), report: paperReport(pieces, sides) };
}
