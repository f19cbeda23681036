import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EvenkeelError } from "../../src/errors.ts";
import type { Disk } from "../../src/journal/disk.ts";
import { harmlessPath, telling } from "../../src/journal/trouble.ts";
import { everything, note, open, put, quickDisk, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

function said(act: () => unknown): readonly [string, string, string | undefined] {
  try {
    act();
  } catch (error) {
    if (error instanceof EvenkeelError) return [error.kind, error.message, error.next];
    throw error;
  }
  throw new Error("nothing was said");
}

test.each([
  ["ENOSPC", "The disk is full: ~/x could not be saved. What was there before is unharmed."],
  ["EDQUOT", "Your share of the disk is used up: ~/x could not be saved. What was there before is unharmed."],
  ["EFBIG", "~/x could not be saved: it would be larger than this system allows. What was there before is unharmed."],
  ["EACCES", "evenkeel is not allowed to write to ~/x."],
  ["EPERM", "evenkeel is not allowed to write to ~/x."],
  ["EROFS", "The disk is read-only: ~/x could not be saved."],
  ["EIO", "The disk reported an error: ~/x could not be saved."],
  ["ENOTDIR", "~/x is in the way: a folder is needed there, and something else has that name."],
  ["EISDIR", "~/x is a folder, and a file is needed there."],
  ["ENOENT", "~/x could not be saved: it, or the folder it belongs in, is not there."],
  ["ELOOP", "~/x is a link that leads nowhere."],
  ["ENFILE", "Too many files are open on this computer: ~/x could not be saved."],
  ["EWEIRD", "~/x could not be saved (EWEIRD)."],
])("%s is a sentence with what to do next", (code, sentence) => {
  const [kind, message, next] = said(() =>
    telling("~/x", "saved", () => {
      throw Object.assign(new Error("secret words"), { code });
    }),
  );
  expect([kind, message]).toEqual(["journal", sentence]);
  expect(next).toMatch(/\w\.?$/);
});

test("what is no trouble of the disk is passed on as it is", () => {
  expect(() =>
    telling("x", "saved", () => {
      throw new TypeError("a defect");
    }),
  ).toThrow(new TypeError("a defect"));
});

test("a path cannot bring control characters to the terminal", () => {
  expect(harmlessPath("a\u001b[31mb\u202ec\nd/é 字")).toBe("a?[31mb?c?d/é 字");
});

test("a journal folder that is a file: said before a question, when reading and when writing", () => {
  const home = newHome();
  writeFileSync(join(home, "journal"), "a file");
  const journal = open(home);
  expect(
    said(() => {
      journal.assertWritable("2026-11-22");
    })[1],
  ).toBe("~/journal is in the way: a folder is needed there, and something else has that name.");
  expect(said(() => journal.months())[1]).toContain("is in the way");
  expect(
    said(() => {
      put(journal, note("1", "x"));
    })[1],
  ).toContain("is in the way");
  expect(readFileSync(join(home, "journal"), "utf8")).toBe("a file");
});

test("a home that is a file, and one that is a link to nowhere", () => {
  const home = newHome();
  writeFileSync(join(home, "file"), "");
  expect(
    said(() => {
      put(open(join(home, "file")), note("1", "x"));
    })[1],
  ).toContain("is in the way");
  expect(
    said(() => {
      open(join(home, "file")).assertWritable("2026-11-22");
    })[0],
  ).toBe("journal");
  symlinkSync(join(home, "nowhere"), join(home, "link"));
  expect(
    said(() => {
      put(open(join(home, "link")), note("1", "x"));
    })[0],
  ).toBe("journal");
});

test("a month's file that is a folder hides nothing else and is not replaced", () => {
  const home = newHome();
  put(open(home), note("1", "x", "2026-10-01"));
  mkdirSync(join(home, "journal", "entries", "2026-11.abcdef.json"));
  const journal = open(home);
  expect(words(journal)).toEqual(["1 x"]);
  expect(journal.problems()).toEqual([
    {
      file: "~/journal/entries/2026-11.abcdef.json",
      what: "~/journal/entries/2026-11.abcdef.json is a folder, and a file is needed there.",
      repair: "Move the folder to another place, then try again.",
    },
  ]);
});

test("a home with spaces and letters of other scripts", () => {
  const home = join(newHome(), "My Journal – Übung 字");
  put(open(home), note("1", "x"));
  expect(words(open(home))).toEqual(["1 x"]);
});

test("bytes are written to the last one, however few the disk takes at a time", () => {
  const home = newHome();
  const disk: Disk = {
    ...quickDisk,
    write: (fd, bytes, from) => quickDisk.write(fd, bytes.subarray(0, Math.min(bytes.length, from + 7)), from),
  };
  put(open(home, { disk }), note("1", "x".repeat(500)));
  expect(words(open(home))).toEqual([`1 ${"x".repeat(500)}`]);
});

test("100,000 letters, control characters and lone surrogates come back as they were", () => {
  const home = newHome();
  const what = `${"long ".repeat(20_000)}\u0000\u001b[2J\u2028\ud800\udfff\ud83d`;
  put(open(home), note("1", what));
  expect(everything(open(home))).toEqual([note("1", what)]);
});
