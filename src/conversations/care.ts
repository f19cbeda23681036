import type { CountryHelp, SupportText } from "../content/content.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Script } from "./asked.ts";
import type { Step } from "./flow.ts";
import type { Answers, Line } from "./question.ts";

export type Concern = "selfHarm" | "threat";

/** So many countries, the first of the language's list, are shown where the person's own is not known. */
const MOST_USUAL = 3;
const ANYWHERE = "world";

function plainWords(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u2019'`\u00b4\p{M}]/gu, "");
  return ` ${letters.replace(/[^\p{L}\p{Nd}]+/gu, " ").trim()} `;
}

/** Whether words name self-harm, or a threat, hate or sexual harassment. Compared here, kept nowhere. */
export function concernIn(text: string, support: Pick<SupportText, "selfHarmWords" | "threatWords">): Concern | null {
  const words = plainWords(text);
  const named = (phrases: readonly string[]): boolean => phrases.some((phrase) => words.includes(plainWords(phrase)));
  if (named(support.selfHarmWords)) return "selfHarm";
  return named(support.threatWords) ? "threat" : null;
}

function contacts(script: Pick<Script, "country">, people: readonly CountryHelp[]): readonly (readonly string[])[] {
  const { country } = script;
  const known = country !== null && people.some((help) => help.country === country);
  const wanted = known ? [country] : people.slice(0, MOST_USUAL).map((help) => help.country);
  const near = people.filter((help) => wanted.includes(help.country));
  const shared = [...new Set(near.map(({ contact }) => contact))];
  const anywhere = people.filter((help) => help.country === ANYWHERE).map(({ contact }) => contact);
  const places = (contact: string): string =>
    near.flatMap((help) => (help.contact === contact ? [help.place] : [])).join(", ");
  return [shared.map((contact) => `${contact} (${places(contact)})`), anywhere];
}

/** The people who can be called, as one line. */
export function talkLine(script: Pick<Script, "country">, support: SupportText): Line {
  return { item: support.talk, parts: contacts(script, support.people) };
}

/** What is said after a threat, hate or sexual words: it is not about skill, what may be done, whom to talk to. */
export function threatLines(script: Pick<Script, "country">, support: SupportText): readonly Line[] {
  return [support.lead, "", ...support.steps.map((item) => ({ item })), talkLine(script, support)];
}

function selfHarmLines(script: Script, support: SupportText): readonly Line[] {
  return [support.selfHarm, "", talkLine(script, support)];
}

/** The words among the answers in which a concern may be named. */
function wordsOf(answers: Answers, fields: readonly string[]): string {
  return fields
    .map((field) => answers[field])
    .filter((answer) => typeof answer === "string")
    .join("\n");
}

/**
 * A kind text where self-harm or a threat is named in one of these fields. Any key goes on; nothing of it is kept, and
 * nothing is asked.
 */
export function careStep(script: Script, fields: readonly string[]): Step {
  const concern = (answers: Answers): Concern | null => {
    const words = wordsOf(answers, fields);
    const found = words === "" ? null : concernIn(words, script.deep().support);
    return found === "threat" && answers["trigger"] === SUPPORT_TRIGGER ? null : found;
  };
  return {
    id: "care",
    within: true,
    when: (answers) => concern(answers) !== null,
    question: (answers) => {
      const { support } = script.deep();
      const lines = concern(answers) === "threat" ? threatLines(script, support) : selfHarmLines(script, support);
      const [first, ...more] = lines;
      return {
        kind: "pause",
        id: "care",
        text: "reflect.care",
        ask: typeof first === "string" ? first : "",
        under: more,
        alone: true,
        skippable: true,
      };
    },
  };
}
