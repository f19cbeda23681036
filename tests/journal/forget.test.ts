import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { automaticBackup, readBackup } from "../../src/journal/care/backup.ts";
import { doctor, repair } from "../../src/journal/care/doctor.ts";
import { draftsOf } from "../../src/journal/drafts.ts";
import { forget, hasTraces } from "../../src/journal/forget.ts";
import { tallies } from "../../src/journal/tallies.ts";
import { nextUndo, undo } from "../../src/journal/undo.ts";
import { scratch } from "../run.ts";
import { AT, contents, note, open, openBeside, options, put, quickDisk, remove, words } from "./kit.ts";
import { reopen, seal, sealingKit, vaultOf } from "./seal-kit.ts";

const canaries = (folder: string): readonly string[] => [...contents(folder)].filter(([, text]) => text.includes("CANARY")).map(([name]) => name);

/** A home in which one entry of three stands wherever an entry can stand. */
function home(): string {
  const folder = join(scratch(), "home");
  const journal = open(folder);
  put(journal, note("gone", "CANARY first"), note("stays", "stays"));
  put(open(folder, { clock: () => Date.parse("2026-11-23T03:00:00Z") }), note("gone", "CANARY moved", "2026-12-01"));
  journal.write("edit", "2026-11-24T03:40:00+01:00", (_, change) => { change.put(note("gone", "CANARY again", "2026-12-01")); });
  put(journal, note("other", "other", "2026-12-02"));
  draftsOf(journal.store).save({ id: "gone", command: "reflect", startedAt: AT, updatedAt: AT, answers: { what: "CANARY draft" } }, "answered");
  automaticBackup(journal.store, AT);
  tallies(journal.store, journal.months(), { name: "words-en", version: 1, compute: (entries) => entries.map((entry) => JSON.stringify(entry)), check: Array.isArray });
  writeFileSync(join(folder, "journal/entries/2026-12.k3f9q2.json.damaged-20261201T000000Z"), '{"rev":1,"entry":{"id":"gone","what":"CANARY"}},\n{"rev":1,"entry":{"id":"kept"}\n');
  mkdirSync(join(folder, "packs"));
  return folder;
}

describe("forget", () => {
  test("no file of this computer holds it any more, and everything else is as it was", () => {
    const folder = home();
    expect(canaries(folder).map((name) => name.split("/").slice(0, 2).join("/"))).toEqual(
      expect.arrayContaining(["cache/tally-words-en.json", "journal/entries", "local/backups", "local/copies", "local/drafts", "local/undo"]),
    );
    const done = forget(open(folder), "gone", AT);
    expect(done?.left).toEqual([]);
    expect(canaries(folder)).toEqual([]);
    const journal = open(folder);
    expect(words(journal)).toEqual(["stays stays", "other other"]);
    expect(journal.problems()).toEqual([]);
    expect(hasTraces(journal, "gone")).toBe(false);
    const [backup = ""] = [...contents(folder).keys()].filter((name) => name.startsWith("local/backups"));
    expect(readBackup(journal, join(folder, backup)).entries).toBe(2);
    expect([...contents(folder)].find(([name]) => name.includes("damaged"))?.[1]).toContain("kept");
  });

  test("undo does not bring it back, and takes back the rest of a change it was part of", () => {
    const folder = home();
    forget(open(folder), "gone", AT);
    expect(nextUndo(open(folder).store)).toMatchObject({ command: "reflect", changed: 1 });
    undo(open(folder), AT);
    expect(words(open(folder))).toEqual(["stays stays"]);
    undo(open(folder), AT);
    expect(words(open(folder))).toEqual([]);
    expect(nextUndo(open(folder).store)).toBeNull();
    expect(canaries(folder)).toEqual([]);
  });

  test("an entry that was deleted before can be forgotten too; an unknown id is told", () => {
    const folder = home();
    remove(open(folder), "gone");
    expect(canaries(folder)).not.toEqual([]);
    expect(hasTraces(open(folder), "gone")).toBe(true);
    expect(forget(open(folder), "gone", AT)?.left).toEqual([]);
    expect(canaries(folder)).toEqual([]);
    expect(forget(open(folder), "nobody", AT)).toBeNull();
  });

  test("another computer that changed it in the meantime does not bring it back, and doctor clears that one", () => {
    const folder = join(scratch(), "home");
    put(openBeside(folder, "one"), note("gone", "CANARY one"), note("stays", "stays"));
    put(openBeside(folder, "three"), note("gone", "CANARY three"));
    forget(openBeside(folder, "one"), "gone", AT);
    expect(canaries(join(folder, "journal"))).toEqual([]);
    expect(canaries(join(folder, "three"))).not.toEqual([]);
    const late = openBeside(folder, "three");
    put(late, note("x", "x"));
    expect(words(late)).toEqual(["stays stays", "x x"]);
    expect(doctor(late).problems.map(({ what }) => what)).toEqual([expect.stringContaining("deleted for good")]);
    expect(repair(late, AT)).toMatchObject({ ok: true });
    expect(canaries(folder)).toEqual([]);
    expect(words(openBeside(folder, "one"))).toEqual(["stays stays", "x x"]);
  });

  test("a file of another computer that still has it, synced late, does not bring it back", () => {
    const folder = join(scratch(), "home");
    put(openBeside(folder, "three"), note("gone", "CANARY three"));
    const late = new Map([...contents(join(folder, "journal"))]);
    forget(openBeside(folder, "one"), "gone", AT);
    for (const [name, text] of late) writeFileSync(join(folder, "journal", name), text.replace("CANARY three", "CANARY edited").replace('"rev":1', '"rev":9'));
    expect(words(openBeside(folder, "one"))).toEqual([]);
    expect(repair(openBeside(folder, "one"), AT).ok).toBe(true);
    expect(canaries(join(folder, "journal"))).toEqual([]);
  });

  test("it works in a sealed journal, which stays sealed", () => {
    const kit = sealingKit();
    const folder = home();
    seal(open(folder).store, kit);
    const opts = { ...options(folder), disk: quickDisk };
    forget(reopen(opts, kit), "gone", AT);
    const journal = reopen(opts, kit);
    expect(words(journal)).toEqual(["stays stays", "other other"]);
    expect(hasTraces(journal, "gone")).toBe(false);
    expect(doctor(journal).problems).toEqual([]);
    expect(vaultOf(journal).state).toBe("open");
    expect(canaries(folder)).toEqual([]);
  });
});
