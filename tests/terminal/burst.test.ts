import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversations/flow.ts";
import { burstOf, isBurst } from "../../src/terminal/burst.ts";
import { english } from "../conversations/english.ts";
import { talk, type Session } from "./scripted.ts";

describe("what comes at once", () => {
  it.each([
    ["two lines", "one\rtwo", true],
    ["Unix line ends", "one\ntwo\n", true],
    ["another script", "\u043e\u0434\u0438\u043d\r\u0434\u0432\u0430", true],
    ["numbers of customers", "40012345\r40012346", true],
    ["a long text without a line end", "x".repeat(1000), true],
    ["words and Enter", "kept yelling\r", false],
    ["words and two Enters", "kept yelling\r\r", false],
    ["digits typed ahead", "1825\r13\r", false],
    ["arrows typed ahead", "\x1b[B\x1b[B\r\x1bOA8", false],
    ["one key", "\r", false],
  ])("%s", (_name, chunk, burst) => {
    expect(isBurst(chunk)).toBe(burst);
  });

  it("gives what can be taken in, and holds back what may belong to the next piece", () => {
    expect(burstOf("one\rtwo\r\r")).toEqual({ words: "one\rtwo", stops: false, rest: "\r\r" });
    expect(burstOf("one\rtwo\x1b[3")).toEqual({ words: "one\rtwo", stops: false, rest: "\x1b[3" });
    expect(burstOf("one\rtwo\x03")).toMatchObject({ stops: true });
  });
});

const three: Flow = {
  id: "three",
  steps: ["a", "b", "c"].map((id) => ({
    id,
    question: () => ({ kind: "text", id, text: "reflect.name", ask: `What is ${id}?`, skippable: true }),
  })),
};

async function begun(plain: boolean): Promise<Session> {
  const talked = talk(english(), three, { plain });
  await expect.poll(() => talked.written()).toContain("What is a?");
  return talked;
}

describe.each([false, true])("lines that are pasted without marks (plain: %s)", (plain) => {
  it("however they are cut, they stay at one question, whole", async () => {
    const text = "They came in shouting.\r\x1b[31mThen\x1b[0m it went on:\r12345\rand on\rand on\rfor 9 minutes";
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: text.indexOf("went"), max: text.length }), { maxLength: 4 }), async (cuts) => {
        const talked = await begun(plain);
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        for (const [index, at] of places.slice(1).entries()) talked.type(text.slice(places[index], at));
        talked.clock.pass(60);
        talked.type("\r");
        talked.type("\x03");
        const outcome = await talked.outcome;
        const words = "They came in shouting.\nThen it went on:\n12345\nand on\nand on\nfor 9 minutes";
        expect(outcome.answers).toEqual({ a: words });
        expect(talked.restored()).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it("Ctrl-C behind them stops, and they are kept", async () => {
    const talked = await begun(plain);
    talked.type("one\rtwo\x03");
    expect(await talked.outcome).toMatchObject({ type: "stopped", typed: { question: "a", text: "one\ntwo" } });
  });

  it("a moment later Enter is a key again", async () => {
    const talked = await begun(plain);
    talked.type("one\rtwo\r");
    talked.clock.pass(60);
    talked.type("\r");
    await expect.poll(() => talked.written()).toContain("What is b?");
    talked.type("\x03");
    expect((await talked.outcome).answers).toEqual({ a: "one\ntwo" });
  });
});
