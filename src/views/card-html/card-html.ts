import { escapeHtml } from "../html.ts";
import { fontSubset } from "../paper/font-subset.ts";
import { cardPieces, type CardSheet } from "../paper/pieces.ts";
import { paperReport, type PaperReport } from "../paper/report.ts";
import { cardSides, type Side } from "../paper/sides.ts";
import type { PaperSize } from "../paper/sizes.ts";
import { openTrueType } from "../paper/truetype.ts";
import type { Face } from "../paper/type.ts";
import { foldMarkup, sideMarkup } from "./markup.ts";
import { browserMeasure } from "./measure.ts";
import { cardStyle } from "./style.ts";

export interface CardHtml {
  readonly html: string;
  readonly report: PaperReport;
}

function pageMarkup(size: PaperSize, sides: readonly Side[], at: number, date: string): string {
  const page = at % size.pages;
  const inner = sides.flatMap((side, at) => (side.page === page ? [sideMarkup(side, at, date)] : []));
  return `<div class="page"${at < size.pages ? "" : ` aria-hidden="true"`}>\n${foldMarkup(size)}${inner.join("\n")}\n</div>`;
}

function documentOf(sheet: CardSheet, size: PaperSize, style: string, pages: readonly string[]): string {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(sheet.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="author" content="evenkeel">
<title>${escapeHtml(sheet.say("card.title"))}</title>
<style>${style}</style>
</head>
<body>
<header class="hint"><p>${escapeHtml(sheet.say("card.howToPrint", { size: sheet.say(`card.size.${size.name}`) }))}</p></header>
<main>
${pages.join("\n")}
</main>
</body>
</html>
`;
}

/**
 * The card as one page that needs nothing from outside: its style and the letters it uses are in it, and its policy
 * lets the browser load nothing else. It prints with the same pages as the PDF; what the page's letters do not have is
 * drawn by the machine's own fonts.
 */
export function cardHtml(
  sheet: CardSheet,
  size: PaperSize,
  copies: number,
  fonts: (name: Face) => Uint8Array,
): CardHtml {
  const opened = { regular: openTrueType(fonts("regular")), bold: openTrueType(fonts("bold")) };
  const pieces = cardPieces(sheet, () => true);
  const sides = cardSides(size, pieces.pieces, browserMeasure(opened));
  const text = sides.flatMap(({ placed }) => placed.flatMap(({ piece }) => piece.texts)).join(" ");
  const style = cardStyle(size, sides, { regular: fontSubset(opened.regular, text), bold: fontSubset(opened.bold, text) });
  const pages = Array.from({ length: copies * size.pages }, (_, at) =>
    pageMarkup(size, sides, at, sheet.card.date),
  );
  return { html: documentOf(sheet, size, style, pages), report: paperReport(pieces, sides) };
}
