import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, searchLines } from "../../src/journal/search.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { note, open, openBeside, put, remove } from "./kit.ts";
import { newHome } from "./new-home.ts";

function found(journal: DiskJournal, ...words: string[]): readonly string[] {
  return searchLines(journal.store, "2026-11", words).map(({ id }) => id);
}

test("finds words in any case and with or without accents, in order", () => {
  const home = newHome();
  put(
    open(home),
    note("b", "Kept YELLING about a refund", "2026-11-03"),
    note("a", "La señora gritó", "2026-11-02"),
    note("c", "quiet", "2026-11-01"),
  );
  expect(found(open(home), "yelling")).toEqual(["b"]);
  expect(found(open(home), "SENORA")).toEqual(["a"]);
  expect(found(open(home), "gritó", "Quiet")).toEqual(["c", "a"]);
  expect(found(open(home), "nothing of that kind")).toEqual([]);
});

test("words with quotes and backslashes are found as they are written", () => {
  const home = newHome();
  put(open(home), note("a", 'she said "no" and C:\\temp'), note("b", "she said no"));
  expect(found(open(home), '"no"')).toEqual(["a"]);
  expect(found(open(home), "c:\\temp")).toEqual(["a"]);
});

test("what was edited or deleted elsewhere is found as it is now", () => {
  const home = newHome();
  const here = openBeside(home, "here");
  const there = openBeside(home, "elsewhere");
  put(here, note("1", "refund"), note("2", "refund"), note("3", "invoice"), note("4", "refund"));
  put(there, note("1", "shouting"), note("3", "refund, edited"));
  remove(there, "2");
  put(there, note("4", "refund", "2026-12-01"));
  const again = openBeside(home, "here");
  const still = searchLines(again.store, "2026-11", ["refund"]).filter((entry) =>
    JSON.stringify(entry).includes("refund"),
  );
  expect(still.map(({ id }) => id)).toEqual(["3"]);
  expect(searchLines(again.store, "2026-12", ["refund"]).map(({ id }) => id)).toEqual(["4"]);
});

test("a damaged month is searched in its whole records, and reported", () => {
  const home = newHome();
  put(open(home), note("1", "refund one"), note("2", "refund two"));
  const folder = join(home, "journal", "entries");
  const file = join(folder, readdirSync(folder)[0] ?? "");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, -30));
  const journal = open(home);
  expect(found(journal, "refund")).toEqual(["1"]);
  expect(journal.problems()).toHaveLength(1);
});

test("a file that another tool laid out anew is searched too", () => {
  const home = newHome();
  put(open(home), note("1", "refund one"));
  const folder = join(home, "journal", "entries");
  const file = join(folder, readdirSync(folder)[0] ?? "");
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, "utf8")), null, 2));
  expect(found(open(home), "refund")).toEqual(["1"]);
});

test("never misses an entry that a look at every word would find", () => {
  const letters = fc.constantFrom("a", "Ä", "é", "e", '"', "\\", "\n", " ", "ß", "İ", "字", "🙂", "\u0301");
  const text = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), text, (texts, word) => {
      const home = newHome();
      put(open(home), ...texts.map((what, n) => note(`n${n}`, what)));
      const wanted = texts.flatMap((what, n) => (folded(what).includes(folded(word)) ? [`n${n}`] : []));
      expect(found(open(home), word)).toEqual(expect.arrayContaining(wanted));
    }),
    { numRuns: 60, seed: 5 },
  );
});
