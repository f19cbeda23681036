/** The end of the text that begins with the quote at `start`: the offset of its closing quote. */
function closingQuote(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

/**
 * The offset of the first key that its object has already, or null where each stands once. `JSON.parse` would keep the
 * last and say nothing.
 *
 * @param json a text that `JSON.parse` accepts
 */
export function repeatedKey(json: string): number | null {
  /** The keys of each object around; null is an array. */
  const around: (Set<unknown> | null)[] = [];
  let isKey = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') {
      const end = closingQuote(json, at);
      const keys = around.at(-1);
      if (isKey && keys) {
        const key: unknown = JSON.parse(json.slice(at, end + 1));
        if (keys.has(key)) return at;
        keys.add(key);
      }
      isKey = false;
      at = end;
    } else if (sign === "{" || sign === "[") {
      around.push(sign === "{" ? new Set() : null);
      isKey = sign === "{";
    } else if (sign === "}" || sign === "]") around.pop();
    else if (sign === ",") isKey = around.at(-1) !== null;
  }
  return null;
}
