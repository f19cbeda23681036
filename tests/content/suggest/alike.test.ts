import { describe, expect, it } from "vitest";
import type { HabitWords, Line } from "../../../src/content/content.ts";
import { lexiconOf } from "../../../src/content/suggest/lexicon.ts";
import { suggestHabit } from "../../../src/content/suggest/habits.ts";
import { likeness } from "../../../src/content/suggest/likeness.ts";
import { linesLike } from "../../../src/content/suggest/lines.ts";

const LEXICON = lexiconOf("en");

const HABITS: readonly HabitWords[] = [
  { id: "mind_reading", examples: ["he thinks i am stupid", "they think i am useless"], instead: "" },
  { id: "should_rules", examples: ["people should know how to behave", "i should have known the answer"], instead: "" },
  { id: "one_bad_day", examples: ["the whole day is ruined", "that call spoiled my shift"], instead: "" },
];

describe("suggestHabit", () => {
  it.each([
    ["she must think im an idiot", "mind_reading"],
    ["I should've checked", "should_rules"],
    ["My whole shift is RUINED", "one_bad_day"],
  ])("%s", (thought, habit) => {
    expect(suggestHabit(thought, HABITS, LEXICON)[0]).toBe(habit);
  });

  it.each(["", "the printer", "lunch was good", "..."])("names none for %j", (thought) => {
    expect(suggestHabit(thought, HABITS, LEXICON)).toEqual([]);
  });
});

const LINES: readonly Line[] = [
  { id: "a", triggers: ["rude_tone"], text: "They are loud at the problem, not at me." },
  { id: "b", triggers: ["rude_tone", "saying_no"], text: "I may say where the limit is.", if: "the swearing goes on", then: "say it once" },
  { id: "c", triggers: ["saying_no"], text: "A clear no, said kindly, is good service." },
];

describe("kind lines", () => {
  it("stand in the order of the content where the words fit none", () => {
    expect(linesLike("rude_tone", "", LINES, LEXICON).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("stand first where they fit the words", () => {
    expect(linesLike("rude_tone", "kept swearing", LINES, LEXICON).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("are none where the trigger has none", () => {
    expect(linesLike("team_mood", "kept swearing", LINES, LEXICON)).toEqual([]);
  });
});

describe("likeness", () => {
  it("is 1 for the same words, 0 for others, and the same from any order of texts", () => {
    const compared = likeness(["slow system", "had to refuse"], LEXICON);
    expect(compared.of("slow system", 0)).toBeCloseTo(1);
    expect(compared.of("slow system", 1)).toBe(0);
    expect(compared.of("slow system", 7)).toBe(0);
  });
});
