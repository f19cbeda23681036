/** No id is shortened below this: an older entry that is not shown must not have the same beginning. */
const LEAST = 8;

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * The beginning of each id that no other id here has, at least eight characters. It is what `show` accepts as long as
 * the entries that are not here began at other moments.
 */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...new Set(ids)].sort();
  return new Map(
    sorted.map((id, index) => {
      const before = common(id, sorted[index - 1] ?? "");
      const after = common(id, sorted[index + 1] ?? "");
      return [id, id.slice(0, Math.max(LEAST, Math.max(before, after) + 1))];
    }),
  );
}
