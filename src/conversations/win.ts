import type { Win } from "../reflection/entry.ts";
import { asked, hinted, plainOptions, type Script } from "./asked.ts";
import { careStep } from "./care.ts";
import type { Flow, Step } from "./flow.ts";
import type { Answers } from "./question.ts";

export type WinFields = Partial<Omit<Win, "kind" | "id" | "at" | "shift">>;

/**
 * What went well, why, and who was better off. `end` asks the same with questions of its own.
 * @param texts where the questions' words stand in the content: "win" or "end"
 */
export function winSteps(script: Script, texts: "win" | "end"): readonly Step[] {
  const hasWords = (answers: Answers): boolean => typeof answers["what"] === "string";
  return [
    {
      id: "what",
      question: () => ({ kind: "text", ...hinted(script, `${texts}.what`, "what"), skippable: texts === "end" }),
      fold: ({ what }) =>
        typeof what === "string" ? { label: script.say("reflect.fold.win"), text: what, short: what } : null,
    },
    careStep(script, ["what", "why"]),
    {
      id: "why",
      when: hasWords,
      question: () => ({ kind: "text", ...hinted(script, `${texts}.why`, "why"), skippable: true }),
      fold: ({ why }) =>
        typeof why === "string" ? { label: script.say("reflect.fold.why"), text: why, short: why } : null,
    },
    {
      id: "who",
      when: hasWords,
      question: () => ({
        kind: "choice",
        ...asked(script, `${texts}.who`, "who"),
        options: plainOptions(script.content.choices["who"]),
        layout: "beside",
        skippable: true,
      }),
    },
  ];
}

/** Something that went well, in three questions. */
export function winConversation(script: Script): Flow {
  return { id: "win", progress: false, steps: winSteps(script, "win") };
}

/** The fields of a win from its answers; null where nothing was said. */
export function winFrom(answers: Answers): WinFields | null {
  const { what, why, who } = answers;
  if (typeof what !== "string") return null;
  return { what, ...(typeof why === "string" ? { why } : {}), ...(typeof who === "string" ? { who } : {}) };
}
