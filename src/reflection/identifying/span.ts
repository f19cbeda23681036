/** What kind of identifying data a span holds. */
export const IDENTIFYING = ["card", "code", "iban", "email", "phone", "national", "reference"] as const;

export type Identifying = (typeof IDENTIFYING)[number];

/** A part of a text that identifies a customer. Offsets are UTF-16 units of the text as it was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: Identifying;
  /** Check digits or an unmistakable shape say so; otherwise a word beside it does. */
  readonly certain: boolean;
}

/** Card numbers and codes are never kept; the other kinds are masked unless the person keeps them on purpose. */
export function alwaysMasked(kind: Identifying): boolean {
  return kind === "card" || kind === "code";
}
