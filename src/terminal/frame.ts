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

/** Cuts the parts to the rows of a terminal, so that the question and its caret always stay in sight. */
export function fit(parts: Parts, rows: number): Frame {
  const room = Math.max(1, rows - 1);
  const body = windowOf(parts.body, parts.focus, Math.max(LEAST_BODY, room - parts.head.length - parts.foot.length));
  const core = [...parts.head, ...body, ...parts.foot];
  const left = Math.max(0, room - core.length);
  const evidence = left === 0 ? [] : parts.evidence.slice(-left);
  const spare = left - evidence.length;
  const above = [...(spare === 0 ? [] : parts.folds.slice(-spare)), ...evidence];
  const all = [...above, ...core];
  const caretRow = above.length + parts.caret.row;
  const start = all.length <= room ? 0 : Math.min(Math.max(0, caretRow - 1), all.length - room);
  return {
    spill: parts.evidence.slice(0, parts.evidence.length - evidence.length),
    lines: all.slice(start, start + room),
    caret: { row: caretRow - start, column: parts.caret.column },
  };
}
