const LONGEST = 40;

/**
 * The id of a personal trigger, made from its label: small letters, digits and `_`, unlike every id that is taken.
 * Letters of other scripts are kept; a label without any gives `own`.
 */
export function triggerIdFor(label: string, taken: readonly string[]): string {
  const plain = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
  const base = Array.from(words).slice(0, LONGEST).join("").replace(/_+$/, "") || "own";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(id)) return id;
  }
}
