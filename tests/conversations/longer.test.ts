import { describe, expect, it } from "vitest";
import { concernIn } from "../../src/conversations/care.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { fullReflection } from "../../src/conversations/full.ts";
import { habitsLike } from "../../src/conversations/habit.ts";
import { planPart } from "../../src/conversations/plan.ts";
import type { Answers } from "../../src/conversations/question.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import { reflectionFrom } from "../../src/conversations/result.ts";
import { settingsFrom, setupConversation, type SetupContext } from "../../src/conversations/setup.ts";
import { nextUnanswered, progressAt } from "../../src/conversations/walk.ts";
import { winConversation, winFrom } from "../../src/conversations/win.ts";
import { readEntry } from "../../src/reflection/validate.ts";
import { english } from "./english.ts";
import { person } from "./person.ts";

const compiled = english();
const context = person(compiled);
const full = fullReflection(context);

function walk(
  flow: Flow,
  given: Answers,
): { readonly order: readonly string[]; readonly answers: Answers; readonly last: string } {
  const order: string[] = [];
  let answers: Answers = {};
  let last = "";
  for (let at = nextUnanswered(flow, answers); at.at !== null; at = nextUnanswered(flow, answers)) {
    answers = at.answers;
    const progress = progressAt({ flow, answers, at: at.at });
    last = `${String(progress?.number)} of ${String(progress?.total)}`;
    order.push(at.at);
    answers = { ...answers, [at.at]: given[at.at] ?? null };
  }
  return { order, answers, last };
}

const THROUGH: Answers = {
  what: "a man shouted about a refund",
  trigger: "saying_no",
  strength: 7,
  reactions: ["rushed"],
  held: 2,
  thought: "i always mess this up",
  habits: ["all_or_nothing"],
  lens: "theirSide",
  theirSide: "he was afraid for his money",
  need: "heard",
  feeling: "irritated",
  control: "shared",
  firstPlan: "0",
  wantIt: 4,
  picture: "seen",
  stop: "go_on",
  line: "own",
  lineOwn: "I can be kind and say no.",
  after: 3,
  carry: 2,
  ease: "breath",
};

describe("the full reflection", () => {
  it("asks in the order that helps: the other side before the feeling, the plan before the offer to stop", () => {
    expect(walk(full, THROUGH).order).toEqual(Object.keys(THROUGH));
  });

  it("counts thirteen questions, fourteen with a plan", () => {
    expect(walk(full, THROUGH).last).toBe("13 of 13");
    expect(walk(full, { ...THROUGH, trigger: "rude_tone", next: "keep" }).last).toBe("14 of 14");
  });

  it("asks for at most four texts, where the answers are not all written by hand", () => {
    const { order, answers } = walk(full, { ...THROUGH, line: "A clear no, said kindly, is good service." });
    const texts = order.filter((id) => full.steps.find((step) => step.id === id)?.question(answers).kind === "text");
    expect(texts).toEqual(["what", "thought", "theirSide"]);
  });

  it("stops after the plan for whoever wants that", () => {
    const { order } = walk(full, { ...THROUGH, stop: "stop" });
    expect(order.at(-1)).toBe("stop");
    expect(order.indexOf("stop")).toBeGreaterThan(order.indexOf("picture"));
  });

  it("asks how much a plan is wanted only where it is new", () => {
    const kept = walk(full, { ...THROUGH, trigger: "rude_tone", next: "keep" }).order;
    expect(kept).not.toContain("wantIt");
    expect(kept).toContain("picture");
    expect(walk(full, { ...THROUGH, trigger: "rude_tone", next: "then", planThen: "count to three" }).order).toContain(
      "wantIt",
    );
  });

  it.each<[string, Answers, readonly string[], readonly string[]]>([
    ["a teammate", { lens: "teammate", teammate: "you did well" }, ["teammate"], ["theirSide", "need"]],
    ["nothing excuses it", { lens: "nothing" }, [], ["theirSide", "need", "teammate"]],
    ["little comes home", { carry: 1 }, [], ["ease"]],
    ["nothing went through the head", { thought: null }, [], ["habits"]],
    ["not mine to change: no first plan", { control: "not_mine" }, [], ["firstPlan", "wantIt", "picture", "stop"]],
    [
      "a threat takes the short road",
      { trigger: "threat_harassment", keep: "yes" },
      ["keep"],
      ["held", "lens", "feeling", "control", "firstPlan", "line", "after", "carry", "thought"],
    ],
  ])("%s", (_name, more, has, hasNot) => {
    const { order } = walk(full, { ...THROUGH, ...more });
    for (const id of has) expect(order).toContain(id);
    for (const id of hasNot) expect(order).not.toContain(id);
  });

  it("becomes a whole entry", () => {
    const result = reflectionFrom(full, context, walk(full, THROUGH).answers);
    expect(result?.fields).toEqual({
      trigger: "saying_no",
      stage: "limit_no",
      what: "a man shouted about a refund",
      strength: 7,
      reactions: ["rushed"],
      held: 2,
      thought: "i always mess this up",
      habits: ["all_or_nothing"],
      theirSide: "he was afraid for his money",
      need: "heard",
      feeling: "irritated",
      control: "shared",
      plan: { if: "I have to say no", then: "first say what I can do" },
      response: "can_cannot",
      wantIt: 4,
      line: "I can be kind and say no.",
      after: 3,
      carry: 2,
    });
    const read = readEntry(
      { ...result?.fields },
      { triggers: compiled.content.triggers.map(({ id }) => id), moment: () => null, kind: "reflection" },
    );
    expect(read.problems).toEqual([]);
  });

  it("brings the triggers first that the facts point to", () => {
    const pointing = fullReflection(
      person(compiled, { rank: () => [{ trigger: "my_mistake" }, { trigger: "rude_tone" }] }),
    );
    const question = pointing.steps.find(({ id }) => id === "trigger")?.question({ what: "i sent the wrong form" });
    expect(question?.kind === "rank" ? question.options.map(({ id }) => id) : []).toEqual([
      "my_mistake",
      "rude_tone",
      "saying_no",
      "already_angry",
      "tools_process",
    ]);
  });

  it("suggests kind lines that fit, the first by Enter", () => {
    const line = full.steps.find(({ id }) => id === "line")?.question({ trigger: "saying_no" });
    if (line?.kind !== "choice") throw new Error("no choice");
    const fitting = compiled.content.lines
      .filter(({ triggers }) => triggers.includes("saying_no"))
      .map(({ text }) => text);
    expect(line.options.slice(0, 3).map(({ label }) => label)).toEqual(fitting.slice(0, 3));
    expect(line.default).toBe(fitting[0]);
  });

  it("suggests first the line that fits what was said", () => {
    const asked: string[][] = [];
    const rankLines = (trigger: string, words: string): readonly { text: string }[] => {
      asked.push([trigger, words]);
      return ["one", "two", "three", "four"].map((text) => ({ text }));
    };
    const flow = fullReflection(person(compiled, { rankLines }));
    const line = flow.steps.find(({ id }) => id === "line")?.question({ trigger: "saying_no", what: "no refund", thought: "my fault" });
    if (line?.kind !== "choice") throw new Error("no choice");
    expect(asked).toEqual([["saying_no", "no refund\nmy fault"]]);
    expect(line.options.map(({ label }) => label)).toEqual(["one", "two", "three", "in my own words"]);
  });
});

describe("a win", () => {
  const flow = winConversation(context);
  it.each<[Answers, readonly string[], object | null]>([
    [
      { what: "she laughed", why: "no rush", who: "customer" },
      ["what", "why", "who"],
      { what: "she laughed", why: "no rush", who: "customer" },
    ],
    [{ what: "she laughed" }, ["what", "why", "who"], { what: "she laughed" }],
    [{}, ["what"], null],
  ])("%j", (given, order, fields) => {
    const walked = walk(flow, given);
    expect(walked.order).toEqual(order);
    expect(winFrom(walked.answers)).toEqual(fields);
  });
});

describe("the set-up", () => {
  const setup: SetupContext = { ...context, goal: null, words: [], contact: null };

  it.each<[Answers, object]>([
    [
      { goal: "that they were heard", words: ["calm", "brave", "clear"], hours: "nights", contact: "my lead, desk 12" },
      {
        goal: "I want customers to leave feeling that they were heard",
        words: ["calm", "brave", "clear"],
        dayStartsAt: "12:00",
        contact: "my lead, desk 12",
      },
    ],
    [
      { goal: "I want callers to feel heard", hours: "days" },
      { goal: "I want callers to feel heard", dayStartsAt: "04:00" },
    ],
    [{ hours: "mixed", words: ["calm", "fair"] }, {}],
    [{ goal: null, words: null, hours: null, contact: null }, {}],
  ])("%j", (answers, settings) => {
    expect(settingsFrom(setup, answers)).toEqual(settings);
  });

  it("shows what is set already", () => {
    const again = setupConversation({
      ...setup,
      goal: "I want callers to feel heard",
      words: ["calm", "fair", "clear"],
    });
    expect(again.steps[0]?.question({})).toMatchObject({ default: "I want callers to feel heard" });
    expect(again.steps[1]?.question({})).toMatchObject({ under: ["Now:  calm, fair, clear"] });
  });

  it("can be skipped whole", () => {
    expect(walk(setupConversation(setup), {}).order).toEqual(["goal", "words", "hours", "contact"]);
  });
});

describe("words that name more than a hard case", () => {
  const { support } = compiled.deep;
  it.each([
    ["i want to kill myself", "selfHarm"],
    ["I don’t want to live", "selfHarm"],
    ["I DON'T WANT TO LIVE.", "selfHarm"],
    ["he threatened to kill me", "threat"],
    ["he said he knows where I live", "threat"],
    ["the line is dead", null],
    ["she is a skilled myself-made person", null],
    ["", null],
  ])("%s", (text, concern) => {
    expect(concernIn(text, support)).toBe(concern);
  });

  it("are looked for in linear time", () => {
    expect(concernIn("kill my ".repeat(20_000), support)).toBeNull();
  });

  it("bring the support text, before anything else is asked", () => {
    const { order } = walk(full, { ...THROUGH, thought: "i am better off dead" });
    expect(order[order.indexOf("thought") + 1]).toBe("care");
    const care = full.steps.find(({ id }) => id === "care")?.question({ thought: "i am better off dead" });
    expect(care).toMatchObject({ kind: "pause", ask: compiled.deep.support.selfHarm });
  });
});

describe("a thought and its shortcut", () => {
  it.each([
    ["i always mess this up", "all_or_nothing"],
    ["i'm going to be fired for this", "worst_case"],
    ["he thinks i'm stupid", "mind_reading"],
    ["what an idiot he is", "labelling"],
  ])("%s", (thought, habit) => {
    expect(habitsLike(thought, compiled.deep.habits)[0]).toBe(habit);
  });

  it("has none where no word is known", () => {
    expect(habitsLike("xyzzy qwop", compiled.deep.habits)).toEqual([]);
  });
});

describe("a part of a plan in one's own words", () => {
  it.each([
    ["breathe out.", "then I will", "breathe out"],
    ["Then I will breathe out", "then I will", "breathe out"],
    ["if a caller shouts,", "If", "a caller shouts"],
    ['  say:\n "one moment"  ', "then I will", 'say: "one moment"'],
    ["iffy start", "If", "iffy start"],
    ["...", "If", "..."],
  ])("%j", (words, frame, part) => {
    expect(planPart(words, frame)).toBe(part);
  });
});

it("every question has its words, its help and safe ids", () => {
  const flows = [
    quickReflection(context),
    full,
    winConversation(context),
    setupConversation({ ...context, goal: null, words: [], contact: null }),
  ];
  const answers: readonly Answers[] = [
    {},
    THROUGH,
    { ...THROUGH, trigger: "threat_harassment" },
    { trigger: "rude_tone", words: "kill myself" },
    { trigger: "own", name: "x" },
  ];
  for (const flow of flows) {
    const ids = flow.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const step of flow.steps) {
      for (const given of answers) {
        if (step.when?.(given) === false) continue;
        const question = step.question(given);
        expect(question.id).toBe(step.id);
        expect(question.ask).not.toBe("");
        expect(question.ask).not.toMatch(/[{}]/);
        if (question.id !== "care") expect(compiled.deep.helps[question.text], question.text).toBeDefined();
        step.fold?.(given);
      }
    }
  }
});
