import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiFold, harmless } from "../../src/views/harmless.ts";
import { tell } from "./sample.ts";

describe("harmless", () => {
  it.each([
    ["plain text\nof two lines", "plain text\nof two lines"],
    ["\u001b[31mred\u001b[0m", "?[31mred?[0m"],
    ["bell\u0007 back\b del\u007f c1\u009b2J", "bell? back? del? c1?2J"],
    ["null\u0000", "null?"],
    ["a\r\nb\rc\u2028d\u0085e\ff", "a\nb\nc\nd\ne\nf"],
    ["tab\there", "tab here"],
    ["\u202egpj.exe\u202c", "?gpj.exe?"],
    ["\u2066in\u2069", "?in?"],
    ["half\ud83d of\udc4d whole\ud83d\udc4d", "half? of? whole👍"],
    ["zero\u200bwidth soft\u00adhyphen\ufeff", "zerowidth softhyphen"],
    ["می\u200cخواهم 👩\u200d🔧 \u200fשלום", "می\u200cخواهم 👩\u200d🔧 \u200fשלום"],
  ])("%j becomes %j", (text, shown) => {
    expect(harmless(text, "?")).toBe(shown);
  });

  it("leaves nothing that can steer a terminal, and changes nothing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = harmless(text, "?");
        expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/u.test(shown)).toBe(false);
        expect(harmless(shown, "?")).toBe(shown);
      }),
    );
  });
});

describe("asciiFold", () => {
  it.each([
    ["12 Oct – 22 Nov", "12 Oct - 22 Nov"],
    ["rush (3) · argue back (2)", "rush (3), argue back (2)"],
    ["CALM·FAIR", "CALM*FAIR"],
    ["“so” ‘it’ is…", '"so" \'it\' is...'],
    ["café", "café"],
  ])("%j becomes %j", (text, folded) => {
    expect(asciiFold(text)).toBe(folded);
  });
});

describe("telling", () => {
  it("makes one line of a text, or its paragraphs", () => {
    const t = tell();
    expect(t.line("  one\n\n two\t three \u001b[1m ")).toBe("one two three \ufffd[1m");
    expect(t.paragraphs("one\n\n  two \r\nthree")).toEqual(["one", "two", "three"]);
  });

  it("tames the values of a message and leaves its own blanks", () => {
    expect(tell().say("review.focus", { focus: "a\u001b\n b" })).toBe("Focus of the week:  a\ufffd b");
    expect(tell({ ascii: true }).say("views.span", { from: "a…", to: "b\u0007" })).toBe("a... - b?");
  });

  it("writes decimals and throws on a key that nobody wrote", () => {
    expect([tell().number(6), tell().number(6.5)]).toEqual(["6", "6.5"]);
    expect(() => tell().say("views.nothing")).toThrow("no message views.nothing");
  });
});
