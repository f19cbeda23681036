import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullReflection } from "../../src/conversations/full.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { quickReflection } from "../../src/conversations/quick.ts";
import type { Question } from "../../src/conversations/question.ts";
import { setupConversation } from "../../src/conversations/setup.ts";
import { winConversation } from "../../src/conversations/win.ts";
import { idle, reduce } from "../../src/terminal/reduce.ts";
import { begin, type State } from "../../src/terminal/state.ts";
import { frameOf } from "../../src/terminal/view.ts";
import { displayWidth } from "../../src/views/width.ts";
import { english } from "../conversations/english.ts";
import { person } from "../conversations/person.ts";
import { after, keysOf, screen, speaking, started } from "./screens.ts";

const compiled = english();
const wide = speaking(compiled, { columns: 80 });
const narrow = speaking(compiled, { columns: 40 });

function frame(text: string): string {
  return text.replace(/^\n/, "").replace(/\n *$/, "");
}

/** A conversation of six questions, of which this is the nth. */
function nth(question: Question, number: number): State {
  const before: Question = { kind: "pause", id: "before", text: "", ask: "", skippable: true };
  const others = Array.from({ length: 6 }, (_, index) =>
    index === number - 1 ? question : { ...before, id: `before${index}` },
  );
  const flow: Flow = { id: "six", steps: others.map((one) => ({ id: one.id, question: () => one })) };
  return after(begin(flow, {}), "x".repeat(number - 1));
}

const base = { text: "x.y", skippable: true } as const;

describe("questions with their own evidence beside them", () => {
  it.each<[string, number, Question, string, string]>([
    [
      "a text",
      1,
      {
        ...base,
        kind: "text",
        id: "q",
        ask: "What went better than last week?",
        under: ["You logged 3 wins. Saying no came up 2 times."],
      },
      "said no without saying sorry ten times",
      `
  What went better than last week?                                     1 of 6
  You logged 3 wins. Saying no came up 2 times.
  > said no without saying sorry ten times_`,
    ],
    [
      "a choice that Enter takes",
      2,
      {
        ...base,
        kind: "choice",
        id: "q",
        ask: "Where did it go off course most?",
        options: [
          { id: "a", label: "Shouting or rude words (3 of 6)" },
          { id: "b", label: "I had to say no (2)" },
          { id: "c", label: "Somewhere else" },
        ],
        default: "a",
      },
      "",
      `
  Where did it go off course most?                                     2 of 6
   1  Shouting or rude words (3 of 6)      Enter
   2  I had to say no (2)
   3  Somewhere else`,
    ],
    [
      "short answers close together",
      3,
      {
        ...base,
        kind: "choice",
        id: "q",
        ask: "What helped?",
        layout: "words",
        options: ["a plan", "a breath", "a teammate", "a break", "sleep or food", "my own words"].map((label) => ({
          id: label,
          label,
        })),
      },
      "",
      `
  What helped?                                                         3 of 6
   1 a plan   2 a breath   3 a teammate   4 a break   5 sleep or food
   6 my own words`,
    ],
    [
      "a question of two lines",
      4,
      {
        ...base,
        kind: "choice",
        id: "q",
        ask: "Your plan for shouting:  If a caller shouts, then I will breathe out and slow down.",
        under: ["Used 2 times this week. In all: used 4, close 2 of 4. Too early to tell."],
        options: ["Keep it", "Change it", "Drop it"].map((label) => ({ id: label, label })),
        default: "Keep it",
      },
      "",
      `
  Your plan for shouting:  If a caller shouts, then I will breathe out and
  slow down.                                                           4 of 6
  Used 2 times this week. In all: used 4, close 2 of 4. Too early to tell.
   1  Keep it      Enter
   2  Change it
   3  Drop it`,
    ],
  ])("%s", (_name, number, question, keys, expected) => {
    expect(screen(after(nth(question, number), keys), wide)).toBe(frame(expected));
  });

  it("notes stand under each other", () => {
    const question: Question = {
      ...base,
      kind: "choice",
      id: "q",
      ask: "You began one on Thursday at 03:44. Your plan is still to come.",
      options: [
        { id: "a", label: "Go on with it" },
        { id: "b", label: "Start a new one", note: "the old one waits" },
        { id: "c", label: "Drop the old one" },
      ],
      default: "a",
      notesAt: 29,
    };
    const flow: Flow = { id: "w", progress: false, steps: [{ id: "q", question: () => question }] };
    expect(screen(after(begin(flow, {}), ""), wide)).toBe(
      frame(`
  You began one on Thursday at 03:44. Your plan is still to come.
   1  Go on with it          Enter
   2  Start a new one        the old one waits
   3  Drop the old one`),
    );
  });

  it("a headline carries the progress, what was hidden stands behind a line", () => {
    const question: Question = {
      ...base,
      kind: "choice",
      id: "q",
      title: "Rehearse",
      ask: "Did it come?",
      above: ["A caller is loud.", { rule: true }, "If they start loud, then I will let them finish."],
      layout: "words",
      options: ["not yet", "slowly", "yes", "at once"].map((label) => ({ id: label, label })),
    };
    expect(screen(nth(question, 1), wide)).toBe(
      frame(`
  A caller is loud.
  ${"-".repeat(75)}
  If they start loud, then I will let them finish.

  REHEARSE                                                             1 of 6

  Did it come?
   1 not yet   2 slowly   3 yes   4 at once`),
    );
  });
});

describe("something that went well", () => {
  const flow = winConversation(person(compiled));
  it.each([
    [
      "the answers beside the question",
      "stayed on the line till her card worked\rI did not rush her\r",
      `
  What   stayed on the line till her card worked
  Why    I did not rush her

  Who was better off?   1 the customer   2 the team   3 me   4 the company`,
    ],
  ])("%s", (_name, keys, expected) => {
    expect(screen(after(begin(flow, {}), keys), wide)).toBe(frame(expected));
  });

  it("puts them below where the screen is narrow", () => {
    expect(screen(after(begin(flow, {}), "stayed\rno rush\r"), narrow)).toBe(
      frame(`
  stayed · no rush

  Who was better off?

   1 the customer   2 the team   3 me
   4 the company`),
    );
  });

  it("folds a long answer to one line", () => {
    const long = "she called back twice and ".repeat(8);
    expect(screen(after(begin(flow, {}), `${long}\r`), wide).split("\n")[0]).toMatch(
      /^ {2}What {3}she called .{40,60}…$/,
    );
  });
});

describe("a screen that is paused", () => {
  it("shows none of the words", () => {
    const state = idle(after(begin(quickReflection(person(compiled)), {}), "kept yelling at me"));
    expect(screen(state, wide)).toBe("  Paused. Your words are kept.\n  Any key goes on.");
  });
});

describe("whatever is answered, at any size", () => {
  const context = person(compiled);
  const flows = [
    quickReflection(context),
    fullReflection(context),
    winConversation(context),
    setupConversation({ ...context, goal: null, words: [], contact: null }),
  ];
  const key = fc.constantFrom(
    "1",
    "2",
    "3",
    "4",
    "6",
    "9",
    "a",
    "yelling at me again and again ",
    "漢字",
    "👩‍👩‍👧",
    "\r",
    "\r",
    "\t",
    "\x1b",
    "?",
    "\x1b[B",
    "wait",
    "kill myself",
    "x".repeat(90),
  );

  function walk(flow: Flow, keys: readonly string[]): State {
    return keysOf(keys.join("")).reduce((now, pressed) => reduce(now, pressed), started(flow));
  }

  it("no line reaches the edge and no screen is higher than the terminal", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...flows),
        fc.array(key, { maxLength: 40 }),
        fc.integer({ min: 20, max: 130 }),
        fc.integer({ min: 4, max: 60 }),
        fc.boolean(),
        (flow, keys, columns, rows, ascii) => {
          const { lines, caret, spill } = frameOf(walk(flow, keys), speaking(compiled, { columns, rows, ascii }));
          for (const line of [...lines, ...spill]) expect(displayWidth(line), line).toBeLessThan(columns);
          expect(lines.length).toBeLessThan(rows);
          expect(caret.row).toBeGreaterThanOrEqual(0);
          expect(caret.row).toBeLessThan(lines.length);
          expect(caret.column).toBeLessThan(columns);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("colour only repeats what is there", () => {
    const paint =
      (code: number) =>
      (text: string): string =>
        `\x1b[${code}m${text}\x1b[39m`;
    const palette = {
      paints: true,
      title: paint(31),
      accent: paint(32),
      quiet: paint(33),
      strong: paint(34),
      kind: paint(35),
      warn: paint(36),
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...flows),
        fc.array(key, { maxLength: 30 }),
        fc.constantFrom(80, 40),
        (flow, keys, columns) => {
          const plain = speaking(compiled, { columns });
          const state = walk(flow, keys);
          const painted = frameOf(state, { ...plain, style: { ...plain.style, palette } });
          const bare = painted.lines.map((line) => line.replaceAll(/\x1b\[\d+m/g, ""));
          expect({ ...painted, lines: bare, spill: [] }).toEqual({ ...frameOf(state, plain), spill: [] });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("nothing from outside steers the terminal", () => {
    const hostile = person(compiled, {
      triggers: [{ id: "own1", label: "\x1b[2Jgone\u202e\x07", kind: "\x1b]0;x\x07" }],
      frequentTriggers: ["own1"],
      planFor: () => ({ if: "a\x1b[31m", then: "b\u2066\n\x9bc" }),
      words: ["\x1b[5m", "b", "c"],
    });
    const flow = quickReflection(hostile);
    for (const keys of ["", "x", "1", "18", "181\r", "181\r1", "181\r13"]) {
      const { lines } = frameOf(after(begin(flow, {}), keys), wide);
      expect(lines.join("\n")).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it("the choice that the arrows stand on is always in sight", () => {
    const flow = quickReflection(context);
    for (let down = 0; down < 19; down += 1) {
      const state = after(begin(flow, {}), `6${"\x1b[B".repeat(down)}`);
      expect(screen(state, speaking(compiled, { columns: 40, rows: 12 }))).toMatch(/^ >/m);
    }
  });

  it("what has to be read is spilled where it does not fit", () => {
    const threat = after(begin(quickReflection(context), {}), "6\x1b[B\x1b[B\r");
    const { spill, lines } = frameOf(threat, speaking(compiled, { columns: 24, rows: 14 }));
    expect([...spill, ...lines].join(" ").replace(/\s+/g, " ")).toContain(
      "You may end such a call. Follow your rule: warn, end or hand over.",
    );
    expect(lines.join("\n")).toContain("No, nothing is");
  });
});
