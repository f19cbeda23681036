import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Colours, DARK, LIGHT, LINE_HEIGHT, SPACING, TERMINAL, TYPE_SCALE } from "../../src/views/looks.ts";
import { LEAST_BASE, type Role, styleOf } from "../../src/views/paper/type.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";

const DOC = readFileSync(join(import.meta.dirname, "../../docs/looks.md"), "utf8");

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function ratio(a: string, b: string): string {
  return `${contrast(a, b).toFixed(1)}:1`;
}

const TEXTS = ["ink", "quiet", "accent", "kind", "warn"] as const;

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

describe("contrast", () => {
  it("is measured as WCAG measures it", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  describe.each([
    ["light", LIGHT],
    ["dark", DARK],
  ] as const)("on %s paper", (_, colours: Colours) => {
    it.each(TEXTS)("%s is 7:1 or more", (name) => {
      expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(7);
      expect(contrast(colours[name], colours.tint)).toBeGreaterThanOrEqual(7);
    });

    it("lines are 3:1 or more", () => {
      expect(contrast(colours.line, colours.paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(colours.line, colours.tint)).toBeGreaterThanOrEqual(3);
    });
  });

  it.each(Object.entries(TERMINAL))("%s in the terminal is 4.5:1 or more on black and on white", (_, { hex }) => {
    expect(contrast(hex, "#000000")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(hex, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.values(TERMINAL))("number $code is $hex in the table of 256 colours", ({ code, hex }) => {
    const grey = 8 + (code - 232) * 10;
    const step = (part: number): number => (part === 0 ? 0 : 55 + part * 40);
    const cube = code - 16;
    const parts = code >= 232 ? [grey, grey, grey] : [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(step);
    expect(`#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`).toBe(hex);
  });
});

describe("docs/looks.md", () => {
  it.each([
    ["light", LIGHT],
    ["dark", DARK],
  ] as const)("states the colours of %s paper and their contrast", (_, colours: Colours) => {
    for (const name of TEXTS) {
      const { [name]: hex, paper, tint } = colours;
      expect(DOC).toContain(row(name, `\`${hex}\``, ratio(hex, paper), ratio(hex, tint)));
    }
    expect(DOC).toContain(row("line", `\`${colours.line}\``, ratio(colours.line, colours.paper), ratio(colours.line, colours.tint)));
    expect(DOC).toContain(`paper \`${colours.paper}\`, tint \`${colours.tint}\``);
  });

  it("states the colours of the terminal", () => {
    for (const [name, { code, hex }] of Object.entries(TERMINAL)) {
      expect(DOC).toContain(row(name, String(code), `\`${hex}\``, ratio(hex, "#000000"), ratio(hex, "#ffffff")));
    }
  });

  it("states sizes and distances", () => {
    for (const [name, size] of Object.entries(TYPE_SCALE)) expect(DOC).toContain(row(name, String(size)));
    for (const [name, size] of Object.entries(SPACING)) expect(DOC).toContain(row(name, String(size)));
    expect(DOC).toContain(`line height of ${LINE_HEIGHT}`);
    for (const role of ["words", "goal", "if", "then", "issue", "line", "quote", "date"] as const satisfies readonly Role[]) {
      const { size, face, ink } = styleOf(role);
      expect(DOC).toContain(row(role, String(size), face, ink));
    }
    expect(DOC).toContain(`${LEAST_BASE} points`);
  });

  it("shows the signs and their twins", () => {
    for (const name of ["stop", "once", "pinned", "bar", "road", "dash", "dot", "ellipsis"] as const) {
      expect(DOC).toContain(row(name, `\`${UNICODE_SYMBOLS[name]}\``, `\`${ASCII_SYMBOLS[name]}\``.replace("`|`", "`\\|`")));
    }
  });
});
