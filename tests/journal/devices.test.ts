import { cpSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renamePersonal, retirePersonal } from "../../src/content/personal.ts";
import { conflictOf, conflicts } from "../../src/journal/conflicts.ts";
import { knownDevice } from "../../src/journal/device.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import type { TriggerRecord } from "../../src/practice/records.ts";
import { personalTriggers } from "../../src/practice/triggers.ts";
import { filesUnder, note, open, openBeside, put, remove, seeded, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

/** Two machines with a journal each; `sync` copies every file a machine wrote to the other. */
function pair(): { a: DiskJournal; b: DiskJournal; sync: () => void } {
  const home = newHome();
  const a = open(join(home, "a"), { hostname: "a" });
  const b = open(join(home, "b"), { hostname: "b", random: seeded(8) });
  const folder = (name: string): string => join(home, name, "journal");
  const owners = new Map<string, string>();
  const sync = (): void => {
    for (const name of ["a", "b"]) {
      mkdirSync(folder(name), { recursive: true });
      for (const file of filesUnder(folder(name))) if (!owners.has(file)) owners.set(file, name);
    }
    for (const [file, owner] of owners) {
      const other = join(folder(owner === "a" ? "b" : "a"), file);
      cpSync(join(folder(owner), file), other, { recursive: true });
    }
    a.store.forgetRead();
    b.store.forgetRead();
  };
  return { a, b, sync };
}

const LATER = "2026-11-22T04:00:00+01:00";

function putLater(journal: DiskJournal, ...entries: Parameters<typeof put>[1][]): void {
  journal.write("edit", LATER, (_, change) => {
    for (const entry of entries) change.put(entry);
  });
}

test("each device writes its own files only, and reads the union", () => {
  const home = newHome();
  const a = openBeside(home, "a");
  const b = openBeside(home, "bb");
  put(a, note("1", "from a"));
  put(b, note("2", "from b"));
  put(b, note("1", "from a, edited on b"));
  expect(words(openBeside(home, "a"))).toEqual(["1 from a, edited on b", "2 from b"]);
  expect(filesUnder(join(home, "journal"))).toHaveLength(2);
});

test("an edit on one device and a new entry on the other both arrive", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  put(a, note("1", "one, edited"));
  put(b, note("2", "two"));
  sync();
  expect(words(a)).toEqual(["1 one, edited", "2 two"]);
  expect(words(b)).toEqual(words(a));
  expect(conflicts(a.store)).toEqual([]);
});

test("the same entry edited twice: the later clock is shown, the other is kept as a conflict copy until an edit settles it", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  putLater(a, note("1", "a's later words"));
  put(b, note("1", "b's words"));
  sync();
  for (const journal of [a, b]) {
    expect(words(journal)).toEqual(["1 a's later words"]);
    expect(conflicts(journal.store)).toEqual([
      { id: "1", book: null, shown: note("1", "a's later words"), copies: [note("1", "b's words")] },
    ]);
    expect(conflictOf(journal.store, "1")?.copies).toEqual([note("1", "b's words")]);
  }
  put(b, note("1", "both"));
  sync();
  for (const journal of [a, b]) {
    expect(words(journal)).toEqual(["1 both"]);
    expect(conflicts(journal.store)).toEqual([]);
    expect(conflictOf(journal.store, "1")).toBeNull();
  }
});

test("choosing the version that is shown already settles a conflict too", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  putLater(a, note("1", "a"));
  put(b, note("1", "b"));
  sync();
  put(a, note("1", "a"));
  sync();
  expect(words(b)).toEqual(["1 a"]);
  expect(conflicts(b.store)).toEqual([]);
});

test("a device that edited twice offline does not silently drop the other's one edit", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  put(a, note("1", "a, first"));
  put(a, note("1", "a, second"));
  put(b, note("1", "b"));
  sync();
  expect(words(b)).toEqual(["1 a, second"]);
  expect(conflicts(b.store)[0]?.copies).toEqual([note("1", "b")]);
});

test("the same change on both devices is no conflict", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  putLater(a, note("1", "same"));
  put(b, note("1", "same"));
  sync();
  expect(words(a)).toEqual(["1 same"]);
  expect(conflicts(a.store)).toEqual([]);
});

test("an edit beats a deletion of the same revision", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  remove(a, "1");
  put(b, note("1", "kept"));
  sync();
  expect(words(a)).toEqual(["1 kept"]);
  expect(words(b)).toEqual(["1 kept"]);
});

test("a deletion after the edit was known stays a deletion", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one"));
  sync();
  put(b, note("1", "edited"));
  sync();
  remove(a, "1");
  sync();
  expect(words(b)).toEqual([]);
  expect(conflicts(b.store)).toEqual([]);
});

test("an entry moved to another month by a device that did not write it stands there only, on both", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(b, note("1", "one", "2026-12-01"));
  sync();
  for (const journal of [a, b]) {
    expect(journal.month("2026-11")).toEqual([]);
    expect(journal.month("2026-12").map(({ id }) => id)).toEqual(["1"]);
  }
  remove(a, "1");
  sync();
  expect(words(b)).toEqual([]);
});

test("a move on one device and an edit on the other: one is shown, once, and the other kept", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(a, note("1", "moved", "2026-12-01"));
  putLater(b, note("1", "edited", "2026-11-30"));
  sync();
  for (const journal of [a, b]) {
    expect(words(journal)).toEqual(["1 edited"]);
    expect(journal.month("2026-12")).toEqual([]);
    expect(conflicts(journal.store)[0]?.copies).toEqual([note("1", "moved", "2026-12-01")]);
  }
});

test("moved to two different months at once: it stands in one", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(a, note("1", "to december", "2026-12-01"));
  putLater(b, note("1", "to october", "2026-10-31"));
  sync();
  for (const journal of [a, b]) {
    expect(words(journal)).toEqual(["1 to october"]);
    expect(journal.month("2026-12")).toEqual([]);
    expect(journal.month("2026-11")).toEqual([]);
  }
});

test("a marker that arrives before the new month hides nothing that can be shown", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(b, note("1", "moved", "2026-12-01"));
  sync();
  const december = filesUnder(a.store.options.places.journal).find((name) => name.includes("2026-12")) ?? "";
  const path = join(a.store.options.places.journal, december);
  renameSync(path, `${path}.not-here-yet`);
  a.store.forgetRead();
  expect(words(a)).toEqual(["1 one"]);
});

/** Takes another machine's file of a month away, as if it had not arrived yet, and gives what brings it back. */
function withhold(journal: DiskJournal, month: string, writer: DiskJournal): () => void {
  const path = join(
    journal.store.options.places.journal,
    "entries",
    `${month}.${knownDevice(writer.store) ?? ""}.json`,
  );
  renameSync(path, `${path}.not-here-yet`);
  journal.store.forgetRead();
  return () => {
    renameSync(`${path}.not-here-yet`, path);
    journal.store.forgetRead();
  };
}

test("who has only the marker of a move has not seen the words: deleting the entry keeps them as a copy", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(b, note("1", "moved and rewritten", "2026-12-01"));
  sync();
  const bring = withhold(a, "2026-12", b);
  expect(words(a)).toEqual(["1 one"]);
  remove(a, "1");
  bring();
  sync();
  for (const journal of [a, b]) {
    expect(words(journal)).toEqual([]);
    expect(conflicts(journal.store)[0]?.copies).toEqual([note("1", "moved and rewritten", "2026-12-01")]);
  }
});

test("a device that deletes what another one moved says so in every month, so that its files are enough", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-11-30"));
  sync();
  put(b, note("1", "moved", "2026-12-01"));
  put(b, note("1", "moved on", "2027-01-01"));
  remove(b, "1");
  sync();
  expect(words(a)).toEqual([]);
  for (const month of ["2026-11", "2026-12", "2027-01"]) expect([month, a.month(month)]).toEqual([month, []]);
  const december = withhold(a, "2026-12", b);
  expect(words(a)).toEqual([]);
  december();
});

test("a conflict is listed though the month of the one shown does not know of the other's", () => {
  const { a, b, sync } = pair();
  put(a, note("1", "one", "2026-10-31"));
  sync();
  put(b, note("1", "moved", "2026-12-01"));
  putLater(a, note("1", "edited", "2026-10-31"));
  sync();
  const bring = withhold(a, "2026-10", b);
  expect(words(a)).toEqual(["1 edited"]);
  expect(conflicts(a.store).map(({ copies }) => copies)).toEqual([[note("1", "moved", "2026-12-01")]]);
  bring();
  expect(conflicts(a.store).map(({ copies }) => copies)).toEqual([[note("1", "moved", "2026-12-01")]]);
});

test("settings changed on two machines: the later one counts and the other is listed", () => {
  const { a, b, sync } = pair();
  const goal = (value: string) => ({ id: "goal", at: LATER, value });
  a.write("config", LATER, (_, change) => {
    change.putIn("settings", goal("kind"));
  });
  b.write("config", "2026-11-22T05:00:00+01:00", (_, change) => {
    change.putIn("settings", goal("calm"));
  });
  sync();
  expect(a.book("settings")).toEqual([goal("calm")]);
  expect(b.book("settings")).toEqual([goal("calm")]);
  expect(conflicts(b.store)).toEqual([{ id: "goal", book: "settings", shown: goal("calm"), copies: [goal("kind")] }]);
});

test("a home that was copied to another machine gets a device id of its own, and the old one keeps its own", () => {
  const home = newHome();
  const first = open(join(home, "first"));
  put(first, note("1", "x"));
  cpSync(join(home, "first"), join(home, "clone"), { recursive: true });
  put(open(join(home, "clone"), { random: seeded(5) }), note("2", "same host, other path"));
  put(open(join(home, "first"), { hostname: "another", random: seeded(6) }), note("3", "same path, other host"));
  put(open(join(home, "first")), note("4", "x"));
  const devices = (name: string): number =>
    filesUnder(join(home, name, "journal")).filter((file) => file.startsWith("entries")).length;
  expect(devices("clone")).toBe(2);
  expect(devices("first")).toBe(2);
  expect(words(open(join(home, "first")))).toEqual(["1 x", "3 same path, other host", "4 x"]);
});

test("a laptop whose name changes and changes back gets its old device id back", () => {
  const home = newHome();
  for (const hostname of ["home", "office", "home", "office"]) {
    put(open(home, { hostname, random: Math.random }), note(hostname + String(Math.random()), "x"));
  }
  expect(filesUnder(join(home, "journal"))).toHaveLength(2);
});

test("files that are none of the journal's are left out", () => {
  const home = newHome();
  put(open(home), note("1", "x"));
  for (const name of [
    "2026-11.json",
    "2026-13.abcdef.json",
    "notes.txt",
    "2026-11.abcdef.json~",
    ".2026-11.abcdef.json.swp",
  ]) {
    writeFileSync(join(home, "journal", "entries", name), "not mine");
  }
  const journal = open(home);
  expect(words(journal)).toEqual(["1 x"]);
  expect(journal.months()).toEqual(["2026-11"]);
  expect(journal.problems()).toEqual([]);
});

test("a trigger that is renamed on one device and retired on another at once is both", () => {
  const { a, b, sync } = pair();
  const put = (journal: DiskJournal, record: TriggerRecord): void => {
    journal.write("triggers", LATER, (_, change) => {
      change.putIn("triggers", record);
    });
  };
  put(a, { id: "bus", at: LATER, label: "Bus" });
  sync();
  put(a, renamePersonal({ id: "bus", at: LATER, label: "Bus" }, "The late bus", LATER, []));
  put(b, retirePersonal({ id: "bus" }, LATER));
  sync();
  for (const journal of [a, b]) {
    expect(personalTriggers(journal.book("triggers"))).toEqual([{ id: "bus", at: LATER, label: "The late bus", retired: true }]);
    expect(conflicts(journal.store)).toEqual([]);
  }
});
