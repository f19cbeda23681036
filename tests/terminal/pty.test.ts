import { describe, expect, it } from "vitest";
import type { Pty } from "../pty.ts";
import { ask, type Asked, childOf } from "./asked.ts";

/** Keys up to each question, and what its screen shows. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ["", "What set it off?"],
  ["1", "How hard did it hit you?"],
  ["18", "What happened in you?"],
  ["1825\r", "Did it come to mind?"],
  ["1825\r1", "How close did you stay to that?"],
  ["1825\r13", "Enter keeps it"],
  ["1825\r131half", "> half"],
];

/** Keys one after the other; words are typed once the question that takes them is there. */
async function press(pty: Pty, keys: string): Promise<void> {
  const [digits = "", half = ""] = keys.split(/(?=half)/);
  pty.send(digits);
  if (half === "") return;
  await pty.shows("What will you do then?");
  pty.send(half);
}

describe("a conversation that is broken off", () => {
  const signals = ["SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"] as const;
  const runs = QUESTIONS.map(
    ([keys, shown], index) => [keys, signals[index % signals.length] ?? "SIGTERM", shown] as const,
  );

  it.each(runs)("after %j by %s: nothing is lost, and the terminal is as it was", async (keys, signal, shown) => {
    const { pty, outcome, settings, drafts } = ask();
    await pty.shows("What set it off?");
    await press(pty, keys);
    await pty.shows(shown);
    process.kill(await childOf(pty), signal);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(outcome()).toMatchObject({ type: "stopped", signal });
    if (keys !== "") expect(drafts().at(-1)).toMatchObject({ answers: outcome().answers, typed: outcome().typed });
    expect(settings()[1]).toBe(settings()[0]);
    expect(pty.modes()).toMatchObject({ bracketedPaste: false, cursorShown: true });
    expect(pty.screen()).toBe("");
  });

  it.each([
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("by %s, half-typed words and all", async (_key, stop) => {
    const { pty, outcome, settings } = ask();
    await pty.shows("What set it off?");
    pty.send("kept yelling abo");
    await pty.shows("yelling abo");
    pty.send(stop);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(outcome()).toMatchObject({ type: "stopped", typed: { question: "trigger", text: "kept yelling abo" } });
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("by a kill that nothing can catch: the draft has every key", async () => {
    const { pty, drafts } = ask();
    await pty.shows("What set it off?");
    pty.send("18");
    await pty.shows("What happened in you?");
    pty.send("25");
    await pty.shows("Picked: my body went tight, I took it to heart.");
    process.kill(await childOf(pty), "SIGKILL");
    await pty.exit();
    expect(drafts().at(-1)).toMatchObject({
      answers: { trigger: "rude_tone", strength: 8, reactions: ["tight_body", "took_personally"] },
    });
  });

  it("by its window being closed", async () => {
    const { pty, drafts, outcome, ended } = ask();
    await pty.shows("What set it off?");
    pty.send("18");
    await pty.shows("What happened in you?");
    pty.hangUp();
    await pty.waitFor("its outcome", () => ended());
    expect(outcome()).toMatchObject({ type: "stopped", answers: { trigger: "rude_tone", strength: 8 } });
    expect(drafts().at(-1)).toMatchObject({ answers: { trigger: "rude_tone", strength: 8 } });
  });

  it.each(QUESTIONS.slice(1))("goes on exactly there after %j", async (keys, shown) => {
    const first = ask();
    await first.pty.shows("What set it off?");
    await press(first.pty, keys);
    await first.pty.shows(shown);
    first.pty.send("\x03");
    await first.pty.exit();
    const from = first.outcome();
    const second = ask({ from: { answers: from.answers, typed: from.typed } });
    await second.pty.shows(shown);
    second.pty.send("\x03");
    await second.pty.exit();
    expect(second.outcome()).toMatchObject({ answers: from.answers, typed: from.typed });
  });
});

describe("idle", () => {
  it("takes the words off the screen, and any key brings them back", async () => {
    const { pty } = ask({ env: { IDLE_MS: "300" } });
    await pty.shows("What set it off?");
    pty.send("kept yelling");
    await pty.shows("Paused. Your words are kept.");
    expect(pty.everything()).not.toContain("yelling");
    pty.send("x");
    await pty.shows("> kept yelling");
    pty.send("\x03");
    await pty.exit();
  });
});

describe("without drawing", () => {
  const walk = async (env: Readonly<Record<string, string>>): Promise<Asked> => {
    const asked = ask({ env, rows: 60 });
    const { pty } = asked;
    await pty.shows("Number, or a few words, then Enter:");
    pty.send("yelling abouu\x7ft a refund\r");
    await pty.shows("I take that as");
    for (const [keys, next] of [
      ["\r", "How hard"],
      ["8\r", "Up to three numbers"],
      ["2 5\r", "Did it come to mind?"],
      ["1\r", "How close"],
      ["3\r", "Enter alone keeps"],
    ] as const) {
      pty.send(keys);
      await pty.shows(next);
    }
    pty.send("\r");
    await pty.shows("KEPT");
    expect(await pty.exit()).toMatchObject({ code: 0 });
    return asked;
  };

  it("a screen reader hears everything once: nothing moves", async () => {
    const { pty, outcome, settings } = await walk({ READER: "1" });
    expect(pty.raw.replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toContain("\x1b");
    expect(pty.everything().match(/How hard did it hit you/g)).toHaveLength(1);
    expect(outcome().answers).toMatchObject({ words: "yelling about a refund", strength: 8, next: "keep" });
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("a terminal without cursor movement gets the same, and no sequence at all", async () => {
    const { pty, settings } = await walk({ TERM: "dumb" });
    expect(pty.raw).not.toContain("\x1b");
    expect(pty.raw).toMatch(/^[\x08\x0a\x0d\x20-\x7e]*$/);
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("half-typed words survive there too", async () => {
    const { pty, drafts } = ask({ env: { READER: "1" } });
    await pty.shows("then Enter:");
    pty.send("kept yel");
    await pty.shows("kept yel");
    process.kill(await childOf(pty), "SIGKILL");
    await pty.exit();
    expect(drafts().at(-1)).toMatchObject({ typed: { question: "trigger", text: "kept yel" } });
  });
});
