import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Content, Message, Trigger } from "../../src/content/content.ts";
import { dateWords } from "../../src/content/date-words.ts";
import { STAGES, TRIGGERS } from "../../src/reflection/vocabulary.ts";
import { loadPalettes, PLAIN_PALETTE } from "../../src/views/palette.ts";
import type { Style } from "../../src/views/style.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { telling, type Telling } from "../../src/views/telling.ts";

const MESSAGES = join(import.meta.dirname, "../../content/en/messages");

/** The real messages, `area.name`. */
export function realMessages(): Record<string, Message> {
  const files = readdirSync(MESSAGES).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(
    files.flatMap((name) =>
      Object.entries(parse(readFileSync(join(MESSAGES, name), "utf8")) as Record<string, Message>).map(
        ([key, message]) => [`${name.slice(0, -".yaml".length)}.${key}`, message] as const,
      ),
    ),
  );
}

/** Label, name on the card, and the line that tells it from its neighbours. */
const NAMED: Readonly<Record<string, readonly [label: string, issue: string, meaning: string]>> = {
  rude_tone: ["Shouting or rude words", "Rude words", "loud, mean or dirty words"],
  threat_harassment: ["Threats, hate or sexual words", "Threats", "words that make me feel unsafe"],
  saying_no: ["I had to say no", "Saying no", "they want what I cannot give"],
  already_angry: ["They came in angry", "Angry start", "loud before I said a word"],
  wont_listen: ["They did not listen", "Not listening", "they talk and talk over me"],
  my_mistake: ["I made a mistake", "My mistake", "it was me this time"],
  tools_process: ["Slow or broken tools", "Slow tools", "the system keeps us waiting"],
  team_mood: ["The team was low", "Team mood", "everyone around me is down"],
};

function trigger(id: (typeof TRIGGERS)[number]): Trigger {
  const [label, issue, meaning] = NAMED[id] ?? [`Label of ${id}`, `Issue ${id}`, `meaning of ${id}`];
  return { id, label, issue, meaning, stage: "limit_no", if: `if of ${id}`, plans: [], kind: "Kind." };
}

const STAGE_WORDS: Readonly<Record<string, readonly [heading: string, where: string]>> = {
  greeting: ["The call opens", "at the start"],
  limit_no: ["The answer is no", "when the answer is no"],
  wrap_up: ["After the call", "after the call"],
};

const TENDS: Readonly<Record<string, string>> = {
  tight_body: "go tight",
  took_personally: "take it to heart",
  rushed: "rush",
  argued: "argue back",
  gave_in: "give in",
  held_steady: "stay steady",
};

const labels = (items: Readonly<Record<string, string>>): { id: string; label: string }[] =>
  Object.entries(items).map(([id, label]) => ({ id, label }));

/** A small content with the names that the screens show, and the real messages. */
export const CONTENT: Content = {
  lang: "en",
  dates: dateWords("en"),
  triggers: TRIGGERS.map(trigger),
  reactions: Object.entries(TENDS).map(([id, tend]) => ({ id, label: `I did ${tend}`, tend })),
  feelings: labels({ angry: "angry", calm: "calm" }),
  stages: STAGES.map((id) => {
    const [heading, where] = STAGE_WORDS[id] ?? [`Heading of ${id}`, `where of ${id}`];
    return { id, label: heading, heading, where, when: `when ${id}` };
  }),
  channels: labels({ phone: "on the phone" }),
  responses: [{ id: "pause", label: "A pause", meaning: "one breath", template: "breathe", thens: [] }],
  habits: labels({ mind_reading: "Reading minds" }),
  needs: labels({ heard: "to be heard", fast: "to have it fast" }),
  choices: {
    planUse: labels({ used: "Yes, I used it", forgot: "It slipped my mind", not_needed: "No need, or no chance" }),
    control: labels({ mine: "mine to change", shared: "partly mine", not_mine: "not mine to change" }),
    customer: labels({ worse: "worse off", same: "much the same", better: "better off", unknown: "I do not know" }),
    who: labels({ customer: "the customer", team: "the team", me: "me", company: "the company" }),
    type: labels({ thanks: "someone said thanks" }),
    grade: labels({ forgot: "not yet", good: "yes" }),
    held: labels({ 1: "far off", 2: "not close", 3: "half way", 4: "close", 5: "just so" }),
    carry: labels({ 0: "nothing", 1: "a little", 2: "quite a lot", 3: "nearly all of it" }),
    energy: labels({ 1: "nearly empty", 2: "low", 3: "all right", 4: "good", 5: "full" }),
    wantIt: labels({ 1: "not really", 2: "a little", 3: "somewhat", 4: "a lot", 5: "very much" }),
    strength: labels({ 0: "not at all", 3: "some", 6: "a lot", 10: "the worst" }),
    helped: labels({ plan: "a plan", breath: "a breath" }),
    aside: labels({ family: "family" }),
  },
  questions: [],
  lines: ["a", "b", "c", "d", "e", "f", "but_twice", "h"].map((id) => ({ id, triggers: [], text: `Line ${id}.` })),
  quotations: [],
  closings: {},
  messages: realMessages(),
};

const PAINTED = (await loadPalettes())(2);

export interface StyleChoice {
  readonly width?: number;
  readonly ascii?: boolean;
  readonly colour?: boolean;
  readonly aloud?: boolean;
}

function styled({ width = 80, ascii = false, colour = false, aloud = false }: StyleChoice = {}): Style {
  return {
    width,
    palette: colour ? PAINTED : PLAIN_PALETTE,
    symbols: ascii ? ASCII_SYMBOLS : UNICODE_SYMBOLS,
    screenReader: aloud,
  };
}

/** Tells the sample content at 80 columns, or as chosen. */
export function tell(choice: StyleChoice = {}): Telling {
  return telling(CONTENT, styled(choice));
}

/** Every style a view has to be right in. */
export const EVERY_STYLE: readonly StyleChoice[] = [
  ...[20, 33, 40, 60, 80, 120].flatMap((width) => [{ width }, { width, ascii: true }, { width, aloud: true }]),
  { width: 20, colour: true },
  { width: 80, colour: true },
];

/** The text without its colours. */
export function unpainted(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, "");
}
