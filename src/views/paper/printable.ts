/** Whether a font at hand draws this grapheme cluster in every weight that the card uses. */
export type Covers = (cluster: string) => boolean;

/** A sign without a font: the word that stands in its place, or null where it was left out. */
export interface Replaced {
  readonly sign: string;
  readonly word: string | null;
}

export interface Printable {
  /** NFC, without control characters, white space folded. Empty where nothing printable is left. */
  readonly text: string;
  readonly replaced: readonly Replaced[];
  /** Letters, marks and digits that no font draws: a text with any of them would be misprinted. */
  readonly missing: readonly string[];
}

/** Holds the place of a sign that was left out, until the blanks around it are folded. */
const GONE = "\u0000";
/** Variation selectors, skin tones: what may be dropped and leave the same sign. */
const MODIFIERS = /[\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/gu;
/** The two letters that a flag is written with. */
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const PLAIN = /^[\u0020-\u024f\u2010-\u2026]*$/;

/** NFC, one line, without control characters, bidirectional overrides, lone surrogates and invisible signs. */
export function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\t-\r\u0085\u2028\u2029\p{Zs}]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Co}\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufffc\ufffd]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Reads the pairs of the message `card.signs`: "🎉 party, 🔥 fire". */
export function signWords(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(",").map((pair) => {
      const [sign = "", ...word] = pair.trim().split(" ");
      return [sign.replace(MODIFIERS, ""), word.join(" ")];
    }),
  );
}

function clusters(text: string): readonly string[] {
  if (PLAIN.test(text)) return Array.from(text);
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);
}

/** What a flag says: 🇩🇪 is DE. */
function country(flag: string): string {
  return Array.from(flag, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41)).join("");
}

function plainer(cluster: string, covers: Covers): string | null {
  const bare = cluster.replace(MODIFIERS, "");
  if (bare !== "" && covers(bare)) return bare;
  const compatible = cluster.normalize("NFKC");
  return compatible !== cluster && Array.from(compatible).every(covers) ? compatible : null;
}

/**
 * Makes a text ready for fonts that draw what `covers` says. A sign that no font draws becomes a word from `words` in
 * brackets, or is left out; letters that no font draws are named in `missing` and the caller leaves the text out whole.
 */
export function printable(text: string, covers: Covers, words: ReadonlyMap<string, string>): Printable {
  const replaced: Replaced[] = [];
  const missing = new Set<string>();
  const parts = clusters(cleaned(text)).map((cluster) => {
    if (covers(cluster)) return cluster;
    const plain = plainer(cluster, covers);
    if (plain !== null) return plain;
    if (LETTER.test(cluster) && !/\p{Extended_Pictographic}/u.test(cluster)) {
      missing.add(cluster);
      return "";
    }
    const word = FLAG.test(cluster) ? country(cluster) : (words.get(cluster.replace(MODIFIERS, "")) ?? null);
    if (replaced.every(({ sign }) => sign !== cluster)) replaced.push({ sign: cluster, word });
    return word === null ? GONE : `(${word})`;
  });
  const left = parts.join("").replace(/ *\u0000+/g, "").replace(/ {2,}/g, " ").trim();
  return { text: left, replaced, missing: [...missing] };
}
