/**
 * How two groups of digits hang together. `plain`: blanks, dashes, dots and the like. `loose`: a comma, a colon or
 * words that people say between the parts of a number ("and then"): enough only where the parts look like a card's.
 */
export type Gap = "plain" | "loose" | "none";

const MOST_UNITS = 40;
const MOST_WORDS = 6;
const PLAIN_GAP = /^[^\p{L}\p{N}\p{Sc}\p{Co},:;%&@]+$/u;
const LOOSE_SIGNS = /^[^\p{L}\p{N}\p{Sc}\p{Co}%@]*$/u;
const MOST_SIGNS = 12;

const SPOKEN = new Set(
  (
    "and then next last first final finally now ok okay yes uh um uhm er erm eh hm hmm dash hyphen minus dot point " +
    "space blank pause comma slash stroke plus again followed by the digits digit numbers three four five six"
  ).split(" "),
);

function signsOnly(gap: string): Gap {
  if (gap.length > MOST_SIGNS && gap.trim() !== "") return "none";
  if (PLAIN_GAP.test(gap)) return "plain";
  return LOOSE_SIGNS.test(gap) ? "loose" : "none";
}

/** What lies between two groups of digits in a plain text. */
export function gapKind(gap: string): Gap {
  if (gap.length === 0 || gap.length > MOST_UNITS) return "none";
  const words = gap.match(/[a-z]+/g) ?? [];
  if (words.length === 0) return signsOnly(gap);
  const spoken = words.length <= MOST_WORDS && words.every((word) => SPOKEN.has(word));
  return spoken && LOOSE_SIGNS.test(gap.replace(/[a-z]+/g, "")) ? "loose" : "none";
}

/** What stands behind the last digit so far may still become a gap: "4111 1111 and th". */
export function mayBecomeGap(tail: string): boolean {
  if (tail === "" || gapKind(tail) !== "none") return true;
  const half = /[a-z]+$/.exec(tail)?.[0] ?? "";
  const whole = tail.slice(0, tail.length - half.length);
  if (half === "" || (whole.trim() !== "" && gapKind(whole) === "none")) return false;
  return [...SPOKEN].some((word) => word.startsWith(half));
}
