import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardPieces, type Piece } from "../../../src/views/paper/pieces.ts";
import { paperReport, spokenReport } from "../../../src/views/paper/report.ts";
import type { PlacedPiece } from "../../../src/views/paper/panel.ts";
import { cardSides, type Side } from "../../../src/views/paper/sides.ts";
import { paperSize, SIZE_NAMES, type SizeName } from "../../../src/views/paper/sizes.ts";
import { LEAST_BASE, styleOf, type Measure } from "../../../src/views/paper/type.ts";
import type { CardSheet } from "../../../src/views/paper/pieces.ts";
import { QUOTE, say, sheet, someSheet, STARTER } from "./sheets.ts";

/** Every letter as wide as the average of the card's face. */
const measure: Measure = (text) => Array.from(text).length * 0.434;
const every = (): boolean => true;

function sidesOf(size: SizeName, of: CardSheet): readonly Side[] {
  return cardSides(paperSize(size), cardPieces(of, every).pieces, measure);
}

function kinds(side: Side): string {
  return side.placed.map(({ piece }) => piece.kind).join(" ");
}

function names(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ kind, number }) => (number === 0 ? kind : `${kind} ${number}`));
}

function lowest(piece: PlacedPiece): number {
  return piece.top + Math.max(piece.height, ...piece.texts.flat().map(({ y }) => y));
}

describe("the card's sides", () => {
  it("puts the plans on the front of a wallet card and the kind lines on its back", () => {
    const [front, back] = sidesOf("wallet", sheet());
    expect(front && kinds(front)).toBe("words plan plan plan");
    expect(back && kinds(back)).toBe("goal line line line line line breath help foot");
  });

  it("gives the front of a starter card half of the kind lines", () => {
    const [front, back] = sidesOf("wallet", sheet(STARTER));
    expect(front && kinds(front)).toBe("words line line line");
    expect(back && kinds(back)).toBe("line line note breath foot");
    expect(front?.placed[0]?.piece.texts).toEqual(["REMINDER CARD"]);
  });

  it("keeps everything on one side of the larger sizes, in reading order", () => {
    for (const size of ["a6", "a5"] as const) {
      const [side, ...others] = sidesOf(size, sheet());
      expect(others).toEqual([]);
      expect(side && kinds(side)).toBe("words goal plan plan plan line line line line line breath help foot");
    }
  });

  it("folds a letter sheet to cover, plans, kind lines and back", () => {
    const sides = sidesOf("letter", sheet({ quote: QUOTE }));
    expect(sides.map(kinds)).toEqual(["words goal", "plan plan plan", "line line line line line", "breath help quote foot"]);
    const [cover, left, right, back] = sides.map(({ x, y, turned }) => ({ right: x > 306, low: y > 396, turned }));
    expect(cover).toEqual({ right: true, low: true, turned: false });
    expect(left).toEqual({ right: true, low: false, turned: true });
    expect(right).toEqual({ right: false, low: false, turned: true });
    expect(back).toEqual({ right: false, low: true, turned: false });
  });

  it("drops the lowest rank first: the quotation, then the last kind lines", () => {
    const sides = sidesOf("wallet", sheet({ quote: QUOTE }, { focus: "Say first what I can do." }));
    expect(names(sides.flatMap(({ leftOut }) => leftOut))).toEqual(["line 5", "quote"]);
  });

  it("leaves out a long third plan rather than a short first one", () => {
    const long = "say that I will find out and call back before the end of my shift, and then do that. ".repeat(3);
    const { plans } = sheet().card;
    const [first, second] = plans;
    if (first === undefined || second === undefined) throw new Error("the sample has plans");
    const sides = sidesOf("wallet", sheet({ plans: [first, second, { trigger: "x", if: "they ask", then: long }] }));
    expect(names(sides.flatMap(({ leftOut }) => leftOut))).toContain("plan 3");
    expect(names(sides.flatMap(({ placed }) => placed.map(({ piece }) => piece)))).toEqual(expect.arrayContaining(["plan 1", "plan 2"]));
  });

  it("shortens a goal of 400 letters to its first sentence, and says so", () => {
    const goal = `I want callers to feel heard. ${"And I want a great many other things as well, each of them told at length. ".repeat(6)}`.slice(0, 400);
    const of = sheet({ goal });
    const pieces = cardPieces(of, every);
    const sides = cardSides(paperSize("wallet"), pieces.pieces, measure);
    const kept = sides.flatMap(({ placed }) => placed).find(({ piece }) => piece.kind === "goal");
    expect(kept?.piece.texts).toEqual(["I want callers to feel heard."]);
    expect(spokenReport(paperReport(pieces, sides), say, "en")).toContain("Too long for this size, so shortened: the goal.");
  });

  it("leaves out a goal that no part of fits", () => {
    const sides = sidesOf("wallet", sheet({ goal: "z".repeat(400) }));
    expect(names(sides.flatMap(({ leftOut }) => leftOut))).toEqual(["goal"]);
  });

  it("sets nothing smaller than can be read from 60 cm", () => {
    for (const size of SIZE_NAMES) {
      for (const side of sidesOf(size, sheet({ quote: QUOTE }, { focus: "One thing" }))) {
        for (const line of side.placed.flatMap(({ texts }) => texts.flat())) {
          const least = line.role === "if" || line.role === "then" ? 11.5 : ["line", "issue", "breath", "help"].includes(line.role) ? 8.7 : 8;
          expect(line.size).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  it("keeps every line inside of its panel and every piece whole, whatever is written", () => {
    fc.assert(
      fc.property(someSheet, fc.constantFrom(...SIZE_NAMES), (of, size) => {
        const { pieces } = cardPieces(of, every);
        const sides = cardSides(paperSize(size), pieces, measure);
        const seen = sides.flatMap(({ placed, leftOut }) => [...placed.map(({ piece }) => piece), ...leftOut]);
        expect(names(seen).toSorted()).toEqual(names(pieces).toSorted());
        for (const { placed, panel, base } of sides) {
          expect(base).toBeGreaterThanOrEqual(LEAST_BASE);
          let bottom = 0;
          for (const piece of placed) {
            expect(piece.top).toBeGreaterThanOrEqual(bottom - 0.001);
            expect(lowest(piece)).toBeLessThanOrEqual(panel.height + 0.001);
            bottom = piece.top + piece.height;
            for (const line of piece.texts.flat()) {
              const { face, size: part, tracking } = styleOf(line.role);
              const wide = (measure(line.text, face) + tracking * Array.from(line.text).length) * part * base;
              expect(line.x + wide).toBeLessThanOrEqual(panel.width + 0.05);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("prints the words that were written: each kept text is its lines put together", () => {
    fc.assert(
      fc.property(someSheet, (of) => {
        for (const side of sidesOf("a5", of)) {
          for (const { piece, texts } of side.placed) {
            const set = texts.map((lines) => lines.map(({ text }) => text).join("").replaceAll(" ", ""));
            expect(set).toEqual(piece.texts.map((text) => text.replaceAll(" ", "")));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the report", () => {
  it("names letters that no font has, what was left out for them, and the way round", () => {
    const of = sheet({ goal: "你好 to all" });
    const pieces = cardPieces(of, (cluster) => cluster.charCodeAt(0) < 0x250);
    const sides = cardSides(paperSize("a6"), pieces.pieces, measure);
    expect(spokenReport(paperReport(pieces, sides), say, "en")).toEqual([
      "The card's fonts have no letters for 你 好. Left out: the goal.",
      "The web page prints with your computer's own fonts (card --format html).",
    ]);
  });

  it("says nothing where the paper is as the screen", () => {
    const pieces = cardPieces(sheet(), every);
    expect(spokenReport(paperReport(pieces, cardSides(paperSize("a6"), pieces.pieces, measure)), say, "en")).toEqual([]);
  });
});

describe("paperSize", () => {
  it("has the exact sizes in points", () => {
    const rounded = SIZE_NAMES.map((name) => [paperSize(name).width, paperSize(name).height].map((length) => length.toFixed(2)));
    expect(rounded).toEqual([["242.65", "153.07"], ["216.00", "360.00"], ["297.64", "419.53"], ["419.53", "595.28"], ["612.00", "792.00"]]);
  });

  it("refuses a size it does not know and names the sizes", () => {
    expect(() => paperSize("a3")).toThrow(
      expect.objectContaining({ kind: "usage", next: expect.stringMatching(/wallet .* index .* a6 .* a5 .* letter/) as string }) as Error,
    );
    expect(() => paperSize("constructor")).toThrow(expect.objectContaining({ kind: "usage" }) as Error);
  });
});
