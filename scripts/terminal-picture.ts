import { escapeHtml } from "../src/views/html.ts";
import { type Colours, DARK, LIGHT, TERMINAL } from "../src/views/looks.ts";
import type { Picture, Run } from "./terminal.ts";

const CELL = 8.4;
const ROW = 19;
const MARGIN = 14;
const SIZE = 14;

/** What the terminal's colours mean, so that the picture shows them in the colours of paper, light or dark. */
const MEANING: ReadonlyMap<number, keyof Colours> = new Map(
  (["accent", "kind", "warn", "quiet"] as const).map((name): [number, keyof Colours] => [TERMINAL[name].code, name]),
);

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function look({ colour, bold, dim }: Run): string {
  const meaning = colour === null ? undefined : MEANING.get(colour);
  const names = [dim ? "quiet" : meaning, bold ? "bold" : undefined].filter((name) => name !== undefined);
  return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
}

/** Each stretch is set to the width of its columns, whatever font the reader's machine has. */
function runMarkup(run: Run, row: number): string {
  const text = run.text.trimEnd();
  const shift = text.length - text.trimStart().length;
  const [x, y] = [MARGIN + (run.column + shift) * CELL, MARGIN + row * ROW + SIZE];
  const words = text.trimStart();
  const length = words.length > 1 ? ` textLength="${round(words.length * CELL)}" lengthAdjust="spacingAndGlyphs"` : "";
  return `<text x="${round(x)}" y="${round(y)}"${length}${look(run)} xml:space="preserve">${escapeHtml(words)}</text>`;
}

function style(colours: Colours): string {
  const { ink, paper, line, accent, kind, warn, quiet } = colours;
  return `text{fill:${ink}}rect{fill:${paper};stroke:${line}}.accent{fill:${accent}}.kind{fill:${kind}}.warn{fill:${warn}}.quiet{fill:${quiet}}`;
}

/**
 * A terminal's screen as SVG: text stays text, light or dark as the reader has it.
 * @param title what it shows, for those who cannot see it
 */
export function terminalPicture(picture: Picture, columns: number, title: string): string {
  const [width, height] = [round(columns * CELL + 2 * MARGIN), picture.length * ROW + 2 * MARGIN];
  const rows = picture.map((runs, row) => runs.map((run) => runMarkup(run, row)).join(""));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${SIZE}">
<style>.bold{font-weight:700}${style(LIGHT)}@media (prefers-color-scheme: dark){${style(DARK)}}</style>
<rect x=".5" y=".5" width="${round(width - 1)}" height="${height - 1}" rx="8"/>
${rows.filter((row) => row !== "").join("\n")}
</svg>
`;
}
