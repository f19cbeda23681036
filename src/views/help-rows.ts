import { displayWidth, padEnd } from "./width.ts";
import { hang } from "./wrap.ts";

export type HelpRow = readonly [name: string, about: string];

const MARGIN = "  ";
/** Under so many columns what a name means stands below it. */
const NARROW = 60;
const MOST_TYPED = 50;

/** Names with what they mean beside them; on a narrow screen below them. */
export function helpRows(pairs: readonly HelpRow[], columns: number, { least = 0, most = 30 } = {}): readonly string[] {
  const beside = columns >= NARROW;
  const wide = Math.min(most, Math.max(least, ...pairs.map(([name, about]) => (about === "" ? 0 : displayWidth(name)))));
  return pairs.flatMap(([name, about]) => {
    if (about === "") return hang(MARGIN, name, columns);
    if (beside && displayWidth(name) <= wide) return hang(`${MARGIN}${padEnd(name, wide + 2)}`, about, columns);
    const indent = beside ? wide + 4 : 4;
    return [...hang(MARGIN, name, columns), ...hang(" ".repeat(indent), about, columns)];
  });
}

/** Commands that can be typed, with what they do; where one is long, what they do stands below each. */
export function helpTry(pairs: readonly HelpRow[], columns: number): readonly string[] {
  const fits = pairs.every(([typed]) => displayWidth(typed) <= MOST_TYPED);
  return helpRows(pairs, fits ? columns : NARROW - 1 < columns ? NARROW - 1 : columns, { most: MOST_TYPED });
}
