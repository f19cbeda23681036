import { describe, expect, it } from "vitest";
import { withEnglish } from "../../scripts/compile-content.ts";
import type { Message } from "../../src/content/content.ts";
import { columnsOf } from "../../src/content/shape.ts";
import { VOCABULARIES } from "./vocabularies.ts";
import { compiled } from "./files.ts";

const english = compiled("en");
const spanish = compiled("es");

function namesIn(message: Message | undefined): readonly string[] {
  const texts = typeof message === "string" ? [message] : Object.values(message ?? {});
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "")))].sort();
}

describe("the Spanish content", () => {
  it("says every sentence that English says, and no other", () => {
    expect(Object.keys(spanish.content.messages).sort()).toEqual(Object.keys(english.content.messages).sort());
  });

  it("puts the same values into each sentence", () => {
    for (const [key, message] of Object.entries(english.content.messages)) {
      expect([key, namesIn(spanish.content.messages[key])]).toEqual([key, namesIn(message)]);
    }
  });

  it("asks the same questions, each with help, and a hint where English has one", () => {
    expect(spanish.content.questions.map(({ id, hint }) => [id, hint !== undefined])).toEqual(
      english.content.questions.map(({ id, hint }) => [id, hint !== undefined]),
    );
    expect(Object.keys(spanish.deep.helps)).toEqual(Object.keys(english.deep.helps));
  });

  it.each(VOCABULARIES)("names all %s in vocabulary order", (area, ids) => {
    expect(spanish.content[area].map(({ id }) => id)).toEqual(ids);
  });

  it("has the same ready plans, lines, scenes and choices by id", () => {
    const { content } = english;
    const plansOf = (triggers: typeof content.triggers): unknown => triggers.map(({ id, plans }) => [id, plans.map(({ response }) => response)]);
    expect(plansOf(spanish.content.triggers)).toEqual(plansOf(content.triggers));
    const linesOf = (lines: typeof content.lines): unknown => lines.map(({ id, triggers, starter }) => [id, triggers, starter]);
    expect(linesOf(spanish.content.lines)).toEqual(linesOf(content.lines));
    const idsOf = (choices: typeof content.choices): unknown => Object.entries(choices).map(([field, all]) => [field, all.map(({ id }) => id)]);
    expect(idsOf(spanish.content.choices)).toEqual(idsOf(content.choices));
    expect(Object.keys(spanish.deep.scenes)).toEqual(Object.keys(english.deep.scenes));
    expect(Object.keys(spanish.deep.sample.cases)).toEqual(Object.keys(english.deep.sample.cases));
  });

  it("keeps the first line of a trigger short enough for the card", () => {
    for (const { id } of spanish.content.triggers) {
      const first = spanish.content.lines.find(({ triggers }) => triggers.includes(id));
      expect(columnsOf(first?.text ?? "")).toBeLessThanOrEqual(42);
    }
  });

  it("has phrasings enough to rank by", () => {
    for (const { id } of spanish.content.triggers) {
      expect([id, (spanish.phrasings[id] ?? []).length >= 25]).toEqual([id, true]);
    }
  });

  it("falls back to English for a sentence, a question or a help that is missing", () => {
    const { "home.title": _, ...messages } = spanish.content.messages;
    const questions = spanish.content.questions.filter(({ id }) => id !== "win.what");
    const { "win.what": __, ...helps } = spanish.deep.helps;
    const partly = { ...spanish, content: { ...spanish.content, messages, questions }, deep: { ...spanish.deep, helps } };
    const filled = withEnglish(partly, english);
    expect(filled.content.messages["home.title"]).toBe(english.content.messages["home.title"]);
    expect(filled.content.messages["home.hardCase"]).toBe(spanish.content.messages["home.hardCase"]);
    expect(filled.content.questions.find(({ id }) => id === "win.what")?.ask).toBe("Something that went well. Small counts.");
    expect(filled.deep.helps["win.what"]).toBe(english.deep.helps["win.what"]);
  });
});
