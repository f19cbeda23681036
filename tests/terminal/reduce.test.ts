import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversations/flow.ts";
import type { Answers, Question } from "../../src/conversations/question.ts";
import { edited, idle, reduce } from "../../src/terminal/reduce.ts";
import { arriveAt, begin, type State } from "../../src/terminal/state.ts";
import { after, started } from "./screens.ts";

const base = { text: "x.y", ask: "Well?", skippable: true } as const;
const options = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
const all = ["a", "b", "c", "d", "apple", "bear"].map((id) => ({ id, label: id.toUpperCase() }));

const choice: Question = { ...base, kind: "choice", id: "q", options };
const withDefault: Question = { ...base, kind: "choice", id: "q", options, default: "b" };
const needed: Question = { ...base, kind: "choice", id: "q", options, skippable: false };
const searchable: Question = { ...base, kind: "choice", id: "q", options, all, more: { id: "more", label: "More" } };
const some: Question = {
  ...base,
  kind: "choices",
  id: "q",
  options,
  all,
  more: { id: "more", label: "More" },
  most: 2,
};
const three: Question = { ...base, kind: "choices", id: "q", options: all, most: 3, least: 3, own: true };
const scale: Question = { ...base, kind: "scale", id: "q", from: 0, to: 10, labels: {} };
const short: Question = { ...base, kind: "scale", id: "q", from: 1, to: 5, labels: {} };
const words: Question = { ...base, kind: "text", id: "q" };
const must: Question = { ...base, kind: "text", id: "q", skippable: false };
const filled: Question = { ...base, kind: "text", id: "q", default: "as before" };
const beginning: Question = { ...base, kind: "text", id: "q", default: "It is ", goesOn: true };
const plan: Question = { ...base, kind: "plan", id: "q", plan: { if: "x", then: "y" }, options };
const pause: Question = { ...base, kind: "pause", id: "q" };
const rank: Question = {
  ...base,
  kind: "rank",
  id: "q",
  options,
  all,
  more: { id: "more", label: "More" },
  none: { id: "own", label: "None of these" },
  rank: (text) => (text.startsWith("z") ? [] : ["d", "b"]),
  words: "said",
};

function flowOf(...questions: readonly Question[]): Flow {
  return { id: "test", steps: questions.map((question) => ({ id: question.id, question: () => question })) };
}

/** The answers after keys at one question. */
function answers(question: Question, keys: string): Answers {
  return after(begin(flowOf(question), {}), keys).answers;
}

function state(question: Question, keys: string): State {
  return after(begin(flowOf(question), {}), keys);
}

const UP = "\x1b[A";
const DOWN = "\x1b[B";
const RIGHT = "\x1b[C";
const LEFT = "\x1b[D";

describe("keys that answer", () => {
  it.each<[string, Question, string, Answers[string]]>([
    ["a digit picks", choice, "2", "b"],
    ["a digit of another script picks", choice, "２", "b"],
    ["arrows and Enter", choice, `${DOWN}${DOWN}\r`, "b"],
    ["arrows stop at the ends", choice, `${DOWN}${DOWN}${DOWN}${DOWN}${DOWN}\r`, "c"],
    ["up begins at the end", choice, `${UP}\r`, "c"],
    ["right and left too", choice, `${RIGHT}${RIGHT}${LEFT}\r`, "a"],
    ["Enter takes the default", withDefault, "\r", "b"],
    ["arrows begin at the default", withDefault, `${DOWN}\r`, "c"],
    ["Tab skips", choice, "\t", null],
    ["words find in a long list", searchable, "ap\r", "apple"],
    ["the whole list by its digit", searchable, "44", "d"],
    ["several, by digits", some, "13\r", ["a", "c"]],
    ["the same digit takes it back", some, "131\r", ["c"]],
    ["no more than there is room for", some, "123\r", ["a", "b"]],
    ["words pick one of the whole list", some, "1be\r\r", ["a", "bear"]],
    ["space picks where the arrows stand", some, `${DOWN} \r`, ["a"]],
    ["Enter alone skips several", some, "\r", null],
    ["own words among several", three, "12kindness\r\r", ["a", "b", "kindness"]],
    ["a scale at once", scale, "8", 8],
    ["nought at once", scale, "0", 0],
    ["one and nought are ten", scale, "10", 10],
    ["one, and the wait is over", scale, "1wait", 1],
    ["one, and Enter", scale, "1\r", 1],
    ["backspace takes the one back", scale, "1\x7f7", 7],
    ["Esc takes the one back", scale, "1\x1b3", 3],
    ["one at once where there is no ten", short, "1", 1],
    ["arrows on a scale", scale, `${RIGHT}${RIGHT}${RIGHT}\r`, 2],
    ["from the end", scale, `${LEFT}\r`, 10],
    ["words", words, "hello there\r", "hello there"],
    ["words are trimmed", words, "  hello \r", "hello"],
    ["digits are words in a text", words, "12\r", "12"],
    ["Enter alone skips a text", words, "\r", null],
    ["blanks alone skip a text", words, "   \r", null],
    ["Enter keeps what stood there", filled, "\r", "as before"],
    ["or typed words take its place", filled, "anew\r", "anew"],
    ["pasted ones too", filled, "\x1b[200~a\rb\x1b[201~\r", "a\nb"],
    ["or an arrow opens it", filled, `${RIGHT}!\r`, "as before!"],
    ["or a blank", filled, " x\r", "as beforex"],
    ["or it is shortened", filled, "\x7f\x7f\r", "as befo"],
    ["or cleared", filled, "\x15\r", null],
    ["or left out", filled, "\t", null],
    ["a beginning is gone on with", beginning, "late\r", "It is late"],
    ["Tab takes what is picked", some, "12\t", ["a", "b"]],
    ["Enter keeps a plan", plan, "\r", "keep"],
    ["a digit changes it", plan, "2", "b"],
    ["any key goes on", pause, "x", "seen"],
    ["Tab goes on too", pause, "\t", "seen"],
    ["a ranked list, by digit", rank, "3", "c"],
    ["the first of what the words point to", rank, "dog\r", "d"],
    ["another one, by arrow", rank, `dog${DOWN}\r`, "b"],
    ["none of these", rank, `dog${DOWN}${DOWN}\r`, "own"],
    ["nothing matches: arrows take from the usual list", rank, `zzz${DOWN}${DOWN}\r`, "b"],
    ["the whole list, by its digit", rank, "45", "apple"],
    ["none of these stands at the end of the whole list", rank, `4${UP}`.concat(DOWN.repeat(7), "\r"), "own"],
  ])("%s", (_name, question, keys, expected) => {
    expect(answers(question, keys)["q"]).toEqual(expected);
  });

  it("keep the words of a ranked list, and make digits words", () => {
    const said = after(begin(flowOf(rank), {}), "call 2 was rude\r");
    expect(said.answers).toEqual({ q: "d", said: "call 2 was rude" });
    expect(after(begin(flowOf(rank), {}), "2").answers).toEqual({ q: "b", said: null });
  });

  it("hand the key after a one to the next question", () => {
    const flow = flowOf(scale, { ...choice, id: "next" });
    expect(after(begin(flow, {}), "12").answers).toEqual({ q: 1, next: "b" });
  });
});

describe("keys that do nothing say why", () => {
  it.each<[string, Question, string, string]>([
    ["Enter without a choice", choice, "\r", "pick"],
    ["a digit that is not there", choice, "7", "pick"],
    ["nought in a list", choice, "0", "pick"],
    ["Tab where an answer is needed", needed, "\t", "needed"],
    ["Enter on an empty text that is needed", must, "\r", "words"],
    ["Tab with words in the field", words, "some\t", "clear"],
    ["a third where two are the most", some, "123", "enough"],
    ["two where three are asked for", three, "12\r", "fewer"],
    ["Tab with two of three, which would be lost", three, "12\t", "fewer"],
    ["a number that is not on the scale", short, "9", "range"],
    ["Enter on a scale without a number", scale, "\r", "pick"],
    ["Enter where words match nothing", rank, "zzz\r", "arrows"],
    ["Enter where nothing answers to the words", searchable, "apxx\r", "unknown"],
    ["Esc at the first question with words", words, "some\x1b", "first"],
  ])("%s", (_name, question, keys, notice) => {
    const now = state(question, keys);
    expect(now.notice).toBe(notice);
    expect(now.outcome).toBeNull();
    expect(now.answers).toEqual({});
    expect(reduce(now, { name: "home" }).notice).toBeNull();
  });

  it("letters are no keys", () => {
    for (const letter of ["u", "q", "e", "j", "y", "я", "λ"]) {
      const before = started(flowOf(choice));
      expect(reduce(before, { name: "text", text: letter })).toEqual(before);
    }
  });
});

describe("Esc goes back", () => {
  const flow = flowOf(choice, { ...words, id: "w" }, { ...some, id: "s" }, { ...scale, id: "n" });

  it("to the answer that was given, which Enter keeps", () => {
    const back = after(begin(flow, {}), "2hello\r13\r\x1b\x1b");
    expect(back.at).toBe("w");
    expect(back.field).toEqual({ text: "hello", caret: 5 });
    expect(after(back, "\r").at).toBe("n");
    expect(after(back, "\x1b").cursor).toBe(1);
    expect(after(back, "\x1b\r").answers).toEqual({ q: "b", w: "hello", s: ["a", "c"] });
  });

  it("with what was picked still picked", () => {
    expect(after(begin(flow, {}), "2hello\r13\r\x1b").picked).toEqual(["a", "c"]);
    expect(after(begin(flow, {}), "2hello\r13\r8").answers["n"]).toBe(8);
  });

  it("and keeps words that were half typed", () => {
    const back = after(begin(flow, {}), "2half a th\x1b");
    expect(back.at).toBe("q");
    expect(after(back, "\r").field.text).toBe("half a th");
    expect(after(back, "1").field.text).toBe("half a th");
  });

  it("and keeps picks that were not sent", () => {
    const back = after(begin(flow, {}), "2hello\r13\x1b");
    expect([back.at, after(back, "\r").picked]).toEqual(["w", ["a", "c"]]);
    expect(after(back, "\r").answers).not.toHaveProperty("s");
    expect(after(back, "\r\r").answers["s"]).toEqual(["a", "c"]);
  });

  it("from words that stood there, which are nobody's half-typed words", () => {
    const standing = flowOf(choice, { ...filled, id: "f" });
    const there = after(begin(standing, {}), "1");
    expect(after(there, "\x1b").left).toEqual({});
    expect(after(begin(flowOf(filled), {}), "\x1b").outcome).toBe("left");
    expect(after(there, "\x1b2").fresh).toBe(true);
  });

  it("from the first question leaves, where nothing is typed", () => {
    expect(after(begin(flow, {}), "\x1b").outcome).toBe("left");
  });

  it("drops what depended on an answer that changes, and nothing when it stays", () => {
    const dependent: Flow = {
      id: "d",
      steps: [
        { id: "q", resets: ["w"], question: () => choice },
        { id: "w", question: () => ({ ...words, id: "w" }) },
        { id: "n", question: () => ({ ...scale, id: "n" }) },
      ],
    };
    const at = after(begin(dependent, {}), "1hello\r\x1b\x1b");
    expect(after(at, "2").at).toBe("w");
    expect(after(at, "2").answers).toEqual({ q: "b" });
    expect(after(at, "1").answers).toEqual({ q: "a", w: "hello" });
  });
});

describe("help and pause", () => {
  it("? explains only while the field is empty", () => {
    expect(state(words, "?").mode).toBe("help");
    expect(state(words, "why?").field.text).toBe("why?");
    expect(state(words, "why\x1bOP").mode).toBe("help");
    expect(state(choice, "?").mode).toBe("help");
  });

  it("any key goes on from the help, and is not used up as an answer", () => {
    expect(state(choice, "?2").answers).toEqual({});
    expect(state(choice, "?22").answers).toEqual({ q: "b" });
    expect(state(words, "?\x1b")).toMatchObject({ mode: "ask", outcome: null });
  });

  it("the pause hides, any key returns and does nothing else", () => {
    const paused = idle(state(words, "half a th"));
    expect(paused.mode).toBe("paused");
    expect(reduce(paused, { name: "enter" })).toMatchObject({ mode: "ask", answers: {}, field: { text: "half a th" } });
    expect(reduce(paused, { name: "text", text: "x" }).field.text).toBe("half a th");
  });

  it("what is pasted into a pause is not lost", () => {
    expect(reduce(idle(state(words, "a ")), { name: "paste", text: "whole text" }).field.text).toBe("a whole text");
  });

  it("an editor's text comes into the field, its failure leaves the words", () => {
    const editing = state(words, "half\x1bOP1");
    const say = (key: string): string => key;
    expect(edited(editing, { type: "done", text: "a long\ntext" }, say)).toMatchObject({
      mode: "ask",
      field: { text: "a long\ntext" },
      told: null,
    });
    for (const type of ["failed", "missing", "stopped"] as const) {
      expect(edited(editing, { type }, say).field.text).toBe("half");
      expect(edited(editing, { type }, say).told).not.toBeNull();
    }
  });
});

describe("going on with a draft", () => {
  const flow = flowOf(choice, { ...words, id: "w" }, { ...scale, id: "n" });

  it("begins at the words that were half typed", () => {
    expect(begin(flow, { q: "a" }, { question: "w", text: "half a th" })).toMatchObject({
      at: "w",
      field: { text: "half a th", caret: 9 },
    });
  });

  it("also where a question was met again", () => {
    expect(begin(flow, { q: "b", w: "x" }, { question: "q", text: "" })).toMatchObject({ at: "q", cursor: 1 });
  });

  it("begins at the first question without an answer", () => {
    expect(begin(flow, { q: "a", w: null })?.at).toBe("n");
    expect(begin(flow, {}, { question: "gone", text: "x" })?.at).toBe("q");
  });

  it("has nothing to ask where all is answered", () => {
    expect(begin(flow, { q: "a", w: null, n: 3 })).toBeNull();
  });
});

it("never breaks, whatever is pressed", () => {
  const flow = flowOf(
    rank,
    { ...some, id: "s" },
    { ...scale, id: "n" },
    { ...words, id: "w" },
    { ...plan, id: "p" },
    { ...searchable, id: "f" },
    { ...pause, id: "z" },
  );
  const key = fc.constantFrom(
    "1",
    "2",
    "4",
    "9",
    "0",
    "a",
    "z",
    " ",
    "?",
    "\r",
    "\t",
    "\x1b",
    UP,
    DOWN,
    LEFT,
    RIGHT,
    "\x7f",
    "wait",
    "\x15",
    "\x1bOP",
    "\x1b[200~p\rq\x1b[201~",
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      let now = started(flow);
      for (const pressed of keys) {
        const before = now;
        if (now.outcome !== null) return;
        now = after(now, pressed);
        const ids = Object.keys(before.answers);
        if (now.at !== before.at && now.outcome === null) expect(arriveAt(now).at).toBe(now.at);
        expect(Object.keys(now.answers)).toEqual(expect.arrayContaining(ids));
      }
    }),
    { numRuns: 300 },
  );
});
