import { describe, expect, it } from "vitest";
import { describePack } from "../../src/content/pack-describe.ts";
import { issueOf, mergeDeepPacks, mergePacks, packPhrasings } from "../../src/content/pack-merge.ts";
import { speaker } from "../../src/content/message.ts";
import { CONTENT, DEEP, packOf, RIDERS, withHead } from "./packs.ts";

const MERGED = mergePacks(CONTENT, [RIDERS]);

describe("mergePacks", () => {
  it("adds a new trigger behind the built-in ones, with all that a trigger has", () => {
    expect(MERGED.triggers.map(({ id }) => id)).toEqual([...CONTENT.triggers.map(({ id }) => id), "app_rating"]);
    expect(MERGED.triggers.at(-1)).toEqual({
      id: "app_rating",
      label: "They threaten me with stars",
      meaning: "a bad rating as a weapon",
      issue: "They threaten me",
      stage: "discover",
      if: "someone threatens me with a rating",
      plans: [{ response: "let_go", then: "let the stars be theirs and ride on" }],
      kind: "That was hard.",
    });
  });

  it("words a built-in trigger anew and keeps what the pack does not say", () => {
    const [before, after] = [CONTENT, MERGED].map(({ triggers }) => triggers.find(({ id }) => id === "saying_no"));
    expect(after).toEqual({ ...before, label: "I could not bring it up" });
  });

  it("puts the pack's lines first and words known ones anew where they stand", () => {
    expect(MERGED.lines.map(({ id, text }) => [id, text])).toEqual([
      ["stars-are-weather", "Ratings are weather. I look after the ride."],
      ["loud-at-the-problem", "They are loud at their hunger, not at me."],
      ["a-clear-no", "A clear no is good service."],
    ]);
    expect(MERGED.lines[0]).toMatchObject({ triggers: ["app_rating", "complaint_threat"], if: 'I hear "one star"' });
  });

  it("brings quotations, responses, questions and sentences", () => {
    expect(MERGED.quotations.map(({ id }) => id)).toEqual(["delay", "on-rain"]);
    expect(MERGED.responses.find(({ id }) => id === "pause")).toMatchObject({ label: "I stop at the kerb", thens: ["a", "b", "c"] });
    expect(MERGED.questions[0]).toEqual({ id: "reflect.trigger", ask: "What set it off, on the road?", hint: "Type a few words." });
    expect(speaker(MERGED)("suggest.title")).toBe("That sounds to me like");
  });

  it("leaves the content as it was", () => {
    expect(CONTENT.triggers.some(({ id }) => id === "app_rating")).toBe(false);
    expect(mergePacks(CONTENT, [])).toBe(CONTENT);
  });

  it("leaves out packs in another language, and takes a country's", () => {
    const spanish = packOf(withHead("lines: { a: { text: b } }").replace("language: en", "language: es"));
    const british = packOf(withHead("lines: { a: { text: b } }").replace("language: en", "language: en-GB"));
    expect(mergePacks(CONTENT, [spanish])).toBe(CONTENT);
    expect(mergePacks(CONTENT, [british]).lines[0]).toEqual({ id: "a", triggers: [], text: "b" });
  });

  it("lets the later of two packs have the word", () => {
    const [one, two] = ["One", "Two"].map((label) => packOf(withHead(`triggers: { saying_no: { label: ${label} } }`)));
    const labels = (packs: Parameters<typeof mergePacks>[1]): string | undefined =>
      mergePacks(CONTENT, packs).triggers.find(({ id }) => id === "saying_no")?.label;
    expect(labels([one, two].flatMap((pack) => pack ?? []))).toBe("Two");
    expect(labels([two, one].flatMap((pack) => pack ?? []))).toBe("One");
  });
});

describe("mergeDeepPacks", () => {
  it("brings scenes, and helps of questions that are there", () => {
    const pack = packOf(withHead("triggers: { saying_no: { scenes: [at the door] } }", "questions: { win: { what: { help: anything } } }"));
    expect(mergeDeepPacks(DEEP, "en", [pack])).toEqual({
      ...DEEP,
      scenes: { saying_no: ["at the door"] },
      helps: { "reflect.trigger": "help", "win.what": "anything" },
    });
    expect(mergeDeepPacks(DEEP, "es", [pack])).toBe(DEEP);
  });
});

describe("packPhrasings", () => {
  it("are the pack's, and the labels of its triggers", () => {
    expect(packPhrasings([RIDERS], "en")).toEqual({
      app_rating: ["said he gives me one star", "rates me down if i dont wait", "They threaten me with stars", "a bad rating as a weapon"],
      rude_tone: ["yelled from the balcony"],
      saying_no: ["I could not bring it up"],
    });
    expect(packPhrasings([RIDERS], "es")).toEqual({});
  });
});

describe("issueOf", () => {
  it.each([
    ["Stars", "Stars"],
    ["They threaten me with stars", "They threaten me"],
    ["Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahr"],
  ])("%s becomes %s", (label, issue) => {
    expect(issueOf(label)).toBe(issue);
  });
});

describe("describePack", () => {
  it("tells what is added from what takes the place of something", () => {
    expect(describePack(RIDERS, CONTENT).map(({ section, id, overrides }) => `${section} ${id}${overrides ? " anew" : ""}`)).toEqual([
      "triggers app_rating",
      "triggers saying_no anew",
      "responses pause anew",
      "lines stars-are-weather",
      "lines loud-at-the-problem anew",
      "quotations on-rain",
      "questions reflect.trigger anew",
      "messages suggest.title anew",
      "phrasings app_rating",
      "phrasings rude_tone",
    ]);
  });
});
