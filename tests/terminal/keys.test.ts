import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksForHelp, decode, digitOf, flush, type Key } from "../../src/terminal/keys.ts";

/** All keys of a text that arrives at once. */
function keys(text: string): readonly Key[] {
  const { keys: found, rest } = decode("", text);
  return [...found, ...flush(rest)];
}

function inChunks(chunks: readonly string[]): readonly Key[] {
  const all: Key[] = [];
  let rest = "";
  for (const chunk of chunks) {
    const decoded = decode(rest, chunk);
    all.push(...decoded.keys);
    rest = decoded.rest;
  }
  return [...all, ...flush(rest)];
}

describe("keys of a terminal", () => {
  it.each([
    ["a", [{ name: "text", text: "a" }]],
    ["é", [{ name: "text", text: "é" }]],
    ["🙂", [{ name: "text", text: "🙂" }]],
    ["ж", [{ name: "text", text: "ж" }]],
    ["\r", [{ name: "enter" }]],
    ["\n", [{ name: "enter" }]],
    ["\r\n", [{ name: "enter" }]],
    ["\t", [{ name: "tab" }]],
    ["\x7f", [{ name: "backspace" }]],
    ["\b", [{ name: "backspace" }]],
    ["\x03", [{ name: "stop" }]],
    ["\x04", [{ name: "stop" }]],
    ["\x1a", [{ name: "suspend" }]],
    ["\x1b", [{ name: "escape" }]],
    ["\x1b\x1b", [{ name: "escape" }, { name: "escape" }]],
    ["\x1b1", [{ name: "escape" }, { name: "text", text: "1" }]],
    ["\x1b[A", [{ name: "up" }]],
    ["\x1bOB", [{ name: "down" }]],
    ["\x1b[C", [{ name: "right" }]],
    ["\x1b[D", [{ name: "left" }]],
    ["\x1b[1;5D", [{ name: "wordLeft" }]],
    ["\x1bb", [{ name: "wordLeft" }]],
    ["\x1b[H", [{ name: "home" }]],
    ["\x1b[4~", [{ name: "end" }]],
    ["\x1b[3~", [{ name: "delete" }]],
    ["\x1bOP", [{ name: "help" }]],
    ["\x1b[[A", [{ name: "help" }]],
    ["\x1b[99;9u", [{ name: "other" }]],
    ["\x1b[<0;1;1M", [{ name: "other" }]],
    ["\x00", [{ name: "other" }]],
    ["\x1b[200~one\rtwo\x1b[201~", [{ name: "paste", text: "one\rtwo" }]],
    [
      "\x1b[200~\x1b[31mred\x03\x1b[201~!",
      [
        { name: "paste", text: "\x1b[31mred\x03" },
        { name: "text", text: "!" },
      ],
    ],
    ["\x1b[200~cut off", [{ name: "paste", text: "cut off" }]],
  ] as const)("%j", (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it("are the same however the text is cut", () => {
    const piece = fc.constantFrom(
      "a",
      "7",
      "é",
      "🙂",
      "\r",
      "\t",
      "\x1b[A",
      "\x1bOP",
      "\x1b[1;5C",
      "\x1b[200~x\ry\x1b[201~",
      "\x03",
      "\x7f",
      "\x1b[99u",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(40), { maxLength: 8 }), (pieces, cuts) => {
        const text = pieces.join("");
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        // A sign of two units is never cut: bytes become text before they come here.
        const safe = places.filter((place) => !/[\ud800-\udbff]/.test(text.charAt(place - 1)));
        const chunks = safe.slice(1).map((end, index) => text.slice(safe[index], end));
        expect(inChunks(chunks)).toEqual(keys(text));
      }),
    );
  });

  it("lose nothing that was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme-composite", maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text)),
        (text) => {
          expect(
            keys(text)
              .map((key) => ("text" in key ? key.text : ""))
              .join(""),
          ).toBe(text);
        },
      ),
    );
  });
});

describe("digits", () => {
  it.each([
    ["7", 7],
    ["７", 7],
    ["٣", 3],
    ["०", 0],
    ["九", null],
    ["a", null],
    ["½", null],
    ["77", null],
  ])("%s", (text, value) => {
    expect(digitOf({ name: "text", text })).toBe(value);
  });

  it("count as digits only where they are typed", () => {
    expect(digitOf({ name: "paste", text: "7" })).toBeNull();
    expect(digitOf({ name: "enter" })).toBeNull();
  });
});

it.each(["?", "？", "؟"])("%s asks for help", (text) => {
  expect(asksForHelp({ name: "text", text })).toBe(true);
  expect(asksForHelp({ name: "paste", text })).toBe(false);
});
