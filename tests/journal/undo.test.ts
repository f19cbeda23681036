import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nextUndo, undo } from "../../src/journal/undo.ts";
import { AT, contents, note, open, openBeside, put, remove, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

test("undo takes back one command at a time, newest first, and names it", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("1", "one"), note("2", "two"));
  journal.write("edit", AT, (_, change) => {
    change.put(note("1", "one, better"));
  });
  remove(journal, "2");
  expect(words(journal)).toEqual(["1 one, better"]);
  expect(nextUndo(journal.store)).toEqual({ command: "delete", at: AT, changed: 1 });
  expect(undo(journal, AT)).toMatchObject({ command: "delete", at: AT, changed: 1 });
  expect(words(journal)).toEqual(["1 one, better", "2 two"]);
  expect(undo(journal, AT)).toMatchObject({ command: "edit", at: AT, changed: 1 });
  expect(words(journal)).toEqual(["1 one", "2 two"]);
  expect(undo(journal, AT)).toMatchObject({ command: "reflect", at: AT, changed: 2 });
  expect(words(journal)).toEqual([]);
  expect(nextUndo(journal.store)).toBeNull();
  expect(undo(journal, AT)).toBeNull();
});

test("after an undo, the next command is the next to be taken back", () => {
  const journal = open(newHome());
  put(journal, note("1", "one"));
  put(journal, note("1", "two"));
  undo(journal, AT);
  put(journal, note("1", "three"));
  undo(journal, AT);
  expect(words(journal)).toEqual(["1 one"]);
  undo(journal, AT);
  expect(words(journal)).toEqual([]);
});

test("undo brings an entry back to the month it came from, and a book's record to what it was", () => {
  const journal = open(newHome());
  put(journal, note("1", "x", "2026-11-30"));
  put(journal, note("1", "x", "2026-12-01"));
  journal.write("config set", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "a" });
  });
  journal.write("config set", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "b" });
  });
  undo(journal, AT);
  expect(journal.book("settings")[0]?.value).toBe("a");
  undo(journal, AT);
  expect(journal.book("settings")).toEqual([]);
  undo(journal, AT);
  expect(journal.month("2026-11").map(({ id }) => id)).toEqual(["1"]);
  expect(journal.month("2026-12")).toEqual([]);
});

test("what another machine changed since is left as it is, and said; the next undo goes on with the one before", () => {
  const home = newHome();
  const here = openBeside(home, "here");
  const there = openBeside(home, "elsewhere");
  put(here, note("1", "one"));
  put(here, note("2", "two"));
  put(there, note("2", "two, edited there"));
  expect(() => undo(here, AT)).toThrow('What "reflect" wrote was changed again since');
  expect(words(here)).toEqual(["1 one", "2 two, edited there"]);
  expect(undo(here, AT)?.changed).toBe(1);
  expect(words(here)).toEqual(["2 two, edited there"]);
});

test("the other machine learns of an undo like of any change", () => {
  const home = newHome();
  const here = openBeside(home, "here");
  put(here, note("1", "one"));
  undo(here, AT);
  const there = openBeside(home, "elsewhere");
  expect(words(there)).toEqual([]);
  expect(undo(there, AT)).toBeNull();
});

test("a hundred steps are kept", () => {
  const home = newHome();
  const journal = open(home);
  for (let n = 0; n < 103; n += 1) put(journal, note("1", `version ${n}`));
  expect(readdirSync(join(home, "local", "undo"))).toHaveLength(100);
  for (let n = 0; n < 100; n += 1) undo(journal, AT);
  expect(words(journal)).toEqual(["1 version 2"]);
  expect(undo(journal, AT)).toBeNull();
});

test("a damaged record of the last change is said, and nothing is changed", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("1", "one"));
  put(journal, note("1", "two"));
  const last =
    readdirSync(join(home, "local", "undo"))
      .sort()
      .at(-1) ?? "";
  writeFileSync(join(home, "local", "undo", last), "{");
  const before = contents(join(home, "journal"));
  expect(() => undo(journal, AT)).toThrow("The record of the last change is damaged");
  expect(contents(join(home, "journal"))).toEqual(before);
});
