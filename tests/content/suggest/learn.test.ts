import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMonthWords, learnFrom, tellingReader, type MonthWords } from "../../../src/content/suggest/learn.ts";
import { foldLearned, withPhrasings } from "../../../src/content/suggest/learned.ts";
import { rank } from "../../../src/content/suggest/rank.ts";
import type { Entry } from "../../../src/reflection/entry.ts";
import { MODEL } from "./small.ts";

const { lexicon } = MODEL;
const FROM = "2025-11-22";

function entry(what: string, trigger: string, shift = "2026-11-10", more: Partial<Entry> = {}): Entry {
  return { id: `${shift}-${trigger}-${what}`, kind: "reflection", at: `${shift}T12:00:00+01:00`, shift, trigger, what, ...more } as Entry;
}

function months(...entries: readonly Entry[]): ReadonlyMap<string, MonthWords> {
  const names = [...new Set(entries.map(({ shift }) => shift.slice(0, 7)))];
  return new Map(names.map((month) => [month, learnFrom(entries.filter(({ shift }) => shift.startsWith(month)), tellingReader(lexicon))]));
}

function ranked(text: string, ...entries: readonly Entry[]): readonly string[] {
  return rank(text, MODEL, foldLearned(months(...entries), FROM)).map(({ trigger }) => trigger);
}

function score(text: string, trigger: string, ...entries: readonly Entry[]): number {
  return rank(text, MODEL, foldLearned(months(...entries), FROM)).find((one) => one.trigger === trigger)?.score ?? 0;
}

describe("learning from one's own entries", () => {
  it("puts the trigger first that the same words were given before", () => {
    expect(ranked("he yelled about the bill")[0]).toBe("rude_tone");
    expect(ranked("he yelled about the bill", entry("He yelled about the bill!", "saying_no"))[0]).toBe("saying_no");
  });

  it("takes the latest where the same words were given two triggers", () => {
    const [before, after] = [entry("zebra desk", "saying_no", "2026-11-03"), entry("the zebra desk", "tools_process", "2026-11-04")];
    expect(ranked("zebra desk", before, after)[0]).toBe("tools_process");
    expect(ranked("zebra desk", { ...after, shift: "2026-10-30" }, before)[0]).toBe("saying_no");
  });

  it("lets a word count more with each entry that confirms it", () => {
    const times = [1, 2, 3, 5, 8].map((count) => {
      const entries = Array.from({ length: count }, (_, at) => entry(`zebra ${"x".repeat(at + 4)}`, "saying_no"));
      return score("a zebra at the crm", "saying_no", ...entries);
    });
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it("knows words that no example holds", () => {
    expect(ranked("zebra")).toEqual([]);
    expect(ranked("zebra", entry("zebra again", "tools_process"))[0]).toBe("tools_process");
  });

  it("ranks triggers that only the person has", () => {
    expect(ranked("zebra crossing", entry("zebra crossing", "my_own"))[0]).toBe("my_own");
    expect(ranked("yelled", entry("zebra crossing", "my_own"))).not.toContain("my_own");
  });

  it("forgets what was deleted", () => {
    const kept = entry("slow crm", "tools_process");
    expect(learnFrom([kept], tellingReader(lexicon))).toEqual(learnFrom([kept, entry("zebra", "saying_no")].slice(0, 1), tellingReader(lexicon)));
    expect(ranked("zebra", kept)).toEqual([]);
  });

  it("forgets what was last confirmed before the first day", () => {
    const old = entry("zebra", "saying_no", "2025-11-21");
    const inTime = entry("zebra", "tools_process", "2025-11-22");
    expect(ranked("zebra", old)).toEqual([]);
    expect(ranked("zebra", inTime)[0]).toBe("tools_process");
    expect(ranked("zebra", inTime, old)[0]).toBe("tools_process");
  });

  it("lets a merged trigger's words count for the other", () => {
    const learned = foldLearned(months(entry("zebra", "my_own")), FROM, (trigger) => (trigger === "my_own" ? "saying_no" : trigger));
    expect(rank("zebra", MODEL, learned)[0]?.trigger).toBe("saying_no");
  });

  it("reads only reflections with words", () => {
    const others: Entry[] = [
      { id: "1", kind: "win", at: "2026-11-10T12:00:00Z", shift: "2026-11-10", what: "zebra" },
      { id: "2", kind: "reflection", at: "2026-11-10T12:00:00Z", shift: "2026-11-10", trigger: "saying_no", thought: "zebra" },
    ];
    expect(learnFrom(others, tellingReader(lexicon))).toEqual({ words: {}, wordings: {}, last: null });
  });

  it("holds single words and no sentence", () => {
    const learned = JSON.stringify(learnFrom([entry("the lady from flat nine lost her ring", "customer_distress")], tellingReader(lexicon)));
    expect(learned).not.toContain("lady from");
    expect(learned).not.toContain("lost her");
  });

  it("stays small whatever a month holds, and passes its own check", () => {
    const what = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e", " "), minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(what, fc.constantFrom("rude_tone", "__proto__", "constructor")), { maxLength: 400 }), (all) => {
        const learned = learnFrom(all.map(([text, trigger]) => entry(text, trigger)), tellingReader(lexicon));
        expect(isMonthWords(JSON.parse(JSON.stringify(learned)))).toBe(true);
        expect(JSON.stringify(learned).length).toBeLessThan(40_000);
      }),
      { numRuns: 20 },
    );
  });

  it.each([null, 1, [], {}, { words: {} }, { words: [], wordings: {} }, { words: { a: { b: "1" } }, wordings: {} }, { words: {}, wordings: { a: 1 } }])(
    "does not take %j for what it learned",
    (value) => {
      expect(isMonthWords(value)).toBe(false);
    },
  );
});

describe("phrasings of packs", () => {
  const learned = withPhrasings(foldLearned(months(entry("zebra crossing", "saying_no")), FROM), { app_rating: ["one star threat", "zebra crossing"] }, lexicon);

  it("speak for triggers that the model does not know", () => {
    expect(rank("threatened with one star", MODEL, learned)[0]?.trigger).toBe("app_rating");
  });

  it("do not overrule what the person chose", () => {
    expect(rank("zebra crossing", MODEL, learned)[0]?.trigger).toBe("saying_no");
  });
});
