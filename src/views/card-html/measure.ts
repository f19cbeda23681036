import type { Face, Measure } from "../paper/type.ts";
import type { TrueType } from "../paper/truetype.ts";

/** Browsers round widths; nothing may come to lie a hair over the edge and break a line. */
const SLACK = 1.003;
/** Widths in ems of signs that the page does not carry and the machine's own fonts draw: rather too wide. */
const UNSEEN = /[\p{M}\p{Cf}]/u;
const WIDE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

function foreignWidth(sign: string): number {
  if (UNSEEN.test(sign)) return 0;
  return WIDE.test(sign) ? 1.35 : 0.85;
}

/** Widths as a browser sets them with fonts without kerning. */
export function browserMeasure(fonts: Readonly<Record<Face, TrueType>>): Measure {
  return (text, face) => {
    const font = fonts[face];
    const width = Array.from(text).reduce((sum, sign) => {
      const glyph = font.glyphOf(sign.codePointAt(0) ?? 0);
      return sum + (glyph === 0 ? foreignWidth(sign) : font.advanceOf(glyph) / font.unitsPerEm);
    }, 0);
    return width * SLACK;
  };
}
