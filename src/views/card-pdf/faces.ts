import { openTrueType } from "../paper/truetype.ts";
import type { Face } from "../paper/type.ts";

/** The font files that a card is set with: TrueType, not WOFF2, which pdfkit cannot read. */
export type FontName = "regular" | "bold" | "fallbackRegular" | "fallbackBold";
/** Gives the bytes of a font file. Called once for each font that a card needs. */
export type FontSource = (name: FontName) => Uint8Array;

/** Text of one font. */
interface Run {
  readonly font: FontName;
  readonly text: string;
}

/** The fonts of one document. A font is registered with it under its name when a run first needs it. */
export interface Faces {
  /** Whether the cluster can be drawn in the regular and in the bold face. */
  covers(cluster: string): boolean;
  runs(text: string, face: Face): readonly Run[];
  /** Width of a run in ems. */
  widthOf(run: Run): number;
}

/** Scripts whose letters stand one after the other from left to right, so that the fonts' shapes are right. */
const SCRIPTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]+$/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const FONTS: Readonly<Record<Face, readonly [FontName, FontName]>> = {
  regular: ["regular", "fallbackRegular"],
  bold: ["bold", "fallbackBold"],
};

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Registers the fonts with a document as they are needed, and finds the font for each part of a text. */
export function openFaces(doc: PDFKit.PDFDocument, source: FontSource): Faces {
  const bytes = remembered(source);
  const opened = remembered((name: FontName) => openTrueType(bytes(name)));
  const registered = remembered((name: FontName) => doc.registerFont(name, Buffer.from(bytes(name))));
  const draws = (name: FontName, cluster: string): boolean =>
    Array.from(cluster).every((sign) => opened(name).glyphOf(sign.codePointAt(0) ?? 0) !== 0);
  const fontFor = (face: Face): ((cluster: string) => FontName | null) =>
    remembered((cluster) => FONTS[face].find((name) => draws(name, cluster)) ?? null);
  const finders = { regular: fontFor("regular"), bold: fontFor("bold") };
  const width = remembered((key: string) => {
    const [name = "", text = ""] = key.split("\n");
    return doc.font(name).fontSize(1000).widthOfString(text) / 1000;
  });
  return {
    covers: (cluster) => SCRIPTS.test(cluster) && finders.regular(cluster) !== null && finders.bold(cluster) !== null,
    runs: (text, face) => {
      const runs: { font: FontName; text: string }[] = [];
      for (const cluster of text.match(CLUSTER) ?? []) {
        const font = finders[face](cluster) ?? FONTS[face][0];
        registered(font);
        const last = runs.at(-1);
        if (last?.font === font) last.text += cluster;
        else runs.push({ font, text: cluster });
      }
      return runs;
    },
    widthOf: ({ font, text }) => width(`${font}\n${text}`),
  };
}
