import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Format } from "../../src/journal/migrate.ts";
import { FORMAT, migrate } from "../../src/journal/migrate.ts";
import { contents, note, open, put, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

/** A made-up version 2, in which the records are called "lines". */
const NEXT: Format = {
  version: 2,
  steps: new Map([
    [
      1,
      (file) => ({
        ...file,
        records: (file["records"] as { entry?: { what: string } }[]).map((record) =>
          record.entry ? { ...record, entry: { ...record.entry, what: `${record.entry.what}!` } } : record,
        ),
      }),
    ],
  ]),
};

function monthFile(home: string): string {
  const folder = join(home, "journal", "entries");
  return join(folder, readdirSync(folder)[0] ?? "");
}

test("the format in use is the first one, so there is nothing to migrate from", () => {
  expect(FORMAT.version).toBe(1);
  expect(FORMAT.steps.size).toBe(0);
  expect(migrate({ version: 1, records: [] }, 1, FORMAT)).toEqual({ version: 1, records: [] });
});

test("an older file is read through every step between, and left as it is until something is written to it", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const before = contents(join(home, "journal"));
  expect(words(open(home, { format: NEXT }))).toEqual(["1 one!"]);
  expect(contents(join(home, "journal"))).toEqual(before);
});

test("a write brings its file to the version in use, with a copy of the old one", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const before = readFileSync(monthFile(home), "utf8");
  put(open(home, { format: NEXT }), note("2", "two"));
  expect(readFileSync(monthFile(home), "utf8")).toMatch(/^\{"evenkeel":"entries","version":2,/);
  expect(words(open(home, { format: NEXT }))).toEqual(["1 one!", "2 two"]);
  expect([...contents(join(home, "local", "copies")).values()]).toEqual([before]);
});

test("where the copy cannot be made, nothing is migrated", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const before = contents(join(home, "journal"));
  writeFileSync(join(home, "local", "copies"), "in the way");
  expect(() => {
    put(open(home, { format: NEXT }), note("2", "two"));
  }).toThrow("is in the way");
  expect(contents(join(home, "journal"))).toEqual(before);
});

test("after the migration the older program only reads", () => {
  const home = newHome();
  put(open(home, { format: NEXT }), note("1", "one"));
  expect(words(open(home))).toEqual(["1 one"]);
  expect(() => {
    put(open(home), note("2", "two"));
  }).toThrow("was written by a newer evenkeel");
});

test("a step that is missing is a defect, said by its version", () => {
  expect(() => migrate({ version: 1 }, 1, { version: 3, steps: new Map([[1, (file) => file]]) })).toThrow(
    "no migration from version 2",
  );
});
