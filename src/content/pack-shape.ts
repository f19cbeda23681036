import { CONTROLS, RESPONSES, STAGES, SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { MESSAGES_SHAPE, MOMENTS_OF_QUOTATION } from "./areas.ts";
import type { Message, Phrasings, ReadyPlan } from "./content.ts";
import type { MapShape, RecordShape, Shape, TextShape } from "./shape.ts";
import type { ById } from "./source.ts";

/** The format that this program writes and reads. A pack that needs a later one says so in `version`. */
export const PACK_VERSION = 1;

/** A trigger of a pack: a new one, or other words for one that exists. */
export interface PackTrigger {
  readonly label?: string;
  readonly meaning?: string;
  readonly issue?: string;
  readonly stage?: string;
  readonly if?: string;
  readonly kind?: string;
  readonly scenes?: readonly string[];
  readonly plans?: readonly ReadyPlan[];
  readonly control?: string;
}

export interface PackLine {
  readonly triggers?: readonly string[];
  readonly text: string;
  readonly if?: string;
  readonly then?: string;
  readonly starter?: true;
}

export interface PackQuotation {
  readonly text: string;
  readonly author: string;
  readonly work: string;
  readonly use: string;
}

export interface PackResponse {
  readonly label?: string;
  readonly meaning?: string;
  readonly template?: string;
  readonly thens?: readonly string[];
}

export interface PackQuestion {
  readonly ask?: string;
  readonly help?: string;
  readonly hint?: string;
}

/** One pack, as it stands in its file. */
export interface Pack {
  /** Names its file too. */
  readonly name: string;
  readonly language: string;
  readonly author: string;
  readonly licence: string;
  readonly version?: number;
  readonly about?: string;
  readonly triggers?: ById<PackTrigger>;
  readonly responses?: ById<PackResponse>;
  readonly lines?: ById<PackLine>;
  readonly quotations?: ById<PackQuotation>;
  /** By flow and field: `reflect: { strength: … }`. */
  readonly questions?: ById<ById<PackQuestion>>;
  /** By area and name: `home: { title: … }`. */
  readonly messages?: ById<ById<Message>>;
  readonly phrasings?: Phrasings;
}

/** The parts of a pack that hold content. */
export const SECTIONS = ["triggers", "responses", "lines", "quotations", "questions", "messages", "phrasings"] as const;

/** What a trigger that does not exist yet has to bring. */
export const NEW_TRIGGER = ["label", "meaning", "if"] as const;

export const PACK_NAME: readonly [RegExp, string] = [
  /^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z][a-z0-9-]{0,39}$/,
  "small letters, digits and -, beginning with a letter, at most 40",
];
const LANGUAGE: readonly [RegExp, string] = [
  /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/,
  "a language tag like en or en-GB",
];
export const ID: readonly [RegExp, string] = [
  /^(?!(?:own|more|none|constructor|prototype)$)[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{Nd}_-]{0,99}$/u,
  "small letters, digits, _ and -, beginning with a letter, at most 100",
];
const PLAN_PART: readonly [RegExp, string] = [/^(?![Ii]f\s).*[^.,;:]$/s, "words without If before and without a stop at the end"];

const text = (columns: number): TextShape => ({ type: "text", columns });
const spoken = (columns: number): TextShape => ({ type: "text", columns, values: true });
const planPart = (columns: number): TextShape => ({ type: "text", columns, like: PLAN_PART });
const oneOf = (of: readonly string[]): TextShape => ({ type: "text", of });
const list = (of: Shape, least: number, most: number): Shape => ({ type: "list", of, least, most });
const open = (of: Shape): MapShape => ({ type: "map", like: ID, of });
const allOptional = (keys: Readonly<Record<string, Shape>>): RecordShape => ({ type: "record", keys, optional: Object.keys(keys) });

/** Bounds are wider than the built-in content's: people pass on their own words. */
const TRIGGER = allOptional({
  label: text(40),
  meaning: text(60),
  issue: text(20),
  stage: oneOf(STAGES),
  if: planPart(80),
  kind: text(80),
  scenes: list(text(140), 1, 12),
  plans: list({ type: "record", keys: { response: oneOf(RESPONSES), then: planPart(140) } }, 1, 3),
  control: oneOf(CONTROLS),
});

const line = (triggers: readonly string[]): RecordShape => ({
  type: "record",
  keys: {
    triggers: list(oneOf(triggers.filter((id) => id !== SUPPORT_TRIGGER)), 0, 18),
    text: text(140),
    if: planPart(80),
    then: planPart(140),
    starter: { type: "mark" },
  },
  optional: ["triggers", "if", "then", "starter"],
});

/** No quotation where someone was hurt. */
const quotation = (triggers: readonly string[]): RecordShape => ({
  type: "record",
  keys: {
    text: text(240),
    author: text(60),
    work: text(80),
    use: oneOf([...triggers.filter((id) => id !== SUPPORT_TRIGGER && id !== "personal_insult"), ...MOMENTS_OF_QUOTATION]),
  },
});

/**
 * What a pack looks like.
 * @param triggers ids that its lines, quotations and phrasings may name: the built-in ones and its own
 */
export function packShape(triggers: readonly string[]): RecordShape {
  return {
    type: "record",
    keys: {
      name: { type: "text", like: PACK_NAME },
      language: { type: "text", like: LANGUAGE },
      author: text(80),
      licence: text(80),
      version: { type: "number", from: 1, to: PACK_VERSION },
      about: text(140),
      triggers: open(TRIGGER),
      responses: open(allOptional({ label: text(40), meaning: text(80), template: spoken(140), thens: list(planPart(140), 3, 3) })),
      lines: open(line(triggers)),
      quotations: open(quotation(triggers)),
      questions: { type: "map", of: { type: "map", of: allOptional({ ask: spoken(120), help: { type: "text", values: true }, hint: spoken(140) }) } },
      messages: { type: "map", of: MESSAGES_SHAPE },
      phrasings: { type: "map", of: list(text(200), 1, 2000) },
    },
    optional: ["version", "about", ...SECTIONS],
  };
}
