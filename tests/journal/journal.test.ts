import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Reflection } from "../../src/reflection/entry.ts";
import { AT, contents, everything, filesUnder, note, open, put, remove, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

test("reading an empty journal makes nothing and finds nothing", () => {
  const home = newHome();
  const journal = open(home);
  expect(journal.months()).toEqual([]);
  expect(everything(journal)).toEqual([]);
  expect(journal.withIdPrefix("0", 5)).toEqual([]);
  expect(journal.book("plans")).toEqual([]);
  expect([...journal.backwards()]).toEqual([]);
  expect(filesUnder(home)).toEqual([]);
});

test("an entry comes back field by field from the month of its shift", () => {
  const home = newHome();
  const entry: Reflection = {
    id: "01KAKWYB000000000000000001",
    kind: "reflection",
    at: "2026-12-01T00:30:00+01:00",
    shift: "2026-11-30",
    trigger: "rude_tone",
    strength: 8,
    reactions: ["argued", "held_steady"],
    plan: { if: "a caller shouts", then: "breathe out" },
    what: 'line one\nline "two" \\ \u2028 \ud800 🙂',
    tags: ["late"],
  };
  put(open(home), entry);
  const journal = open(home);
  expect(journal.months()).toEqual(["2026-11"]);
  expect(journal.month("2026-11")).toEqual([entry]);
  expect(journal.month("2026-12")).toEqual([]);
});

test("a month's file has one record a line, a version, and the device in its name", () => {
  const home = newHome();
  put(open(home), note("a1", "first"), note("a2", "second"));
  const [name = "", text] = [...contents(join(home, "journal"))][0] ?? [];
  expect(name).toMatch(/^entries\/2026-11\.[0-9a-hjkmnp-tv-z]{6}\.json$/);
  expect(text).toBe(
    [
      '{"evenkeel":"entries","version":1,"records":[',
      `{"rev":1,"saved":"${AT}","entry":{"id":"a1","kind":"note","at":"2026-11-22T03:40:00+01:00","shift":"2026-11-22","what":"first"}},`,
      `{"rev":1,"saved":"${AT}","entry":{"id":"a2","kind":"note","at":"2026-11-22T03:40:00+01:00","shift":"2026-11-22","what":"second"}}`,
      "]}",
      "",
    ].join("\n"),
  );
});

test("entries come in the order of their instants, whatever their zones and files", () => {
  const home = newHome();
  put(
    open(home),
    note("b", "later", "2026-11-30", "2026-12-01T05:00:00+01:00"),
    note("c", "same instant, higher id", "2026-12-01", "2026-12-01T03:00:00+00:00"),
    note("a", "same instant", "2026-12-01", "2026-12-01T04:00:00+01:00"),
  );
  expect(words(open(home))).toEqual(["a same instant", "c same instant, higher id", "b later"]);
});

test("between takes both ends and reads only the months that can hold them", () => {
  const home = newHome();
  put(
    open(home),
    note("a", "a", "2026-09-30"),
    note("b", "b", "2026-10-01"),
    note("c", "c", "2026-10-31"),
    note("d", "d", "2026-11-01"),
  );
  const files = contents(join(home, "journal"));
  for (const name of files.keys()) if (name.includes("2026-09")) writeFileSync(join(home, "journal", name), "damaged");
  const journal = open(home);
  expect(journal.between("2026-10-01", "2026-10-31").map(({ id }) => id)).toEqual(["b", "c"]);
  expect(journal.between("2026-10-02", "2026-11-01").map(({ id }) => id)).toEqual(["c", "d"]);
  expect(journal.problems()).toEqual([]);
  expect([...journal.backwards()].map((month) => month.map(({ id }) => id))).toEqual([["d"], ["b", "c"], []]);
  expect(journal.problems()).toHaveLength(1);
});

test("an edit replaces, a deletion removes, and both stay when nothing is asked for", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("a", "one"), note("b", "two"));
  put(journal, note("a", "one, better"));
  remove(journal, "b");
  expect(words(journal)).toEqual(["a one, better"]);
  const before = contents(home);
  put(journal, note("a", "one, better"));
  remove(journal, "b", "never there");
  journal.write("nothing", AT, () => undefined);
  expect(contents(home)).toEqual(before);
});

test("an entry that changes its month leaves the old one, and comes back", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("a", "x", "2026-11-30"));
  put(journal, note("a", "x", "2026-12-01"));
  expect(journal.month("2026-11")).toEqual([]);
  expect(journal.month("2026-12").map(({ id }) => id)).toEqual(["a"]);
  put(journal, note("a", "x", "2026-11-29"));
  expect(words(journal)).toEqual(["a x"]);
  expect(journal.month("2026-12")).toEqual([]);
  remove(journal, "a");
  expect(words(journal)).toEqual([]);
});

test("what the callback returns comes back, and what it throws keeps everything as it was", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("a", "one"));
  const before = contents(home);
  expect(journal.write("x", AT, (read) => read.month("2026-11").length)).toBe(1);
  expect(() =>
    journal.write("x", AT, (_, change) => {
      change.remove("a");
      throw new Error("changed my mind");
    }),
  ).toThrow("changed my mind");
  expect(contents(home)).toEqual(before);
  put(journal, note("b", "two"));
  expect(words(journal)).toEqual(["a one", "b two"]);
});

test("a write within a write is a defect that is said, not a deadlock", () => {
  const journal = open(newHome());
  expect(() => {
    journal.write("x", AT, () => {
      put(journal, note("a", "a"));
    });
  }).toThrow("a write within a write");
});

test("an entry that does not fit its place is never written", () => {
  const home = newHome();
  const journal = open(home);
  expect(() => {
    put(journal, { ...note("a", "a"), shift: "today" });
  }).toThrow("not a record");
  expect(() => {
    put(journal, { ...note("a", "a"), at: "03:40" });
  }).toThrow("not a record");
  expect(everything(journal)).toEqual([]);
});

test("books hold plans, reviews, reminders, triggers and settings beside the entries", () => {
  const home = newHome();
  open(home).write("config set", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "kind" });
    change.putIn("settings", { id: "words", at: AT, value: ["calm", "fair", "clear"] });
    change.putIn("plans", { id: "p1", at: AT, trigger: "rude_tone", plan: { if: "a", then: "b" } });
    change.putIn("triggers", { id: "own:x", at: AT, label: "The queue" });
    change.putIn("reminders", {
      id: "mark:plan:rude_tone",
      type: "mark",
      at: AT,
      reminder: "plan:rude_tone",
      pinned: true,
      retired: false,
    });
  });
  const journal = open(home);
  expect(journal.book("settings").map(({ id, value }) => [id, value])).toEqual([
    ["goal", "kind"],
    ["words", ["calm", "fair", "clear"]],
  ]);
  expect(journal.book("plans")).toEqual([{ id: "p1", at: AT, trigger: "rude_tone", plan: { if: "a", then: "b" } }]);
  expect(journal.book("reviews")).toEqual([]);
  journal.write("config unset", AT, (_, change) => {
    change.removeFrom("settings", "goal");
  });
  expect(journal.book("settings").map(({ id }) => id)).toEqual(["words"]);
  expect(filesUnder(join(home, "journal")).every((name) => /^books\/\w+\.[0-9a-z]{6}\.json$/.test(name))).toBe(true);
});

test("a journal reads the same in any time zone, over the changes of the clocks too", () => {
  const home = newHome();
  const before = process.env["TZ"];
  const autumn = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:10:00+01:00", "2026-10-25T02:50:00+01:00"];
  const spring = ["2026-03-29T01:59:00+01:00", "2026-03-29T03:01:00+02:00"];
  put(open(home), ...[...autumn, ...spring].map((at, n) => note(`n${n}`, at, at.slice(0, 10), at)));
  const seen = ["Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns", "UTC"].map((zone) => {
    process.env["TZ"] = zone;
    return JSON.stringify(everything(open(home)));
  });
  process.env["TZ"] = before;
  expect(new Set(seen).size).toBe(1);
  expect(everything(open(home)).map(({ id }) => id)).toEqual(["n3", "n4", "n0", "n1", "n2"]);
});

test("a clock that jumps back loses and reorders nothing", () => {
  const home = newHome();
  put(open(home), note("01B", "later id, earlier moment", "2026-11-20"), note("01A", "x", "2026-11-22"));
  open(home).write("edit", "2020-01-01T00:00:00Z", (_, change) => {
    change.put(note("01A", "edited with a clock six years behind"));
  });
  expect(words(open(home))).toEqual(["01B later id, earlier moment", "01A edited with a clock six years behind"]);
});

test("withIdPrefix finds in any month, newest first up to the limit, in either case", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("01JA", "old", "2026-01-05"), note("01JB", "mid", "2026-05-05"), note("01JC", "new", "2026-11-05"));
  expect(journal.withIdPrefix("01J", 9).map(({ id }) => id)).toEqual(["01JA", "01JB", "01JC"]);
  expect(journal.withIdPrefix("01J", 2).map(({ id }) => id)).toEqual(["01JB", "01JC"]);
  expect(journal.withIdPrefix("01jb", 2).map(({ id }) => id)).toEqual(["01JB"]);
  remove(journal, "01JB");
  expect(journal.withIdPrefix("01JB", 2)).toEqual([]);
});

test("an id that is no ULID is found again in whichever month it stands", () => {
  const home = newHome();
  put(open(home), note("jrnl-abc", "first", "2024-02-03"));
  put(open(home), note("jrnl-abc", "moved", "2026-11-03"));
  expect(words(open(home))).toEqual(["jrnl-abc moved"]);
});

test("a journal folder that is a link to another place is fine", () => {
  const home = newHome();
  mkdirSync(join(home, "cloud"));
  symlinkSync(join(home, "cloud"), join(home, "journal"));
  put(open(home), note("a", "x"));
  expect(words(open(home))).toEqual(["a x"]);
  expect(existsSync(join(home, "cloud", "entries"))).toBe(true);
});

test("a link planted at the lock's name is not followed", () => {
  const home = newHome();
  mkdirSync(join(home, "local"), { recursive: true });
  writeFileSync(join(home, "precious"), "mine");
  symlinkSync(join(home, "precious"), join(home, "local", "lock"));
  put(open(home), note("a", "x"));
  expect(readFileSync(join(home, "precious"), "utf8")).toBe("mine");
  expect(words(open(home))).toEqual(["a x"]);
});

test("links planted at the names of temp files are not followed", () => {
  const home = newHome();
  put(open(home), note("a", "x"));
  const device = /\.(\w{6})\.json$/.exec(filesUnder(join(home, "journal"))[0] ?? "")?.[1] ?? "";
  writeFileSync(join(home, "precious"), "mine");
  const always = "0".repeat(10);
  // Every random letter is a 0, so the planted name is the only one that is tried.
  const save = (id: string): void => {
    put(open(home, { random: () => 0 }), note(id, "y"));
  };
  for (const name of [`local/.lock-${always}.tmp`, `local/undo/.local-${always}.tmp`]) {
    symlinkSync(join(home, "precious"), join(home, name));
    expect(() => {
      save("refused");
    }).toThrow(/could not be saved: other files are in its way/);
    rmSync(join(home, name));
  }
  // One in the place of a month's temp file counts as a leftover and is taken away.
  symlinkSync(join(home, "precious"), join(home, "journal", "entries", `.${device}-${always}.tmp`));
  save("b");
  expect(readFileSync(join(home, "precious"), "utf8")).toBe("mine");
  expect(words(open(home))).toEqual(["a x", "b y"]);
});

test("a copy of a file is kept before its first change of the day, for thirty days", () => {
  const home = newHome();
  const journal = open(home);
  const day = (n: number): string => new Date(Date.parse("2026-11-01T12:00:00Z") + n * 86_400_000).toISOString();
  for (let n = 0; n < 40; n += 1) {
    for (const part of ["x", "y"])
      journal.write("reflect", day(n), (_, change) => {
        change.put(note(`n${n}${part}`, "x"));
      });
  }
  const copies = filesUnder(join(home, "local", "copies"));
  expect(copies).toHaveLength(30);
  expect(copies[0]).toMatch(/^2026-11-11\/entries-2026-11\.\w{6}\.json$/);
  expect(copies.at(-1)).toMatch(/^2026-12-10\//);
  const last = readFileSync(join(home, "local", "copies", copies.at(-1) ?? ""), "utf8");
  expect(last).toContain('"n38y"');
  expect(last).not.toContain('"n39x"');
});
