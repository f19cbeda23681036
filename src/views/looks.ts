/** The visual language of card, page, road and terminal. Shown, with its figures, in docs/looks.md. */

/** Colours of paper and page, `#rrggbb`. Every text colour has a contrast of 7:1 or more with `paper` and `tint`. */
export interface Colours {
  readonly paper: string;
  /** Behind a section. */
  readonly tint: string;
  /** Lines and frames; never text. */
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly kind: string;
  readonly warn: string;
}

export const LIGHT: Colours = {
  paper: "#ffffff",
  tint: "#f4f2ee",
  line: "#8a8378",
  ink: "#1f1d1a",
  quiet: "#4d4841",
  accent: "#4b2a99",
  kind: "#00513a",
  warn: "#7a2f0b",
};

export const DARK: Colours = {
  paper: "#16151a",
  tint: "#201f26",
  line: "#7d7888",
  ink: "#f3f1ec",
  quiet: "#c2bcb2",
  accent: "#c8b3ff",
  kind: "#8fd9b6",
  warn: "#ffb98f",
};

/**
 * Colours of a terminal with 256 colours, by their number there. The background is not known, so each stands in the
 * middle: a contrast of 4.5:1 or more with black and with white.
 */
export const TERMINAL = {
  accent: { code: 98, hex: "#875fd7" },
  kind: { code: 29, hex: "#00875f" },
  warn: { code: 131, hex: "#af5f5f" },
  quiet: { code: 243, hex: "#767676" },
} as const;

/** Type sizes, each a quarter more than the one before. */
export const TYPE_SCALE = { small: 0.8, text: 1, large: 1.25, title: 1.563 } as const;

/** Distances, in units of the text size. */
export const SPACING = { hair: 0.25, tight: 0.5, line: 1, block: 1.5, section: 2.5 } as const;

/** Text over line: line height by the size of the text. */
export const LINE_HEIGHT = 1.4;
