import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import type { Message } from "../src/content/content.ts";
import { speaker } from "../src/content/message.ts";
import type { Card } from "../src/practice/shapes.ts";
import { browserMeasure } from "../src/views/card-html/measure.ts";
import { escapeHtml } from "../src/views/html.ts";
import { LIGHT } from "../src/views/looks.ts";
import { fontSubset } from "../src/views/paper/font-subset.ts";
import type { PlacedPiece } from "../src/views/paper/panel.ts";
import { cardPieces } from "../src/views/paper/pieces.ts";
import type { SetLine, SetShape } from "../src/views/paper/set.ts";
import { cardSides, type Side } from "../src/views/paper/sides.ts";
import { paperSize } from "../src/views/paper/sizes.ts";
import { openTrueType } from "../src/views/paper/truetype.ts";
import { styleOf, type Face } from "../src/views/paper/type.ts";
import { fontBytes } from "./copy-fonts.ts";

/** The picture of the card that README and docs show: the real layout of a wallet card, as SVG. */
export const CARD_PICTURE = join(import.meta.dirname, "..", "docs", "pictures", "card.svg");

const SAMPLE: Card = {
  goal: "I want callers to feel that they were heard.",
  words: ["calm", "fair", "clear"],
  plans: [
    { trigger: "saying_no", if: "I have to say no", then: "first say what I can do" },
    { trigger: "rude_tone", if: "a caller shouts", then: "breathe out and slow down" },
    { trigger: "already_angry", if: "they start loud", then: 'let them finish, and ask: "How can I help?"' },
  ],
  lines: [
    { issue: "Rude words", line: "They are loud at the problem, not at me." },
    { issue: "Saying no", line: "A clear no, said kindly, is good service." },
    { issue: "Not listening", line: "Say back what they want. Then speak." },
    { issue: "My mistake", line: "Say it, mend it, move on." },
    { issue: "Slow tools", line: "Tell them what I am doing while they wait." },
  ],
  breath: "Breathe in, and out for longer. Once.",
  contact: "my lead, desk 12, ext. 4410",
  quote: null,
  date: "2026-11-22",
};

const GAP = 18;

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function textMarkup({ role, text, x, y, size }: SetLine): string {
  const { face, ink, tracking } = styleOf(role);
  const weight = face === "bold" ? ' font-weight="600"' : "";
  const spacing = tracking === 0 ? "" : ` letter-spacing="${round(tracking * size)}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${weight}${spacing} fill="${LIGHT[ink]}">${escapeHtml(text)}</text>`;
}

function shapeMarkup({ kind, x, y, width, height }: SetShape): string {
  const fill = kind === "write" || kind === "hairline" ? LIGHT.line : LIGHT.accent;
  const [right, low] = [x + width, y + height];
  if (kind === "sail") return `<path fill="${fill}" d="M${round(x)} ${round(low)}L${round(x + width * 0.45)} ${round(y)}L${round(right)} ${round(low)}Z"/>`;
  if (kind === "hull") {
    const bulge = round(y + height * 1.33);
    return `<path fill="${fill}" d="M${round(x)} ${round(y)}C${round(x + width * 0.12)} ${bulge} ${round(x + width * 0.88)} ${bulge} ${round(right)} ${round(y)}Z"/>`;
  }
  return `<rect fill="${fill}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;
}

function pieceMarkup({ top, shapes, texts }: PlacedPiece): string {
  return `<g transform="translate(0 ${round(top)})">${[...shapes.map(shapeMarkup), ...texts.flat().map(textMarkup)].join("")}</g>`;
}

function sideMarkup(side: Side, width: number, height: number): string {
  const y = GAP + side.page * (height + GAP);
  const paper = `<rect width="${round(width)}" height="${round(height)}" rx="6" fill="${LIGHT.paper}" stroke="${LIGHT.line}" stroke-width=".4"/>`;
  const text = `<g transform="translate(${round(side.x)} ${round(side.y)})">${side.placed.map(pieceMarkup).join("\n")}</g>`;
  return `<g transform="translate(${GAP} ${round(y)})">${paper}\n${text}</g>`;
}

function messages(): Readonly<Record<string, Message>> {
  const file = readFileSync(join(import.meta.dirname, "../content/en/messages/card.yaml"), "utf8");
  const read = parse(file) as Record<string, Message>;
  return Object.fromEntries(Object.entries(read).map(([name, message]) => [`card.${name}`, message]));
}

export function cardPicture(): string {
  const size = paperSize("wallet");
  const fonts = { regular: openTrueType(fontBytes("regular")), bold: openTrueType(fontBytes("bold")) };
  const sheet = { card: SAMPLE, focus: null, starter: false, date: "22 Nov 2026", lang: "en", say: speaker({ lang: "en", messages: messages() }) };
  const sides = cardSides(size, cardPieces(sheet, () => true).pieces, browserMeasure(fonts));
  const letters = sides.flatMap(({ placed }) => placed.flatMap(({ piece }) => piece.texts)).join(" ");
  const face = (name: Face, weight: number): string =>
    `@font-face{font-family:Card;font-weight:${weight};src:url(data:font/ttf;base64,${Buffer.from(fontSubset(fonts[name], letters)).toString("base64")})}`;
  const [width, height] = [size.width + 2 * GAP, 2 * size.height + 3 * GAP];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width * 1.6)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="The two sides of a wallet card: three if-then plans on the front, kind lines, a breath and a contact on the back" font-family="Card, sans-serif">
<style>${face("regular", 400)}${face("bold", 600)}</style>
${sides.map((side) => sideMarkup(side, size.width, size.height)).join("\n")}
</svg>
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mkdirSync(dirname(CARD_PICTURE), { recursive: true });
  writeFileSync(CARD_PICTURE, cardPicture());
}
