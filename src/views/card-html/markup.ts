import { escapeHtml } from "../html.ts";
import type { PlacedPiece } from "../paper/panel.ts";
import type { SetShape } from "../paper/set.ts";
import { foldMarks, type PaperSize } from "../paper/sizes.ts";
import type { Side } from "../paper/sides.ts";

function points(length: number): string {
  return String(Math.round(length * 100) / 100);
}

function path({ kind, x, y, width, height }: SetShape): string {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(points);
  if (kind === "sail") return `M${left} ${bottom}L${points(x + width * 0.45)} ${top}L${right} ${bottom}Z`;
  const low = points(y + height * 1.33);
  return `M${left} ${top}C${points(x + width * 0.12)} ${low} ${points(x + width * 0.88)} ${low} ${right} ${top}Z`;
}

function shape(drawn: SetShape): string {
  if (drawn.kind === "hull" || drawn.kind === "sail") return `<path class="boat" d="${path(drawn)}"/>`;
  const { x, y, width, height } = drawn;
  return `<rect class="write" x="${points(x)}" y="${points(y)}" width="${points(width)}" height="${points(height)}"/>`;
}

/** What only pleases the eye; bars, rules and hairlines are borders and come with the style. */
function decoration({ shapes, height }: PlacedPiece, width: number): string {
  const drawn = shapes.filter(({ kind }) => kind === "hull" || kind === "sail" || kind === "write");
  if (drawn.length === 0) return "";
  const size = `width="${points(width)}pt" height="${points(height)}pt" viewBox="0 0 ${points(width)} ${points(height)}"`;
  return `<svg aria-hidden="true" ${size}>${drawn.map(shape).join("")}</svg>`;
}

function text(piece: PlacedPiece, at: number): string {
  return escapeHtml(piece.piece.texts[at] ?? "");
}

function row(piece: PlacedPiece, table: boolean): string {
  return table
    ? `<tr><th scope="row" dir="auto">${text(piece, 0)}</th><td dir="auto">${text(piece, 1)}</td></tr>`
    : `<li><b>${text(piece, 0)}</b> <span dir="auto">${text(piece, 1)}</span></li>`;
}

function lines(side: Side, name: string): string {
  const rows = side.placed.filter(({ piece }) => piece.kind === "line");
  const table = side.lineColumn !== null;
  const inner = rows.map((piece) => row(piece, table)).join("");
  return table ? `<table class="${name}"><tbody>${inner}</tbody></table>` : `<ul class="lines ${name}">${inner}</ul>`;
}

function block(piece: PlacedPiece, width: number, date: string): string {
  switch (piece.piece.kind) {
    case "words":
      return `>${text(piece, 0)}${decoration(piece, width)}`;
    case "plan":
      return `><p dir="auto">${text(piece, 0)}</p><p class="then" dir="auto">${text(piece, 1)}</p>`;
    case "quote":
      return `><p>${text(piece, 0)}</p><footer>${text(piece, 1)}</footer>`;
    case "foot":
      return `>${decoration(piece, width)}<time datetime="${escapeHtml(date)}">${text(piece, 0)}</time>`;
    default:
      return ` dir="auto">${text(piece, 0)}`;
  }
}

const ELEMENTS: Readonly<Record<string, string>> = { words: "h1", plan: "div", quote: "blockquote", foot: "div" };

/** Where the sheet is creased. */
export function foldMarkup(size: PaperSize): string {
  const ticks = foldMarks(size).map(({ from, to }) => `M${from.join(" ")}L${to.join(" ")}`).join("");
  const box = `width="${size.width}pt" height="${size.height}pt" viewBox="0 0 ${size.width} ${size.height}"`;
  return ticks === "" ? "" : `<svg aria-hidden="true" ${box}><path class="fold" d="${ticks}"/></svg>\n`;
}

/** The name of the rule that places a piece. */
export function placeName(side: number, piece: number): string {
  return `s${side}p${piece}`;
}

/** One side of the card, its texts escaped. */
export function sideMarkup(side: Side, index: number, date: string): string {
  const first = side.placed.findIndex(({ piece }) => piece.kind === "line");
  const inner = side.placed.map((piece, at) => {
    const { kind } = piece.piece;
    const name = placeName(index, at);
    if (kind === "line") return at === first ? lines(side, name) : "";
    const element = ELEMENTS[kind] ?? "p";
    return `<${element} class="${kind} ${name}"${block(piece, side.panel.width, date)}</${element}>`;
  });
  return `<section class="side s${index}">\n${inner.filter((part) => part !== "").join("\n")}\n</section>`;
}
