import type { ColourLevel } from "./colour.ts";
import { TERMINAL } from "./looks.ts";
import type { Palette } from "./style.ts";

const same = (text: string): string => text;

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

/**
 * The colours for a level. Chalk is loaded only where something is painted.
 *
 * Sixteen colours are the person's own theme: only those are taken that most themes keep readable on dark and on light.
 */
export async function loadPalette(level: ColourLevel): Promise<Palette> {
  if (level === 0) return PLAIN_PALETTE;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level });
  const rich = level > 1;
  return {
    paints: true,
    title: chalk.bold,
    accent: rich ? chalk.ansi256(TERMINAL.accent.code).bold : chalk.magenta.bold,
    quiet: rich ? chalk.ansi256(TERMINAL.quiet.code) : chalk.dim,
    strong: chalk.bold,
    kind: rich ? chalk.ansi256(TERMINAL.kind.code) : same,
    warn: rich ? chalk.ansi256(TERMINAL.warn.code) : chalk.red,
  };
}
