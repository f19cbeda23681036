import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import type { Message } from "../../../src/content/content.ts";
import { speaker } from "../../../src/content/message.ts";
import type { Card } from "../../../src/practice/shapes.ts";
import type { CardSheet } from "../../../src/views/paper/pieces.ts";

const file = readFileSync(join(import.meta.dirname, "../../../content/en/messages/card.yaml"), "utf8");
const messages = Object.entries(parse(file) as Record<string, Message>).map(([name, message]) => [`card.${name}`, message]);

export const say = speaker({ lang: "en", messages: Object.fromEntries(messages) as Record<string, Message> });

export const SAMPLE: Card = {
  goal: "I want callers to feel that they were heard.",
  words: ["calm", "fair", "clear"],
  plans: [
    { trigger: "saying_no", if: "I have to say no", then: "first say what I can do" },
    { trigger: "rude_tone", if: "a caller shouts", then: "breathe out and slow down" },
    { trigger: "already_angry", if: "they start loud", then: 'let them finish, and ask: "How can I help?"' },
  ],
  lines: [
    { issue: "Rude words", line: "They are loud at the problem, not at me." },
    { issue: "Saying no", line: "A clear no, said kindly, is good service." },
    { issue: "Not listening", line: "Say back what they want. Then speak." },
    { issue: "My mistake", line: "Say it, mend it, move on." },
    { issue: "Slow tools", line: "Tell them what I am doing while they wait." },
  ],
  breath: "Breathe in, and out for longer. Once.",
  contact: "my lead, desk 12, ext. 4410",
  quote: null,
  date: "2026-11-22",
};

export const QUOTE = {
  text: "A soft answer turneth away wrath: but grievous words stir up anger.",
  author: "King James Bible",
  work: "Proverbs 15:1",
};

/** A journal without plans, words, goal and contact. */
export const STARTER: Card = { ...SAMPLE, goal: null, words: [], plans: [], contact: null };

export function sheet(card: Partial<Card> = {}, more: Partial<CardSheet> = {}): CardSheet {
  const whole = { ...SAMPLE, ...card };
  return { card: whole, focus: null, starter: whole.plans.length === 0, date: "22 Nov 2026", lang: "en", say, ...more };
}

const WORDS = ["no", "calm", "verwaltungsvorschrift", "ẹ́", "Łódź", "ευχαριστώ", "дякую", "—", "«oui»", "a/b-c", "½", "→", "ﬁn", "q̃"];
const ODD = ["שלום", "مرحبا", "你好", "ありがとう", "😀", "🎉", "👨‍👩‍👧", "🇩🇪", "1️⃣", "\u202Eabc", "\u0000", "\ud800", "\u0301", "\t\n", "​", "ก็", "<b>", "%s", "${x}", "{if}"];

/** Words as people write them, with now and then what a font or a parser stumbles over. */
export const someText = (most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
        { weight: 2, arbitrary: fc.constantFrom(...ODD) },
        { weight: 1, arbitrary: fc.string({ minLength: 80, maxLength: 80, unit: fc.constantFrom("w", "i", "é") }) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
      ),
      { minLength: 1, maxLength: most },
    )
    .map((words) => words.join(" "));

const orNull = (most: number): fc.Arbitrary<string | null> => fc.option(someText(most), { freq: 4 });

/** Cards of any content that the types allow. */
export const someSheet: fc.Arbitrary<CardSheet> = fc
  .record({
    goal: orNull(60),
    words: fc.oneof(fc.constant([]), fc.array(someText(1), { minLength: 3, maxLength: 3 })),
    plans: fc.array(fc.record({ trigger: fc.constant("saying_no"), if: someText(14), then: someText(20) }), { maxLength: 3 }),
    lines: fc.array(fc.record({ issue: someText(3), line: someText(14) }), { maxLength: 5 }),
    breath: someText(8),
    contact: orNull(12),
    quote: fc.option(fc.record({ text: someText(16), author: someText(3), work: someText(3) })),
    focus: orNull(20),
  })
  .map(({ focus, ...card }) => sheet(card, { focus }));
