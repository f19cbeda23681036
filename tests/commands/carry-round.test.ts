import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { orderedEntry } from "../../src/reflection/ordered.ts";
import type { Entry } from "../../src/reflection/entry.ts";
import { anyEntries } from "../sample/any-entry.ts";
import { type Carrying, carrying } from "./carry-kit.ts";

const opened: Carrying[] = [];
afterAll(() => {
  for (const { remove } of opened) remove();
});

function fresh(): Carrying {
  const made = carrying();
  opened.push(made);
  return made;
}

async function journalOf(entries: readonly Entry[]): Promise<Carrying> {
  const journal = fresh();
  const { code, err } = await journal.run(["import", "-", "--raw"], JSON.stringify(entries));
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  return journal;
}

describe.each(["json", "jsonl", "yaml", "csv", "markdown"])("export as %s", (format) => {
  it("comes back from an empty journal as the same bytes, whatever people wrote", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const journal = await journalOf(entries);
        const file = join(journal.home, `out.${format}`);
        expect((await journal.run(["export", "--format", format, "--output", file, "--quiet"])).code).toBe(0);
        const other = fresh();
        const brought = await other.run(["import", file, "--no-input"]);
        expect([brought.code, brought.code === 0 ? "" : brought.err]).toEqual([0, ""]);
        const again = await other.run(["export", "--format", format]);
        const first = readFileSync(file, "utf8");
        expect(again.out).toBe(first);
        expect((await journal.run(["import", file, "--no-input"])).err).toMatch(entries.length === 0 ? /holds no entries/ : /Nothing new came in/);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe("export", () => {
  it("holds every entry as it was, oldest first", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const journal = await journalOf(entries);
        const { out } = await journal.run(["export", "--raw"]);
        const sorted = [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
        const kept = JSON.parse(out) as readonly Entry[];
        expect(kept.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
        // Card numbers and codes are never kept, so texts are compared where nothing was masked.
        const wanted = sorted.map(orderedEntry);
        for (const [index, entry] of kept.entries()) if (!JSON.stringify(entry).includes("[")) expect(entry).toEqual(wanted[index]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it("makes notes that come back whole", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        if (entries.length === 0) return;
        const journal = await journalOf(entries);
        const folder = join(journal.home, "notes");
        expect((await journal.run(["export", "--format", "notes", "--output", folder])).code).toBe(0);
        const other = fresh();
        const brought = await other.run(["import", folder]);
        expect([brought.code, brought.code === 0 ? "" : brought.err]).toEqual([0, ""]);
        expect((await other.run(["export"])).out).toBe((await journal.run(["export"])).out);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("reads back a text whose lines were changed to those of Windows", async () => {
    const journal = await journalOf([{ id: "a", kind: "note", at: "2026-11-20T23:41:00+01:00", shift: "2026-11-20", what: "two\nlines" }]);
    for (const format of ["jsonl", "yaml", "csv", "markdown"]) {
      const { out } = await journal.run(["export", "--format", format]);
      const file = join(journal.home, `crlf.${format}`);
      writeFileSync(file, `\uFEFF${out.replace(/\r?\n/g, "\r\n")}`);
      const other = fresh();
      expect([format, (await other.run(["import", file])).code]).toEqual([format, 0]);
      const [entry] = JSON.parse((await other.run(["export"])).out) as readonly { what: string }[];
      expect(entry?.what.replace(/\r\n/g, "\n")).toBe("two\nlines");
    }
  });
});
