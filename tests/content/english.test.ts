import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MOMENTS_OF_QUOTATION } from "../../src/content/areas.ts";
import { columnsOf } from "../../src/content/shape.ts";
import * as vocabulary from "../../src/reflection/vocabulary.ts";
import { asciiFold } from "../../src/views/harmless.ts";
import { VOCABULARIES } from "./vocabularies.ts";
import { compiled, textsOf } from "./files.ts";

const { content, deep, phrasings } = compiled("en");
const SUPPORT = vocabulary.SUPPORT_TRIGGER;

/** A source file without its comments. */
function code(file: string): string {
  return readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
}

describe("the English content", () => {
  it.each(VOCABULARIES)("names all %s in vocabulary order", (area, ids) => {
    expect(content[area].map(({ id }) => id)).toEqual(ids);
  });

  it("has what each trigger needs", () => {
    for (const trigger of content.triggers) {
      const own = content.lines.filter(({ triggers }) => triggers.includes(trigger.id));
      const common = trigger.id !== SUPPORT;
      expect([trigger.id, trigger.plans.length]).toEqual([trigger.id, common ? 3 : 0]);
      expect([trigger.id, (deep.scenes[trigger.id] ?? []).length >= 3]).toEqual([trigger.id, common]);
      expect([trigger.id, own.length >= 3]).toEqual([trigger.id, common]);
      expect((phrasings[trigger.id] ?? []).length).toBeGreaterThanOrEqual(40);
    }
  });

  it("has short and long phrasings for each trigger", () => {
    for (const [id, texts] of Object.entries(phrasings)) {
      const words = texts.map((text) => text.split(" ").length);
      expect([id, words.filter((count) => count <= 4).length >= 8]).toEqual([id, true]);
      expect([id, words.filter((count) => count >= 9).length >= 8]).toEqual([id, true]);
      expect(texts.filter((text) => text !== text.toLowerCase() && !/\b(?:ID|QA|BBB|FCC)\b/.test(text))).toEqual([]);
    }
  });

  it("keeps the first line of a trigger short enough for the card", () => {
    for (const { id } of content.triggers.filter((trigger) => trigger.id !== SUPPORT)) {
      const first = content.lines.find(({ triggers }) => triggers.includes(id));
      expect(columnsOf(first?.text ?? "")).toBeLessThanOrEqual(42);
    }
  });

  it("offers a starter list of common issues, none of them about threats", () => {
    const starters = content.lines.filter(({ starter }) => starter === true);
    const triggers = starters.flatMap((line) => line.triggers);
    expect(starters.length).toBeGreaterThanOrEqual(8);
    expect(new Set(triggers).size).toBe(triggers.length);
    expect(triggers).toEqual(expect.arrayContaining(["rude_tone", "saying_no", "already_angry", "wont_listen", "tools_process"]));
    for (const { if: cue, then } of starters) expect([cue, then]).not.toContain(undefined);
  });

  it("puts no frame words into the parts of a plan", () => {
    const plans = [
      ...content.triggers.flatMap(({ if: cue, plans }) => plans.map(({ then }) => [cue, then] as const)),
      ...content.lines.flatMap(({ if: cue, then }) => (cue === undefined || then === undefined ? [] : [[cue, then] as const])),
      ...content.responses.flatMap(({ thens }) => thens.map((then) => ["", then] as const)),
    ];
    expect(plans.length).toBeGreaterThan(100);
    for (const [cue, then] of plans) {
      expect(cue).not.toMatch(/^(?:if|when)\b/i);
      expect(then).not.toMatch(/^(?:then|i will)\b/i);
      expect(then).not.toMatch(/\bstay calm\b|\bcalm down\b/);
    }
  });

  it("quotes where it may, and nothing that is not what it is said to be", () => {
    const allowed = [...vocabulary.TRIGGERS.filter((id) => id !== SUPPORT && id !== "personal_insult"), ...MOMENTS_OF_QUOTATION];
    const wrong =
      /stimulus|be kind, for everyone|forget what you said|holding on(?: ?to)? anger|repeatedly do|be the change/i;
    for (const { use, text } of content.quotations) {
      expect(allowed).toContain(use);
      expect(text).not.toMatch(wrong);
    }
  });

  it("names people to talk to, and how to reach them", () => {
    const by = Object.fromEntries(deep.support.people.map(({ country, contact }) => [country, contact]));
    expect(by).toMatchObject({ US: "988", GB: "116 123", IE: "116 123", world: "findahelpline.com" });
  });

  it("has a help for every question", () => {
    expect(Object.keys(deep.helps)).toEqual(content.questions.map(({ id }) => id));
  });

  it("takes dates from the language", () => {
    expect(content.dates.months[10]).toBe("November");
    expect(content.dates.monthsShort[10]).toBe("Nov");
    expect(content.dates.weekdays).toEqual(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
    expect(content.dates.weekdaysShort[6]).toBe("Sun");
  });

  it("uses only signs that have an ASCII twin", () => {
    for (const [name, text] of textsOf("en")) {
      // The card's table of emoji and the words that paper gets instead is no sentence.
      const lines = asciiFold(text).split("\n").filter((line) => !line.startsWith("signs: "));
      expect([name, lines.filter((line) => /[^\x20-\x7e]/.test(line))]).toEqual([name, []]);
    }
  });

  it("is small where every start loads it", () => {
    expect(JSON.stringify(content).length).toBeLessThan(120_000);
  });

  it("has every sentence that the code speaks", () => {
    const src = join(import.meta.dirname, "../../src");
    const spoken = readdirSync(src, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...code(join(src, name)).matchAll(/\bsay\(\s*"([^"]+)"/g)].map((match) => match[1] ?? ""));
    const missing = [...new Set(spoken)].filter((key) => !Object.hasOwn(content.messages, key)).sort();
    expect(missing).toEqual([]);
    expect(spoken.length).toBeGreaterThan(0);
  });
});
