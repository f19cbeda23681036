import type { TrueType } from "./truetype.ts";

/** A table of the new file. */
type Part = readonly [tag: string, bytes: Uint8Array];

/** Tables that hold for any choice of glyphs. GPOS, GSUB and kern speak of glyph numbers and are left out. */
const COPIED = ["OS/2", "cvt ", "fpgm", "prep", "gasp", "name"];

const MORE_COMPONENTS = 0x20;
const WORDS = 0x01;
const SCALE = 0x08;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** Where the glyph numbers of a composed outline stand, from its start (OpenType specification, "glyf"). */
function componentsAt(font: TrueType, glyph: number): readonly number[] {
  const { offset, length } = font.outlineOf(glyph);
  if (length === 0 || font.data.getInt16(offset) >= 0) return [];
  const found: number[] = [];
  for (let at = 10; ; ) {
    const flags = font.data.getUint16(offset + at);
    found.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
    if ((flags & MORE_COMPONENTS) === 0) return found;
  }
}

/** The glyphs and those that they are composed of, glyph 0 first. */
function closure(font: TrueType, glyphs: Iterable<number>): readonly number[] {
  const all = new Set([0, ...glyphs]);
  for (const glyph of all) {
    for (const at of componentsAt(font, glyph)) all.add(font.data.getUint16(font.outlineOf(glyph).offset + at));
  }
  return [...all];
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function copyOf(font: TrueType, offset: number, length: number): Uint8Array {
  return new Uint8Array(font.data.buffer, font.data.byteOffset + offset, length).slice();
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += padded(part.length);
  }
  return whole;
}

function outlines(font: TrueType, kept: readonly number[]): readonly Part[] {
  const place = new Map(kept.map((glyph, at) => [glyph, at]));
  const glyphs = kept.map((glyph) => {
    const { offset, length } = font.outlineOf(glyph);
    const bytes = copyOf(font, offset, length);
    for (const at of componentsAt(font, glyph)) view(bytes).setUint16(at, place.get(view(bytes).getUint16(at)) ?? 0);
    return bytes;
  });
  const loca = new Uint8Array((kept.length + 1) * 4);
  let at = 0;
  glyphs.forEach((glyph, index) => {
    at += padded(glyph.length);
    view(loca).setUint32((index + 1) * 4, at);
  });
  return [["glyf", joined(glyphs)], ["loca", loca]];
}

function metrics(font: TrueType, kept: readonly number[]): Part {
  const hmtx = new Uint8Array(kept.length * 4);
  kept.forEach((glyph, at) => {
    const { offset, length } = font.outlineOf(glyph);
    view(hmtx).setUint16(at * 4, font.advanceOf(glyph));
    view(hmtx).setInt16(at * 4 + 2, length === 0 ? 0 : font.data.getInt16(offset + 2));
  });
  return ["hmtx", hmtx];
}

/** A character map of format 12, which takes any character. */
function characterMap(codes: readonly (readonly [codePoint: number, glyph: number])[]): Part {
  const bytes = new Uint8Array(12 + 16 + codes.length * 12);
  const out = view(bytes);
  out.setUint16(2, 1);
  [3, 10].forEach((value, at) => {
    out.setUint16(4 + at * 2, value);
  });
  out.setUint32(8, 12);
  out.setUint16(12, 12);
  out.setUint32(16, 16 + codes.length * 12);
  out.setUint32(24, codes.length);
  codes.forEach(([codePoint, glyph], at) => {
    [codePoint, codePoint, glyph].forEach((value, field) => {
      out.setUint32(28 + at * 12 + field * 4, value);
    });
  });
  return ["cmap", bytes];
}

function patched(font: TrueType, tag: string, change: (out: DataView) => void): readonly Part[] {
  const table = font.tables.get(tag);
  if (table === undefined) return [];
  const bytes = copyOf(font, table.offset, table.length);
  change(view(bytes));
  return [[tag, bytes]];
}

function checksum(bytes: Uint8Array): number {
  const whole = new Uint8Array(padded(bytes.length));
  whole.set(bytes);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view(whole).getUint32(at)) >>> 0;
  return sum;
}

function fileOf(parts: readonly Part[]): Uint8Array {
  const sorted = parts.toSorted(([left], [right]) => (left < right ? -1 : 1));
  const header = new Uint8Array(12 + sorted.length * 16);
  const out = view(header);
  const power = Math.floor(Math.log2(sorted.length));
  out.setUint32(0, 0x00010000);
  [sorted.length, 16 << power, power, sorted.length * 16 - (16 << power)].forEach((value, at) => {
    out.setUint16(4 + at * 2, value);
  });
  let at = header.length;
  sorted.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) header[entry + letter] = tag.charCodeAt(letter);
    out.setUint32(entry + 4, checksum(bytes));
    out.setUint32(entry + 8, at);
    out.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  });
  return joined([header, ...sorted.map(([, bytes]) => bytes)]);
}

/**
 * Cuts a font down to the characters of a text, so that it can travel inside of a page: some kilobytes instead of
 * hundreds. Characters that the font lacks are left to other fonts. Kerning and ligatures are lost.
 */
export function fontSubset(font: TrueType, text: string): Uint8Array {
  const points = [...new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0))].sort((left, right) => left - right);
  const found = points.map((point) => [point, font.glyphOf(point)] as const).filter(([, glyph]) => glyph !== 0);
  const kept = closure(font, found.map(([, glyph]) => glyph));
  const codes = found.map(([point, glyph]) => [point, kept.indexOf(glyph)] as const);
  return fileOf([
    ...COPIED.flatMap((tag) => patched(font, tag, () => undefined)),
    ...patched(font, "head", (out) => {
      out.setInt16(50, 1);
    }),
    ...patched(font, "hhea", (out) => {
      out.setUint16(34, kept.length);
    }),
    ...patched(font, "maxp", (out) => {
      out.setUint16(4, kept.length);
    }),
    ["post", Uint8Array.from({ length: 32 }, (_, at) => (at === 1 ? 3 : 0))],
    characterMap(codes),
    metrics(font, kept),
    ...outlines(font, kept),
  ]);
}
