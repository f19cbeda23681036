import {
  CHANNELS,
  CONTROLS,
  CUSTOMER_OUTCOMES,
  FEELINGS,
  GRADES,
  HABITS,
  NEEDS,
  PLAN_USES,
  REACTIONS,
  RESPONSES,
  STAGES,
  SUPPORT_TRIGGER,
  TRIGGERS,
  WIN_TYPES,
  WIN_WHO,
} from "../reflection/vocabulary.ts";
import type { MapShape, RecordShape, Shape, TextShape } from "./shape.ts";

/** After what a closing sentence is said: `steady` after a case met the way one wants, `support` after a threat. */
const MOMENTS_OF_CLOSING = [
  "reflect",
  "steady",
  "win",
  "start",
  "end",
  "rehearse",
  "review",
  "support",
] as const;

/** Moments that a quotation can stand for, beside triggers. */
export const MOMENTS_OF_QUOTATION = ["preshift", "win", "shift_end"] as const;

/** No quotation where someone was hurt. */
const WITHOUT_QUOTATION: readonly string[] = [SUPPORT_TRIGGER, "personal_insult"];

const SCALES = {
  strength: ["0", "4", "7", "10"],
  held: ["1", "2", "3", "4", "5"],
  carry: ["0", "1", "2", "3"],
  energy: ["1", "2", "3", "4", "5"],
  wantIt: ["1", "2", "3", "4", "5"],
} as const;

/** Ready answers that no field of an entry names. */
const READY = {
  words: [
    "calm",
    "fair",
    "clear",
    "kind",
    "patient",
    "honest",
    "warm",
    "steady",
    "helpful",
    "curious",
    "careful",
    "cheerful",
  ],
  aside: ["family", "health", "money", "home", "work", "other"],
  lens: ["theirSide", "teammate", "nothing"],
  ease: ["breath", "person", "stop"],
  helped: ["plan", "breath", "teammate", "break", "sleep_food"],
  length: ["down", "win", "hard"],
  hours: ["days", "nights", "mixed"],
} as const;

const ID: readonly [RegExp, string] = [/^[a-z][a-z0-9_-]{0,39}$/, "small letters, digits, _ and -, at most 40"];
const NAME: readonly [RegExp, string] = [/^[a-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*$/, "a name like howHard"];
const COUNTRY: readonly [RegExp, string] = [/^(?:[A-Z]{2}|world)$/, "two capitals (ISO 3166), or world"];
/** A part of a plan goes into "If …, then I will ….", which brings its own full stop. */
const PLAN_PART: readonly [RegExp, string] = [/[^.,;:]$/, "words without a stop at the end"];

const text = (columns: number): TextShape => ({ type: "text", columns });
const spoken = (columns: number): TextShape => ({ type: "text", columns, values: true });
const prose: TextShape = { type: "text" };
const oneOf = (of: readonly string[]): TextShape => ({ type: "text", of });
const planPart = (columns: number): TextShape => ({ type: "text", columns, like: PLAN_PART });
const list = (of: Shape, least: number, most = Infinity): Shape => ({ type: "list", of, least, most });
const byId = (ids: readonly string[], of: Shape): MapShape => ({ type: "map", ids, of });
const record = (keys: Readonly<Record<string, Shape>>, ...optional: readonly string[]): RecordShape => ({
  type: "record",
  keys,
  optional,
});

const label = text(28);

/** The shapes that packs share with the built-in content. */
export const TRIGGER_SHAPE = record(
  {
    label,
    issue: text(14),
    meaning: text(40),
    stage: oneOf(STAGES),
    if: planPart(36),
    kind: text(57),
    scenes: list(text(72), 3),
    plans: list(record({ response: oneOf(RESPONSES), then: planPart(66) }), 0, 3),
    control: oneOf(CONTROLS),
  },
  "scenes",
  "plans",
  "control",
);
export const LINE_SHAPE = (triggers: readonly string[]): RecordShape =>
  record(
    {
      triggers: list(oneOf(triggers.filter((id) => id !== SUPPORT_TRIGGER)), 0),
      text: text(60),
      if: planPart(40),
      then: planPart(66),
      starter: { type: "mark" },
    },
    "triggers",
    "if",
    "then",
    "starter",
  );
export const RESPONSE_SHAPE = record({ label, meaning: text(60), template: spoken(66), thens: list(planPart(66), 3, 3) });
export const QUOTATION_SHAPE = (triggers: readonly string[]): RecordShape =>
  record({
    text: text(140),
    author: text(40),
    work: text(48),
    use: oneOf([...triggers.filter((id) => !WITHOUT_QUOTATION.includes(id)), ...MOMENTS_OF_QUOTATION]),
  });
export const QUESTION_SHAPE = record({ ask: spoken(66), help: { ...prose, values: true }, hint: spoken(72) }, "hint");
export const MESSAGES_SHAPE: MapShape = {
  type: "map",
  like: NAME,
  of: {
    type: "textOrMap",
    text: { ...prose, values: true },
    map: { type: "map", of: { ...prose, values: true } },
  },
};
export const PHRASINGS_SHAPE = (triggers: readonly string[], least: number): MapShape =>
  byId(triggers, list(text(160), least));

const SUPPORT_SHAPE = record({
  lead: prose,
  steps: list(text(80), 2),
  talk: text(40),
  people: list(
    record({ country: { type: "text", like: COUNTRY }, place: text(20), name: text(48), contact: text(40) }),
    1,
  ),
  selfHarm: prose,
  selfHarmWords: list(text(40), 1),
  threatWords: list(text(40), 1),
});

const SAMPLE_SHAPE = record({
  goal: text(72),
  words: list(text(20), 3, 3),
  contact: text(40),
  plans: byId(["saying_no", "rude_tone", "already_angry"], record({ if: planPart(36), then: planPart(66) })),
  reminders: record({
    first_breath: record({ if: planPart(36), line: text(60) }),
    listening: record({ if: planPart(36), then: planPart(66), line: text(60) }),
  }),
  cases: { type: "map", like: NAME, of: text(90) },
  full: {
    type: "map",
    like: NAME,
    of: record(
      { thought: text(90), theirSide: text(90), teammate: text(90), line: text(60) },
      "thought",
      "theirSide",
      "teammate",
      "line",
    ),
  },
  wins: { type: "map", like: NAME, of: record({ what: text(90), why: text(90) }, "why") },
  starts: record({ helped: list(text(90), 1), customersDay: list(text(90), 1), intentions: list(text(40), 1) }),
  learned: list(text(90), 1),
  note: text(90),
  review: record({ better: text(90), raise: text(90), focus: text(60) }),
});

const CHOICES_SHAPE: RecordShape = record({
  planUse: byId(PLAN_USES, text(40)),
  control: byId(CONTROLS, text(40)),
  customer: byId(CUSTOMER_OUTCOMES, label),
  who: byId(WIN_WHO, label),
  type: byId(WIN_TYPES, text(40)),
  grade: byId(GRADES, label),
  ...Object.fromEntries(Object.entries(SCALES).map(([field, ids]) => [field, byId(ids, text(20))])),
  ...Object.fromEntries(Object.entries(READY).map(([field, ids]) => [field, byId(ids, text(40))])),
});

const open = (of: Shape): MapShape => ({ type: "map", like: ID, of });

/** The shape of each file of a language folder, by its name without `.yaml`. */
export const AREAS = {
  triggers: byId(TRIGGERS, TRIGGER_SHAPE),
  phrasings: PHRASINGS_SHAPE(TRIGGERS, 12),
  reactions: byId(REACTIONS, record({ label, tend: text(24), meaning: text(60) }, "meaning")),
  feelings: byId(FEELINGS, text(16)),
  stages: byId(STAGES, record({ label, heading: label, where: text(34), when: text(40) })),
  channels: byId(CHANNELS, label),
  responses: byId(RESPONSES, RESPONSE_SHAPE),
  habits: byId(HABITS, record({ label, meaning: text(60), examples: list(text(60), 4), instead: text(60) })),
  needs: byId(NEEDS, label),
  choices: CHOICES_SHAPE,
  questions: { type: "map", like: NAME, of: { type: "map", like: NAME, of: QUESTION_SHAPE } },
  lines: open(LINE_SHAPE(TRIGGERS)),
  quotations: open(QUOTATION_SHAPE(TRIGGERS)),
  closings: byId(MOMENTS_OF_CLOSING, list(text(140), 6)),
  support: SUPPORT_SHAPE,
  sample: SAMPLE_SHAPE,
} as const satisfies Readonly<Record<string, Shape>>;

export type Area = keyof typeof AREAS;
