import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../../scripts/measure-masking.ts";
import { findIdentifying } from "../../../src/reflection/identifying/find.ts";
import { mask } from "../../../src/reflection/identifying/mask.ts";
import { phoneCheck } from "../../../src/reflection/identifying/phone-check.ts";
import type { Span } from "../../../src/reflection/identifying/span.ts";
import { cardNumbers, digitsOf, typedCards } from "./numbers.ts";

const options = { country: "US", phoneCheck };
const find = (text: string): readonly Span[] => findIdentifying(text, options);
const masked = (text: string): string => mask(text, find(text));

const words = fc.constantFrom(
  "she", "said", "card", "again", "order", "case", "12", "3", "49.99", "2026", "at 03:40", "twice,", "(", ")", "!", "cvv", "pin", "\u{1f620}", "\u00e9",
);
const phrase = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(" "));

/** Pieces of the corpus and of what the finder looks for, put together without any sense. */
const pieces = fc.constantFrom(
  ...readCorpus("identifying.en").flatMap(({ text, labels }) => [text, ...labels.map(({ start, end }) => text.slice(start, end))]),
  " ", "-", ".", ", ", "\n", "[", "]", "[card ...1111]", "[card]", "[code]", "[number]", "[phone number]", "cvv ", " is the pin",
  "account ", "order no. ", "call ", "+", "ssn ", " is her phone", "4111 1111 ", "1111 1111", "12/27 ", "123", "\u200b", "\u2474", "\u2479",
  "\ud800", "@", " at ", " dot ", "(0)", "de89 3704 0044 0532 0130 00",
);
const heaps = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));
const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 60 });
const anything = fc.oneof(heaps, units, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("any card number, grouped in any way, in any sentence", () => {
  it("is covered by a card, and its digits stand nowhere in the masked text", () => {
    fc.assert(
      fc.property(phrase, typedCards, phrase, (lead, { digits, typed }, trail) => {
        const text = `${lead} ${typed} ${trail}`;
        const start = lead.length + 1;
        const card = find(text).find((span) => span.start <= start && span.end >= start + typed.length);
        expect(card?.kind).toBe("card");
        expect(digitsOf(masked(text))).not.toContain(digits);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a card number in the parts that cards show", () => {
  const parts: Readonly<Record<number, readonly number[]>> = { 13: [4, 8, 12], 14: [4, 10], 15: [4, 10] };
  const links = [", ", ",", "; ", ": ", ":", " and then ", " then ", " dash ", ", next ", " uh ", ",\n", "... and last "];

  it("is found with commas, colons and spoken links between them", () => {
    fc.assert(
      fc.property(cardNumbers, fc.array(fc.constantFrom(...links), { minLength: 4, maxLength: 4 }), (digits, between) => {
        const cuts = parts[digits.length] ?? [4, 8, 12, 16].filter((cut) => cut < digits.length);
        const typed = cuts.reduceRight((text, cut, index) => text.slice(0, cut) + (between[index] ?? "") + text.slice(cut), digits);
        const text = `she said ${typed} ok`;
        expect(find(text)).toEqual([{ start: 9, end: 9 + typed.length, kind: "card", certain: true }]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("masking", () => {
  it("changes nothing outside the spans", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const spans = find(text);
        const kept = [...spans, null].map((span, index) => text.slice(spans[index - 1]?.end ?? 0, span?.start));
        let rest = masked(text);
        for (const [index, part] of kept.entries()) {
          expect(rest.startsWith(part)).toBe(true);
          rest = rest.slice(part.length);
          if (index < spans.length) rest = rest.replace(/^\[[a-z -]+(?: \.\.\.\d{4})?\]/, "");
        }
        expect(rest).toBe("");
      }),
      { numRuns: 1500 },
    );
  });

  it("twice is masking once: nothing is found in what was masked", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = masked(text);
        expect(find(once)).toEqual([]);
        expect(masked(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it("gives spans in order that do not overlap and that lie within the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0;
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
