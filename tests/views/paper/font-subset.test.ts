import { describe, expect, it } from "vitest";
import { fontBytes as font } from "../../../scripts/copy-fonts.ts";
import { fontSubset } from "../../../src/views/paper/font-subset.ts";
import { openTrueType, type TrueType } from "../../../src/views/paper/truetype.ts";

const whole = openTrueType(font("regular"));

function point(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

/** The outline without the glyph numbers that a composed letter names. */
function outline(from: TrueType, sign: string): readonly number[] {
  const { offset, length } = from.outlineOf(from.glyphOf(point(sign)));
  const bytes = Array.from({ length }, (_, at) => from.data.getUint8(offset + at));
  return length > 0 && from.data.getInt16(offset) < 0 ? bytes.slice(0, 10) : bytes;
}

describe("openTrueType", () => {
  it("finds glyphs and widths of letters, and none of letters that the font lacks", () => {
    expect(whole.unitsPerEm).toBe(1000);
    expect(whole.glyphOf(point("A"))).toBeGreaterThan(0);
    expect(whole.advanceOf(whole.glyphOf(point("W")))).toBeGreaterThan(whole.advanceOf(whole.glyphOf(point("i"))));
    expect(["漢", "ש", "😀"].map((sign) => whole.glyphOf(point(sign)))).toEqual([0, 0, 0]);
  });

  it("reads maps of both formats", () => {
    const second = openTrueType(font("fallbackRegular"));
    expect(second.glyphOf(point("😀"))).toBeGreaterThan(0);
    expect(second.glyphOf(point("ა"))).toBeGreaterThan(0);
    expect(second.glyphOf(0x10ffff)).toBe(0);
  });

  it("refuses what is no font", () => {
    expect(() => openTrueType(new Uint8Array(64))).toThrow("the font has no");
  });
});

describe("fontSubset", () => {
  const text = "Calm · ÄÖẹ́ Ελ Жї fi…";
  const bytes = fontSubset(whole, text);
  const part = openTrueType(bytes);

  it("draws the letters of the text as the whole font does", () => {
    for (const sign of new Set(text)) {
      expect(part.glyphOf(point(sign))).toBeGreaterThan(0);
      expect(part.advanceOf(part.glyphOf(point(sign)))).toBe(whole.advanceOf(whole.glyphOf(point(sign))));
      expect(outline(part, sign).slice(0, outline(whole, sign).length)).toEqual(outline(whole, sign));
    }
  });

  it("has no other letters, and is a small part of the font", () => {
    expect(part.glyphOf(point("z"))).toBe(0);
    expect(part.glyphs).toBeLessThan(40);
    expect(bytes.length).toBeLessThan(font("regular").length / 20);
  });

  it("keeps the parts that a composed letter is made of", () => {
    const { offset, length } = part.outlineOf(part.glyphOf(point("Ä")));
    expect(length).toBeGreaterThan(0);
    if (part.data.getInt16(offset) < 0) expect(part.data.getUint16(offset + 12)).toBeLessThan(part.glyphs);
  });

  it("leaves to other fonts what it lacks", () => {
    expect(openTrueType(fontSubset(whole, "a漢")).glyphOf(point("漢"))).toBe(0);
  });
});
