import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "../../src/journal/care/archive.ts";
import { backup, backupName, readBackup } from "../../src/journal/care/backup.ts";
import { doctor } from "../../src/journal/care/doctor.ts";
import { restore } from "../../src/journal/care/restore.ts";
import { conflicts } from "../../src/journal/conflicts.ts";
import { draftsOf } from "../../src/journal/drafts.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { undo } from "../../src/journal/undo.ts";
import { AT, contents, filesUnder, note, open, openBeside, put, remove, seeded, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

function full(home: string): DiskJournal {
  const journal = open(home);
  put(journal, note("1", "one"), note("2", "two", "2026-10-01"));
  put(journal, note("2", "two, moved", "2026-12-01"));
  journal.write("config", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "kind" });
  });
  draftsOf(journal.store).save(
    { id: "d1", command: "reflect", startedAt: AT, updatedAt: AT, answers: { what: "half" } },
    "answered",
  );
  mkdirSync(join(home, "packs"));
  writeFileSync(join(home, "packs", "team.yaml"), "name: team\n");
  return journal;
}

test("a backup holds everything in one private file, and says what", () => {
  const home = newHome();
  const journal = full(home);
  const file = join(home, "copy.json");
  const expected = { file: "~/copy.json", made: AT, entries: 2, others: 1, drafts: 1, packs: 1 };
  expect(backup(journal, file, AT)).toEqual(expected);
  expect(readBackup(journal, file)).toEqual(expected);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(backupName(AT)).toBe("evenkeel-backup-2026-11-22.json");
});

test("a file that is there already is left as it is unless it may be replaced", () => {
  const home = newHome();
  const journal = full(home);
  writeFileSync(join(home, "copy.json"), "mine");
  expect(() => backup(journal, join(home, "copy.json"), AT)).toThrow(
    "~/copy.json is there already, so it was left as it is.",
  );
  expect(readFileSync(join(home, "copy.json"), "utf8")).toBe("mine");
  expect(backup(journal, join(home, "copy.json"), AT, true).entries).toBe(2);
});

test("a backup restored into an empty home brings all of it, and the same revisions, so that it can be synced with the old one", () => {
  const home = newHome();
  const old = full(home);
  const file = join(home, "copy.json");
  backup(old, file, AT);
  const fresh = open(join(home, "new"), { hostname: "new-desk", random: seeded(4) });
  expect(restore(fresh, file, AT)).toMatchObject({ brought: 3, taken: 0, drafts: 1, packs: 1 });
  expect(words(fresh)).toEqual(words(old));
  expect(fresh.book("settings")).toEqual(old.book("settings"));
  expect(draftsOf(fresh.store).find("d1")?.answers).toEqual({ what: "half" });
  expect(readFileSync(join(home, "new", "packs", "team.yaml"), "utf8")).toBe("name: team\n");
  expect(doctor(fresh).ok).toBe(true);
  for (const [name, text] of contents(join(home, "journal"))) writeFileSync(join(home, "new", "journal", name), text);
  fresh.store.forgetRead();
  expect(words(fresh)).toEqual(words(old));
  expect(conflicts(fresh.store)).toEqual([]);
});

test("a restore brings back what was, takes away what came later, says where the state before is, and can be undone", () => {
  const home = newHome();
  const journal = full(home);
  const file = join(home, "copy.json");
  backup(journal, file, AT);
  put(journal, note("3", "later"), note("1", "one, edited"));
  remove(journal, "2");
  journal.write("config", AT, (_, change) => {
    change.removeFrom("settings", "goal");
  });
  const result = restore(journal, file, AT);
  expect(result).toMatchObject({ brought: 3, taken: 1 });
  expect(result.before).toBe("~/local/backups/before-restore-20261122T024000Z.json");
  expect(words(journal)).toEqual(["1 one", "2 two, moved"]);
  expect(journal.book("settings")).toHaveLength(1);
  expect(undo(journal, AT)?.command).toBe("restore");
  expect(words(journal)).toEqual(["1 one, edited", "3 later"]);
  expect(journal.book("settings")).toEqual([]);
  restore(journal, file, AT);
  expect(words(journal)).toEqual(["1 one", "2 two, moved"]);
  restore(journal, join(home, "local", "backups", "before-restore-20261122T024000Z.json"), AT);
  expect(words(journal)).toEqual(["1 one, edited", "3 later"]);
  expect(doctor(journal).ok).toBe(true);
});

test("restoring what is there already changes nothing in the journal", () => {
  const home = newHome();
  const journal = full(home);
  backup(journal, join(home, "copy.json"), AT);
  const before = contents(join(home, "journal"));
  expect(restore(journal, join(home, "copy.json"), AT)).toMatchObject({ brought: 0, taken: 0 });
  expect(contents(join(home, "journal"))).toEqual(before);
  expect(undo(journal, AT)?.command).toBe("config");
});

test("undoing a restore into an empty home empties it again", () => {
  const home = newHome();
  backup(full(home), join(home, "copy.json"), AT);
  const fresh = open(join(home, "new"), { random: seeded(4) });
  restore(fresh, join(home, "copy.json"), AT);
  undo(fresh, AT);
  expect(words(fresh)).toEqual([]);
  expect(fresh.book("settings")).toEqual([]);
});

test("another device's files are not touched by a restore, and it learns of it like of any change", () => {
  const home = newHome();
  const here = openBeside(home, "here");
  const there = openBeside(home, "elsewhere");
  put(there, note("1", "theirs"));
  put(here, note("2", "ours"));
  backup(here, join(home, "copy.json"), AT);
  put(there, note("1", "theirs, edited"), note("3", "theirs, later"));
  const theirs = filesUnder(join(home, "journal"))
    .map((name) => join(home, "journal", name))
    .filter((path) => readFileSync(path, "utf8").includes("later"));
  const bytes = theirs.map((path) => readFileSync(path, "utf8"));
  restore(here, join(home, "copy.json"), AT);
  expect(theirs.map((path) => readFileSync(path, "utf8"))).toEqual(bytes);
  expect(words(openBeside(home, "elsewhere"))).toEqual(["1 theirs", "2 ours"]);
  expect(conflicts(here.store)).toEqual([]);
});

test("a damaged journal can be restored: the damaged file is kept", () => {
  const home = newHome();
  const journal = full(home);
  backup(journal, join(home, "copy.json"), AT);
  for (const name of filesUnder(join(home, "journal"))) writeFileSync(join(home, "journal", name), "\0\0\0");
  rmSync(join(home, "local", "undo"), { recursive: true });
  expect(words(open(home))).toEqual([]);
  restore(open(home), join(home, "copy.json"), AT);
  expect(words(open(home))).toEqual(["1 one", "2 two, moved"]);
  expect(filesUnder(join(home, "journal")).filter((name) => name.includes(".damaged-"))).toHaveLength(4);
  expect(doctor(open(home)).ok).toBe(true);
});

test("ten automatic backups are kept", () => {
  const home = newHome();
  const journal = full(home);
  backup(journal, join(home, "copy.json"), AT);
  for (let n = 0; n < 13; n += 1)
    restore(open(home, { clock: () => Date.parse(AT) + n * 60_000 }), join(home, "copy.json"), AT);
  const made = readdirSync(join(home, "local", "backups"));
  expect(made).toHaveLength(10);
  expect(made[0]).toContain("T024300Z");
});

test("a newer backup, another file and a missing one are refused, and nothing is changed", () => {
  const home = newHome();
  const journal = full(home);
  const file = join(home, "copy.json");
  backup(journal, file, AT);
  const before = contents(join(home, "journal"));
  writeFileSync(join(home, "newer.json"), readFileSync(file, "utf8").replace('"version":1', '"version":2'));
  writeFileSync(join(home, "other.json"), '{"evenkeel":"entries","version":1,"records":[]}');
  expect(() => restore(journal, join(home, "newer.json"), AT)).toThrow(
    "~/newer.json was made by a newer evenkeel. Nothing was changed.",
  );
  expect(() => restore(journal, join(home, "other.json"), AT)).toThrow(
    "~/other.json is no backup of evenkeel, or it is damaged. Nothing was changed.",
  );
  expect(() => restore(journal, join(home, "none.json"), AT)).toThrow("There is no file ~/none.json.");
  expect(() => restore(journal, home, AT)).toThrow("is a folder");
  expect(contents(join(home, "journal"))).toEqual(before);
  expect(existsSync(join(home, "local", "backups"))).toBe(false);
});

test("a backup with a name that climbs is refused even when its sum is right", () => {
  const home = newHome();
  const journal = full(home);
  for (const name of ["packs/../../x.yaml", "/etc/x", "journal/entries/../../../x", "config/x", "packs/a\\b"]) {
    writeFileSync(join(home, "bad.json"), pack({ made: AT, files: new Map([[name, Buffer.from("x")]]) }));
    expect(() => restore(journal, join(home, "bad.json"), AT)).toThrow("is no backup of evenkeel, or it is damaged");
  }
});

test("every truncation and any changed byte of a backup is noticed", () => {
  const home = newHome();
  const journal = full(home);
  const file = join(home, "copy.json");
  backup(journal, file, AT);
  const bytes = readFileSync(file);
  expect(unpack(bytes.toString("utf8"), "it").made).toBe(AT);
  const refused = (changed: Buffer): void => {
    expect(() => unpack(changed.toString("utf8"), "it")).toThrow(
      /is no backup of evenkeel, or it is damaged|was made by a newer/,
    );
  };
  for (let length = 0; length < bytes.length; length += 1) refused(bytes.subarray(0, length));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ flip;
      refused(changed);
    }),
    { numRuns: 3000, seed: 4 },
  );
});
