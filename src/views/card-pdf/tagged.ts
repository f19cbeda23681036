import type { PlacedPiece } from "../paper/panel.ts";
import type { Side } from "../paper/sides.ts";
import { drawDecoration, drawTexts, inPlace } from "./draw.ts";
import type { Faces } from "./faces.ts";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

interface Reading {
  readonly doc: Doc;
  readonly faces: Faces;
  readonly side: Side;
}

/** One text of a piece as a marked element of the structure tree. */
function element({ doc, faces, side }: Reading, type: string, piece: PlacedPiece, text: number): Element {
  const options: PDFKit.Mixins.StructureElementOptions & { readonly scope?: "Row" } = type === "TH" ? { scope: "Row" } : {};
  return doc.struct(type, options, [
    () => {
      inPlace(doc, side, piece, () => {
        drawTexts(doc, faces, piece.texts[text] ?? []);
      });
    },
  ]);
}

function row(reading: Reading, piece: PlacedPiece): Element {
  return reading.doc.struct("TR", {}, [element(reading, "TH", piece, 0), element(reading, "TD", piece, 1)]);
}

function table(reading: Reading, rows: readonly PlacedPiece[]): Element {
  return reading.doc.struct("Table", {}, rows.map((piece) => row(reading, piece)));
}

function block(reading: Reading, piece: PlacedPiece): Element {
  const type = piece.piece.kind === "words" ? "H1" : "P";
  if (piece.texts.length === 1) return element(reading, type, piece, 0);
  const outer = piece.piece.kind === "quote" ? "BlockQuote" : "Div";
  return reading.doc.struct(outer, {}, piece.texts.map((_, at) => element(reading, "P", piece, at)));
}

/** Draws a side in reading order, each text tagged with what it is: heading, paragraph, table row. */
export function drawSide(doc: Doc, faces: Faces, side: Side): Element[] {
  const reading = { doc, faces, side };
  for (const piece of side.placed) drawDecoration(doc, side, piece);
  const isLine = ({ piece }: PlacedPiece): boolean => piece.kind === "line";
  const firstLine = side.placed.findIndex(isLine);
  return side.placed.flatMap((piece, at) => {
    if (!isLine(piece)) return [block(reading, piece)];
    return at === firstLine ? [table(reading, side.placed.filter(isLine))] : [];
  });
}
