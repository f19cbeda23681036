import { backup } from "../../../src/journal/care/backup.ts";
import { repair } from "../../../src/journal/care/doctor.ts";
import { restore } from "../../../src/journal/care/restore.ts";
import { EvenkeelError } from "../../../src/errors.ts";
import { draftsOf } from "../../../src/journal/drafts.ts";
import { tallies } from "../../../src/journal/tallies.ts";
import { undo } from "../../../src/journal/undo.ts";
import { AT, everything, note, put, remove } from "../kit.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { openOn } from "./scenarios.ts";

export type Damage = (bytes: Buffer, random: () => number) => Buffer;

const index = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

/** Ways in which files are found to be damaged. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "one byte changed": (bytes, random) => {
    const changed = Buffer.from(bytes);
    const at = index(bytes, random);
    changed[at] = (changed[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    return changed;
  },
  "a stretch of zeros": (bytes, random) => Buffer.from(bytes).fill(0, index(bytes, random), index(bytes, random)),
  "a stretch gone": (bytes, random) => {
    const at = index(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 60))]);
  },
  "a stretch twice": (bytes, random) => {
    const at = index(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 40))]);
  },
  "a mark of JSON changed": (bytes, random) => {
    const marks = [...bytes.keys()].filter((at) => '{}[],:"\n\\'.includes(String.fromCharCode(bytes[at] ?? 0)));
    const changed = Buffer.from(bytes);
    changed[marks[Math.floor(random() * marks.length)] ?? 0] = '{}[],:" '.charCodeAt(Math.floor(random() * 8));
    return changed;
  },
  "cut off": (bytes, random) => bytes.subarray(0, index(bytes, random)),
};

const COUNT = {
  name: "count",
  version: 1,
  compute: (entries: readonly unknown[]) => entries.length,
  check: (value: unknown): value is number => typeof value === "number",
};

/** A disk with a file of every kind on it. */
export function everyKind(): MemoryDisk {
  const disk = new MemoryDisk();
  const journal = openOn(disk);
  put(
    journal,
    ...Array.from({ length: 6 }, (_, n) => note(`a${n}`, `words "${n}" \\ é 🙂`)),
    note("moved", "x", "2026-10-02"),
  );
  put(journal, note("moved", "x", "2026-11-03"));
  remove(journal, "a5");
  journal.write("config", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "kind" });
    change.putIn("reviews", {
      id: "review:2026-W47",
      at: AT,
      week: "2026-W47",
      answers: { better: "x", offCourse: null, helped: null, plan: null, raise: null },
      focus: null,
    });
    change.putIn("reminders", { id: "own1", type: "own", at: AT, trigger: null, if: null, then: null, line: "x" });
  });
  draftsOf(journal.store).save(
    {
      id: "d1",
      command: "reflect",
      startedAt: AT,
      updatedAt: AT,
      answers: { what: "half" },
      typed: { question: "why", text: "be" },
    },
    "answered",
  );
  backup(journal, "/home/copy.json", AT);
  restore(journal, "/home/copy.json", AT);
  put(openOn(disk), note("other-device", "x"));
  tallies(openOn(disk).store, ["2026-10", "2026-11"], COUNT);
  return disk;
}

/** Records of one line each that are still whole in a text. */
function wholeLines(before: string, after: string): readonly string[] {
  const there = new Set(after.split("\n"));
  return before.split("\n").filter((line) => line.startsWith('{"rev":') && there.has(line));
}

function idOfLine(line: string): { id: string; live: boolean } {
  const record = JSON.parse(line.replace(/,$/, "")) as { entry?: { id: string }; id?: string };
  return { id: record.entry?.id ?? record.id ?? "", live: record.entry !== undefined };
}

function told(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof EvenkeelError) return error.message;
    return `not told but thrown: ${String(error)}`;
  }
}

const ALL = ["2026-10", "2026-11"];

const BOOKS = ["plans", "settings", "reviews", "reminders", "triggers"] as const;

function shownIds(disk: MemoryDisk): { ids: ReadonlySet<string>; problems: number } {
  const journal = openOn(disk);
  const ids = new Set(everything(journal).map(({ id }) => id));
  for (const book of BOOKS) for (const { id } of journal.book(book)) ids.add(id);
  return { ids, problems: journal.problems().length };
}

/** Whether what could be read of a damaged file is shown, never written over, and mended. */
export function afterDamage(whole: MemoryDisk, path: string, damaged: Buffer): string | null {
  const disk = whole.clone();
  const original = whole.read(path);
  disk.place(path, damaged);
  const isRecords = path.startsWith("/home/journal/");
  // What left the older month is shown in the newer one only.
  const owes = isRecords && !path.includes("2026-10");
  const lines = owes ? wholeLines(original.toString("utf8"), damaged.toString("utf8")).map(idOfLine) : [];
  const intact = lines.flatMap(({ id, live }) => (live ? [id] : []));
  const { ids, problems } = shownIds(disk);
  const hidden = intact.find((id) => !ids.has(id));
  if (hidden !== undefined) return `lost: ${hidden} is whole in the file and not shown`;
  return (
    afterSave(disk, path, damaged, isRecords && problems > 0) ??
    afterOthers(disk) ??
    mended(disk, path, damaged, intact)
  );
}

function afterSave(disk: MemoryDisk, path: string, damaged: Buffer, isDamaged: boolean): string | null {
  const refused = told(() => {
    put(openOn(disk), note("new", "x"));
  });
  if (refused?.startsWith("not told") === true) return `unreadable: ${refused}`;
  return isDamaged && !kept(disk, path, damaged) ? "lost: a damaged file was written over" : null;
}

/** Drafts, figures and undo must at worst be told. */
function afterOthers(disk: MemoryDisk): string | null {
  const acts = [
    () => draftsOf(openOn(disk).store).list(),
    () => tallies(openOn(disk).store, ALL, COUNT),
    () => undo(openOn(disk), AT),
  ];
  const thrown = acts.map(told).find((message) => message?.startsWith("not told"));
  return thrown === undefined ? null : `unreadable: ${String(thrown)}`;
}

function kept(disk: MemoryDisk, path: string, bytes: Buffer): boolean {
  return [...disk.files("/home")].some(([name, data]) => name.startsWith(path) && data.equals(bytes));
}

function mended(disk: MemoryDisk, path: string, damaged: Buffer, intact: readonly string[]): string | null {
  const isNewer =
    /"version":\d/.test(damaged.toString("latin1")) && !damaged.toString("latin1").includes('"version":1,');
  const result = repair(openOn(disk), AT);
  const { ids } = shownIds(disk);
  const late = intact.find((id) => !ids.has(id));
  if (late !== undefined) return `lost: ${late} after repair`;
  if (isNewer) return null;
  const left = result.problems.filter(({ what }) => !/changed on|clock|name \(/.test(what));
  if (left.length > 0) return `unreadable: after repair ${JSON.stringify(left)}`;
  const message = told(() => {
    put(openOn(disk), note("newer", "x"));
  });
  return message === null ? null : `unreadable: after repair ${message}`;
}

/** The files of every kind, by what they are. */
export function kinds(disk: MemoryDisk): ReadonlyMap<string, string> {
  const names: readonly (readonly [string, RegExp])[] = [
    ["a month", /\/entries\/2026-11\./],
    ["a month that entries left", /\/entries\/2026-10\./],
    ["settings", /\/books\/settings\./],
    ["reviews", /\/books\/reviews\./],
    ["reminders", /\/books\/reminders\./],
    ["a step for undo", /\/undo\/\d+\.json$/],
    ["the device id", /\/device\.json$/],
    ["a draft", /\/drafts\/d1\.json$/],
    ["a copy of yesterday", /\/copies\//],
    ["an automatic backup", /\/backups\//],
    ["a tally", /\/cache\/tally/],
  ];
  const files = [...disk.files("/home").keys()].sort();
  return new Map(names.map(([kind, pattern]) => [kind, files.filter((file) => pattern.test(file)).at(-1) ?? ""]));
}
