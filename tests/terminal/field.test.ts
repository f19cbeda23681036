import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edit, type Field, fieldOf, wordsOnly } from "../../src/terminal/field.ts";
import { keysOf } from "./screens.ts";

function typed(start: Field, keys: string): Field {
  return keysOf(keys).reduce(edit, start);
}

/** The field as text, with | for the caret. */
function shown({ text, caret }: Field): string {
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe("a field", () => {
  it.each([
    ["", "hello", "hello|"],
    ["hello", "\x1b[D\x1b[D", "hel|lo"],
    ["hello", "\x1b[D\x1b[DX", "helX|lo"],
    ["hello", "\x01H", "H|hello"],
    ["hello", "\x01\x1b[3~", "|ello"],
    ["hello", "\x01\x05!", "hello!|"],
    ["hello", "\x7f\x7f", "hel|"],
    ["one two  ", "\x17", "one |"],
    ["one two", "\x1bb", "one |two"],
    ["one two", "\x01\x1bf", "one| two"],
    ["one two", "\x1bb\x15", "|two"],
    ["one two", "\x1bb\x0b", "one |"],
    ["a👩‍👩‍👧b", "\x1b[D\x7f", "a|b"],
    ["cafe\u0301", "\x7f", "caf|"],
    ["cafe\u0301", "\x1b[D", "caf|e\u0301"],
    ["🇩🇪🇪🇸", "\x01\x1b[C", "🇩🇪|🇪🇸"],
    ["", "\x1b[200~two\rlines\x1b[201~", "two\nlines|"],
    ["", "\x1b[D\x7f\x1b[3~\x17\x15\x0b", "|"],
  ])("%j and %j give %j", (text, keys, expected) => {
    expect(shown(typed(fieldOf(text), keys))).toBe(expected);
  });

  it("is the same field where a key means nothing to it", () => {
    const field = fieldOf("words");
    for (const name of ["up", "enter", "tab", "escape", "other", "tick", "end"] as const)
      expect(edit(field, { name })).toBe(field);
    expect(edit(field, { name: "paste", text: "\x1b[2J\x07" })).toBe(field);
  });

  it("keeps its caret inside its text, never inside a sign", () => {
    const key = fc.constantFrom(
      "a",
      " ",
      "👩‍👩‍👧",
      "e\u0301",
      "\x1b[D",
      "\x1b[C",
      "\x7f",
      "\x1b[3~",
      "\x01",
      "\x05",
      "\x17",
      "\x1bb",
      "\x1bf",
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const { text, caret } = typed(fieldOf(""), keys.join(""));
        expect(caret).toBeGreaterThanOrEqual(0);
        expect(caret).toBeLessThanOrEqual(text.length);
        expect(/[\ud800-\udbff]$/.test(text.slice(0, caret))).toBe(false);
      }),
    );
  });
});

describe("text from outside", () => {
  it.each([
    ["plain words", "plain words"],
    ["\x1b[31mred\x1b[0m", "red"],
    ["\x1b]0;title\x07after", "after"],
    ["\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"],
    ["a\x1bcb", "ab"],
    ["\x1b]0;no end of it", "0;no end of it"],
    ["one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"],
    ["a\tb", "a b"],
    ["a\x00b\x7fc\x9bd", "abcd"],
    ["left\u202eright\u2066x\u2069", "leftrightx"],
    ["👩‍👩‍👧 stays", "👩‍👩‍👧 stays"],
  ])("%j becomes %j", (text, expected) => {
    expect(wordsOnly(text)).toBe(expected);
  });

  it("never brings a control or a turn of direction", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(wordsOnly(text)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("is cleaned in linear time, whatever it is", () => {
    const hostile = "\x1b]".repeat(50_000) + "\x1b[".repeat(50_000) + "zx";
    expect(wordsOnly(hostile)).toBe("x");
  });
});
