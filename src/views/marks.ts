/** A part of a text, from one index up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const PLAIN = /^[\x20-\x7e]*$/;

function folded(sign: string): string {
  if (PLAIN.test(sign)) return sign.toLowerCase();
  return sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The text without case and accents, and for each of its signs where that sign stood; null where every sign stays one. */
function foldedText(text: string): { readonly text: string; readonly places: readonly number[] | null } {
  if (PLAIN.test(text)) return { text: text.toLowerCase(), places: null };
  const whole = folded(text);
  // A sign of one unit never folds to less than one: where nothing grows and nothing is lost, all stay in their places.
  const stays = text.normalize("NFD").length === text.length && whole.length === text.length;
  if (stays && !/[\ud800-\udfff]/.test(text)) return { text: whole, places: null };
  let all = "";
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = folded(sign);
    places.push(...Array.from({ length: plain.length }, () => at));
    all += plain;
    at += sign.length;
  }
  places.push(text.length);
  return { text: all, places };
}

function rangesIn(text: string, words: readonly string[], place: (at: number) => number): readonly Range[] {
  const found: Range[] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ from: place(at), to: place(at + word.length) });
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Where the words stand in a text; case and accents do not matter. In order, never overlapping. */
export function rangesOf(text: string, words: readonly string[]): readonly Range[] {
  const wanted = words.map((word) => folded(word));
  const { text: plain, places } = foldedText(text);
  const found = rangesIn(plain, wanted, (at) => (places === null ? at : (places[at] ?? text.length)));
  const kept: Range[] = [];
  for (const range of found) {
    const last = kept.at(-1);
    if (last === undefined || range.from >= last.to) kept.push(range);
    else if (range.to > last.to) kept[kept.length - 1] = { from: last.from, to: range.to };
  }
  return kept;
}

/** The text with `mark` put on each range. */
export function withMarks(text: string, ranges: readonly Range[], mark: (part: string) => string): string {
  let shown = "";
  let at = 0;
  for (const { from, to } of ranges) {
    shown += text.slice(at, from) + mark(text.slice(from, to));
    at = to;
  }
  return shown + text.slice(at);
}
