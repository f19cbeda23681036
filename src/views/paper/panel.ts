import type { Piece, PieceKind } from "./pieces.ts";
import { lineColumn, setPiece, writingRoom, type SetPiece } from "./set.ts";
import { LEAST_BASE, type Measure } from "./type.ts";

/** A rectangle of paper that text runs down: a side of a card, or a quarter of a folded sheet. */
export interface Panel {
  readonly width: number;
  readonly height: number;
  /** The largest base, in points, where there is little to say. */
  readonly most: number;
  /** Distance of two baselines, in ems. */
  readonly leading: number;
  /** Where the text stands that does not fill the panel. */
  readonly align: "top" | "middle";
  /** Lines to write on, at most, where there is room. */
  readonly writing: number;
  /** Kind lines may stand in a table. */
  readonly table: boolean;
}

/** A piece in its place; `top` counts from the top of the panel. */
export interface PlacedPiece extends SetPiece {
  readonly top: number;
}

export interface Filled {
  /** Type size of an if-then, in points. */
  readonly base: number;
  /** Where the kind lines begin beside their issue, in points; null where they run on behind it. */
  readonly lineColumn: number | null;
  readonly placed: readonly PlacedPiece[];
  readonly leftOut: readonly Piece[];
  readonly shortened: readonly Piece[];
}

/** What is kept first when there is not room for everything. */
const RANK: readonly string[] = [
  "foot0",
  "words0",
  "note0",
  "plan1",
  "help0",
  "plan2",
  "line1",
  "goal0",
  "plan3",
  "breath0",
  "line2",
  "focus0",
  "line3",
  "line4",
  "line5",
  "quote0",
];
/** The most of a panel's height that one piece may take, so that a long one does not drive out all others. */
const SHARE: Readonly<Record<PieceKind, number>> = {
  words: 0.3,
  goal: 0.28,
  focus: 0.25,
  plan: 0.6,
  line: 0.3,
  breath: 0.25,
  help: 0.25,
  quote: 0.35,
  note: 0.3,
  foot: 1,
};
/** Nothing longer is tried: it has no place on any size. */
const LONGEST = 900;

/** Space above a piece, in bases, by what stands before it. */
function gap(before: PieceKind, kind: PieceKind, table: boolean): number {
  if (before === kind) return kind === "plan" ? 0.52 : table ? 0.36 : 0.22;
  if (kind === "foot") return 0.1;
  if (before === "words") return 0.55;
  if (kind === "focus") return 0.25;
  if (before === "breath" && kind === "help") return 0.12;
  if (kind === "quote") return 0.6;
  return 0.7;
}

interface Stack {
  readonly set: readonly SetPiece[];
  readonly lineColumn: number | null;
  readonly gaps: readonly number[];
  /** Of the pieces alone, and of the gaps between them. */
  readonly solid: number;
  readonly space: number;
}

function stack(pieces: readonly Piece[], panel: Panel, base: number, measure: Measure): Stack {
  const setting = { width: panel.width, base, leading: panel.leading, measure };
  const column = panel.table ? lineColumn(pieces, setting) : null;
  const set = pieces.map((piece) => setPiece(piece, { ...setting, lineColumn: column }));
  const gaps = pieces.map((piece, at) => {
    const before = pieces[at - 1];
    return before === undefined ? 0 : gap(before.kind, piece.kind, column !== null) * base;
  });
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return { set, lineColumn: column, gaps, solid: sum(set.map(({ height }) => height)), space: sum(gaps) };
}

/** Gaps shrink to this part of their size before a piece is left out, and grow to that many times before room stays white. */
const LEAST_STRETCH = 0.75;
const MOST_STRETCH = 2.1;

function fits(pieces: readonly Piece[], panel: Panel, base: number, measure: Measure): boolean {
  const { solid, space } = stack(pieces, panel, base, measure);
  return solid + space * LEAST_STRETCH <= panel.height;
}

/** The piece whole or shortened, as it fits its share of the panel; null where neither does. */
function bounded(piece: Piece, panel: Panel, measure: Measure): Piece | null {
  const room = panel.height * SHARE[piece.kind];
  const forms = [piece, ...piece.shorter.map((texts): Piece => ({ ...piece, texts, shorter: [] }))];
  const found = forms.find(
    ({ kind, number, texts }) =>
      texts.join("").length <= LONGEST &&
      fits([{ kind, number, texts, shorter: [] }], { ...panel, height: room }, LEAST_BASE, measure),
  );
  return found ?? null;
}

function rankOf({ kind, number }: Piece): number {
  const at = RANK.indexOf(`${kind}${number}`);
  return at === -1 ? RANK.length : at;
}

interface Kept {
  readonly kept: readonly Piece[];
  readonly leftOut: readonly Piece[];
  readonly shortened: readonly Piece[];
}

/** Takes pieces by rank as long as all taken fit at the smallest base; keeps the order in which they are read. */
function keep(pieces: readonly Piece[], panel: Panel, measure: Measure): Kept {
  const chosen = new Map<Piece, Piece>();
  const inOrder = (): readonly Piece[] => pieces.flatMap((piece) => chosen.get(piece) ?? []);
  for (const piece of pieces.toSorted((left, right) => rankOf(left) - rankOf(right))) {
    const form = bounded(piece, panel, measure);
    if (form === null) continue;
    chosen.set(piece, form);
    if (!fits(inOrder(), panel, LEAST_BASE, measure)) chosen.delete(piece);
  }
  return {
    kept: inOrder(),
    leftOut: pieces.filter((piece) => !chosen.has(piece)),
    shortened: pieces.filter((piece) => chosen.has(piece) && chosen.get(piece) !== piece),
  };
}

/** What a panel loses with these pieces: 0 where all fit, more for pieces of higher rank. */
export function costOfLeavingOut(pieces: readonly Piece[], panel: Panel, measure: Measure): number {
  const { leftOut, shortened } = keep(pieces, panel, measure);
  return leftOut.reduce((cost, piece) => cost + RANK.length + 1 - rankOf(piece), shortened.length);
}

/** Whether larger type costs nothing but room: the words keep to their line, the kind lines to their table. */
function asTidy(large: Stack, small: Stack): boolean {
  const wordLines = ({ set }: Stack): number => set.find(({ piece }) => piece.kind === "words")?.texts[0]?.length ?? 0;
  return (large.lineColumn === null) === (small.lineColumn === null) && wordLines(large) === wordLines(small);
}

/** By whole points first, then by quarters: fitting grows harder with every step, but for rounding. */
const STEPS = [1, 0.25] as const;

function largestBase(pieces: readonly Piece[], panel: Panel, measure: Measure): number {
  const least = stack(pieces, panel, LEAST_BASE, measure);
  const suits = (base: number): boolean => {
    const large = stack(pieces, panel, base, measure);
    return large.solid + large.space * LEAST_STRETCH <= panel.height && asTidy(large, least);
  };
  let found = LEAST_BASE;
  for (const step of STEPS) while (found + step <= panel.most && suits(found + step)) found += step;
  return found;
}

/** Kind lines in a table are told apart by a hairline in the gap above. */
function ruled(piece: SetPiece, before: SetPiece | undefined, space: number, panel: Panel): SetPiece {
  if (piece.piece.kind !== "line" || before?.piece.kind !== "line") return piece;
  const hairline = { kind: "hairline", x: 0, y: -space / 2 - 0.15, width: panel.width, height: 0.3 } as const;
  return { ...piece, shapes: [...piece.shapes, hairline] };
}

/** Room that is left above the foot becomes more lines to write on. */
function withMoreToWriteOn(foot: SetPiece, room: number, base: number, panel: Panel): SetPiece {
  const step = writingRoom(base) * 1.2;
  const more = Math.max(0, Math.min(panel.writing - 1, Math.floor(room / step)));
  const above = Array.from({ length: more }, (_, at) => at + 1);
  const [line] = foot.shapes;
  if (line === undefined) return foot;
  return { ...foot, shapes: [line, ...above.map((at) => ({ ...line, width: panel.width, y: line.y - step * at }))] };
}

function place({ set, lineColumn, gaps, solid, space }: Stack, panel: Panel, base: number): readonly PlacedPiece[] {
  const stretch = space === 0 ? 1 : Math.min(MOST_STRETCH, Math.max(LEAST_STRETCH, (panel.height - solid) / space));
  let y = panel.align === "middle" ? (panel.height - solid - space * stretch) / 2 : 0;
  return set.map((each, at) => {
    const above = (gaps[at] ?? 0) * stretch;
    const top = y + above;
    y = top + each.height;
    if (each.piece.kind !== "foot") return { ...(lineColumn === null ? each : ruled(each, set[at - 1], above, panel)), top };
    const bottom = panel.height - each.height;
    return { ...withMoreToWriteOn(each, bottom - top, base, panel), top: bottom };
  });
}

/**
 * Fills a panel: pieces are kept by rank, set in the largest type at which all kept ones fit, and given air.
 * Nothing reaches over the panel's edge.
 */
export function fillPanel(pieces: readonly Piece[], panel: Panel, measure: Measure): Filled {
  const { kept, leftOut, shortened } = keep(pieces, panel, measure);
  const base = largestBase(kept, panel, measure);
  const filled = stack(kept, panel, base, measure);
  return { base, lineColumn: filled.lineColumn, placed: place(filled, panel, base), leftOut, shortened };
}
