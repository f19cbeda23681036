import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doctor, repair } from "../../src/journal/care/doctor.ts";
import { conflicts } from "../../src/journal/conflicts.ts";
import { EvenkeelError } from "../../src/errors.ts";
import { AT, contents, filesUnder, NOW, note, open, openBeside, put, remove, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

function monthFile(home: string, month = "2026-11"): string {
  const folder = join(home, "journal", "entries");
  return join(folder, readdirSync(folder).find((name) => name.startsWith(month) && name.endsWith(".json")) ?? "");
}

function said(act: () => unknown): EvenkeelError {
  try {
    act();
  } catch (error) {
    if (error instanceof EvenkeelError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("a journal in use has nothing wrong with it", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("1", "x"), note("2", "y", "2026-10-01"));
  put(journal, note("1", "x2", "2026-12-01"));
  remove(journal, "2");
  journal.write("config", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "x" });
  });
  expect(doctor(journal)).toEqual({ ok: true, problems: [], mendable: false });
  expect(doctor(open(newHome()))).toEqual({ ok: true, problems: [], mendable: false });
  const before = contents(home);
  expect(repair(journal, AT)).toEqual({ ok: true, problems: [], mendable: false, done: [] });
  expect(contents(home)).toEqual(before);
});

test("a damaged month: the whole records are shown, nothing is written to it, and repair keeps all but the broken line", () => {
  const home = newHome();
  put(open(home), note("1", "one"), note("2", "two"), note("3", "three"));
  const file = monthFile(home);
  const damaged = readFileSync(file, "utf8").replace('"what":"two"', '"what":"tw');
  writeFileSync(file, damaged);
  const shown = file.replace(home, "~");

  const journal = open(home);
  expect(words(journal)).toEqual(["1 one", "3 three"]);
  expect(journal.problems()).toEqual([
    { file: shown, what: "It is damaged; 2 whole records were found in it.", repair: "Run: evenkeel doctor --repair" },
  ]);
  const refused = said(() => {
    put(journal, note("4", "four"));
  });
  expect([refused.kind, refused.message, refused.next]).toEqual([
    "journal",
    `${shown} is damaged, so nothing is written to it. What can still be read is unharmed.`,
    "Run: evenkeel doctor --repair",
  ]);
  expect(
    said(() => {
      journal.assertWritable("2026-11-22");
    }).message,
  ).toBe(refused.message);
  expect(() => {
    journal.assertWritable("2026-12-22");
  }).not.toThrow();
  expect(readFileSync(file, "utf8")).toBe(damaged);

  expect(doctor(journal).problems.map(({ what }) => what)).toContain(
    "It is damaged; 2 whole records were found in it.",
  );
  const result = repair(journal, AT);
  expect(result.done[0]).toEqual({
    file: shown,
    what: `2 whole records were kept, 1 damaged line could not be mended. The damaged file stays as ${shown}.damaged-20261122T024000Z`,
  });
  expect(readFileSync(`${file}.damaged-20261122T024000Z`, "utf8")).toBe(damaged);
  // The lost line was still known from the last step of this computer.
  expect(result.done[1]?.what).toBe("1 record was put back.");
  expect(result.ok).toBe(true);
  expect(words(open(home))).toEqual(["1 one", "2 two", "3 three"]);
  put(open(home), note("4", "four"));
});

test("repair on a machine that knows nothing of the lost line keeps what is whole and says so", () => {
  const home = newHome();
  put(open(home), note("1", "one"), note("2", "two"));
  const file = monthFile(home);
  writeFileSync(file, readFileSync(file, "utf8").replace('"id":"2"', '"id:"2"'));
  rmSync(join(home, "local"), { recursive: true });
  const result = repair(open(home), AT);
  expect(result.ok).toBe(true);
  expect(result.done).toHaveLength(1);
  expect(words(open(home))).toEqual(["1 one"]);
});

test.each([
  ["an empty file", () => ""],
  ["null", () => "null"],
  ["another program's JSON", () => '{"a":1}'],
  ["zeros after a crash", (text: string) => "\0".repeat(text.length)],
  ["half of it", (text: string) => text.slice(0, text.length / 2)],
  ["no version", (text: string) => text.replace('"version":1,', "")],
  ["a version that is none", (text: string) => text.replace('"version":1,', '"version":-3,')],
  [
    "bytes that are no text",
    (text: string) => Buffer.concat([Buffer.from(text.slice(0, -4)), Buffer.from([0xff, 0xfe])]),
  ],
])("%s is reported, never written over, and mended", (_, damage) => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const file = monthFile(home);
  const bytes = damage(readFileSync(file, "utf8"));
  writeFileSync(file, bytes);
  const journal = open(home);
  journal.month("2026-11");
  expect(journal.problems()).toHaveLength(1);
  expect(() => {
    put(journal, note("2", "two"));
  }).toThrow("is damaged");
  expect(readFileSync(file)).toEqual(Buffer.from(bytes));
  expect(repair(journal, AT).ok).toBe(true);
  expect(words(open(home))).toEqual(["1 one"]);
  expect(readFileSync(`${file}.damaged-20261122T024000Z`)).toEqual(Buffer.from(bytes));
});

test("a file that another tool laid out anew, or with a byte order mark or Windows line ends, is still a whole file", () => {
  const home = newHome();
  put(open(home), note("1", "one"), note("2", "two"));
  const file = monthFile(home);
  const text = readFileSync(file, "utf8");
  for (const other of [`\uFEFF${text}`, text.replaceAll("\n", "\r\n"), JSON.stringify(JSON.parse(text), null, 4)]) {
    writeFileSync(file, other);
    const journal = open(home);
    expect(words(journal)).toEqual(["1 one", "2 two"]);
    expect(journal.problems()).toEqual([]);
  }
  put(open(home), note("3", "three"));
  expect(words(open(home))).toEqual(["1 one", "2 two", "3 three"]);
});

test("two records run together in one line, and one with letters before it, are salvaged", () => {
  const home = newHome();
  put(open(home), note("1", 'a "quote" and a } brace'), note("2", "two"), note("3", "three"));
  const file = monthFile(home);
  const text = readFileSync(file, "utf8")
    .replace('},\n{"rev":1', '}x{"rev":1')
    .replace(/\n\{(?=[^\n]*"three")/, "\n?!{");
  writeFileSync(file, text);
  rmSync(join(home, "local"), { recursive: true });
  expect(words(open(home))).toEqual(['1 a "quote" and a } brace', "2 two", "3 three"]);
  expect(open(home).problems()).toEqual([]);
  expect(repair(open(home), AT).done[0]?.what).toContain(
    "3 whole records were kept, 2 damaged lines could not be mended",
  );
});

test("an entry that stands in the file of another month is brought to its own", () => {
  const home = newHome();
  put(open(home), note("1", "one"), note("2", "two"));
  const file = monthFile(home);
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace('"shift":"2026-11-22","what":"two"', '"shift":"2026-09-22","what":"two"'),
  );
  rmSync(join(home, "local"), { recursive: true });
  const journal = open(home);
  expect(words(journal)).toEqual(["1 one"]);
  expect(repair(journal, AT).ok).toBe(true);
  expect(
    open(home)
      .month("2026-09")
      .map(({ id }) => id),
  ).toEqual(["2"]);
});

test("a newer file is shown as far as it is understood, and the whole journal can only be read", () => {
  const home = newHome();
  const journal = open(home);
  put(journal, note("1", "one"), note("0", "old", "2026-01-01"));
  const file = monthFile(home);
  const newer = readFileSync(file, "utf8")
    .replace('"version":1', '"version":2')
    .replace("\n]}", ',\n{"rev":1,"saved":"x","shape":"of the future"}\n]}');
  writeFileSync(file, newer);
  const again = open(home);
  expect(words(again)).toEqual(["0 old", "1 one"]);
  expect(again.problems().map(({ what }) => what)).toEqual([
    "It was written by a newer evenkeel, so it can only be read here.",
  ]);
  for (const shift of ["2026-11-22", "2026-01-01"]) {
    expect(
      said(() => {
        put(again, note("2", "x", shift));
      }).message,
    ).toContain("was written by a newer evenkeel, so the journal can only be read here.");
    expect(
      said(() => {
        again.assertWritable(shift);
      }).kind,
    ).toBe("journal");
  }
  const result = repair(again, AT);
  expect(result.ok).toBe(false);
  expect(readFileSync(file, "utf8")).toBe(newer);
});

test("a sync program's copy is read at once, and doctor takes it in and takes it away", () => {
  for (const copyName of [
    ".sync-conflict-20261122-031500-ABCDEFG.json",
    " (Ana's conflicted copy 2026-11-22).json",
    " 2.json",
    "-LAPTOP.json",
  ]) {
    const home = newHome();
    put(open(home), note("1", "one"), note("2", "two"));
    const file = monthFile(home);
    const copy = file.replace(/\.json$/, copyName);
    copyFileSync(file, copy);
    put(open(home), note("3", "only here"));
    writeFileSync(
      copy,
      readFileSync(copy, "utf8").replace(
        /\n\]\}/,
        `,\n{"rev":1,"saved":"${AT}","entry":${JSON.stringify(note("4", "only in the copy"))}}\n]}`,
      ),
    );
    const journal = open(home);
    expect(words(journal)).toEqual(["1 one", "2 two", "3 only here", "4 only in the copy"]);
    expect(doctor(journal).problems.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^This computer and another one seem to write to it under one name/),
      "A sync program made this copy because the file was changed in two places.",
    ]);
    const result = repair(journal, AT);
    expect(result.done.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^This computer now writes under the name \w{6}\.$/),
      "1 record was taken in from it, and it was taken away.",
    ]);
    expect(result.ok).toBe(true);
    expect(existsSync(copy)).toBe(false);
    expect(words(open(home))).toEqual(["1 one", "2 two", "3 only here", "4 only in the copy"]);
    put(open(home), note("5", "x"));
    expect(doctor(open(home)).ok).toBe(true);
  }
});

test("a copy with another version of the same revision keeps both: one shown, one for edit to settle", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const file = monthFile(home);
  const copy = file.replace(/\.json$/, " (conflicted copy).json");
  writeFileSync(copy, readFileSync(file, "utf8").replace('"what":"one"', '"what":"other"'));
  const result = repair(open(home), AT);
  expect(existsSync(copy)).toBe(false);
  expect(result.problems.map(({ what, repair: how }) => [what, how])).toEqual([
    ["Entry 1 was changed on two computers; 1 other version is kept.", "evenkeel edit 1 shows them and settles it."],
  ]);
  const [conflict] = conflicts(open(home).store);
  expect(new Set([conflict?.shown, ...(conflict?.copies ?? [])])).toEqual(
    new Set([note("1", "one"), note("1", "other")]),
  );
});

test("a damaged copy is taken in as far as it is whole, and stays under another name", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const file = monthFile(home);
  const copy = file.replace(/\.json$/, " (1).json");
  writeFileSync(copy, `${readFileSync(file, "utf8").replaceAll('"1"', '"9"').slice(0, -3)},\n{"rev":1,"saved`);
  const result = repair(open(home), AT);
  expect(result.ok).toBe(true);
  expect(words(open(home))).toEqual(["1 one", "9 one"]);
  expect(existsSync(`${copy}.damaged-20261122T024000Z`)).toBe(true);
});

test("a file with git's merge marks keeps the records of both sides", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const file = monthFile(home);
  const line = (id: string): string => `{"rev":1,"saved":"${AT}","entry":${JSON.stringify(note(id, id))}}`;
  writeFileSync(
    file,
    [
      '{"evenkeel":"entries","version":1,"records":[',
      "<<<<<<< HEAD",
      `${line("2")},`,
      line("3"),
      "=======",
      line("4"),
      ">>>>>>> origin/main",
      "]}",
      "",
    ].join("\n"),
  );
  expect(words(open(home))).toEqual(["2 2", "3 3", "4 4"]);
  const result = repair(open(home), AT);
  expect(result.ok).toBe(true);
  expect(result.done.map(({ what }) => what)).toEqual([
    expect.stringMatching(/^This computer now writes under the name/),
    expect.stringMatching(/^3 whole records were kept, nothing was lost\./),
    "1 record was put back.",
  ]);
  expect(words(open(home))).toEqual(["1 one", "2 2", "3 3", "4 4"]);
});

test("records that a sync program overwrote are put back from what this computer still knows", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const before = readFileSync(monthFile(home));
  put(open(home), note("2", "two"));
  writeFileSync(monthFile(home), before);
  expect(words(open(home))).toEqual(["1 one"]);
  expect(doctor(open(home)).problems).toEqual([
    {
      file: "~/journal",
      what: "1 record that this computer saved is not in it any more.",
      repair: "evenkeel doctor --repair puts them back.",
    },
  ]);
  expect(repair(open(home), AT).ok).toBe(true);
  expect(words(open(home))).toEqual(["1 one", "2 two"]);
});

test("a month file that is gone comes back from the steps and the copies of earlier days", () => {
  const home = newHome();
  const day = (n: number): string => `2026-11-0${n}T10:00:00+01:00`;
  for (let n = 1; n <= 3; n += 1)
    open(home).write("reflect", day(n), (_, change) => {
      change.put(note(`${n}`, "x"));
    });
  rmSync(join(home, "local", "undo"), { recursive: true });
  rmSync(monthFile(home));
  expect(words(open(home))).toEqual([]);
  expect(repair(open(home), AT).done.map(({ what }) => what)).toEqual(["2 records were put back."]);
  expect(words(open(home))).toEqual(["1 x", "2 x"]);
});

test("files and folders that others may open are told and closed", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  chmodSync(join(home, "journal"), 0o755);
  chmodSync(monthFile(home), 0o644);
  // What lies in a closed folder is closed.
  chmodSync(join(home, "local", "device.json"), 0o640);
  const journal = open(home);
  expect(doctor(journal).problems.map(({ file, what }) => [file, what])).toEqual([
    ["~/journal", "Others on this computer may open 2 files or folders in it."],
  ]);
  expect(repair(journal, AT).ok).toBe(true);
  expect(statSync(monthFile(home)).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, "journal")).mode & 0o777).toBe(0o700);
});

test("what belongs to another user is told", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const uid = statSync(home).uid;
  expect(doctor(open(home, { uid: uid + 1 })).problems[0]).toEqual({
    file: "~/journal",
    what: "3 files or folders in it belong to another user.",
    repair: "Make them yours again (chown), or use another folder.",
  });
});

test("leftovers of broken-off saves are swept: this device's at the next save, others by doctor after an hour", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  const entries = join(home, "journal", "entries");
  const device = /\.(\w{6})\.json$/.exec(monthFile(home))?.[1] ?? "";
  writeFileSync(join(entries, `.${device}-0123456789.tmp`), "half");
  writeFileSync(join(entries, ".zzzzzz-0123456789.tmp"), "half");
  utimesSync(join(entries, ".zzzzzz-0123456789.tmp"), NOW / 1000, NOW / 1000);
  put(open(home), note("2", "two"));
  expect(readdirSync(entries).filter((name) => name.endsWith(".tmp"))).toEqual([".zzzzzz-0123456789.tmp"]);
  expect(doctor(open(home)).ok).toBe(true);
  const later = { clock: () => NOW + 2 * 3_600_000 };
  expect(doctor(open(home, later)).problems.map(({ what }) => what)).toEqual([
    "1 file is left over from a save that was broken off.",
  ]);
  expect(repair(open(home, later), AT).ok).toBe(true);
  expect(readdirSync(entries).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a record from the future tells of a wrong clock, and on which computer", () => {
  const home = newHome();
  const here = openBeside(home, "here");
  const there = openBeside(home, "elsewhere");
  put(here, note("1", "one"));
  there.write("reflect", "2026-11-22T09:40:00+01:00", (_, change) => {
    change.put(note("2", "two"));
  });
  const device = readdirSync(join(home, "journal", "entries"))
    .map((name) => name.slice(8, 14))
    .find((name) => !JSON.stringify(readFileSync(join(home, "here", "local", "device.json"), "utf8")).includes(name));
  expect(doctor(here).problems).toEqual([
    {
      file: expect.stringContaining("/journal") as string,
      what: `The last change by another computer (${device ?? ""}) carries a time 6 hours from now, so one of the clocks is wrong.`,
      repair: "Set the clock right. Nothing is lost.",
    },
  ]);
  expect(doctor(there).problems[0]?.what).toContain("The last change by this computer carries a time 6 hours from now");
});

test("damaged undo steps, drafts and device ids are put aside", () => {
  const home = newHome();
  put(open(home), note("1", "one"));
  put(open(home), note("2", "two"));
  appendFileSync(join(home, "local", "undo", "000000000002.json"), "}");
  writeFileSync(join(home, "local", "device.json"), "[]");
  mkdirSync(join(home, "local", "drafts"), { mode: 0o700 });
  writeFileSync(join(home, "local", "drafts", "d.json"), "", { mode: 0o600 });
  expect(doctor(open(home)).problems.map(({ file }) => file)).toEqual([
    "~/local/undo/000000000002.json",
    "~/local/drafts/d.json",
    "~/local/device.json",
  ]);
  expect(repair(open(home), AT).ok).toBe(true);
  expect(filesUnder(join(home, "local")).filter((name) => name.includes("damaged"))).toHaveLength(3);
  put(open(home), note("3", "three"));
  expect(words(open(home))).toEqual(["1 one", "2 two", "3 three"]);
});

test("an entry that two computers brought in under different shifts is left in one month", () => {
  const home = newHome();
  put(openBeside(home, "a"), note("same", "x", "2026-11-30"));
  renameSync(join(home, "journal", "entries"), join(home, "journal", "aside"));
  put(openBeside(home, "bb"), note("same", "x", "2026-12-01"));
  for (const name of readdirSync(join(home, "journal", "aside")))
    renameSync(join(home, "journal", "aside", name), join(home, "journal", "entries", name));
  const journal = openBeside(home, "a");
  expect([...journal.backwards()].flat()).toHaveLength(2);
  expect(words(journal)).toEqual(["same x"]);
  expect(doctor(journal).problems.map(({ what }) => what)).toEqual(["1 entry stands in more than one month."]);
  expect(repair(journal, AT).ok).toBe(true);
  expect([...openBeside(home, "bb").backwards()].flat()).toHaveLength(1);
});
