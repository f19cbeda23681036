/** How many slips of the keys (a letter more, less, other, or two swapped) lead from one word to the other. */
function slips(from: string, to: string): number {
  let [twoBefore, before] = [[] as number[], Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const other = (before[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const best = Math.min(other, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now.push(swapped ? Math.min(best, (twoBefore[column - 2] ?? 0) + 1) : best);
    }
    [twoBefore, before] = [before, now];
  }
  return before[to.length] ?? 0;
}

/** As written with or without capitals, dashes, dots and underscores. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

const LONGEST = 40;

/** The name that was meant, or null where none is near: one slip in three letters, or the beginning of just one name. */
export function nearMiss(typed: string, names: readonly string[]): string | null {
  const word = bare(typed);
  if (word === "" || word.length > LONGEST) return null;
  const near = names
    .map((name) => ({ name, far: slips(word, bare(name)) }))
    .filter(({ name, far }) => far <= Math.floor(Math.max(word.length, bare(name).length) / 3))
    .sort((a, b) => a.far - b.far);
  const begun = names.filter((name) => bare(name).startsWith(word));
  return near[0]?.name ?? (begun.length === 1 && word.length > 1 ? (begun[0] ?? null) : null);
}

/** ". Did you mean win?" or nothing. */
export function didYouMean(typed: string, names: readonly string[]): string {
  const near = nearMiss(typed, names);
  return near === null ? "" : `. Did you mean ${near}?`;
}
