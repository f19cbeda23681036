import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLines } from "../../src/views/fold-lines.ts";
import { displayWidth } from "../../src/views/width.ts";

describe("lines in a narrow terminal", () => {
  it("stay as they are where they fit, double blanks and all", () => {
    const text = "  Kept.  Really\n\n  Next: evenkeel breathe      20 seconds\n";
    expect(foldLines(text, 80)).toBe(text);
  });

  it("are folded behind their indent, and a command that stands apart stays whole", () => {
    expect(foldLines("  Stopped. Six answers are kept.   Go on: evenkeel reflect --resume\n", 40)).toBe(
      "  Stopped. Six answers are kept.\n  Go on: evenkeel reflect --resume\n",
    );
    expect(foldLines("  Stopped. Six answers are kept.   Go on: evenkeel end --resume", 20)).toBe(
      "  Stopped. Six\n  answers are kept.\n  Go on: evenkeel\n  end --resume",
    );
  });

  it("lose no word and never reach over the edge", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 60 }), (text, columns) => {
        const folded = foldLines(text, columns);
        expect(folded.replace(/[\s]/g, "")).toBe(text.replace(/[\s]/g, ""));
        for (const line of folded.split("\n")) {
          if (line.trim() !== "" && /^[\x20-\x7e]*$/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});
