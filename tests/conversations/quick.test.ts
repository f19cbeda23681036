import { describe, expect, it } from "vitest";
import type { ReflectContext } from "../../src/conversations/context.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import type { Answers } from "../../src/conversations/question.ts";
import { reflectionFrom } from "../../src/conversations/result.ts";
import { stillToCome } from "../../src/conversations/waiting.ts";
import { nextUnanswered, progressAt, stepBefore, withAnswer } from "../../src/conversations/walk.ts";
import { english } from "./english.ts";
import { person } from "./person.ts";

const compiled = english();
const context = person(compiled);
const flow = quickReflection(context);
const plainFlow = quickReflection(person(compiled, { planFor: () => null }));

/** The questions that are asked one after the other, each answered with what is given. */
function asked(of: typeof flow, given: Answers): readonly string[] {
  const order: string[] = [];
  let answers: Answers = {};
  for (let at = nextUnanswered(of, answers); at.at !== null; at = nextUnanswered(of, answers)) {
    answers = at.answers;
    const { at: id } = at;
    const progress = progressAt({ flow: of, answers, at: id });
    order.push(`${id} ${String(progress?.number)}/${String(progress?.total)}`);
    answers = { ...answers, [id]: given[id] ?? null };
  }
  return order;
}

describe("the order of a quick reflection", () => {
  it.each<[string, typeof flow, Answers, readonly string[]]>([
    [
      "with a plan: six",
      flow,
      { trigger: "rude_tone", next: "keep" },
      ["trigger 1/null", "strength 2/6", "reactions 3/6", "planUse 4/6", "held 5/6", "next 6/6"],
    ],
    [
      "without: five",
      flow,
      { trigger: "saying_no" },
      ["trigger 1/null", "strength 2/5", "reactions 3/5", "held 4/5", "firstPlan 5/5"],
    ],
    [
      "a new then shares its number",
      flow,
      { trigger: "rude_tone", next: "then" },
      ["trigger 1/null", "strength 2/6", "reactions 3/6", "planUse 4/6", "held 5/6", "next 6/6", "planThen 6/6"],
    ],
    [
      "a new if too",
      flow,
      { trigger: "rude_tone", next: "if" },
      ["trigger 1/null", "strength 2/6", "reactions 3/6", "planUse 4/6", "held 5/6", "next 6/6", "planIf 6/6"],
    ],
    [
      "a plan in one's own words",
      plainFlow,
      { trigger: "saying_no", firstPlan: "own" },
      ["trigger 1/null", "strength 2/5", "reactions 3/5", "held 4/5", "firstPlan 5/5", "planThen 5/5"],
    ],
    [
      "a trigger of one's own",
      plainFlow,
      { trigger: "own", name: "cats" },
      ["trigger 1/null", "name 1/5", "strength 2/5", "reactions 3/5", "held 4/5", "firstPlan 5/5"],
    ],
    [
      "a threat: two",
      flow,
      { trigger: "threat_harassment", keep: "yes" },
      ["trigger 1/null", "keep 1/2", "strength 2/2"],
    ],
    ["a threat, nothing kept: one", flow, { trigger: "threat_harassment", keep: "no" }, ["trigger 1/null", "keep 1/2"]],
  ])("%s", (_name, of, given, expected) => {
    expect(asked(of, given)).toEqual(expected);
  });

  it("goes back over the folded stage to the trigger", () => {
    const { answers } = nextUnanswered(flow, { trigger: "rude_tone" });
    expect(stepBefore({ flow, answers, at: "strength" })).toBe("stage");
    expect(stepBefore({ flow, answers, at: "stage" })).toBe("trigger");
    expect(stepBefore({ flow, answers, at: "trigger" })).toBeNull();
  });

  it("folds the person's usual stage into the answer", () => {
    const late = quickReflection(person(compiled, { usualStage: () => "wrap_up" }));
    expect(nextUnanswered(late, { trigger: "rude_tone" }).answers["stage"]).toBe("wrap_up");
    expect(nextUnanswered(flow, { trigger: "own", name: "cats" }).answers["stage"]).toBeNull();
  });

  it("drops what hangs on the trigger when that changes", () => {
    const [trigger] = flow.steps;
    if (trigger === undefined) throw new Error("no steps");
    const all = { trigger: "rude_tone", stage: "limit_no", strength: 8, planUse: "used", held: 3, next: "keep" };
    expect(withAnswer(trigger, all, "saying_no")).toEqual({ trigger: "saying_no", strength: 8, held: 3 });
    expect(withAnswer(trigger, all, "rude_tone")).toEqual(all);
  });

  it("offers the support text where words name self-harm or a threat, and asks nothing for it", () => {
    const order = asked(flow, { trigger: "saying_no" });
    expect(order).not.toContain("care");
    const named = nextUnanswered(flow, { trigger: "saying_no", words: "i want to kill myself" });
    expect(named.at).toBe("care");
  });
});

describe("a reflection from its answers", () => {
  const base: Answers = {
    trigger: "rude_tone",
    words: null,
    stage: "limit_no",
    strength: 8,
    reactions: ["tight_body"],
    planUse: "used",
    held: 3,
  };

  function fields(answers: Answers, more: Partial<ReflectContext> = {}): unknown {
    const own = person(compiled, more);
    return reflectionFrom(quickReflection(own), own, answers);
  }

  it.each<[string, Answers, Partial<ReflectContext>, object]>([
    [
      "the plan that was kept",
      { ...base, next: "keep" },
      {},
      {
        ownTrigger: null,
        fields: {
          trigger: "rude_tone",
          stage: "limit_no",
          strength: 8,
          reactions: ["tight_body"],
          planUse: "used",
          held: 3,
          plan: { if: "a caller shouts", then: "breathe out and slow down" },
        },
      },
    ],
    [
      "a new then",
      { ...base, next: "then", planThen: "then I will count to three." },
      {},
      { fields: { plan: { if: "a caller shouts", then: "count to three" } } },
    ],
    [
      "a new if",
      { ...base, next: "if", planIf: "If my jaw goes tight" },
      {},
      { fields: { plan: { if: "my jaw goes tight", then: "breathe out and slow down" } } },
    ],
    ["not mine to change", { ...base, next: "not_mine" }, {}, { fields: { control: "not_mine" } }],
    [
      "a ready plan and its response",
      { ...base, firstPlan: "1" },
      { planFor: () => null },
      {
        fields: {
          plan: { if: "a caller shouts", then: 'let them finish, then ask: "How can I help?"' },
          response: "listen",
        },
      },
    ],
    [
      "a first plan in own words",
      { ...base, firstPlan: "own", planThen: "hum a tune" },
      { planFor: () => null },
      { fields: { plan: { if: "a caller shouts", then: "hum a tune" } } },
    ],
    ["words become what", { ...base, words: "he shouted", next: "keep" }, {}, { fields: { what: "he shouted" } }],
    [
      "a trigger of one's own",
      { trigger: "own", name: "cats on desk", strength: 2, firstPlan: "0" },
      { planFor: () => null },
      { ownTrigger: "cats on desk", fields: { strength: 2, response: "pause" } },
    ],
    [
      "a threat",
      { trigger: "threat_harassment", keep: "yes", strength: 9 },
      {},
      { fields: { trigger: "threat_harassment", strength: 9 } },
    ],
  ])("%s", (_name, answers, more, expected) => {
    expect(fields(answers, more)).toMatchObject(expected);
  });

  it.each<[string, Answers]>([
    ["not mine brings no plan", { ...base, next: "not_mine" }],
    ["a skipped plan brings none", { ...base, next: null }],
    [
      "a threat brings none, and no held",
      { trigger: "threat_harassment", keep: "yes", strength: 9, held: 2, next: "keep", stage: "close" },
    ],
  ])("%s", (_name, answers) => {
    expect(fields(answers)).not.toHaveProperty("fields.plan");
    if (answers["keep"] === "yes")
      expect(fields(answers)).toEqual({ ownTrigger: null, fields: { trigger: "threat_harassment", strength: 9 } });
  });

  it("is nothing where nothing shall be kept", () => {
    expect(fields({ trigger: "threat_harassment", keep: "no" })).toBeNull();
  });

  it("leaves out what was skipped", () => {
    expect(
      fields({
        trigger: "saying_no",
        words: null,
        stage: null,
        strength: null,
        reactions: null,
        held: null,
        firstPlan: null,
      }),
    ).toEqual({
      ownTrigger: null,
      fields: { trigger: "saying_no" },
    });
  });
});

describe("what is still to come", () => {
  it.each<[Answers, string]>([
    [{}, "What set it off is still to come."],
    [{ trigger: "rude_tone", strength: 8 }, "Your plan is still to come."],
    [
      { trigger: "rude_tone", strength: 8, reactions: null, planUse: "used", held: 3, next: "then" },
      "Your plan is still to come.",
    ],
    [{ trigger: "rude_tone", next: "keep" }, "The last questions are still to come."],
    [{ trigger: "threat_harassment" }, "The last questions are still to come."],
    [{ trigger: "threat_harassment", keep: "no" }, "Everything is answered; it only has to be kept."],
  ])("%j", (answers, sentence) => {
    expect(stillToCome(flow, answers, context.say)).toBe(sentence);
  });
});
