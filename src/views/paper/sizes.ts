import { usageError } from "../../errors.ts";
import { harmless } from "../harmless.ts";

const POINTS_PER_MM = 72 / 25.4;

/** The names that `--size` takes, smallest first. */
export const SIZE_NAMES = ["wallet", "index", "a6", "a5", "letter"] as const;
export type SizeName = (typeof SIZE_NAMES)[number];

/** A sheet of paper. Lengths in points (1/72 inch). */
export interface PaperSize {
  readonly name: SizeName;
  /** For errors: "3 × 5 in". Elsewhere the message `card.size.<name>` says it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /**
   * White that stays around the text. At least 12 points (1/6 inch, 4.2 mm), since a common laser or inkjet printer does not
   * reach the outer sixth of an inch.
   */
  readonly margin: number;
  /** The value of CSS `size`. */
  readonly css: string;
  /** The value of `lp -o media=`. */
  readonly media: string;
  /** Pages of one card. */
  readonly pages: 1 | 2;
}

function millimetres(mm: number): number {
  return mm * POINTS_PER_MM;
}

const SIZES: Readonly<Record<SizeName, PaperSize>> = {
  wallet: {
    name: "wallet",
    label: "85.6 × 54 mm, both sides",
    width: millimetres(85.6),
    height: millimetres(54),
    margin: 12,
    css: "85.6mm 54mm",
    media: "Custom.85.6x54mm",
    pages: 2,
  },
  index: {
    name: "index",
    label: "3 × 5 in",
    width: 216,
    height: 360,
    margin: 14.5,
    css: "3in 5in",
    media: "Custom.3x5in",
    pages: 1,
  },
  a6: {
    name: "a6",
    label: "105 × 148 mm",
    width: millimetres(105),
    height: millimetres(148),
    margin: 21,
    css: "105mm 148mm",
    media: "A6",
    pages: 1,
  },
  a5: {
    name: "a5",
    label: "148 × 210 mm",
    width: millimetres(148),
    height: millimetres(210),
    margin: 32,
    css: "148mm 210mm",
    media: "A5",
    pages: 1,
  },
  letter: {
    name: "letter",
    label: "8.5 × 11 in, folded twice",
    width: 612,
    height: 792,
    margin: 28,
    css: "8.5in 11in",
    media: "Letter",
    pages: 1,
  },
};

function isSizeName(name: string): name is SizeName {
  return (SIZE_NAMES as readonly string[]).includes(name);
}

/** The sheet of that name; an unknown one is a usage failure that lists the known ones. */
export function paperSize(name: string): PaperSize {
  if (isSizeName(name)) return SIZES[name];
  throw usageError(
    `there is no card size "${harmless(name, "?").replaceAll("\n", " ").slice(0, 20)}"`,
    `Sizes: ${SIZE_NAMES.map((known) => `${known} (${SIZES[known].label})`).join(", ")}.`,
  );
}

/** A straight line, in points from the top left of the sheet. */
export interface Tick {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** Where a tick stands: clear of the edge that printers do not reach. */
const TICK = { from: 14, to: 26 } as const;

/** Marks at both ends of each crease of a sheet that is folded twice; none on other sizes. */
export function foldMarks({ name, width, height }: PaperSize): readonly Tick[] {
  if (name !== "letter") return [];
  const [x, y, { from, to }] = [width / 2, height / 2, TICK];
  return [
    { from: [x, from], to: [x, to] },
    { from: [x, height - to], to: [x, height - from] },
    { from: [from, y], to: [to, y] },
    { from: [width - to, y], to: [width - from, y] },
  ];
}
