import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { makeJournal } from "../../scripts/make-journal.ts";
import type { Roadmap } from "../../src/practice/shapes.ts";
import type { Entry } from "../../src/reflection/entry.ts";
import { json, newJournal } from "../run.ts";

const AS_OF = ["--as-of", "2026-11-22T23:00:00+01:00"];
const VIEWS = [
  ["roadmap", "--json", ...AS_OF],
  ["roadmap", "--all", "--json", ...AS_OF],
  ["reminders", "--json", ...AS_OF],
  ["card", "--json", ...AS_OF],
  ["suggest", "they", "kept", "asking", "--json", ...AS_OF],
  ["suggest", "they", "kept", "asking", "--json", "--as-of", "2026-10-10T23:00:00+01:00"],
  ["list", "--all", "--json"],
  ["list", "--all"],
  ["find", "refund", "+thin"],
  ["find", "refund", "--json"],
];

/** Three cases a day over ten months, one that belongs to the shift before its moment, and one far from its shift. */
function entries(): Record<string, unknown>[] {
  const made = makeJournal(500, "2026-11-22").map((entry, at) => ({ ...entry, id: `e${String(at).padStart(4, "0")}`, what: `case ${at}, ${String(entry["what"])}` }));
  const before = made.filter((_entry, at) => at % 5 === 0).map((entry, at) => ({ ...entry, id: `o${String(at).padStart(4, "0")}`, at: `2026-0${1 + (at % 9)}-1${at % 10}T10:00:00+01:00` }));
  return [
    ...made,
    ...before,
    { kind: "note", id: "n1", at: "2026-10-01T02:00:00+02:00", shift: "2026-09-30", what: "refund thin, in the night after" },
    { kind: "note", id: "n2", at: "2026-03-03T10:00:00+01:00", shift: "2026-06-06", what: "refund thin, kept for another day" },
  ];
}

describe("what is derived from a long journal", () => {
  const { home, run } = newJournal();
  const shown = (): readonly string[] => VIEWS.map((args) => run(args).out);
  const cache = join(home, "cache");
  let first: readonly string[] = [];

  beforeAll(() => {
    run(["reflect", "--from", "-", "--quiet"], { input: entries().map((entry) => JSON.stringify(entry)).join("\n") });
    first = shown();
  });

  it("is the same from the cache, and stands in order over the months' borders", () => {
    expect(shown()).toEqual(first);
    const listed = JSON.parse(first[6] ?? "") as Entry[];
    const order = listed.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
    expect(listed.map(({ id }) => id)).toEqual(order.map(({ id }) => id));
    expect(listed).toHaveLength(602);
    expect((JSON.parse(first[1] ?? "") as Roadmap).entries).toBe(600);
    expect(JSON.parse(first[9] ?? "")).toEqual(listed.filter((entry) => JSON.stringify(entry).includes("refund")));
  });

  it("is the same without the cache, and with each file of it damaged, emptied, or of another shape", () => {
    rmSync(cache, { recursive: true });
    expect(shown()).toEqual(first);
    const whole = new Map(readdirSync(cache).map((name) => [name, readFileSync(join(cache, name), "utf8")]));
    expect(whole.size).toBeGreaterThan(3);
    const harm: ((text: string) => string)[] = [
      (text) => text.slice(0, text.length / 2),
      () => "",
      () => "null",
      (text) => text.replace(/"value":(\{|\[)/g, '"value":"x","old":$1'),
    ];
    for (const damage of harm) {
      for (const [name, text] of whole) writeFileSync(join(cache, name), damage(text));
      expect(shown()).toEqual(first);
    }
  });

  it("follows a month that changed behind its back", () => {
    const folder = join(home, "journal", "entries");
    const [name = ""] = readdirSync(folder).filter((one) => one.startsWith("2026-10"));
    const file = join(folder, name);
    const before = readFileSync(file, "utf8");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, before.replaceAll('"strength":1,', '"strength":9,'));
    const changed = shown();
    expect(changed[0]).not.toBe(first[0]);
    rmSync(cache, { recursive: true });
    expect(shown()).toEqual(changed);
    writeFileSync(file, before);
    utimesSync(file, atime, mtime);
    expect(shown()).toEqual(first);
  });

  it("writes an array that is one document, also when nothing was found", () => {
    expect(json(run(["find", "zebrafish", "--json"]))).toEqual([]);
    expect(run(["list", "--tag", "none", "--json"]).out).toBe("[]\n");
  });
});
