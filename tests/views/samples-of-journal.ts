import type { SupportText } from "../../src/content/content.ts";
import type { Card, Reminder, Review, ReviewWeek, Roadmap, Stop, StopEvidence } from "../../src/practice/shapes.ts";
import type { Entry, Reflection } from "../../src/reflection/entry.ts";
import type { ConfigRow } from "../../src/views/config.ts";
import type { DoctorData } from "../../src/views/doctor.ts";
import type { Home } from "../../src/views/home.ts";
import type { KeptData } from "../../src/views/kept.ts";
import type { ReviewData } from "../../src/views/review-rows.ts";
import type { RoadmapData } from "../../src/views/roadmap.ts";

export function stop(given: Partial<Stop> & Pick<Stop, "trigger">): Stop {
  return {
    stage: null,
    stages: {},
    count: 1,
    strength: null,
    reactions: [],
    plan: null,
    planUses: 0,
    planHeld: 0,
    planForgotten: 0,
    verdict: "too_early",
    lastSeen: "2026-11-20",
    score: 0.5,
    ...given,
  };
}

export function evidence(given: Partial<StopEvidence> & Pick<StopEvidence, "trigger">): StopEvidence {
  return { held: { answered: 0, steady: 0 }, need: null, control: { answered: 0, notMine: 0 }, ...given };
}

const since = "2026-10-20T04:00:00+01:00";

/** Six weeks of one journal: what the roadmap's screens show. */
const ROADMAP: Roadmap = {
  from: "2026-10-12",
  to: "2026-11-22",
  entries: 30,
  shifts: 22,
  goal: "I want callers to feel that they were heard.",
  top: ["saying_no", "rude_tone", "already_angry"],
  stops: [
    stop({
      trigger: "already_angry",
      stage: "greeting",
      count: 5,
      strength: { median: 6, min: 4, max: 8 },
      reactions: [
        { id: "rushed", count: 3 },
        { id: "argued", count: 2 },
      ],
      plan: { if: "they start loud", then: 'let them finish, and ask: "How can I help?"', since },
      planUses: 1,
      planHeld: 1,
      planForgotten: 3,
      verdict: "slips",
      lastSeen: "2026-11-13",
    }),
    stop({
      trigger: "saying_no",
      stage: "limit_no",
      count: 10,
      strength: { median: 6, min: 3, max: 9 },
      reactions: [
        { id: "held_steady", count: 6 },
        { id: "gave_in", count: 3 },
        { id: "rushed", count: 1 },
      ],
      plan: { if: "I have to say no", then: "first say what I can do", since },
      planUses: 9,
      planHeld: 8,
      verdict: "works",
      lastSeen: "2026-11-21",
    }),
    stop({
      trigger: "rude_tone",
      stage: "limit_no",
      count: 7,
      strength: { median: 7, min: 5, max: 9 },
      reactions: [
        { id: "tight_body", count: 6 },
        { id: "took_personally", count: 4 },
      ],
      plan: { if: "a caller shouts", then: "breathe out and slow down", since },
      planUses: 4,
      planHeld: 2,
      planForgotten: 1,
      lastSeen: "2026-11-20",
    }),
  ],
  raise: [stop({ trigger: "tools_process", stage: "wrap_up", count: 5 })],
  seenOnce: [stop({ trigger: "my_mistake" }), stop({ trigger: "team_mood" })],
  support: [stop({ trigger: "threat_harassment", score: null })],
};

export const ROAD: RoadmapData = {
  roadmap: ROADMAP,
  evidence: [
    evidence({ trigger: "saying_no", held: { answered: 10, steady: 8 } }),
    evidence({ trigger: "rude_tone", held: { answered: 7, steady: 3 } }),
    evidence({ trigger: "tools_process", control: { answered: 5, notMine: 4 } }),
  ],
};

export const EMPTY_ROAD: RoadmapData = {
  roadmap: {
    from: "2026-08-31",
    to: "2026-11-22",
    entries: 0,
    shifts: 0,
    goal: null,
    top: [],
    stops: [],
    raise: [],
    seenOnce: [],
    support: [],
  },
  evidence: [],
};

const reminder = (given: Partial<Reminder> & Pick<Reminder, "id" | "source">): Reminder => ({
  trigger: null,
  if: null,
  then: null,
  line: null,
  pinned: false,
  score: null,
  ...given,
});

export const REMINDERS: readonly Reminder[] = [
  reminder({
    id: "01KA3F0000000000000000000D",
    source: "own",
    if: "before every call",
    line: "Breathe out. New caller, new start.",
    pinned: true,
  }),
  reminder({
    id: "plan:saying_no",
    source: "plan",
    trigger: "saying_no",
    if: "I have to say no",
    then: "first say what I can do",
    line: "A clear no, said kindly, is good service.",
    score: 3,
  }),
  reminder({
    id: "plan:rude_tone",
    source: "plan",
    trigger: "rude_tone",
    if: "a caller shouts",
    then: "breathe out and slow down",
    line: "They are loud at the problem. I am the one who can help.",
    score: 2,
  }),
  reminder({
    id: "plan:already_angry",
    source: "plan",
    trigger: "already_angry",
    if: "they start loud",
    then: 'let them finish, and ask: "How can I help?"',
    line: "Something was wrong before I picked up.",
    score: 1,
  }),
  reminder({
    id: "pack:but_twice",
    source: "pack",
    trigger: "wont_listen",
    if: 'I hear "but" twice',
    then: "say back what they want",
    score: 0.5,
  }),
];

export const CARD: Card = {
  goal: "I want callers to feel that they were heard.",
  words: ["calm", "fair", "clear"],
  plans: [
    { trigger: "saying_no", if: "I have to say no", then: "first say what I can do" },
    { trigger: "rude_tone", if: "a caller shouts", then: "breathe out and slow down" },
    { trigger: "already_angry", if: "they start loud", then: 'let them finish, and ask: "How can I help?"' },
  ],
  lines: [
    { issue: "Rude words", line: "They are loud at the problem, not at me." },
    { issue: "Saying no", line: "A clear no, said kindly, is good service." },
    { issue: "Not listening", line: "Say back what they want. Then speak." },
    { issue: "My mistake", line: "Say it, mend it, move on." },
    { issue: "Slow tools", line: "Tell them what I am doing while they wait." },
  ],
  breath: "Breathe in, and out for longer. Once.",
  contact: "my lead, desk 12, ext. 4410",
  quote: null,
  date: "2026-11-22",
};

export const STARTER_CARD: Card = { ...CARD, goal: null, words: [], plans: [], contact: null };

const WEEK_BEFORE: ReviewWeek = {
  week: "2026-W46",
  from: "2026-11-09",
  to: "2026-11-15",
  entries: 8,
  shifts: 5,
  wins: 1,
  topTriggers: [],
  stages: {},
  strengthMedian: 6.5,
  held: { 1: 1, 2: 2, 3: 2, 4: 2, 5: 1 },
  plans: { used: 2, held: 1, forgotten: 4 },
  carry: { 0: 2, 1: 1, 2: 1, 3: 1 },
};

const REVIEW: Review = {
  week: "2026-W47",
  from: "2026-11-16",
  to: "2026-11-22",
  entries: 6,
  shifts: 4,
  wins: 3,
  topTriggers: [
    { trigger: "rude_tone", count: 3 },
    { trigger: "saying_no", count: 2 },
    { trigger: "tools_process", count: 1 },
  ],
  stages: { greeting: 2, limit_no: 3, wrap_up: 1 },
  strengthMedian: 6,
  held: { 1: 0, 2: 1, 3: 1, 4: 3, 5: 1 },
  plans: { used: 3, held: 2, forgotten: 2 },
  carry: { 0: 2, 1: 1, 2: 1, 3: 0 },
  previous: WEEK_BEFORE,
  answers: null,
  focus: null,
};

export const WEEK: ReviewData = {
  review: REVIEW,
  focusOfWeek: "let them finish first.",
  wins: [
    { shift: "2026-11-17", what: "Stayed on the line till her card worked. She laughed." },
    { shift: "2026-11-19", what: "Told the new guy the refund trick." },
    { shift: "2026-11-21", what: "Said no and he said thanks." },
  ],
  asking: true,
};

const NOTHING = {
  entries: 0,
  shifts: 0,
  wins: 0,
  topTriggers: [],
  stages: {},
  strengthMedian: null,
  held: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
  plans: { used: 0, held: 0, forgotten: 0 },
  carry: { 0: 0, 1: 0, 2: 0, 3: 0 },
};

export const QUIET_WEEK: ReviewData = {
  review: { ...REVIEW, ...NOTHING, previous: { ...WEEK_BEFORE, ...NOTHING } },
  focusOfWeek: null,
  wins: [],
};

/** A hard case with every answer given. */
export const WHOLE: Reflection = {
  kind: "reflection",
  id: "01KAEZD8X0M3V5R8T2Y7W9Q4B6",
  at: "2026-11-20T03:40:00+01:00",
  shift: "2026-11-19",
  trigger: "rude_tone",
  stage: "limit_no",
  channel: "phone",
  what: "kept yelling about a refund i cant give\n\nthen hung up at the Café counter",
  strength: 8,
  reactions: ["tight_body", "took_personally"],
  planUse: "used",
  held: 4,
  thought: "they never listen",
  habits: ["mind_reading"],
  theirSide: "a long day, and the third call about it",
  need: "heard",
  teammate: "you did what you could",
  feeling: "angry",
  control: "shared",
  plan: { if: "a caller shouts", then: "breathe out and slow down" },
  response: "pause",
  wantIt: 4,
  line: "They are loud at the problem, not at me.",
  customer: "unknown",
  after: 3,
  carry: 1,
  tags: ["billing", "night"],
};

export const ENTRIES: readonly Entry[] = [
  {
    kind: "reflection",
    id: "01KAEJ5N40Q7H2S9D3F6G8K1L5",
    at: "2026-11-19T23:45:00+01:00",
    shift: "2026-11-19",
    trigger: "saying_no",
    strength: 6,
  },
  WHOLE,
  {
    kind: "win",
    id: "01KAF0A9S0P5C3B8N2M7X4Z1V6",
    at: "2026-11-20T03:55:00+01:00",
    shift: "2026-11-19",
    what: "Stayed on the line till her card worked. She laughed, and said that nobody had done that before.",
  },
  {
    kind: "note",
    id: "01KAJD2T00W8E4R6Y3U9I7O5P1",
    at: "2026-11-21T11:10:00+01:00",
    shift: "2026-11-21",
    what: "Ask about the new refund form.",
  },
];

/** The week once its questions are answered: with more cases, and what changed since. */
export const ANSWERED_WEEK: ReviewData = {
  ...WEEK,
  asking: false,
  changes: [{ trigger: "rude_tone", before: 8, now: 5.5 }],
  changed: ["wins"],
  review: {
    ...REVIEW,
    entries: 12,
    held: { 1: 1, 2: 1, 3: 1, 4: 6, 5: 3 },
    carry: { 0: 1, 1: 0, 2: 0, 3: 0 },
    focus: "breathe out and slow down, once a shift",
    answers: {
      better: "said no without saying sorry ten times",
      offCourse: "rude_tone",
      helped: "plan",
      plan: "keep",
      raise: null,
    },
  },
};

const HOME_AT_NIGHT: Home = {
  now: { at: "2026-11-20T03:52:00+01:00", shift: "2026-11-19" },
  inShift: true,
  focus: "let them finish first",
  counts: { cases: 2, wins: 1 },
  drafts: [],
  reviewReady: false,
  firstTime: null,
  choices: ["reflect", "win", "breathe", "end", "more"],
  default: "end",
  asking: true,
};

const HOME_ON_REVIEW_DAY: Home = {
  ...HOME_AT_NIGHT,
  now: { at: "2026-11-22T21:40:00+01:00", shift: "2026-11-22" },
  inShift: false,
  counts: null,
  reviewReady: true,
  choices: ["start", "review", "reflect", "more"],
  default: "start",
};

/** Home at different hours. */
export const HOMES = {
  night: HOME_AT_NIGHT,
  review: HOME_ON_REVIEW_DAY,
  first: {
    ...HOME_ON_REVIEW_DAY,
    focus: null,
    reviewReady: false,
    firstTime: { folder: String.raw`C:\Users\you\AppData\Roaming\evenkeel` },
    choices: ["firstReflect", "example", "setup", "screenReader", "sharedLogin"],
    default: "firstReflect",
  },
  draft: {
    ...HOME_AT_NIGHT,
    drafts: [{ at: "2026-11-20T03:44:00+01:00" }],
    choices: ["resume", "reflect"],
    default: "resume",
    asking: false,
  },
  drafts: { ...HOME_AT_NIGHT, drafts: [{ at: "2026-11-20T03:44:00+01:00" }, { at: "2026-11-18T01:00:00+01:00" }] },
} as const satisfies Record<string, Home>;

export const SUPPORT: SupportText = {
  lead: "This should not have happened to you. It is not about your skill.",
  steps: [
    "You may end such a call. Follow your rule: warn, end or hand over.",
    "Tell your lead, security or HR today. You can ask them to write it down.",
    "If someone is in danger now, call the emergency number.",
  ],
  talk: "To talk to a person:",
  people: [
    { country: "US", place: "US", name: "Lifeline, call or text", contact: "988" },
    { country: "GB", place: "UK", name: "Samaritans", contact: "116 123" },
    { country: "world", place: "everywhere", name: "Find a helpline", contact: "findahelpline.com" },
  ],
  selfHarm: "It sounds as if things are very heavy right now. You do not have to be alone with it.",
  selfHarmWords: [],
  threatWords: [],
};

export const SETTING_ROWS: readonly ConfigRow[] = [
  { key: "goal", value: "I want callers to feel that they were heard, each of them, in the early morning too.", source: "journal" },
  { key: "words", value: ["calm", "fair", "clear"], source: "journal" },
  { key: "contact", value: null, source: "default" },
  { key: "weights.strength", value: 0.5, source: "default" },
  { key: "screenReader", value: "off", source: "environment" },
  { key: "ascii", value: "on", source: "flag" },
  { key: "device", value: "a1b2c3", source: "machine" },
];

export const DOCTOR: DoctorData = {
  problems: [
    {
      file: "~/.local/share/evenkeel/entries/2026-11.a1b2c3.json",
      what: "it is no JSON from line 3 on",
      repair: "12 of 13 entries can be saved",
    },
  ],
  mendable: true,
  mended: 0,
};

export const KEPT: KeptData = {
  count: 1,
  closing: "One hard call is not the whole night. The next caller is new.",
  next: { command: "evenkeel breathe", why: "20 seconds, any key ends it" },
};
