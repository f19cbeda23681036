import { LIGHT } from "../looks.ts";
import type { PlacedPiece } from "../paper/panel.ts";
import type { Side } from "../paper/sides.ts";
import type { PaperSize } from "../paper/sizes.ts";
import { styleOf, type Face, type Role } from "../paper/type.ts";
import { placeName } from "./markup.ts";

function pt(length: number): string {
  return `${Math.round(length * 100) / 100}pt`;
}

function role(selector: string, name: Role, base: number, leading: number): string {
  const { face, ink, size, tracking } = styleOf(name);
  const spacing = tracking === 0 ? "" : `letter-spacing:${tracking}em;`;
  const type = `font-size:${pt(size * base)};line-height:${pt(size * base * leading)};${spacing}`;
  return `${selector}{${type}font-weight:${face === "bold" ? 600 : 400};color:${LIGHT[ink]}}`;
}

/** The selector of each role, under the side it stands on. */
const SELECTORS: readonly (readonly [string, Role])[] = [
  [".words", "words"],
  [".goal", "goal"],
  [".focus", "focus"],
  [".plan", "if"],
  [".then", "then"],
  [":is(th,li b)", "issue"],
  [":is(td,li)", "line"],
  [".breath", "breath"],
  [".help", "help"],
  [".quote", "quote"],
  [".quote footer", "source"],
  [".note", "note"],
  ["time", "date"],
];

function rows(side: Side, index: number): readonly string[] {
  const placed = side.placed.filter(({ piece }) => piece.kind === "line");
  const [first, second] = placed;
  if (first === undefined) return [];
  const gap = second === undefined ? 0 : second.top - first.top - first.height;
  const half = pt(gap / 2 - 0.15);
  return side.lineColumn === null
    ? [`.s${index} li+li{margin-top:${pt(gap)}}`]
    : [
        `.s${index} th{width:${pt(side.lineColumn)}}`,
        `.s${index} tr+tr :is(th,td){padding-top:${half};border-top:.3pt solid ${LIGHT.line}}`,
        `.s${index} tr:not(:last-child) :is(th,td){padding-bottom:${half}}`,
      ];
}

/** Distance to the piece before; the foot stands at the bottom by itself. */
function placeOf(side: Side, piece: PlacedPiece, at: number): string {
  const before = side.placed[at - 1];
  const above = piece.top - (before === undefined ? 0 : before.top + before.height);
  return piece.piece.kind === "foot" ? `height:${pt(piece.height)}` : `margin-top:${pt(above)}`;
}

function sideStyle(side: Side, index: number): string {
  const { base, panel, x, y, turned } = side;
  const under = `.s${index}`;
  const box = `left:${pt(x)};top:${pt(y)};width:${pt(panel.width)};height:${pt(panel.height)}`;
  return [
    `${under}{${box}}`,
    // On a screen nobody can turn the page round.
    ...(turned ? [`@media print{${under}{transform:rotate(180deg)}}`] : []),
    ...SELECTORS.map(([selector, name]) => role(`${under} ${selector}`, name, base, panel.leading)),
    `${under} .words{padding-bottom:${pt(base * 0.24)};border-bottom:${pt(Math.max(1, base * 0.08))} solid ${LIGHT.accent}}`,
    `${under} .plan{padding-left:${pt(base * 0.72)}}`,
    `${under} .plan::before{top:${pt(base * 0.16)};bottom:${pt(base * 0.16)};border-left:${pt(base * 0.2)} solid ${LIGHT.accent}}`,
    `${under} li b{margin-right:${pt(base * 0.12)}}`,
    ...side.placed.map((piece, at) => `.${placeName(index, at)}{${placeOf(side, piece, at)}}`),
    ...rows(side, index),
  ].join("\n");
}

function fontFace(face: Face, bytes: Uint8Array): string {
  const weight = face === "bold" ? 600 : 400;
  const data = Buffer.from(bytes).toString("base64");
  return `@font-face{font-family:Card;font-weight:${weight};src:url(data:font/ttf;base64,${data}) format("truetype")}`;
}

function frame({ css, width, height }: PaperSize): string {
  const size = `width:${pt(width)};height:${pt(height)}`;
  return `@page{size:${css};margin:0}
*{box-sizing:border-box;margin:0;padding:0}
html{background:${LIGHT.tint};color:${LIGHT.ink}}
body{font-family:Card,"Segoe UI","Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:anywhere;text-wrap:balance}
.hint{max-width:34em;margin:1.5em auto 0;padding:0 1em;font-size:1rem;line-height:1.4}
.page{position:relative;${size};margin:1.5em auto;background:${LIGHT.paper};overflow:hidden;break-after:page;break-inside:avoid}
.side{position:absolute}
h1,.plan{position:relative}
.plan::before{content:"";position:absolute;left:0}
ul{list-style:none}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{text-align:start;vertical-align:top}
svg{position:absolute;left:0;top:0;overflow:visible}
.boat{fill:${LIGHT.accent}}
.write{fill:${LIGHT.line}}
.fold{fill:none;stroke:${LIGHT.line};stroke-width:.5;stroke-dasharray:2}
.foot{position:absolute;left:0;right:0;bottom:0}
time{position:absolute;right:0;bottom:0}
@media screen{.page{box-shadow:0 1pt 4pt #0003}}
@media print{
html{background:none}
.hint{display:none}
.page{margin:0;height:${pt(height - 0.8)}}
.page:last-child{break-after:auto}
}`;
}

/** The whole style sheet of a card: the fonts, the paper and every side. */
export function cardStyle(size: PaperSize, sides: readonly Side[], fonts: Readonly<Record<Face, Uint8Array>>): string {
  return [
    fontFace("regular", fonts.regular),
    fontFace("bold", fonts.bold),
    frame(size),
    ...sides.map(sideStyle),
  ].join("\n");
}
