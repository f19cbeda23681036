import { LIGHT } from "../looks.ts";
import type { PlacedPiece } from "../paper/panel.ts";
import type { SetLine, SetShape } from "../paper/set.ts";
import type { Side } from "../paper/sides.ts";
import { foldMarks, type PaperSize } from "../paper/sizes.ts";
import { styleOf } from "../paper/type.ts";
import type { Faces } from "./faces.ts";

type Doc = PDFKit.PDFDocument;

/** Blank at the end of a line that goes on, so that a reader hears and copies two words and not one. */
function spoken(line: SetLine): string {
  return line.goesOn ? `${line.text} ` : line.text;
}

function drawLine(doc: Doc, faces: Faces, line: SetLine): void {
  const { face, ink, tracking } = styleOf(line.role);
  const characterSpacing = tracking * line.size;
  let x = line.x;
  doc.fillColor(LIGHT[ink]);
  for (const run of faces.runs(spoken(line), face)) {
    doc.font(run.font).fontSize(line.size);
    doc.text(run.text, x, line.y, { lineBreak: false, baseline: "alphabetic", characterSpacing });
    x += faces.widthOf(run) * line.size + characterSpacing * Array.from(run.text).length;
  }
}

function outline(doc: Doc, { kind, x, y, width, height }: SetShape): void {
  if (kind === "hull") {
    const low = y + height * 1.33;
    doc.moveTo(x, y).bezierCurveTo(x + width * 0.12, low, x + width * 0.88, low, x + width, y).closePath();
  } else if (kind === "sail") {
    doc.moveTo(x, y + height).lineTo(x + width * 0.45, y).lineTo(x + width, y + height).closePath();
  } else {
    doc.rect(x, y, width, height);
  }
}

function drawShape(doc: Doc, shape: SetShape): void {
  outline(doc, shape);
  doc.fill(shape.kind === "write" || shape.kind === "hairline" ? LIGHT.line : LIGHT.accent);
}

/** What only pleases the eye: kept out of the reading order. */
function drawShapes(doc: Doc, shapes: readonly SetShape[]): void {
  if (shapes.length === 0) return;
  doc.markContent("Artifact", { type: "Layout" });
  for (const shape of shapes) drawShape(doc, shape);
  doc.endMarkedContent();
}

/** Runs `draw` with the origin at the top left of the piece, which may lie on a side that is printed upside down. */
export function inPlace(doc: Doc, side: Side, piece: PlacedPiece, draw: () => void): void {
  doc.save();
  if (side.turned) doc.rotate(180, { origin: [side.x + side.panel.width / 2, side.y + side.panel.height / 2] });
  doc.translate(side.x, side.y + piece.top);
  draw();
  doc.restore();
}

export function drawTexts(doc: Doc, faces: Faces, lines: readonly SetLine[]): void {
  for (const line of lines) drawLine(doc, faces, line);
}

export function drawDecoration(doc: Doc, side: Side, piece: PlacedPiece): void {
  inPlace(doc, side, piece, () => {
    drawShapes(doc, piece.shapes);
  });
}

/** Draws where the sheet is creased. */
export function drawFoldMarks(doc: Doc, size: PaperSize): void {
  const ticks = foldMarks(size);
  if (ticks.length === 0) return;
  doc.markContent("Artifact", { type: "Page" });
  doc.lineWidth(0.5).strokeColor(LIGHT.line).dash(2, { space: 2 });
  for (const { from, to } of ticks) doc.moveTo(...from).lineTo(...to);
  doc.stroke().undash();
  doc.endMarkedContent();
}
