import fc from "fast-check";
import fastStringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { displayWidth, graphemes, padEnd, padStart, pieces, truncate } from "../../src/views/width.ts";

const FAMILY = "👩‍👩‍👧‍👦";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["plain", 5],
    ["● – · “x”", 9],
    ["╭──╮", 4],
    ["客户", 4],
    ["e\u0301", 1],
    [FAMILY, 2],
    ["🇬🇧", 2],
    ["한국", 4],
    ["ｆｕｌｌ", 8],
    ["\u200fשלום\u200e", 4],
    ["▲\ufe0f", 1],
  ])("of %j is %i", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it("agrees with the library where no shortcut is taken, and where one is", () => {
    const signs = fc.string({ unit: fc.constantFrom("a", " ", "é", "ß", "·", "–", "“", "…", "│", "█", "●", "▲", "░", "‐", "漢", "👍") });
    fc.assert(
      fc.property(signs, (text) => {
        expect(displayWidth(text)).toBe(fastStringWidth(text));
      }),
    );
  });
});

describe("graphemes", () => {
  it("keeps letters with their accents, flags and families whole", () => {
    expect(graphemes(`a${FAMILY}e\u0301🇬🇧`)).toEqual(["a", FAMILY, "e\u0301", "🇬🇧"]);
    expect(graphemes("abc")).toEqual(["a", "b", "c"]);
  });
});

describe("padding", () => {
  it("counts columns, not characters", () => {
    expect(padEnd("客户", 6)).toBe("客户  ");
    expect(padStart("👍", 4)).toBe("  👍");
    expect(padEnd("too long", 3)).toBe("too long");
    expect(padStart("too long", 3)).toBe("too long");
  });
});

describe("pieces", () => {
  it("cuts by columns and never inside a sign", () => {
    expect(pieces("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(pieces("客户一直", 5)).toEqual(["客户", "一直"]);
    expect(pieces(`ab${FAMILY}c`, 3)).toEqual(["ab", `${FAMILY}c`]);
    expect(pieces("客", 1)).toEqual(["客"]);
    expect(pieces("", 5)).toEqual([]);
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 12 }), (text, columns) => {
        const cut = pieces(text, columns);
        expect(cut.join("")).toBe(text);
        expect(cut.every((piece) => displayWidth(piece) <= columns)).toBe(true);
      }),
    );
  });
});

describe("truncate", () => {
  it("leaves text that fits, and marks text that was cut", () => {
    expect(truncate("fits", 4, "…")).toBe("fits");
    expect(truncate("does not fit", 8, "…")).toBe("does no…");
    expect(truncate("does not fit", 9, "…")).toBe("does not…");
    expect(truncate("does not fit", 8, "...")).toBe("does...");
    expect(truncate("客户一直大声", 7, "…")).toBe("客户一…");
    expect(truncate("abc", 2, "...")).toBe("..");
  });

  it("never takes more columns than it may", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), fc.integer({ min: 3, max: 20 }), (text, columns) => {
        expect(displayWidth(truncate(text, columns, "..."))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
