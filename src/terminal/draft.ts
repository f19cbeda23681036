import type { Answer, Answers, Typed } from "../conversations/question.ts";
import { questionAt } from "../conversations/walk.ts";
import type { InterviewOptions } from "./interview.ts";
import { withoutHalfCards } from "../reflection/identifying/hold.ts";
import { settledText } from "./settled.ts";
import { LEFT, type State, typedIn } from "./state.ts";

type Mask = (text: string) => string;

export interface SoFar {
  readonly answers: Answers;
  readonly typed: Typed | null;
}

/** The answers, with what is picked and not sent yet as if it were answered. */
function answersSoFar(state: State): Answers {
  if (state.outcome !== null) return state.answers;
  if (state.waiting !== null) return { ...state.answers, [state.at]: state.waiting };
  const picking = questionAt(state).kind === "choices" && state.picked.length > 0;
  return picking ? { ...state.answers, [state.at]: state.picked } : state.answers;
}

function masked(answer: Answer | null, mask: Mask): Answer | null {
  if (typeof answer === "string") return mask(answer);
  return Array.isArray(answer) ? (answer as readonly string[]).map(mask) : answer;
}

/** The answers with every text masked. */
function maskedAnswers(answers: Answers, mask: Mask): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, masked(answer, mask)]));
}

/** What of half-typed words may be kept. */
function halfTyped(text: string, caret: number, mask: Mask): string {
  return withoutHalfCards(mask(settledText(text, caret)));
}

/** What was not sent at questions that were left by Esc stands among the answers under names of their own. */
function leftWords(state: State, mask: Mask): Answers {
  const kept = (left: State["left"][string]): Answer =>
    typeof left === "string" ? halfTyped(left, left.length, mask) : left.map(mask);
  return Object.fromEntries(Object.entries(state.left).map(([id, left]) => [LEFT + id, kept(left)]));
}

/** Everything that would be lost if the conversation ended now. */
export function draftOf(state: State, mask: Mask = (text) => text): SoFar {
  if (state.outcome === "done") return { answers: maskedAnswers(state.answers, mask), typed: null };
  const answers = { ...maskedAnswers(answersSoFar(state), mask), ...leftWords(state, mask) };
  if (state.outcome !== null) return { answers, typed: null };
  const text = halfTyped(typedIn(state), state.field.caret, mask);
  const asking = text !== "" || answers[state.at] !== undefined;
  return { answers, typed: asking ? { question: state.at, text } : null };
}

/** Hands over drafts, each only where something is new in it. */
export class DraftKeeper {
  private readonly options: Pick<InterviewOptions, "onDraft" | "mask">;
  private draft: string;
  private answers: string;

  constructor(options: Pick<InterviewOptions, "onDraft" | "mask">, first: State) {
    this.options = options;
    const { answers, typed } = draftOf(first);
    this.draft = JSON.stringify({ answers, typed });
    this.answers = JSON.stringify(answers);
  }

  /** Gives what there is, and keeps it where it differs from the time before. */
  keep(state: State): SoFar {
    const soFar = draftOf(state, this.options.mask);
    const draft = JSON.stringify(soFar);
    const answers = JSON.stringify(soFar.answers);
    const because = answers === this.answers ? "typed" : "answered";
    if (draft !== this.draft) this.options.onDraft?.(soFar.answers, soFar.typed, because);
    this.draft = draft;
    this.answers = answers;
    return soFar;
  }
}
