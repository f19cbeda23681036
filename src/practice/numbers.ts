/** Small numbers, told honestly (the sources stand in docs/evidence.md). */

/** 95 % two-sided: what shares are shown with. */
export const Z95 = 1.959964;
/** 90 % two-sided: what a plan is tested with. */
export const Z90 = 1.6448536;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Scores and shares carry 6 decimals. */
export function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The middle one; of an even count the mean of the middle two; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

/**
 * Wilson's score interval for `k` of `n` (Wilson 1927): it stays within 0 and 1 and is honest for small `n`.
 * @param z standard normal quantile: `Z95` or `Z90`
 */
export function wilson(k: number, n: number, z: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = k / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** How much may be said about `k` of `n`: below 3 nothing, to 9 the bare count, from 10 a share with its interval. */
export type Share =
  | { readonly say: "too_early"; readonly k: number; readonly n: number }
  | { readonly say: "count"; readonly k: number; readonly n: number }
  | {
      readonly say: "percent";
      readonly k: number;
      readonly n: number;
      readonly share: number;
      readonly interval: Interval;
    };

/** `k` of `n` as it may be said. `share` and its interval (Wilson, 95 %) run from 0 to 1, with 6 decimals. */
export function honestShare(k: number, n: number): Share {
  if (n < 3) return { say: "too_early", k, n };
  if (n < 10) return { say: "count", k, n };
  const { low, high } = wilson(k, n, Z95);
  return { say: "percent", k, n, share: round6(k / n), interval: { low: round6(low), high: round6(high) } };
}
