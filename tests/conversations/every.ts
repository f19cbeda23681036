import type { CompiledContent } from "../../src/content/assemble.ts";
import { anotherCase, endConversation } from "../../src/conversations/end.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { fullReflection } from "../../src/conversations/full.ts";
import { type Answers, type Question, SEEN } from "../../src/conversations/question.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import { rehearseConversation } from "../../src/conversations/rehearse.ts";
import { reviewConversation } from "../../src/conversations/review.ts";
import { quietConversation } from "../../src/conversations/review-quiet.ts";
import type { ReviewContext } from "../../src/conversations/review-asking.ts";
import { setupConversation } from "../../src/conversations/setup.ts";
import { startConversation } from "../../src/conversations/start.ts";
import { nextUnanswered } from "../../src/conversations/walk.ts";
import { winConversation } from "../../src/conversations/win.ts";
import { person } from "./person.ts";

/** A question of a conversation, and what was answered before it. */
export interface Met {
  readonly at: string;
  readonly answers: Answers;
  readonly question: Question;
}

export interface Conversation {
  readonly name: string;
  readonly flow: Flow;
  /** Ways through it, by question; what is not named is answered by its default or skipped. Together they meet all of it. */
  readonly roads: readonly Answers[];
}

const PLAN = { if: "a caller shouts", then: "breathe out and slow down" };

function reviewContext(compiled: CompiledContent): ReviewContext {
  return {
    ...person(compiled),
    begin: () => ["  Six short questions now."],
    evidence: { better: ["You logged 3 wins."], plan: ["Used 2 times this week."], raise: ["Slow or broken tools: 5 times."] },
    offCourse: [{ id: "rude_tone", label: "Shouting or rude words (3 of 6)" }],
    plan: { trigger: "rude_tone", issue: "rude words", plan: PLAN },
    ideas: [{ type: "use", trigger: "rude_tone", then: PLAN.then }],
    note: "Slow or broken tools: 5 times. It would help if ",
    focusable: true,
  };
}

const QUICK: readonly Answers[] = [
  { trigger: "rude_tone", strength: 8, next: "then" },
  { trigger: "rude_tone", words: "i want to die", next: "if" },
  { trigger: "saying_no", firstPlan: "own" },
  { trigger: "own", name: "the lift" },
  { trigger: "threat_harassment", keep: "yes" },
];

const FULL: readonly Answers[] = [
  { what: "i want to die", trigger: "own", name: "the lift", thought: "i always mess this up", lens: "theirSide" },
  { what: "he shouted", trigger: "saying_no", lens: "teammate", control: "mine", firstPlan: "0", line: "own", carry: 3 },
  { trigger: "saying_no", firstPlan: "own" },
  { trigger: "rude_tone", next: "then" },
  { trigger: "rude_tone", next: "if" },
  { trigger: "threat_harassment", keep: "yes" },
];

const END: readonly Answers[] = [
  { length: "win", what: "i want to die", why: "kind", more: "yes", what2: "i want to die", more2: "yes", what3: "i want to die", carry: 3 },
  { length: "down", carry: 0 },
];

/** Every conversation there is, of somebody with a history. */
export function everyConversation(compiled: CompiledContent): readonly Conversation[] {
  const base = person(compiled);
  const ending = { ...base, night: true, drawn: (): readonly string[] => ["  END OF SHIFT"] };
  const win = { id: "w", kind: "win", at: "2026-11-18T23:00:00+01:00", shift: "2026-11-18", what: "said no", why: "once" } as const;
  const starting = { ...base, drawn: (): readonly string[] => ["  START OF SHIFT"], intention: "one at a time", win };
  const plan = (trigger: string): never => ({ trigger, ...PLAN, scene: "A caller is loud.", due: "2026-11-20", practised: 0 }) as never;
  const review = reviewContext(compiled);
  return [
    { name: "reflect", flow: quickReflection(base), roads: QUICK },
    { name: "reflect --full", flow: fullReflection(base), roads: FULL },
    { name: "win", flow: winConversation(base), roads: [{ what: "i want to die" }] },
    { name: "start", flow: startConversation({ ...starting, recall: "helped" }), roads: [{ energy: 1, helped: "i want to die", trigger: "rude_tone" }] },
    { name: "start, their day", flow: startConversation({ ...starting, recall: "customersDay", intention: null }), roads: [{ energy: 2, customersDay: "i want to die" }] },
    { name: "end", flow: endConversation(ending), roads: END },
    { name: "another case", flow: anotherCase(ending), roads: [{}] },
    {
      name: "review",
      flow: reviewConversation(review),
      roads: [{ better: "i want to die", offCourse: "elsewhere", helped: "own", plan: "change", raise: "yes", focus: "own" }],
    },
    { name: "a quiet week", flow: quietConversation(review), roads: [{ quiet: "focus" }] },
    { name: "rehearse", flow: rehearseConversation({ ...base, plans: [plan("rude_tone"), plan("saying_no")], drawn: () => () => ["  REHEARSE"] }), roads: [{}] },
    { name: "set-up", flow: setupConversation({ ...base, goal: "I want customers to leave feeling safe", contact: null }), roads: [{}] },
  ];
}

/** The answer of somebody who takes what is proposed, and skips the rest. */
function proposed(question: Question): Answers[string] {
  if (question.kind === "pause") return SEEN;
  return "default" in question ? question.default : null;
}

/** The questions that a road meets, in order. */
function metOn(flow: Flow, road: Answers): readonly Met[] {
  const met: Met[] = [];
  const { words } = road;
  let answers: Answers = words === undefined ? {} : { words };
  for (let next = nextUnanswered(flow, answers); next.at !== null; next = nextUnanswered(flow, answers)) {
    const { at, answers: before } = next;
    const question = flow.steps.find(({ id }) => id === at)?.question(before);
    if (question === undefined) throw new Error(`no step ${at}`);
    met.push({ at, answers: before, question });
    answers = { ...before, [at]: road[at] ?? proposed(question) };
  }
  return met;
}

/** Every question of a conversation once, with what was answered before it. */
export function questionsOf({ flow, roads }: Conversation): readonly Met[] {
  const first = new Map<string, Met>();
  for (const met of roads.flatMap((road) => metOn(flow, road))) if (!first.has(met.at)) first.set(met.at, met);
  return [...first.values()];
}
