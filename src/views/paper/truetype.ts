/** The parts of a TrueType file that measuring and cutting it down need. Offsets count from the start of the file. */
export interface TrueType {
  readonly data: DataView;
  readonly tables: ReadonlyMap<string, Table>;
  readonly unitsPerEm: number;
  readonly glyphs: number;
  /** Glyph of a character; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** Advance width of a glyph, in font units. */
  readonly advanceOf: (glyph: number) => number;
  /** Where the outline of a glyph lies; empty for blanks. */
  readonly outlineOf: (glyph: number) => Table;
}

interface Table {
  readonly offset: number;
  readonly length: number;
}

function tablesOf(data: DataView): ReadonlyMap<string, Table> {
  const entries = Array.from({ length: data.getUint16(4) }, (_, at) => 12 + at * 16);
  return new Map(
    entries.map((entry) => {
      const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(data.getUint8(entry + byte))).join("");
      return [tag, { offset: data.getUint32(entry + 8), length: data.getUint32(entry + 12) }];
    }),
  );
}

function offsetOf(tables: ReadonlyMap<string, Table>, tag: string): number {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no ${tag} table`);
  return table.offset;
}

type GlyphOf = TrueType["glyphOf"];

/** Segments of 16-bit characters: format 4 of the cmap table (OpenType specification, "cmap"). */
function segments(data: DataView, start: number): GlyphOf {
  const count = data.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const ranges = deltas + count * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let at = 0; at < count; at++) {
      if (data.getUint16(ends + at * 2) < codePoint) continue;
      const first = data.getUint16(starts + at * 2);
      if (first > codePoint) return 0;
      const delta = data.getUint16(deltas + at * 2);
      const range = data.getUint16(ranges + at * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = data.getUint16(ranges + at * 2 + range + (codePoint - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** Groups of characters of any plane: format 12 of the cmap table. */
function groups(data: DataView, start: number): GlyphOf {
  const count = data.getUint32(start + 12);
  return (codePoint) => {
    for (let at = 0; at < count; at++) {
      const group = start + 16 + at * 12;
      const first = data.getUint32(group);
      if (codePoint >= first && codePoint <= data.getUint32(group + 4)) return data.getUint32(group + 8) + codePoint - first;
    }
    return 0;
  };
}

function characterMap(data: DataView, cmap: number): GlyphOf {
  const starts = Array.from({ length: data.getUint16(cmap + 2) }, (_, at) => cmap + data.getUint32(cmap + 4 + at * 8 + 4));
  const wide = starts.find((start) => data.getUint16(start) === 12);
  if (wide !== undefined) return groups(data, wide);
  const narrow = starts.find((start) => data.getUint16(start) === 4);
  if (narrow === undefined) throw new Error("the font has no character map of format 4 or 12");
  return segments(data, narrow);
}

/** Opens a TrueType file (glyf outlines). Throws where it is none: fonts come with the package, so that is a defect. */
export function openTrueType(bytes: Uint8Array): TrueType {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(data);
  const at = (tag: string): number => offsetOf(tables, tag);
  const [head, hhea, hmtx, loca, glyf] = [at("head"), at("hhea"), at("hmtx"), at("loca"), at("glyf")];
  const metrics = data.getUint16(hhea + 34);
  const long = data.getInt16(head + 50) === 1;
  const outline = (glyph: number): number => (long ? data.getUint32(loca + glyph * 4) : data.getUint16(loca + glyph * 2) * 2);
  return {
    data,
    tables,
    unitsPerEm: data.getUint16(head + 18),
    glyphs: data.getUint16(at("maxp") + 4),
    glyphOf: characterMap(data, at("cmap")),
    advanceOf: (glyph) => data.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4),
    outlineOf: (glyph) => ({ offset: glyf + outline(glyph), length: outline(glyph + 1) - outline(glyph) }),
  };
}
