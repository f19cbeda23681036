/** The width of a text, in any unit that the column shares. */
export type Width = (text: string) => number;

const CLUSTER = /\P{M}[\p{M}\u200d]*|\p{M}+/gu;
/** Sums of widths may be off by this much. */
const ROUNDING = 0.01;
const BREAK_AFTER = /[-/_.@–—]$/u;

/** The most of `clusters` that fits into `room`, at least one; rather after a hyphen or a slash. */
function headOf(clusters: readonly string[], room: number, width: Width): number {
  let fits = 1;
  while (fits < clusters.length && width(clusters.slice(0, fits + 1).join("")) <= room) fits++;
  if (fits === clusters.length) return fits;
  for (let at = fits; at > fits / 2; at--) if (BREAK_AFTER.test(clusters[at - 1] ?? "")) return at;
  return fits;
}

function chunks(word: string, room: number, width: Width): string[] {
  if (width(word) <= room + ROUNDING) return [word];
  let rest: readonly string[] = word.match(CLUSTER) ?? [word];
  const parts: string[] = [];
  while (rest.length > 0) {
    const fits = headOf(rest, room, width);
    parts.push(rest.slice(0, fits).join(""));
    rest = rest.slice(fits);
  }
  return parts;
}

/** A piece of a line, and whether a blank goes before it where it does not begin one. */
interface Atom {
  readonly text: string;
  readonly width: number;
  readonly blank: boolean;
}

function atomsOf(text: string, room: number, first: number, width: Width): readonly Atom[] {
  return text.split(" ").flatMap((word, index) =>
    chunks(word, index === 0 ? first : room, width).map((part, at): Atom => ({ text: part, width: width(part), blank: at === 0 })),
  );
}

/** Widths of the run of atoms that starts at `from`, for each end, as long as it fits. */
function* runs(atoms: readonly Atom[], from: number, room: number, blank: number): Generator<[number, number]> {
  let used = 0;
  for (let to = from; to < atoms.length; to++) {
    const atom = atoms[to];
    if (atom === undefined) return;
    used += atom.width + (to > from && atom.blank ? blank : 0);
    if (used > room + ROUNDING && to > from) return;
    yield [to + 1, used];
  }
}

interface Best {
  readonly lines: number;
  readonly cost: number;
  readonly next: number;
}

function best(atoms: readonly Atom[], room: number, first: number, blank: number): readonly Best[] {
  const table: Best[] = [];
  table[atoms.length] = { lines: 0, cost: 0, next: atoms.length };
  for (let from = atoms.length - 1; from >= 0; from--) {
    const place = from === 0 ? first : room;
    let found: Best | undefined;
    for (const [next, used] of runs(atoms, from, place, blank)) {
      const after = table[next];
      if (after === undefined) continue;
      const slack = Math.max(0, place - used) / room;
      const lines = after.lines + 1;
      const cost = after.cost + slack * slack * (next === atoms.length ? 0.7 : 1);
      if (found === undefined || lines < found.lines || (lines === found.lines && cost < found.cost)) {
        found = { lines, cost, next };
      }
    }
    table[from] = found ?? { lines: 1, cost: 0, next: from + 1 };
  }
  return table;
}

/**
 * Breaks a text into the fewest lines that are at most `room` wide, and among those into the evenest. The first line
 * has `indent` less. A word that is wider than a line is broken between letters; marks stay with theirs.
 */
export function breakLines(text: string, room: number, width: Width, indent = 0): readonly string[] {
  const atoms = atomsOf(text, room, room - indent, width);
  const table = best(atoms, room, room - indent, width(" "));
  const lines: string[] = [];
  for (let from = 0; from < atoms.length; ) {
    const next = table[from]?.next ?? from + 1;
    const line = atoms.slice(from, next).map((atom, at) => (at > 0 && atom.blank ? ` ${atom.text}` : atom.text));
    lines.push(line.join(""));
    from = next;
  }
  return lines;
}
