import { withoutEnd } from "../reflection/ends.ts";
import { honestShare, type Share } from "../practice/numbers.ts";
import type { Stop, Verdict } from "../practice/shapes.ts";
import type { Plan } from "../reflection/entry.ts";
import type { Telling } from "./telling.ts";

/** The text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with a full stop, unless it ends a sentence already, within quotation marks too. */
export function closed(text: string): string {
  return /[.!?…]["'”’)]*$/.test(text) ? text : `${text}.`;
}

/** The text without the stop at its end that a longer sentence would repeat. */
function open(text: string): string {
  return withoutEnd(text, /[\s.,;:]/);
}

/** "If I have to say no, then I will first say what I can do." */
export function planSentence(plan: Plan, t: Telling): string {
  return closed(t.say("views.plan", { if: open(t.line(plan.if)), then: t.line(plan.then) }));
}

/** The sentence as its two lines on a card: "If I have to say no," and "then I will first say what I can do." */
export function planParts(plan: Plan, t: Telling): readonly [string, string] {
  return [t.say("card.if", { if: open(t.line(plan.if)) }), closed(t.say("card.then", { then: t.line(plan.then) }))];
}

/** What a share from 10 on says beyond its count: the percentage and the range it may lie in. */
function rangeOf(share: Share): { readonly percent: number; readonly low: number; readonly high: number } | null {
  if (share.say !== "percent") return null;
  const percent = (part: number): number => Math.round(part * 100);
  return { percent: percent(share.share), low: percent(share.interval.low), high: percent(share.interval.high) };
}

/** From this many on, "with so few" is no longer said. */
const MANY = 30;

/** "That is 80 %; with so few it may lie from 49 to 94 %." Null below 10, where no percentage is shown. */
export function shareSentence(share: Share, t: Telling): string | null {
  const range = rangeOf(share);
  if (range === null) return null;
  return share.n < MANY ? t.say("views.shareOfFew", range) : t.say("views.share", range);
}

/** The same in brackets. */
export function shareInBrackets(share: Share, t: Telling): string | null {
  const range = rangeOf(share);
  if (range === null) return null;
  return share.n < MANY ? t.say("views.shareOfFewBrackets", range) : t.say("views.shareBrackets", range);
}

const IN_WORDS: Readonly<Record<Exclude<Verdict, "slips">, string>> = {
  too_early: "views.tooEarly",
  works: "views.works",
  mixed: "views.mixed",
  not_yet: "views.notYet",
};

export type PlanEvidence = Pick<Stop, "planUses" | "planHeld" | "planForgotten" | "verdict">;

function slipping({ planUses, planForgotten }: PlanEvidence, t: Telling): readonly string[] {
  const share = honestShare(planForgotten, planUses + planForgotten);
  const range = shareSentence(share, t);
  return [
    t.say("views.slips", { forgotten: planForgotten, chances: planUses + planForgotten }),
    ...(range === null ? [] : [range]),
    t.say("views.slipsNext"),
  ];
}

function used({ planUses, planHeld, planForgotten, verdict }: PlanEvidence, short: boolean, t: Telling): readonly string[] {
  const slipped = planForgotten === 0 ? [] : [t.say("views.slipped", { count: planForgotten })];
  if (planUses === 0) return [t.say("views.usedNever"), ...slipped];
  const share = honestShare(planHeld, planUses);
  if (share.say === "too_early") return [t.say("views.used", { count: planUses }), ...slipped];
  const values = { count: planUses, held: planHeld };
  const range = shareSentence(share, t);
  const key = short ? "views.usedHeldShort" : verdict === "too_early" ? "views.usedHeldEarly" : "views.usedHeld";
  return [t.say(key, values), ...(range === null ? [] : [range])];
}

/**
 * How a plan does so far, sentence by sentence: what was counted, then what may be said about it.
 * @param short the wording for narrow screens
 */
export function planSoFar(evidence: PlanEvidence, short: boolean, t: Telling): readonly string[] {
  if (evidence.verdict === "slips") return slipping(evidence, t);
  return [...used(evidence, short, t), t.say(IN_WORDS[evidence.verdict])];
}
