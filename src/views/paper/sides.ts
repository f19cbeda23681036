import { costOfLeavingOut, fillPanel, type Filled, type Panel } from "./panel.ts";
import type { Piece, PieceKind } from "./pieces.ts";
import type { PaperSize } from "./sizes.ts";
import { remembering, type Measure } from "./type.ts";

/** A panel of the card, filled. */
export interface Side extends Filled {
  /** From 0. */
  readonly page: number;
  /** Top left of the panel on its page, in points. */
  readonly x: number;
  readonly y: number;
  readonly panel: Panel;
  /** Printed upside down, since the sheet is folded over. */
  readonly turned: boolean;
}

interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly turned: boolean;
  readonly panel: Panel;
}

/** Largest type of an if-then, in points, by size. */
const MOST = { wallet: 15, index: 16, a6: 18, a5: 26 } as const;

function whole(size: PaperSize, page: number, most: number): Place {
  const { width, height, margin } = size;
  const small = size.name === "wallet" || size.name === "index";
  const panel: Panel = {
    width: width - 2 * margin,
    height: height - 2 * margin,
    most,
    leading: small ? 1.15 : 1.22,
    align: "top",
    writing: 3,
    table: size.name !== "wallet",
  };
  return { page, x: margin, y: margin, turned: false, panel };
}

function fill(place: Place, pieces: readonly Piece[], measure: Measure): Side {
  return { ...place, ...fillPanel(pieces, place.panel, measure) };
}

function ofKind(pieces: readonly Piece[], ...kinds: readonly PieceKind[]): readonly Piece[] {
  return pieces.filter(({ kind }) => kinds.includes(kind));
}

/** With the goal and the focus behind the plans, so that they may stand on the back. */
function goalBehindPlans(pieces: readonly Piece[]): readonly Piece[] {
  const late = ofKind(pieces, "goal", "focus");
  const others = pieces.filter((piece) => !late.includes(piece));
  const at = others.findLastIndex(({ kind }) => kind === "plan") + 1;
  return at === 0 ? pieces : [...others.slice(0, at), ...late, ...others.slice(at)];
}

/** Where the front ends if nothing speaks against it: after the plans, or after half of the kind lines. */
function naturalSplit(pieces: readonly Piece[]): number {
  const lastPlan = pieces.findLastIndex(({ kind }) => kind === "plan");
  if (lastPlan !== -1) return lastPlan + 1;
  const firstLine = pieces.findIndex(({ kind }) => kind === "line");
  return firstLine === -1 ? 1 : firstLine + Math.ceil(ofKind(pieces, "line").length / 2);
}

interface Split {
  readonly front: readonly Piece[];
  readonly back: readonly Piece[];
  readonly cost: number;
}

function splits(pieces: readonly Piece[], panel: Panel, measure: Measure): readonly Split[] {
  const foot = pieces.length - 1;
  return [pieces, goalBehindPlans(pieces)].flatMap((order, variant) => {
    const natural = naturalSplit(order);
    const all = Array.from({ length: Math.max(1, foot) }, (_, at) => at + 1);
    return all.map((at): Split => {
      const front = order.slice(0, at);
      const back = order.slice(at);
      const lost = costOfLeavingOut(front, panel, measure) + costOfLeavingOut(back, panel, measure);
      return { front, back, cost: lost * 100 + Math.abs(at - natural) * 2 + variant };
    });
  });
}

/** Front and back, divided so that as little as possible is left out and the plans stand on the front. */
function frontAndBack(size: PaperSize, pieces: readonly Piece[], measure: Measure): readonly Side[] {
  const front = whole(size, 0, MOST.wallet);
  const best = splits(pieces, front.panel, measure).reduce((one, other) => (other.cost < one.cost ? other : one));
  return [fill(front, best.front, measure), fill({ ...front, page: 1 }, best.back, measure)];
}

/**
 * A sheet printed on one side that is folded twice, top behind bottom and then left behind right: the cover is the
 * quarter at the bottom right, and the two inner pages stand upside down in the upper half.
 */
function folded(size: PaperSize, pieces: readonly Piece[], measure: Measure): readonly Side[] {
  const { width, height, margin } = size;
  const panel = { width: width / 2 - 2 * margin, height: height / 2 - 2 * margin, leading: 1.22, table: true };
  const at = (column: 0 | 1, row: 0 | 1, most: number, align: Panel["align"]): Place => ({
    page: 0,
    x: (column * width) / 2 + margin,
    y: (row * height) / 2 + margin,
    turned: row === 0,
    panel: { ...panel, most, align, writing: 9 },
  });
  const lines = ofKind(pieces, "line");
  const plans = ofKind(pieces, "plan");
  const half = plans.length > 0 ? 0 : Math.ceil(lines.length / 2);
  return [
    fill(at(1, 1, 20, "middle"), ofKind(pieces, "words", "goal", "focus", "note"), measure),
    fill(at(1, 0, 19, "middle"), [...plans, ...lines.slice(0, half)], measure),
    fill(at(0, 0, 17, "middle"), lines.slice(half), measure),
    fill(at(0, 1, 17, "top"), ofKind(pieces, "breath", "help", "quote", "foot"), measure),
  ];
}

/** The card's sides on paper of a size, in the order in which they are read. */
export function cardSides(size: PaperSize, pieces: readonly Piece[], measure: Measure): readonly Side[] {
  const remembered = remembering(measure);
  if (size.name === "wallet") return frontAndBack(size, pieces, remembered);
  if (size.name === "letter") return folded(size, pieces, remembered);
  return [fill(whole(size, 0, MOST[size.name]), pieces, remembered)];
}
