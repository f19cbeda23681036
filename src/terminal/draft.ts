import type { Answers, Typed } from "../conversations/question.ts";
import { questionAt } from "../conversations/walk.ts";
import { settledText } from "./settled.ts";
import type { State } from "./state.ts";

type Mask = (text: string) => string;

/** The answers, with what is picked and not sent yet as if it were answered. */
function answersSoFar(state: State): Answers {
  if (state.outcome !== null) return state.answers;
  if (state.waiting !== null) return { ...state.answers, [state.at]: state.waiting };
  const picking = questionAt(state).kind === "choices" && state.picked.length > 0;
  return picking ? { ...state.answers, [state.at]: state.picked } : state.answers;
}

/** Everything that would be lost if the conversation ended now. */
export function draftOf(state: State, mask: Mask): { readonly answers: Answers; readonly typed: Typed | null } {
  const answers = maskedAnswers(answersSoFar(state), mask);
  if (state.outcome !== null) return { answers, typed: null };
  const text = mask(settledText(state.field.text, state.field.caret));
  const asking = text !== "" || answers[state.at] !== undefined;
  return { answers, typed: asking ? { question: state.at, text } : null };
}

/** The answers with every text masked. */
export function maskedAnswers(answers: Answers, mask: Mask): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, typeof answer === "string" ? mask(answer) : answer]));
}
