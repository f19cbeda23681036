import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleaned, printable, signWords } from "../../../src/views/paper/printable.ts";
import { say, someText } from "./sheets.ts";

const words = signWords(say("card.signs"));
const latin = (cluster: string): boolean => /^[\u0020-\u024f\u0300-\u036f\u2010-\u2026]+$/.test(cluster);
const made = (text: string): string => printable(text, latin, words).text;

describe("cleaned", () => {
  it("composes letters and their marks", () => {
    expect(cleaned("Łódź cafe\u0301 n\u0303")).toBe("Łódź café ñ");
  });

  it("takes out what cannot be seen or turns the text round", () => {
    expect(cleaned("a\u202Eb\u0000c\u001b[31m\u200bd\ud800e\n\tf\u00a0g")).toBe("abc[31mde f g");
  });
});

describe("printable", () => {
  it("leaves plain text as it is", () => {
    expect(printable("Say it, mend it – move on…", latin, words)).toEqual({
      text: "Say it, mend it – move on…",
      replaced: [],
      missing: [],
    });
  });

  it("says a sign in a word, and tells which", () => {
    expect(printable("Smile 🎉 and 👍🏽.", latin, words)).toEqual({
      text: "Smile (party) and (thumbs up).",
      replaced: [
        { sign: "🎉", word: "party" },
        { sign: "👍🏽", word: "thumbs up" },
      ],
      missing: [],
    });
  });

  it("leaves out a sign without a word, and the blank before it", () => {
    expect(printable("Well done 🦩.", latin, words)).toEqual({
      text: "Well done.",
      replaced: [{ sign: "🦩", word: null }],
      missing: [],
    });
  });

  it("reads flags and keycaps", () => {
    expect(made("🇩🇪 1️⃣")).toBe("(DE) 1");
  });

  it("uses the plain letters behind full-width and mathematical ones", () => {
    expect(made("Ｃａｌｍ 𝐟𝐚𝐢𝐫")).toBe("Calm fair");
  });

  it("names letters that it cannot print", () => {
    expect(printable("say 你好 and שלום", latin, words).missing).toEqual(["你", "好", "ש", "ל", "ו", "ם"]);
  });

  it("never lets a sign through that the fonts lack", () => {
    fc.assert(
      fc.property(someText(12), (text) => {
        const { text: left } = printable(text, latin, words);
        expect(left).toMatch(/^[\u0020-\u024f\u0300-\u036f\u2010-\u2026]*$/);
        expect(left).toBe(left.trim());
      }),
    );
  });
});
