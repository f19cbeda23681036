import { withoutEnd } from "../reflection/ends.ts";
import type { Say } from "../content/message.ts";
import type { Plan } from "../reflection/entry.ts";
import { asked, hinted } from "./asked.ts";
import type { ReflectContext, TriggerChoice } from "./context.ts";
import type { Step } from "./flow.ts";
import { type Answers, KEEP, type Option } from "./question.ts";
import { chosenTrigger, isSupport } from "./trigger.ts";

/** The answers of the questions about the plan, beside the numbers of the ready ones. */
export const CHANGE_THEN = "then";
export const CHANGE_IF = "if";
export const NOT_MINE = "not_mine";
export const OWN_WORDS = "own";

const READY = 3;
/** Responses whose ready "then"s suit any trigger that a person named. */
const FOR_ANY = ["pause", "listen", "can_cannot"];

/** "If a caller shouts, then I will breathe out and slow down." */
export function planSentence(plan: Plan, say: Say): string {
  const sentence = say("reflect.plan", { if: plan.if, then: plan.then });
  return /[.!?\u2026]["'\u201d\u2019)]*$/.test(sentence) ? sentence : `${sentence}.`;
}

export interface ReadyThen {
  readonly then: string;
  readonly response: string;
}

/** Three ready plans for a trigger; for one that the person named, those that suit any. */
export function readyThens(context: ReflectContext, trigger: TriggerChoice): readonly ReadyThen[] {
  if (trigger.plans !== undefined && trigger.plans.length > 0) return trigger.plans.slice(0, READY);
  return FOR_ANY.flatMap((id) => {
    const then = context.content.responses.find((response) => response.id === id)?.thens[0];
    return then === undefined ? [] : [{ then, response: id }];
  });
}

/** The cue of a first plan: the trigger's, or made from its name. */
export function cueOf(context: ReflectContext, trigger: TriggerChoice): string {
  return trigger.if ?? context.say("reflect.cueOfOwn", { trigger: trigger.label });
}

/** The plan in force for the trigger that was answered. */
export function planInForce(context: ReflectContext, answers: Answers): Plan | null {
  const trigger = chosenTrigger(context, answers);
  return trigger === null || isSupport(answers) ? null : context.planFor(trigger.id);
}

function notMine(context: ReflectContext): Option {
  return { id: NOT_MINE, label: context.say("reflect.notMine"), short: context.say("reflect.notMineShort") };
}

function nextStep(context: ReflectContext): Step {
  const { say } = context;
  return {
    id: "next",
    resets: ["planThen", "planIf"],
    when: (answers) => planInForce(context, answers) !== null,
    question: (answers) => ({
      kind: "plan",
      ...asked(context, "reflect.next", "next"),
      alone: true,
      plan: planInForce(context, answers) ?? { if: "", then: "" },
      options: [
        { id: CHANGE_THEN, label: say("reflect.changeThen") },
        { id: CHANGE_IF, label: say("reflect.changeIf") },
        notMine(context),
      ],
      skippable: true,
    }),
  };
}

/** A first plan is chosen or written, never taken by Enter. */
function firstStep(context: ReflectContext): Step {
  const { say } = context;
  return {
    id: "firstPlan",
    resets: ["planThen", "planIf"],
    when: (answers) =>
      answers["trigger"] !== undefined &&
      !isSupport(answers) &&
      planInForce(context, answers) === null &&
      answers["control"] !== NOT_MINE,
    question: (answers) => {
      const trigger = chosenTrigger(context, answers) ?? { id: "", label: "" };
      const ready = readyThens(context, trigger).map(({ then }, index) => ({ id: String(index), label: then }));
      return {
        kind: "choice",
        ...hinted(context, "reflect.firstPlan", "firstPlan", { if: cueOf(context, trigger) }),
        alone: true,
        spaced: true,
        options: [...ready, { id: OWN_WORDS, label: say("reflect.ownWords") }, notMine(context)],
        skippable: true,
      };
    },
  };
}

function wordSteps(context: ReflectContext): readonly Step[] {
  return [
    {
      id: "planThen",
      within: true,
      when: (answers) => answers["next"] === CHANGE_THEN || answers["firstPlan"] === OWN_WORDS,
      question: (answers) => ({
        kind: "text",
        ...hinted(context, "reflect.planThen", "planThen"),
        alone: true,
        skippable: true,
        ...(answers["next"] === CHANGE_THEN ? { default: planInForce(context, answers)?.then ?? "" } : {}),
      }),
    },
    {
      id: "planIf",
      within: true,
      when: (answers) => answers["next"] === CHANGE_IF,
      question: (answers) => ({
        kind: "text",
        ...hinted(context, "reflect.planIf", "planIf"),
        alone: true,
        skippable: true,
        default: planInForce(context, answers)?.if ?? "",
      }),
    },
  ];
}

/** Next time: the plan is kept, reworded or left to others; a first one is chosen from three or written. */
export function planSteps(context: ReflectContext): readonly Step[] {
  return [nextStep(context), firstStep(context), ...wordSteps(context)];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** One's own words as a part of a plan: without the frame that the sentence brings itself, and without a stop. */
export function planPart(text: string, frame: string): string {
  const folded = text.replace(/\s+/g, " ").trim();
  const bare = withoutEnd(folded.replace(new RegExp(`^${escaped(frame)}\\s+`, "i"), ""), /[\s.,;:]/);
  return bare === "" ? folded : bare;
}

function worded(context: ReflectContext, answers: Answers, field: "planThen" | "planIf"): string | null {
  const words = answers[field];
  if (typeof words !== "string" || words.trim() === "") return null;
  return planPart(words, context.say(field === "planIf" ? "prompts.planIf" : "prompts.planThen"));
}

/** A plan and where it came from; `changed` where it was not there before. */
export interface ChosenPlan {
  readonly plan: Plan;
  readonly response: string | null;
  readonly changed: boolean;
}

function reworded(context: ReflectContext, answers: Answers, plan: Plan): ChosenPlan | null {
  if (answers["next"] === KEEP) return { plan, response: null, changed: false };
  if (answers["next"] !== CHANGE_THEN && answers["next"] !== CHANGE_IF) return null;
  const after = {
    if: worded(context, answers, "planIf") ?? plan.if,
    then: worded(context, answers, "planThen") ?? plan.then,
  };
  return { plan: after, response: null, changed: after.if !== plan.if || after.then !== plan.then };
}

/** The plan that the answers give, or null where none was kept, chosen or written. */
export function chosenPlan(context: ReflectContext, answers: Answers): ChosenPlan | null {
  const trigger = chosenTrigger(context, answers);
  if (trigger === null || isSupport(answers)) return null;
  const plan = context.planFor(trigger.id);
  if (plan !== null) return reworded(context, answers, plan);
  const ready = readyThens(context, trigger)[Number(answers["firstPlan"] ?? NaN)];
  const own = answers["firstPlan"] === OWN_WORDS ? worded(context, answers, "planThen") : null;
  const then = ready?.then ?? own;
  if (then === null || answers["control"] === NOT_MINE) return null;
  return { plan: { if: cueOf(context, trigger), then }, response: ready?.response ?? null, changed: true };
}
