/** Turns logits into shares that sum to 1, in place (softmax). */
export function toShares(logits: Float64Array | number[]): void {
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  let sum = 0;
  for (let at = 0; at < logits.length; at += 1) {
    const share = Math.exp((logits[at] ?? 0) - highest);
    logits[at] = share;
    sum += share;
  }
  for (let at = 0; at < logits.length; at += 1) logits[at] = (logits[at] ?? 0) / sum;
}
