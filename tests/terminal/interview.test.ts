import { describe, expect, it } from "vitest";
import { fullReflection } from "../../src/conversations/full.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import type { Answers, Typed } from "../../src/conversations/question.ts";
import { setupConversation } from "../../src/conversations/setup.ts";
import { english } from "../conversations/english.ts";
import { person } from "../conversations/person.ts";
import { type Script, type Session, talk } from "./scripted.ts";

const compiled = english();
const flow = quickReflection(person(compiled));

interface Draft {
  readonly answers: Answers;
  readonly typed: Typed | null;
  readonly because: string;
}

function session(script: Script = {}): Session & { readonly drafts: Draft[]; readonly ready: Promise<void> } {
  const drafts: Draft[] = [];
  const started = talk(compiled, flow, {
    onDraft: (answers, typed, because) => {
      drafts.push({ answers, typed, because });
    },
    ...script,
  });
  const ready = (async () => {
    while (started.input.listenerCount("data") === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  })();
  return { ...started, drafts, ready };
}

describe("a conversation", () => {
  it("gives all answers, and leaves the terminal as it was", async () => {
    const talked = session();
    talked.type("1825\r13\r");
    expect(await talked.outcome).toEqual({
      type: "done",
      answers: {
        trigger: "rude_tone",
        words: null,
        stage: "limit_no",
        strength: 8,
        reactions: ["tight_body", "took_personally"],
        planUse: "used",
        held: 3,
        next: "keep",
      },
    });
    expect(talked.restored()).toBe(true);
    expect(talked.written()).toMatch(/\x1b\[J\x1b\[\?2004l$/);
  });

  it("takes eight keys on a trigger that is known", () => {
    expect("\r825\r13\r").toHaveLength(8);
  });

  it("keeps each answer before the next question shows", async () => {
    const seen: string[] = [];
    const talked = session({
      onDraft: (answers, _typed, because) => {
        seen.push(
          `${because} ${Object.keys(answers).join(" ")} | ${talked.written().includes("How hard did") ? "asked" : "not asked"}`,
        );
      },
    });
    await talked.ready;
    talked.type("1");
    expect(seen).toEqual(["answered trigger words stage | not asked"]);
    expect(talked.written()).toContain("How hard did");
    talked.type("\x03");
    await talked.outcome;
  });

  it("keeps half-typed words at every key, and picks that were not sent", async () => {
    const talked = session();
    await talked.ready;
    for (const key of "kept") talked.type(key);
    expect(talked.drafts.map(({ typed }) => typed?.text)).toEqual(["k", "ke", "kep", "kept"]);
    expect(talked.drafts.every(({ because }) => because === "typed")).toBe(true);
    talked.type("\r82");
    expect(talked.drafts.at(-1)).toMatchObject({
      answers: { strength: 8, reactions: ["tight_body"] },
      typed: { question: "reactions", text: "" },
    });
    talked.type("\x03");
    expect(await talked.outcome).toMatchObject({
      type: "stopped",
      signal: "SIGINT",
      answers: { reactions: ["tight_body"] },
      typed: { question: "reactions" },
    });
  });

  it("hands over nothing where nothing is new", async () => {
    const talked = session();
    await talked.ready;
    talked.type("\x1b[C\x1b[C?x");
    expect(talked.drafts).toEqual([]);
    talked.type("\x03");
    expect(await talked.outcome).toEqual({ type: "stopped", signal: "SIGINT", answers: {}, typed: null });
    expect(talked.drafts).toEqual([]);
  });

  it("hands over no run of digits that may still grow", async () => {
    const talked = session();
    await talked.ready;
    for (const key of "card 4111 1111 1111 1111 it was") talked.type(key);
    const texts = talked.drafts.map(({ typed }) => typed?.text ?? "");
    const halves = texts.filter((text) => /\d/.test(text) && !text.includes(" i"));
    for (const text of halves) expect(text.replace(/\D/g, "").length).toBeLessThan(6);
    expect(texts.at(-1)).toBe("card  it was");
    talked.type("\x03");
    await talked.outcome;
  });

  it("keeps half-typed words of a question that was left by Esc, and finds them again", async () => {
    const full = fullReflection(person(compiled));
    const first = talk(compiled, full, {});
    for (const keys of ["a man shouted\r", "half a th", "\x1b"]) first.type(keys);
    await expect.poll(() => first.written()).toContain("> half a th");
    first.clock.pass(50);
    first.type("\x03");
    const broken = await first.outcome;
    expect(broken).toMatchObject({
      typed: { question: "what" },
      answers: { what: "a man shouted", "left:trigger": "half a th" },
    });
    const second = talk(compiled, full, {
      answers: broken.answers,
      ...("typed" in broken ? { typed: broken.typed } : {}),
    });
    second.type("\r");
    await expect.poll(() => second.written()).toContain("> half a th");
    second.type("\r\x03");
    expect(await second.outcome).toMatchObject({ answers: { what: "a man shouted", words: "half a th" } });
  });

  it("keeps picks of a question that was left by Esc, and finds them again", async () => {
    const first = session();
    await first.ready;
    first.type("1825");
    first.type("\x1b");
    first.clock.pass(50);
    first.type("\x03");
    const broken = await first.outcome;
    expect(broken.answers).toMatchObject({ "left:reactions": ["tight_body", "took_personally"] });
    const second = talk(compiled, quickReflection(person(compiled)), { answers: broken.answers });
    second.type("8");
    await expect.poll(() => second.written()).toContain("Picked: my body went tight, I took it to heart.");
    second.type("\r");
    second.type("\x03");
    expect(await second.outcome).toMatchObject({ answers: { reactions: ["tight_body", "took_personally"] } });
  });

  it("masks words in drafts and in what it gives", async () => {
    const talked = session({ mask: (text) => text.replace(/\d{4}/g, "****") });
    await talked.ready;
    talked.type("call 1234 now");
    expect(talked.drafts.at(-1)?.typed?.text).toBe("call **** now");
    talked.type("\r825\r13\r");
    expect(await talked.outcome).toMatchObject({ answers: { words: "call **** now", trigger: "rude_tone" } });
  });

  it("masks words among several too", async () => {
    const setup = setupConversation({ ...person(compiled), goal: null, words: [], contact: null });
    const talked = talk(compiled, setup, { mask: (text) => text.replace(/\d{4}/g, "****") });
    talked.type("\t12x 1234\r\r\t\t");
    expect(await talked.outcome).toMatchObject({ answers: { words: ["calm", "fair", "x ****"] } });
  });

  it("makes a draft's words harmless", async () => {
    const talked = session({ typed: { question: "trigger", text: "kept \x1b[2J\u202eyelling" } });
    await talked.ready;
    expect(talked.written()).toContain("> kept yelling");
    talked.type("\x03");
    await talked.outcome;
  });

  it("goes on where it was broken off", async () => {
    const talked = session({ answers: { trigger: "rude_tone", words: null, stage: "limit_no" }, typed: null });
    await talked.ready;
    expect(talked.written()).toContain("2 of 6");
    talked.type("825\r13\r");
    expect(await talked.outcome).toMatchObject({ type: "done", answers: { strength: 8 } });
  });

  it("asks nothing where all was answered before", async () => {
    const answers = { trigger: "threat_harassment", words: null, keep: "no" };
    expect(await talk(compiled, flow, { answers }).outcome).toEqual({ type: "done", answers });
  });

  it("leaves at the first question with Esc", async () => {
    const talked = session();
    await talked.ready;
    talked.type("\x1b");
    talked.clock.pass(50);
    expect(await talked.outcome).toEqual({ type: "left", answers: {}, typed: null });
    expect(talked.restored()).toBe(true);
  });

  it("rejects with what a draft's keeper throws, the terminal as it was", async () => {
    const talked = session({
      onDraft: () => {
        throw new Error("disk full");
      },
    });
    talked.type("1");
    await expect(talked.outcome).rejects.toThrow("disk full");
    expect(talked.restored()).toBe(true);
  });
});

describe("a conversation that is stopped", () => {
  const keys = ["", "kept yel", "1", "18", "1825", "1825\r", "1825\r1", "1825\r13", "1825\r131half a th", "1?", "11"];

  it.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)("by %s at any question keeps everything", async (signal) => {
    for (const plain of [false, true]) {
      for (const typed of keys) {
        const talked = session({ plain });
        await talked.ready;
        talked.type(plain ? typed.replaceAll(/(?<=^|\d)(\d)/g, "$1\r") : typed);
        const before = talked.drafts.at(-1);
        talked.signals.emit(signal);
        const outcome = await talked.outcome;
        expect(outcome).toMatchObject({ type: "stopped", signal });
        expect(talked.restored()).toBe(true);
        if (before !== undefined) expect(outcome).toMatchObject({ answers: before.answers, typed: before.typed });
      }
    }
  });

  it.each(["end", "close"] as const)("by the %s of its input too", async (event) => {
    const talked = session();
    await talked.ready;
    talked.type("1");
    talked.input.emit(event);
    expect(await talked.outcome).toMatchObject({ type: "stopped", signal: "end", answers: { trigger: "rude_tone" } });
    expect(talked.restored()).toBe(true);
  });

  it("by Ctrl-D like by Ctrl-C", async () => {
    const talked = session();
    talked.type("words\x04");
    expect(await talked.outcome).toMatchObject({ type: "stopped", typed: { question: "trigger", text: "words" } });
  });

  it("only once", async () => {
    const talked = session();
    await talked.ready;
    talked.signals.emit("SIGTERM");
    talked.signals.emit("SIGTERM");
    talked.input.emit("end");
    expect(await talked.outcome).toMatchObject({ signal: "SIGTERM" });
  });
});

describe("time", () => {
  it("a one becomes an answer after 0.6 seconds, and not before", async () => {
    const talked = session();
    await talked.ready;
    talked.type("11");
    talked.clock.pass(599);
    expect(talked.drafts.at(-1)).toMatchObject({ answers: { strength: 1 }, typed: { question: "strength" } });
    expect(talked.written()).not.toContain("What happened in you?");
    talked.clock.pass(1);
    expect(talked.written()).toContain("What happened in you?");
    talked.type("\x03");
    await talked.outcome;
  });

  it("after three idle minutes the words leave the screen; any key brings them back", async () => {
    const talked = session();
    await talked.ready;
    talked.type("kept yelling");
    talked.clock.pass(179_999);
    expect(talked.written()).not.toContain("Paused");
    talked.clock.pass(1);
    expect(talked.written()).toContain("Paused. Your words are kept.");
    const before = talked.written().length;
    talked.type("x");
    expect(talked.written().slice(before)).toContain("> kept yelling\x1b[K");
    talked.type("\x03");
    expect(await talked.outcome).toMatchObject({ typed: { text: "kept yelling" } });
  });

  it("a key begins the three minutes anew", async () => {
    const talked = session();
    await talked.ready;
    talked.clock.pass(100_000);
    talked.type("k");
    talked.clock.pass(100_000);
    expect(talked.written()).not.toContain("Paused");
    talked.type("\x03");
    await talked.outcome;
  });

  it("a lone Esc is one after a moment", async () => {
    const talked = session();
    await talked.ready;
    talked.type("1");
    talked.type("\x1b");
    expect(talked.written()).not.toContain("Where in the case");
    talked.clock.pass(40);
    expect(talked.written()).toContain("Where in the case");
    talked.type("\x03");
    await talked.outcome;
  });
});

describe("stop and go on", () => {
  it("Ctrl-Z gives the terminal back, and paints anew afterwards", async () => {
    const talked = session();
    await talked.ready;
    talked.type("kept");
    const suspend = talked.signals.suspend.bind(talked.signals);
    let rawMeanwhile: boolean | null = null;
    talked.signals.suspend = (): void => {
      rawMeanwhile = talked.input.raw;
      suspend();
    };
    const before = talked.written().length;
    talked.type("\x1a");
    expect(talked.signals.suspended).toBe(1);
    expect(rawMeanwhile).toBe(false);
    expect(talked.input.raw).toBe(true);
    expect(talked.written().slice(before)).toContain("> kept");
    talked.type("\x03");
    expect(await talked.outcome).toMatchObject({ typed: { text: "kept" } });
  });

  it("what was painted after it is taken off where the signal that it goes on comes late", async () => {
    const talked = session();
    await talked.ready;
    talked.type("\x1a");
    const before = talked.written().length;
    talked.signals.emit("SIGCONT");
    expect(talked.written().slice(before)).toMatch(/^\x1b\[\?2004h\x1b\[\d+A\r\x1b\[J/);
    talked.clock.pass(1000);
    const later = talked.written().length;
    talked.signals.emit("SIGCONT");
    expect(talked.written().slice(later)).not.toContain("\x1b[J");
    talked.type("\x03");
    await talked.outcome;
    expect(talked.restored()).toBe(true);
  });

  it("SIGTSTP is the key", async () => {
    const talked = session();
    await talked.ready;
    talked.signals.emit("SIGTSTP");
    expect([talked.signals.suspended, talked.signals.listenerCount("SIGTSTP")]).toEqual([1, 1]);
    talked.type("\x03");
    await talked.outcome;
  });

  it("being continued from outside paints anew", async () => {
    const talked = session();
    await talked.ready;
    const before = talked.written().length;
    talked.signals.emit("SIGCONT");
    expect(talked.written().slice(before)).toContain("What set it off?");
    talked.type("\x03");
    await talked.outcome;
  });

  it("a new size paints anew", async () => {
    const talked = session();
    await talked.ready;
    talked.screen.columns = 40;
    talked.screen.emit("resize");
    expect(talked.written()).toContain("Type words, or press a number.");
    talked.type("\x03");
    await talked.outcome;
  });
});

describe("writing in an editor", () => {
  const full = fullReflection(person(compiled));

  it("gives the terminal away, takes the text, and goes on", async () => {
    let given = "";
    const talked = talk(compiled, full, {
      editing: {
        name: "nano",
        edit: (text) => {
          given = `${text}|${talked.input.raw}`;
          return Promise.resolve({ type: "done", text: "a man shouted\nabout a refund" });
        },
      },
    });
    talked.type("half\x1bOP1");
    await expect.poll(() => talked.written()).toContain("about a refund");
    expect(given).toBe("half|false");
    talked.type("\r\x03");
    expect(await talked.outcome).toMatchObject({ answers: { what: "a man shouted\nabout a refund" } });
    expect(talked.restored()).toBe(true);
  });

  it("keeps the words where it fails, and says so", async () => {
    const talked = talk(compiled, full, {
      editing: { name: "nano", edit: () => Promise.resolve({ type: "missing" }) },
    });
    talked.type("half\x1bOP1");
    await expect.poll(() => talked.written()).toContain("nano could not be started. Your words are as they were.");
    talked.type("\x03");
    expect(await talked.outcome).toMatchObject({ typed: { question: "what", text: "half" } });
  });

  it("is stopped with the conversation", async () => {
    let stop: AbortSignal | null = null;
    const talked = talk(compiled, full, {
      editing: {
        name: "nano",
        edit: (_text, signal) => {
          stop = signal;
          return new Promise((resolve) => {
            signal.addEventListener("abort", () => {
              resolve({ type: "stopped" });
            });
          });
        },
      },
    });
    talked.type("half\x1bOP1");
    await expect.poll(() => stop).not.toBeNull();
    talked.signals.emit("SIGTERM");
    expect(await talked.outcome).toMatchObject({ type: "stopped", signal: "SIGTERM", typed: { text: "half" } });
    expect((stop as AbortSignal | null)?.aborted).toBe(true);
    expect(talked.restored()).toBe(true);
  });

  it("is offered by a word where nothing is drawn", async () => {
    const talked = talk(compiled, full, {
      plain: true,
      editing: { name: "nano", edit: () => Promise.resolve({ type: "done", text: "long text" }) },
    });
    talked.type("help\r");
    talked.type("editor\r");
    await expect.poll(() => talked.written()).toContain("Now: long text");
    expect(talked.written()).toContain('Type "editor" to write in nano.');
    talked.type("\r\x03");
    expect(await talked.outcome).toMatchObject({ answers: { what: "long text" } });
  });
});
