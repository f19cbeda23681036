import type { ChalkInstance } from "chalk";
import type { ColourLevel } from "./colour.ts";
import { TERMINAL } from "./looks.ts";
import type { Palette } from "./style.ts";

type Paint = (text: string) => string;

const same: Paint = (text) => text;

/** Chalk joins all arguments: behind `map` it would print the index too. */
function one(paint: (...texts: string[]) => string): Paint {
  return (text) => paint(text);
}

/** No colour at all. */
export const PLAIN_PALETTE: Palette = {
  paints: false,
  title: same,
  accent: same,
  quiet: same,
  strong: same,
  kind: same,
  warn: same,
};

/** The colours of a level. */
export type Palettes = (level: ColourLevel) => Palette;

/** Loads chalk: to be called only where something is painted. A palette is made when it is first asked for. */
export async function loadPalettes(): Promise<Palettes> {
  const { Chalk } = await import("chalk");
  const made = new Map<ColourLevel, Palette>();
  return (level) => {
    const palette = made.get(level) ?? (level === 0 ? PLAIN_PALETTE : paletteOf(new Chalk({ level }), level));
    made.set(level, palette);
    return palette;
  };
}

/** Sixteen colours are the person's own theme: only those are taken that most themes keep readable on dark and on light. */
function paletteOf(chalk: ChalkInstance, level: ColourLevel): Palette {
  const rich = level > 1;
  const tone = ({ code }: { readonly code: number }): Paint => one(chalk.ansi256(code));
  return {
    paints: true,
    title: one(chalk.bold),
    accent: rich ? one(chalk.ansi256(TERMINAL.accent.code).bold) : one(chalk.magenta.bold),
    quiet: rich ? tone(TERMINAL.quiet) : one(chalk.dim),
    strong: one(chalk.bold),
    kind: rich ? tone(TERMINAL.kind) : same,
    warn: rich ? tone(TERMINAL.warn) : one(chalk.red),
  };
}
