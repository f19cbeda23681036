import { describe, expect, it } from "vitest";
import { contentFromLines, contentInLines } from "../../src/content/in-lines.ts";
import { english } from "../conversations/english.ts";

const { content: whole } = english();
const text = contentInLines(whole);

describe("content in lines", () => {
  it("is JSON of the content", () => {
    expect(JSON.parse(text)).toEqual(whole);
  });

  it("is read back as it was", () => {
    const read = contentFromLines(text);
    expect(read).toEqual(whole);
    expect(Object.keys(read.messages)).toEqual(Object.keys(whole.messages));
    expect({ ...read, lang: "xx" }).toEqual({ ...whole, lang: "xx" });
  });

  it("gives a message before and after the whole was taken in", () => {
    const { messages } = contentFromLines(text);
    expect(messages["list.title"]).toBe(whole.messages["list.title"]);
    expect(messages["no.such"]).toBeUndefined();
    expect(messages["nosuch"]).toBeUndefined();
    expect(Object.hasOwn(messages, "card.breath")).toBe(true);
    expect("card.nothing" in messages).toBe(false);
    expect(messages["card.breath"]).toBe(whole.messages["card.breath"]);
  });

  it("parses no area that is not asked for", () => {
    const broken = text.replace('"quotations":[', '"quotations":?[').replace('"card.', '?"card.');
    const content = contentFromLines(broken);
    expect(content.triggers).toEqual(whole.triggers);
    expect(content.messages["list.title"]).toBe(whole.messages["list.title"]);
    expect(() => content.quotations).toThrow(SyntaxError);
  });

  it("parses an area once", () => {
    const content = contentFromLines(text);
    expect(content.triggers).toBe(content.triggers);
  });
});
