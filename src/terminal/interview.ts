import type { Say } from "../content/message.ts";
import type { Flow } from "../conversations/flow.ts";
import type { Answers, Typed } from "../conversations/question.ts";
import type { Editing } from "./editing.ts";
import { nextUnanswered } from "../conversations/walk.ts";
import { begin } from "./state.ts";
import type { StopSignal, Terminal } from "./terminal.ts";

export interface InterviewOptions {
  readonly flow: Flow;
  /** What was answered before, by question id. */
  readonly answers?: Answers;
  /** What was half-typed when it was broken off. */
  readonly typed?: Typed | null;
  readonly terminal: Terminal;
  readonly say: Say;
  /** What `?` explains, by the question's id in the content. Empty where there is nothing to explain. */
  readonly help: (text: string) => string;
  /**
   * Called before the next question shows, and at every key that changed something. `typed` has no run of digits that
   * may still grow: see `settledText`.
   */
  readonly onDraft?: (answers: Answers, typed: Typed | null, because: "answered" | "typed") => void;
  /** Takes out of words what must not be kept. */
  readonly mask?: (text: string) => string;
  readonly editing?: Editing | null;
  /** Goes on with what was begun: where it is read aloud, the keys were named already. */
  readonly goesOn?: true;
  /** After so many milliseconds without a key the words leave the screen. */
  readonly idleMs?: number;
}

export type Outcome =
  | { readonly type: "done"; readonly answers: Answers }
  /** Esc at the first question. */
  | { readonly type: "left"; readonly answers: Answers; readonly typed: Typed | null }
  | { readonly type: "stopped"; readonly answers: Answers; readonly typed: Typed | null; readonly signal: StopSignal };

/**
 * Asks the questions of a flow on a terminal.
 *
 * It resolves when all are answered, when the person leaves at the first one, or when they or a signal stop it; what was
 * answered and typed is given back each time, the questions have left the screen and the terminal's modes are as they
 * were. It rejects only with what `onDraft` throws.
 */
export async function interview(options: InterviewOptions): Promise<Outcome> {
  const first = begin(options.flow, options.answers ?? {}, options.typed);
  if (first === null) return { type: "done", answers: nextUnanswered(options.flow, options.answers ?? {}).answers };
  if (options.terminal.plain) {
    const { PlainInterview } = await import("./plain-interview.ts");
    return new PlainInterview(options, first).run();
  }
  const { PaintedInterview } = await import("./painted-interview.ts");
  return new PaintedInterview(options, first).run();
}
