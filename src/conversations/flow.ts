/*
 * Conversations are data: a flow is a list of steps, a step is a question and when it is asked. Nothing here reads a
 * key, a clock or the journal; `terminal/interview.ts` asks any flow, on a screen or read aloud, and gives the answers.
 *
 * To add a question to a conversation:
 *   1. its words in content/<language>/questions.yaml, under the flow and the field: ask, help, and a hint if it needs one;
 *   2. its field in reflection/schema.ts (and entry.ts), if its answer is kept in the entry;
 *   3. a step in the flow, at the place where it is asked:
 *        { id: "channel", question: () => ({ kind: "choice", ...asked(context, "reflect.channel", "channel"),
 *          options: plainOptions(context.content.channels), skippable: true }) }
 * The step's id is the field of the entry: `reflectionFrom` takes over every answer whose id is one. Keys, going back,
 * drafts, the line it folds to (`fold`), the numbers, narrow screens and screen readers come with the kind of question.
 * Sentences that stand beside it belong in content/<language>/messages/reflect.yaml.
 */

import type { Answers, Fold, Question } from "./question.ts";

/** One question's place in a conversation. */
export interface Step {
  readonly id: string;
  /** Asked only where this holds. Left out: always. */
  readonly when?: (answers: Answers) => boolean;
  /** The question as it stands after these answers. */
  readonly question: (answers: Answers) => Question;
  /** How its answer folds to a line. Left out: it leaves no line. */
  readonly fold?: (answers: Answers) => Fold | null;
  /** Belongs to the question before it and shares its number. */
  readonly within?: true;
  /** Answered by its default without being shown; Esc at the next question opens it. */
  readonly folded?: true;
  /** The numbers begin anew here: another conversation than it looked. */
  readonly restart?: true;
  /** Answers that no longer hold once this one changes. */
  readonly resets?: readonly string[];
}

/** What is said over the first question: on a wide screen, on a narrow one (a line each), and read out. */
export interface Intro {
  readonly wide: string;
  readonly narrow: readonly string[];
  readonly aloud: string;
}

/** A conversation as data: its steps in the order in which they are asked. */
export interface Flow {
  readonly id: string;
  /** Said over the first question while nothing is typed. */
  readonly intro?: Intro;
  readonly steps: readonly Step[];
  /** Whether it is known how many questions there will be. Left out: it is. */
  readonly totalKnown?: (answers: Answers) => boolean;
  /** How many there will most likely be, for those who cannot see that it is open; null where nobody knows. */
  readonly likelyTotal?: (answers: Answers) => number | null;
  /** Left out: "2 of 6" is shown. */
  readonly progress?: false;
}
