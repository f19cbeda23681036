/** Everything that is no plain ASCII text: where there is none of it, nothing has to be done. */
const SUSPECT = /[^\x20-\x7e\n]/;
/** Controls (C0, DEL, C1): what escape sequences are made of. */
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
/** Overrides and embeddings that turn the direction of what stands around them. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
/** Half a sign: with the `u` flag a class matches a surrogate only where it stands alone. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
/** Signs that nobody sees and that hide or glue text. Joiners and direction marks stay: scripts and emoji need them. */
const UNSEEN = /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * Makes text from outside safe to show: nothing in it can steer a terminal or reorder what stands around it.
 *
 * Control characters, bidirectional overrides and lone surrogates become `sign`; tabs become a blank; all line ends
 * become `\n`; signs without a picture are left out.
 * @param sign one column wide, in place of each dangerous character
 */
export function harmless(text: string, sign: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(CONTROL, sign)
    .replace(BIDI, sign)
    .replace(LONE_SURROGATE, sign)
    .replace(UNSEEN, "");
}

const TYPOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/ [\u00b7\u2022] /g, ", "],
  [/[\u00b7\u2022]/g, "*"],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
  [/[\u2018-\u201b\u2039\u203a\u2032]/g, "'"],
  [/\u2026/g, "..."],
  [/\u00d7/g, "x"],
  [/\u2192/g, "->"],
  [/[\u00a0\u2000-\u200a\u202f\u205f]/g, " "],
  [/\ufffd/g, "?"],
];

/** Typographic signs as ASCII; letters stay as they are. */
export function asciiFold(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return TYPOGRAPHIC.reduce((folded, [pattern, sign]) => folded.replace(pattern, sign), text);
}
