/** Whether two words are at most `most` apart: letters left out, added, changed, or two neighbours swapped (Damerau 1964). */
export function near(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      next.push(swapped ? Math.min(steps, (before[j - 2] ?? 0) + 1) : steps);
    }
    [before, row] = [row, next];
  }
  return (row[b.length] ?? Infinity) <= most;
}

/** Steps that a word of this length may be away from what was meant. */
function leeway(length: number): number {
  return length < 3 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The known word that was meant: the word itself, else the most frequent one that a slip of the keys turns into it.
 * @param known most frequent first
 */
export function meant(word: string, known: readonly string[]): string {
  const most = leeway(word.length);
  if (most === 0) return word;
  const [first = "", second = ""] = word;
  let two: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most || candidate.length < 4) continue;
    if (!candidate.startsWith(first) && !candidate.startsWith(second)) continue;
    if (near(word, candidate, 1)) return candidate;
    if (most === 2 && two === undefined && near(word, candidate, 2)) two = candidate;
  }
  return two ?? word;
}
