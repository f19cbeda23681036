/** What is on the screen, top to bottom, and where the caret stands in it. */
export interface Frame {
  /** Lines that do not fit above the question: written once, and left to scroll away. */
  readonly spill: readonly string[];
  readonly lines: readonly string[];
  readonly caret: Caret;
}

export interface Caret {
  readonly row: number;
  readonly column: number;
}

/** The parts of a screen, from which as much is shown as there are rows. */
export interface Parts {
  /** Answered questions, each one line or more: the first to go. */
  readonly folds: readonly string[];
  /** What has to be read: where it does not fit, it is spilled. */
  readonly evidence: readonly string[];
  /** The question and its field. */
  readonly head: readonly string[];
  /** The choices, of which a window is shown where there are too many. */
  readonly body: readonly string[];
  /** The row of the body that must be seen. */
  readonly focus: number;
  readonly foot: readonly string[];
  /** Its row counts from the first of the head. */
  readonly caret: Caret;
}

const LEAST_BODY = 3;

function windowOf(lines: readonly string[], focus: number, room: number): readonly string[] {
  if (lines.length <= room) return lines;
  const start = Math.min(Math.max(0, focus - Math.floor(room / 2)), lines.length - room);
  return lines.slice(start, start + room);
}

/** Where to begin so that `room` lines hold the line at `row`, with as much of what follows it as possible. */
function startFor(row: number, lines: number, room: number): number {
  return lines <= room ? 0 : Math.min(Math.max(0, row - Math.floor(room / 2)), lines - room);
}

/**
 * Cuts the parts to the rows of a terminal. The question and its caret stay in sight; what is below them goes first,
 * then folds, then evidence, then choices far from the one the arrows stand on.
 */
export function fit(parts: Parts, rows: number): Frame {
  const room = Math.max(1, rows - 1);
  const least = parts.head.length + Math.min(LEAST_BODY, parts.body.length);
  const foot = least + parts.foot.length <= room ? parts.foot : [];
  const body = windowOf(parts.body, parts.focus, Math.max(0, room - parts.head.length - foot.length));
  const core = [...parts.head, ...body, ...foot];
  const left = Math.max(0, room - core.length);
  const evidence = left === 0 ? [] : parts.evidence.slice(-left);
  const spare = left - evidence.length;
  const above = [...(spare === 0 ? [] : parts.folds.slice(-spare)), ...evidence];
  const all = [...above, ...core];
  const caretRow = above.length + parts.caret.row;
  const start = startFor(caretRow, all.length, room);
  return {
    spill: parts.evidence.slice(0, parts.evidence.length - evidence.length),
    lines: all.slice(start, start + room),
    caret: { row: caretRow - start, column: parts.caret.column },
  };
}
