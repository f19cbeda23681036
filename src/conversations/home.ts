import type { Say } from "../content/message.ts";
import type { Flow } from "./flow.ts";
import { type ChoiceQuestion, MORE, type Option } from "./question.ts";

export interface HomeAsking {
  readonly options: readonly Option[];
  readonly default: string | null;
  /** What stands over the choices. */
  readonly drawn: (columns: number) => readonly string[];
  /** Behind the choice "more". */
  readonly more: readonly Option[];
  readonly say: Say;
}

/** The choice that opens `more`. */
const OTHERS = "others";

/** The column at which Enter and the notes stand. */
const NOTES_AT = 38;

function leaving(say: Say): Pick<ChoiceQuestion, "kind" | "hint" | "aloud" | "skippable"> {
  return { kind: "choice", hint: say("home.leave"), aloud: "", skippable: false };
}

/** What to do now; its answers are `home`, and `more` where something behind it was chosen. */
export function homeConversation({ options, default: usual, drawn, more, say }: HomeAsking): Flow {
  // An option called "more" would open the whole list of a question: see `MORE`.
  const own = options.map((option) => (option.id === MORE ? { ...option, id: OTHERS } : option));
  return {
    id: "home",
    progress: false,
    steps: [
      {
        id: "home",
        question: () => ({
          ...leaving(say),
          id: "home",
          text: "home.choose",
          ask: "",
          askAloud: say("home.ask"),
          drawn,
          options: own,
          notesAt: NOTES_AT,
          ...(usual === null ? {} : { default: usual }),
        }),
      },
      {
        id: "more",
        when: ({ home }) => home === OTHERS,
        question: () => ({ ...leaving(say), id: "more", text: "home.choose", ask: say("home.moreAsk"), options: more, spaced: true, hint: "" }),
      },
    ],
  };
}
