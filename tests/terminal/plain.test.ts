import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversations/flow.ts";
import { fullReflection } from "../../src/conversations/full.ts";
import type { ReflectContext } from "../../src/conversations/context.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import type { Answers } from "../../src/conversations/question.ts";
import { setupConversation } from "../../src/conversations/setup.ts";
import { winConversation } from "../../src/conversations/win.ts";
import { english } from "../conversations/english.ts";
import { person } from "../conversations/person.ts";
import { talk } from "./scripted.ts";

const compiled = english();
const noPlan = { planFor: () => null } satisfies Partial<ReflectContext>;

function flow(more: Partial<ReflectContext> = {}): Flow {
  return quickReflection(person(compiled, more));
}

/** What a conversation read aloud writes, with what was typed into it, and what it gives. */
async function aloud(
  conversation: Flow,
  ...lines: readonly string[]
): Promise<{ readonly text: string; readonly answers: Answers }> {
  const session = talk(compiled, conversation, { plain: true });
  for (const line of lines) session.type(`${line}\r`);
  session.type("\x03");
  const outcome = await session.outcome;
  return { text: session.written().replaceAll("\r\n", "\n"), answers: outcome.answers };
}

function said(text: string): string {
  return text.replace(/^\n/, "");
}

describe("the quick reflection, read aloud", () => {
  it("8a is printed once, top to bottom", async () => {
    const { text } = await aloud(flow(noPlan), "yelling about a refund", "", "8", "2 5");
    expect(text).toContain(
      said(`
A hard case. Leave out names and numbers of customers.
Control C stops and keeps. Type "back", "skip" or "help" at any question.

Question 1 of 5. What set it off?
1, Shouting or rude words.
2, I had to say no.
3, They came in angry.
4, Slow or broken tools.
5, They did not listen.
6, hear the whole list.
Number, or a few words, then Enter: yelling about a refund
I take that as: Shouting or rude words. Enter is yes, or type another:${" "}
Yes.

Question 2 of 5. How hard did it hit you? 0 is not at all, 10 is the worst.
Number, then Enter: 8

Question 3 of 5. What happened in you? Up to three numbers.
1, I stayed steady. 2, my body went tight. 3, I rushed.
4, I argued back. 5, I took it to heart. 6, hear the whole list.
Numbers, then Enter: 2 5
Picked: my body went tight. I took it to heart.

`),
    );
  });

  it("gives the same answers as the painted one", async () => {
    const { answers } = await aloud(flow(), "yelling about a refund", "", "8", "2 5", "1", "3", "");
    expect(answers).toEqual({
      trigger: "rude_tone",
      words: "yelling about a refund",
      stage: "limit_no",
      strength: 8,
      reactions: ["tight_body", "took_personally"],
      planUse: "used",
      held: 3,
      next: "keep",
    });
  });

  it("reads the plan, the three words and the next step", async () => {
    const { text } = await aloud(flow(), "1", "8", "2", "1", "3", "1", "count to three");
    expect(text).toContain("Question 1. What set it off?");
    expect(text).toContain("Shouting or rude words.\n\nQuestion 2 of 6.");
    expect(text).toContain(
      "Your plan:  If a caller shouts, then I will breathe out and slow down.\nQuestion 4 of 6. Did it come to mind?",
    );
    expect(text).toContain("You want to be: calm, fair, clear.\nQuestion 5 of 6.");
    expect(text).toContain("1, far off. 2, not close. 3, half way. 4, close. 5, just so.\nNumber, then Enter: 3");
    expect(text).toContain("If a caller shouts, then I will breathe out and slow down. Enter alone keeps");
    expect(text).toContain("Now: breathe out and slow down\nType it anew, or Enter alone keeps it: count to three");
  });

  it("reads the support text after a threat", async () => {
    const { text, answers } = await aloud(flow(), "6", "3", "1", "skip");
    expect(text).toContain("This should not have happened to you. It is not about your skill.");
    expect(text).toContain("To talk to a person: 988 (US), 116 123 (UK, Ireland), findahelpline.com.");
    expect(text).toContain("Question 1 of 2. Keep a note that it happened?\n1, yes. 2, no, nothing is kept.");
    expect(answers).toMatchObject({ trigger: "threat_harassment", keep: "yes", strength: null });
  });
});

describe("what is typed, read aloud", () => {
  it.each<[string, readonly string[], string]>([
    ["a number too high for the list", ["9"], "I did not find that in the list. Please try again."],
    ["words that nothing is close to", ["zzz"], "Nothing is close to these words. Please try others, or a number."],
    ["no answer at all where one is needed", [""], "This question cannot be skipped. All others can."],
    ["no answer at all where none is needed", ["1", ""], "Skipped."],
    ["skip where an answer is needed", ["skip"], "This question cannot be skipped. All others can."],
    ["a number off the scale", ["1", "11"], "A number from 0 to 10, please."],
    ["words on a scale", ["1", "very hard"], "A number from 0 to 10, please."],
    ["too many", ["1", "8", "1 2 3 4"], "3 at most."],
    ["help", ["help"], "The thing that threw you"],
    ["a question mark is help too", ["?"], "The thing that threw you"],
    ["the whole list", ["6"], "18, My own load was heavy.\n19, none of these, name my own."],
  ])("%s", async (_name, lines, expected) => {
    expect((await aloud(flow(), ...lines)).text).toContain(expected);
  });

  it("another word instead of yes", async () => {
    const { answers } = await aloud(flow(), "yelling", "2");
    expect(answers).toMatchObject({ trigger: "saying_no" });
  });

  it("back, to the stage and to the trigger", async () => {
    const { text, answers } = await aloud(flow(), "1", "back", "2", "back", "back", "2");
    expect(text).toContain("Where in the case was it?");
    expect(answers).toEqual({ trigger: "saying_no", words: null, stage: "limit_no" });
  });

  it("numbers in other scripts, and with commas", async () => {
    expect((await aloud(flow(), "１", "８", "2, 5")).answers).toMatchObject({
      strength: 8,
      reactions: ["tight_body", "took_personally"],
    });
  });

  it("one's own trigger, by its number in the whole list", async () => {
    expect((await aloud(flow(), "6", "19", "cats on desk")).answers).toMatchObject({
      trigger: "own",
      name: "cats on desk",
    });
  });

  it("own words among several", async () => {
    const setup = setupConversation({ ...person(compiled), goal: null, words: [], contact: null });
    expect((await aloud(setup, "heard", "1, kind and brave")).answers).toMatchObject({
      words: ["calm", "kind", "brave"],
    });
  });
});

describe("nothing moves", () => {
  it("in any conversation, whatever is typed: no escape sequence but the mode of pasting", async () => {
    const context = person(compiled);
    const flows = [
      flow(),
      fullReflection(context),
      winConversation(context),
      setupConversation({ ...context, goal: null, words: [], contact: null }),
    ];
    const key = fc.constantFrom(
      "1",
      "2",
      "6",
      "0",
      "words",
      "back",
      "skip",
      "help",
      "?",
      "\r",
      "\r",
      "\r",
      "\t",
      "\x1b",
      "\x7f",
      "\x15",
      "\x1b[A",
      "\x1b[200~p\rq\x1b[201~",
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...flows), fc.array(key, { maxLength: 50 }), async (conversation, keys) => {
        const session = talk(compiled, conversation, { plain: true });
        for (const pressed of keys) session.type(pressed, true);
        session.type("\x03", true);
        await session.outcome;
        expect(session.written().replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toContain("\x1b");
      }),
      { numRuns: 60 },
    );
  });

  it("and a terminal that knows no sequences gets none at all", async () => {
    const session = talk(compiled, flow(), { plain: true, escapes: false });
    session.type("1\r8\r\x03");
    await session.outcome;
    expect(session.written()).not.toContain("\x1b");
  });
});
