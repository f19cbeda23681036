import fc from "fast-check";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shiftDay } from "../../src/reflection/moment.ts";
import { TRIGGERS } from "../../src/reflection/vocabulary.ts";
import { keep, type PackLine, recomputeCard, recomputeReminders, recomputeReview, recomputeRoadmap } from "../practice/recompute.ts";
import { json, newJournal } from "../run.ts";
import { type Journal, journals } from "../sample/journals.ts";

const content = JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/content/en/content.json"), "utf8")) as {
  readonly lines: readonly PackLine[];
  readonly triggers: readonly { readonly id: string; readonly issue: string }[];
};
const issues = Object.fromEntries(content.triggers.map(({ id, issue }) => [id, issue]));

/** The journal as the command knows it: entries alone, with settings that were never changed. */
function plainJournal(journal: Journal): Journal {
  const known = journal.entries.filter((entry) => !("trigger" in entry) || TRIGGERS.includes(entry.trigger as never));
  return {
    entries: known,
    plans: [],
    triggers: [],
    reminders: [],
    reviews: [],
    settings: {
      goal: null,
      words: [],
      contact: null,
      weights: { strength: 0.5, held: 0.3, carry: 0.2, halfLifeDays: 21 },
      weekStart: "monday",
    },
    now: { at: journal.now.at, shift: shiftDay(journal.now.at, "04:00") },
  };
}

/** Two years of cases, so that most of them lie before the window and come in folded. */
const samples = fc.sample(journals(700, 160), { seed: 20261122, numRuns: 4 }).map(plainJournal);

/** Scores are compared as numbers; everything else to the letter, whatever the order of the fields. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, part: unknown) => (key === "score" && typeof part === "number" ? Math.round(part * 1e5) / 1e5 : part));
}

describe.each(samples)("a journal of two years", (journal) => {
  const { home, run } = newJournal();
  const input = journal.entries.map((entry) => JSON.stringify(entry)).join("\n");
  run(["reflect", "--from", "-"], { input });
  const asOf = ["--as-of", journal.now.at, "--json"];
  const seen = { ...journal, entries: keep(journal.entries, journal.now.at) };

  it("is listed whole, oldest first", () => {
    const listed = json<{ id: string; at: string }[]>(run(["list", "--all", "--json", "--kind", "reflection,win,start,end,rehearsal,note"]));
    const order = [...journal.entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
    expect(listed.map(({ id }) => id)).toEqual(order.map(({ id }) => id));
    expect(listed).toEqual(order);
  });

  it.each(["once", "again, from the tallies"])("gives the figures that the entries give: %s", () => {
    expect(rounded(json(run(["roadmap", ...asOf])))).toEqual(rounded(recomputeRoadmap(seen)));
    expect(rounded(json(run(["roadmap", "--all", ...asOf])))).toEqual(rounded(recomputeRoadmap(seen, { all: true })));
    expect(rounded(json(run(["reminders", ...asOf])))).toEqual(rounded(recomputeReminders(seen, content.lines)));
    expect(json(run(["card", ...asOf]))).toMatchObject(recomputeCard(seen, content.lines, issues));
    expect(json(run(["review", ...asOf]))).toEqual(recomputeReview(seen, 0));
    expect(json(run(["review", "last", ...asOf]))).toEqual(recomputeReview(seen, 1));
  });

  it("gives the same after a change in an old month, and without the cache", () => {
    const [first] = [...seen.entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).filter(({ kind }) => kind === "reflection");
    run(["delete", first?.id ?? "", "--yes"]);
    const left = { ...seen, entries: seen.entries.filter(({ id }) => id !== first?.id) };
    expect(rounded(json(run(["roadmap", ...asOf])))).toEqual(rounded(recomputeRoadmap(left)));
    run(["undo"]);
    rmSync(join(home, "cache"), { recursive: true, force: true });
    expect(rounded(json(run(["roadmap", ...asOf])))).toEqual(rounded(recomputeRoadmap(seen)));
  });
});
