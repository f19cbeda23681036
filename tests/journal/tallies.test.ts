import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/journal/disk.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { tallies } from "../../src/journal/tallies.ts";
import type { TallyKind } from "../../src/journal/tallies.ts";
import { contents, note, open, openBeside, put, remove } from "./kit.ts";
import { newHome } from "./new-home.ts";

const MONTHS = ["2026-09", "2026-10", "2026-11"];

/** Counts entries, and remembers for which months it was asked. */
function counting(version = 1): { kind: TallyKind<number>; asked: string[] } {
  const asked: string[] = [];
  const kind: TallyKind<number> = {
    name: "count",
    version,
    compute: (entries) => {
      asked.push(entries[0]?.shift.slice(0, 7) ?? "none");
      return entries.length;
    },
    check: (value): value is number => typeof value === "number",
  };
  return { kind, asked };
}

function asks(
  journal: DiskJournal,
  version = 1,
): { figures: readonly (number | undefined)[]; asked: readonly string[] } {
  const { kind, asked } = counting(version);
  const found = tallies(journal.store, MONTHS, kind);
  return { figures: MONTHS.map((month) => found.get(month)), asked };
}

function filled(home: string): void {
  put(
    open(home),
    note("1", "x", "2026-09-01"),
    note("2", "x", "2026-10-01"),
    note("3", "x", "2026-11-01"),
    note("4", "x", "2026-11-02"),
  );
}

test("figures are made once, and again only for a month whose file changed", () => {
  const home = newHome();
  filled(home);
  expect(asks(open(home))).toEqual({ figures: [1, 1, 2], asked: MONTHS });
  expect(asks(open(home))).toEqual({ figures: [1, 1, 2], asked: [] });
  put(open(home), note("5", "x", "2026-10-02"));
  expect(asks(open(home))).toEqual({ figures: [1, 2, 2], asked: ["2026-10"] });
  remove(open(home), "3");
  expect(asks(open(home))).toEqual({ figures: [1, 2, 1], asked: ["2026-11"] });
});

test("another device's file changes the figure too", () => {
  const home = newHome();
  const here = (): DiskJournal => openBeside(home, "here");
  put(here(), note("1", "x", "2026-11-01"));
  expect(asks(here()).figures).toEqual([0, 0, 1]);
  put(openBeside(home, "elsewhere"), note("2", "x", "2026-11-02"));
  expect(asks(here())).toEqual({ figures: [0, 0, 2], asked: ["2026-11"] });
});

test("an entry that another device moved away is not counted twice", () => {
  const home = newHome();
  const here = (): DiskJournal => openBeside(home, "here");
  put(here(), note("1", "x", "2026-10-01"));
  expect(asks(here()).figures).toEqual([0, 1, 0]);
  put(openBeside(home, "elsewhere"), note("1", "x", "2026-11-01"));
  expect(asks(here()).figures).toEqual([0, 0, 1]);
});

test("another version of the figure makes all of them anew", () => {
  const home = newHome();
  filled(home);
  asks(open(home));
  expect(asks(open(home), 2).asked).toEqual(MONTHS);
  expect(asks(open(home), 2).asked).toEqual([]);
});

test("a cache that is gone, damaged or not of the right shape is made anew", () => {
  const home = newHome();
  filled(home);
  asks(open(home));
  const cache = join(home, "cache", "tally-count.json");
  const whole = readFileSync(cache, "utf8");
  const damages = [
    whole.slice(0, 50),
    "null",
    "[]",
    '{"tally":1,"months":null}',
    '{"tally":1,"months":{"2026-11":7}}',
    whole.replaceAll('"value":', '"value":"no'),
  ];
  for (const damage of damages) {
    writeFileSync(cache, damage);
    expect(asks(open(home))).toEqual({ figures: [1, 1, 2], asked: MONTHS });
  }
  rmSync(join(home, "cache"), { recursive: true });
  expect(asks(open(home))).toEqual({ figures: [1, 1, 2], asked: MONTHS });
});

test("where the cache cannot be written the figures are right all the same", () => {
  const home = newHome();
  filled(home);
  writeFileSync(join(home, "cache"), "a file in the way");
  expect(asks(open(home))).toEqual({ figures: [1, 1, 2], asked: MONTHS });
});

test("a month read before it changed is never kept under the stamp of the new file", () => {
  const home = newHome();
  filled(home);
  const early = open(home);
  early.month("2026-11");
  put(open(home), note("9", "x", "2026-11-09"));
  expect(asks(early).figures).toEqual([1, 1, 2]);
  expect(asks(open(home)).figures).toEqual([1, 1, 3]);
});

test("while a change waits to be put in its file, figures count it and nothing is cached", () => {
  const home = newHome();
  filled(home);
  let renames = 0;
  const disk = {
    ...nodeDisk,
    rename: (from: string, to: string): void => {
      renames += 1;
      if (to.includes("entries")) throw Object.assign(new Error("EIO"), { code: "EIO" });
      nodeDisk.rename(from, to);
    },
  };
  const journal = open(home, { disk });
  put(journal, note("7", "x", "2026-11-07"));
  expect(renames).toBeGreaterThan(0);
  expect(journal.problems().map(({ what }) => what)).toEqual([
    "The last change is kept, but could not be put in its file yet.",
  ]);
  expect(asks(open(home)).figures).toEqual([1, 1, 3]);
  expect(contents(home).has("cache/tally-count.json")).toBe(false);
  chmodSync(home, 0o700);
});
