import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backup } from "../../src/journal/care/backup.ts";
import { doctor, repair } from "../../src/journal/care/doctor.ts";
import { draftsOf } from "../../src/journal/drafts.ts";
import { readFacts } from "../../src/journal/facts.ts";
import type { DiskJournal } from "../../src/journal/open.ts";
import { readPin } from "../../src/journal/seal/pin.ts";
import { changePassphrase, openForGood } from "../../src/journal/seal/switch.ts";
import { recoveryKeyIn, unlock } from "../../src/journal/seal/unlock.ts";
import { tallies } from "../../src/journal/tallies.ts";
import { nextUndo, undo } from "../../src/journal/undo.ts";
import { scratch } from "../run.ts";
import { AT, contents, filesUnder, note, open, openBeside, options, put, quickDisk, words } from "./kit.ts";
import { lockedVault, NEW_PASS, PASS, reopen, seal, sealingKit, vaultOf, writeOnly } from "./seal-kit.ts";

const kit = sealingKit();
const opts = (home: string) => ({ ...options(home), disk: quickDisk });

/** A home with words in every kind of file. */
function home(): string {
  const folder = join(scratch(), "home");
  const journal = open(folder);
  put(journal, note("a", "CANARY month"), note("b", "CANARY older", "2026-10-03"));
  put(journal, note("a", "CANARY changed"));
  journal.write("config", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "CANARY goal" });
    change.putIn("settings", { id: "dayStartsAt", at: AT, value: "12:00" });
    change.putIn("plans", { id: "p", at: AT, trigger: "rude_tone", plan: { if: "CANARY if", then: "CANARY then" } });
    change.putIn("reminders", { id: "r", at: AT, type: "own", trigger: null, if: null, then: null, line: "CANARY line" });
    change.putIn("triggers", { id: "t", at: AT, label: "CANARY label" });
  });
  draftsOf(journal.store).save({ id: "d1", command: "reflect", startedAt: AT, updatedAt: AT, answers: { what: "CANARY draft" } }, "answered");
  const compute = (entries: readonly { id: string }[]) => entries.map((entry) => JSON.stringify(entry));
  tallies(journal.store, journal.months(), { name: "words-en", version: 1, compute, check: Array.isArray });
  mkdirSync(join(folder, "packs"));
  writeFileSync(join(folder, "packs", "mine.yaml"), "evenkeel: pack\nname: mine\n# CANARY pack\n");
  mkdirSync(join(folder, "local", "backups"), { recursive: true });
  backup(journal, join(folder, "local/backups/before-restore-20261121T000000Z.json"), AT);
  writeFileSync(join(folder, "journal/entries/2026-09.k3f9q2.json.damaged-20261001T000000Z"), "CANARY damaged");
  writeFileSync(join(folder, "journal/entries/.k3f9q2-0123456789.tmp"), "CANARY temp");
  mkdirSync(join(folder, "local/edit/edit-x"), { recursive: true });
  writeFileSync(join(folder, "local/edit/edit-x/words.txt"), "CANARY editor");
  return folder;
}

const canaries = (folder: string): readonly string[] => [...contents(folder)].filter(([, text]) => text.includes("CANARY")).map(([name]) => name);

describe("sealing", () => {
  test("words stand in every kind of file before, and in none afterwards", () => {
    const folder = home();
    expect(canaries(folder).map((name) => name.replace(/[0-9a-z]{6}\.json/, "….json").split("/").slice(0, 2).join("/"))).toEqual(
      expect.arrayContaining(["journal/entries", "journal/books", "local/drafts", "local/undo", "local/copies", "local/backups", "local/edit", "cache/tally-words-en.json", "packs/mine.yaml"]),
    );
    const before = words(open(folder));
    expect(seal(open(folder).store, kit)).toMatchObject({ left: [], closed: [] });
    expect(canaries(folder)).toEqual([]);
    expect(contents(folder).get("local/facts.json")).toContain("12:00");
    const journal = reopen(opts(folder), kit);
    expect(words(journal)).toEqual(before);
    expect(journal.problems()).toEqual([]);
    put(journal, note("c", "CANARY new"));
    draftsOf(journal.store).save({ id: "d2", command: "win", startedAt: AT, updatedAt: AT, answers: { what: "CANARY" } }, "typed");
    expect(draftsOf(journal.store).list()).toHaveLength(2);
    backup(journal, join(folder, "backup.json"), AT);
    expect(canaries(folder)).toEqual([]);
  });

  test("decrypt takes it all back, byte for byte but for what is derived", () => {
    const folder = home();
    const kept = (): ReadonlyMap<string, string> =>
      new Map([...contents(folder)].filter(([name]) => !/^cache|\.tmp$|facts\.json$/.test(name)));
    const before = kept();
    seal(open(folder).store, kit);
    const journal = reopen(opts(folder), kit);
    expect(openForGood(journal.store, vaultOf(journal))).toMatchObject({ left: [], closed: [] });
    expect(kept()).toEqual(before);
    put(journal, note("z", "CANARY after"));
    expect(words(open(folder))).toContain("z CANARY after");
  });

  test("without the passphrase nothing can be read, and a wrong one changes nothing", () => {
    const folder = home();
    seal(open(folder).store, kit);
    const before = contents(folder);
    const vault = lockedVault(opts(folder), kit);
    const journal = open(folder, { vault });
    expect(() => journal.month("2026-11")).toThrow("The journal is sealed.");
    expect(() => unlock(journal, vault, "not the passphrase")).toThrow("That passphrase does not open the journal.");
    expect(() => unlock(journal, vault, kit.age.make().identity)).toThrow("That passphrase does not open the journal.");
    expect(contents(folder)).toEqual(before);
  });

  test("the recovery key opens it, with blanks and in small letters too; one with a wrong letter is told", () => {
    const folder = home();
    seal(open(folder).store, kit);
    const spoken = kit.keys.identity.toLowerCase().replace(/.{4}/g, "$& ");
    expect(recoveryKeyIn(spoken)).toBe(kit.keys.identity);
    expect(words(reopen(opts(folder), kit, [spoken]))).toHaveLength(2);
    const last = kit.keys.identity.endsWith("Q") ? "P" : "Q";
    expect(() => reopen(opts(folder), kit, [kit.keys.identity.slice(0, -1) + last])).toThrow("a letter in it is not right");
  });

  test("another passphrase seals the key anew and nothing else", () => {
    const folder = home();
    seal(open(folder).store, kit);
    const journal = reopen(opts(folder), kit);
    const before = contents(folder);
    changePassphrase(journal.store, vaultOf(journal), kit.newKey);
    const changed = [...contents(folder)].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(changed).toEqual(["journal/key.age", "local/sealed.json"]);
    expect(() => reopen(opts(folder), kit, [PASS])).toThrow("That passphrase");
    expect(words(reopen(opts(folder), kit, [NEW_PASS]))).toHaveLength(2);
  });
});

describe("writing while it is sealed", () => {
  function sealedHome(): string {
    const folder = home();
    seal(open(folder).store, kit);
    return folder;
  }

  test("a new entry goes to the inbox, sealed, and in its place at the next unlock", () => {
    const folder = sealedHome();
    put(writeOnly(opts(folder), kit), note("n1", "CANARY locked"));
    put(writeOnly(opts(folder), kit), note("n2", "CANARY locked too", "2026-12-01"));
    expect(filesUnder(join(folder, "journal/inbox"))).toHaveLength(2);
    expect(canaries(folder)).toEqual([]);
    expect(words(writeOnly(opts(folder), kit))).toEqual([]);
    const journal = reopen(opts(folder), kit);
    expect(words(journal)).toEqual(["b CANARY older", "a CANARY changed", "n1 CANARY locked", "n2 CANARY locked too"]);
    expect(filesUnder(join(folder, "journal/inbox"))).toEqual([]);
    expect(nextUndo(journal.store)).toMatchObject({ command: "reflect", changed: 1 });
    undo(journal, AT);
    expect(words(journal)).not.toContain("n2 CANARY locked too");
    expect(words(reopen(opts(folder), kit))).toContain("n1 CANARY locked");
  });

  test("an id that is in the journal is left as it is", () => {
    const folder = sealedHome();
    put(writeOnly(opts(folder), kit), note("a", "something else"), note("n", "new"));
    expect(words(reopen(opts(folder), kit))).toEqual(["b CANARY older", "a CANARY changed", "n new"]);
  });

  test("a letter that was put in its place and not taken away is not put there twice", () => {
    const folder = sealedHome();
    put(writeOnly(opts(folder), kit), note("n", "once"));
    const [name = ""] = filesUnder(join(folder, "journal/inbox"));
    const letter = readFileSync(join(folder, "journal/inbox", name));
    const journal = reopen(opts(folder), kit);
    writeFileSync(join(folder, "journal/inbox", name), letter);
    expect(words(journal).filter((text) => text.startsWith("n "))).toEqual(["n once"]);
    undo(journal, AT);
    expect(words(reopen(opts(folder), kit))).not.toContain("n once");
    expect(filesUnder(join(folder, "journal/inbox"))).toEqual([]);
  });

  test("the shift is known: the setting and a start that was made while it was sealed", () => {
    const folder = sealedHome();
    const journal = writeOnly(opts(folder), kit);
    expect(journal.book("settings")).toEqual([{ id: "dayStartsAt", at: AT, value: "12:00" }]);
    put(journal, { id: "s", kind: "start", at: AT, shift: "2026-11-21", intention: "CANARY calm" });
    expect(writeOnly(opts(folder), kit).month("2026-11")).toEqual([{ id: "s", kind: "start", at: AT, shift: "2026-11-21" }]);
    expect(canaries(folder)).toEqual([]);
    const opened = reopen(opts(folder), kit);
    expect(readFacts(opened.store)?.marks).toEqual([{ id: "s", kind: "start", at: AT, shift: "2026-11-21" }]);
  });

  test("nothing can be taken out, and more months than a name holds need the passphrase", () => {
    const folder = sealedHome();
    const journal = writeOnly(opts(folder), kit);
    expect(() => { journal.write("delete", AT, (_, change) => { change.remove("a"); }); }).toThrow("nothing can be taken out");
    const many = Array.from({ length: 9 }, (_, n) => note(`m${n}`, "x", `2026-0${n + 1}-03`));
    expect(() => { put(journal, ...many); }).toThrow("so many months at once");
    expect(words(reopen(opts(folder), kit))).toHaveLength(2);
  });
});

describe("a sealed file that is damaged", () => {
  const DAMAGED: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 20)],
    ["one bit changed in its words", (bytes) => bytes.map((byte, at) => (at === bytes.length - 30 ? byte ^ 1 : byte)) as Buffer],
    ["one bit changed in its head", (bytes) => bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte)) as Buffer],
    ["only its first line", (bytes) => bytes.subarray(0, 22)],
    ["zeros", (bytes) => Buffer.alloc(bytes.length)],
  ];

  test.each(DAMAGED)("%s: the rest is shown, it is not written over, and doctor brings back what this computer knows", (_, damage) => {
    const folder = home();
    seal(open(folder).store, kit);
    const [month = ""] = filesUnder(join(folder, "journal/entries")).filter((name) => /^2026-11\.\w+\.json$/.test(name));
    const path = join(folder, "journal/entries", month);
    const bytes = damage(readFileSync(path));
    writeFileSync(path, bytes);
    const journal = reopen(opts(folder), kit);
    expect(words(journal)).toEqual(["b CANARY older"]);
    expect(journal.problems()).toHaveLength(1);
    expect(() => { put(reopen(opts(folder), kit), note("x", "new")); }).toThrow(/damaged/);
    expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    expect(repair(reopen(opts(folder), kit), AT)).toMatchObject({ ok: true });
    expect(words(reopen(opts(folder), kit))).toEqual(["b CANARY older", "a CANARY changed"]);
    expect(filesUnder(join(folder, "journal/entries")).some((name) => name.includes("damaged") && name.startsWith("2026-11"))).toBe(true);
    expect(canaries(folder)).toEqual([]);
  });

  test("doctor: a lost key is put back, plain files are sealed, a broken letter is put aside", () => {
    const folder = home();
    seal(open(folder).store, kit);
    put(writeOnly(opts(folder), kit), note("n", "letter"));
    const [letter = ""] = filesUnder(join(folder, "journal/inbox"));
    writeFileSync(join(folder, "journal/inbox", letter), readFileSync(join(folder, "journal/inbox", letter)).subarray(0, 150));
    rmSync(join(folder, "journal/key.age"));
    const journal = reopen(opts(folder), kit);
    expect(repair(journal, AT)).toMatchObject({ ok: true });
    writeFileSync(join(folder, "journal/entries/2026-08.abcdef.json"), '{"evenkeel":"entries","version":1,"records":[\n]}\n');
    expect(doctor(reopen(opts(folder), kit)).problems.map(({ what }) => what)).toEqual([expect.stringContaining("1 file is not sealed")]);
    expect(repair(reopen(opts(folder), kit), AT)).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, "journal/entries/2026-08.abcdef.json"), "latin1")).toMatch(/^age-encryption/);
    expect(readFileSync(join(folder, "journal/key.age"), "utf8")).toBe(kit.key);
  });
});

describe("two computers", () => {
  const besideOptions = (folder: string, host: string) => {
    const { store } = openBeside(folder, host);
    return { ...store.options, disk: quickDisk };
  };

  function both(): { folder: string; here: () => DiskJournal; there: () => DiskJournal } {
    const folder = join(scratch(), "home");
    put(openBeside(folder, "one"), note("a", "from one"));
    put(openBeside(folder, "three"), note("b", "CANARY from three"));
    seal(openBeside(folder, "one").store, kit);
    return { folder, here: () => reopen(besideOptions(folder, "one"), kit), there: () => reopen(besideOptions(folder, "three"), kit) };
  }

  test("what another computer wrote is sealed too, and that one joins at its first unlock", () => {
    const { folder, here, there } = both();
    expect(canaries(join(folder, "journal"))).toEqual([]);
    expect(canaries(join(folder, "three"))).not.toEqual([]);
    expect(readPin(openBeside(folder, "three").store)).toBeNull();
    expect(words(there())).toEqual(["a from one", "b CANARY from three"]);
    expect(canaries(folder)).toEqual([]);
    put(there(), note("c", "three again"));
    expect(words(here())).toEqual(["a from one", "b CANARY from three", "c three again"]);
  });

  test("another's letters are read where they lie, and each computer puts its own in place", () => {
    const { folder, here, there } = both();
    there();
    put(writeOnly(besideOptions(folder, "three"), kit), note("n", "CANARY letter"));
    expect(words(here())).toContain("n CANARY letter");
    expect(filesUnder(join(folder, "journal/inbox"))).toHaveLength(1);
    put(here(), note("n", "edited on one"));
    expect(words(there())).toContain("n edited on one");
    expect(filesUnder(join(folder, "journal/inbox"))).toEqual([]);
    expect(words(here())).toEqual(words(there()));
  });

  test("what this computer knew of the seal is lost: the passphrase, or the recovery key alone, brings it back", () => {
    const { folder, here } = both();
    writeFileSync(join(folder, "one/local/sealed.json"), "{");
    expect(words(here())).toHaveLength(2);
    expect(readPin(openBeside(folder, "one").store)).toMatchObject({ state: "sealed", key: kit.key });
    writeFileSync(join(folder, "one/local/sealed.json"), "{");
    rmSync(join(folder, "journal/key.age"));
    expect(here).toThrow("That passphrase does not open the journal.");
    const journal = reopen(besideOptions(folder, "one"), kit, [kit.keys.identity]);
    expect(words(journal)).toHaveLength(2);
    changePassphrase(journal.store, vaultOf(journal), kit.key);
    expect(words(here())).toHaveLength(2);
  });

  test("a key file that somebody put in the place of ours is refused and nothing is sealed to it", () => {
    const { folder, here } = both();
    const other = sealingKit();
    writeFileSync(join(folder, "journal/key.age"), other.key);
    const vault = lockedVault(besideOptions(folder, "one"), kit);
    expect(unlock(openBeside(folder, "one", { vault }), vault, PASS)).toMatchObject({ otherKey: true });
    put(here(), note("c", "still ours"));
    expect(doctor(here()).problems.map(({ what }) => what)).toContainEqual(expect.stringContaining("not the key that this computer"));
    writeFileSync(join(folder, "one/local/sealed.json"), JSON.stringify({ version: 1, state: "sealed", recipient: kit.keys.recipient, key: other.key }));
    expect(here).toThrow("is not the one this computer knows");
  });

  test("once another computer took the seal off, this one says so, still seals, and follows with decrypt", () => {
    const { folder, here, there } = both();
    there();
    const one = here();
    openForGood(one.store, vaultOf(one));
    const vault = lockedVault(besideOptions(folder, "three"), kit);
    const journal = openBeside(folder, "three", { vault });
    expect(unlock(journal, vault, PASS)).toEqual({ folded: 0, joined: false, openedElsewhere: true, otherKey: false });
    put(journal, note("c", "CANARY three seals"));
    expect(canaries(join(folder, "journal/entries"))).not.toContain("c CANARY three seals");
    const plain = openBeside(folder, "one");
    expect(words(plain)).toEqual(["a from one"]);
    expect(plain.problems()[0]?.what).toContain("is sealed, and this computer has no key for it");
    openForGood(journal.store, vault);
    expect(words(openBeside(folder, "one"))).toHaveLength(3);
  });
});

const hasAge = spawnSync("age", ["--version"]).status === 0;
if (!hasAge) process.stderr.write("The program age is not installed here: that it opens every file is not tested.\n");

test.runIf(hasAge)("the program age opens every sealed file with the recovery key", () => {
  const folder = home();
  const before = contents(folder);
  seal(open(folder).store, kit);
  put(writeOnly(opts(folder), kit), note("n", "CANARY locked"));
  const keyFile = join(folder, "key.txt");
  writeFileSync(keyFile, `${kit.keys.identity}\n`);
  const sealedFiles = filesUnder(folder).filter((name) => readFileSync(join(folder, name)).toString("latin1").startsWith("age-encryption.org/v1"));
  expect(sealedFiles.length).toBeGreaterThan(12);
  for (const name of sealedFiles) {
    const plain = execFileSync("age", ["--decrypt", "-i", keyFile, join(folder, name)], { encoding: "utf8" });
    if (name.includes("inbox")) expect(plain).toContain("CANARY locked");
    else expect(plain).toBe(before.get(name));
  }
});
