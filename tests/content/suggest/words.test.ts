import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexiconOf } from "../../../src/content/suggest/lexicon.ts";
import { familiesOf, isEmpty, plainLexicon } from "../../../src/content/suggest/language.ts";
import { asciiPieces } from "../../../src/content/suggest/ascii-pieces.ts";
import { unicodePieces, wordsOf } from "../../../src/content/suggest/words.ts";

const ENGLISH = lexiconOf("en");

function same(...texts: readonly string[]): void {
  const all = texts.map((text) => wordsOf(text, ENGLISH).join(" "));
  expect(new Set(all).size, all.join(" | ")).toBe(1);
}

describe("words as stems", () => {
  it.each([
    ["yell, yelled, YELLING, yells", ["yell", "yell", "yell", "yell"]],
    ["can't cannot couldnt", ["cant", "cant", "cant"]],
    ["f*** this s**t", ["swear", "this", "swear"]],
    ["waited 45 mins, 3rd call!!!", ["wait", "0", "minut", "0", "rd", "call", "!!"]],
    ["u r rude tbh", ["you", "are", "rud"]],
    ["", []],
    ["...", []],
  ])("%s", (text, words) => {
    expect(wordsOf(text, ENGLISH)).toEqual(words);
  });

  it("takes apostrophes of every kind, or none, as the same", () => {
    same("i can't", "i can’t", "i can`t", "i cant", "I CAN´T");
  });

  it("takes accents, wide forms and capitals as the same", () => {
    same("cafe refund", "Café Refund", "ｃａｆｅ ｒｅｆｕｎｄ");
  });

  it("takes letters that are held down as the same, however long", () => {
    same("soo rude", "sooooo rude", "sooooooooooooo rude");
  });

  it("takes British and American spellings as the same", () => {
    same("apologised, cancelled, behaviour, cheque, mum", "apologized, canceled, behavior, check, mom");
  });

  it("writes short forms out", () => {
    same("cust said mgr pls", "customer said manager please");
    same("dept wouldnt pick up cos of the kb", "department would not pick up because of the knowledge base".replace("would not", "wont"));
  });

  it("puts a word that no example used into its family", () => {
    const family = (word: string): readonly string[] => wordsOf(word, ENGLISH).flatMap((stem) => familiesOf(stem, ENGLISH));
    expect(family("hollering")).toContain("@shout");
    expect(family("solicitors")).toContain("@legal");
    expect(family("toString")).toEqual([]);
    expect(family("constructor")).toEqual([]);
  });

  it("knows words that say nothing by themselves", () => {
    expect(["the", "i", "was", "0", "!!"].map((word) => isEmpty(word, ENGLISH))).toEqual([true, true, true, true, true]);
    expect(isEmpty("refund", ENGLISH)).toBe(false);
  });

  it("leaves words of other languages as they are, without accents", () => {
    expect(wordsOf("O cliente gritou: NÃO!", plainLexicon("pt"))).toEqual(["o", "cliente", "gritou", "nao"]);
    expect(wordsOf("клиент кричал 5 раз", plainLexicon("ru"))).toEqual(["клиент", "кричал", "0", "раз"]);
  });
});

describe("any text", () => {
  it("is taken apart the same by the quick way for ASCII", () => {
    const unit = fc.constantFrom(..."abtTsS'`*#@$%!?019 .,-\n".split(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: "binary-ascii", maxLength: 40 })), (text) => {
        expect(asciiPieces(text)).toEqual(unicodePieces(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("is not taken for ASCII where it is not", () => {
    expect(asciiPieces("café")).toBeNull();
  });

  it("gives short plain stems and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        for (const word of wordsOf(text, ENGLISH)) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThan(40);
          expect(word).not.toMatch(/[\s;=]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads the first lines of a very long one", () => {
    expect(wordsOf("yelled ".repeat(200_000), ENGLISH).length).toBeLessThan(400);
    expect(wordsOf("'".repeat(200_000), ENGLISH)).toEqual([]);
  });
});
