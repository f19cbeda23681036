import { parse as parseCsv } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellList, csvRow, guarded, listCell, unguarded } from "../../../src/content/csv.ts";
import { delimiterOf, readCsv } from "../../../src/content/incoming/csv-text.ts";
import { jsonBreak, jsonOffset } from "../../../src/content/incoming/json-text.ts";
import { clock24, jrnlEntries, looksLikeJrnl } from "../../../src/content/incoming/jrnl.ts";
import { fromMarkdown, toMarkdown } from "../../../src/content/markdown-text.ts";
import { readRecord } from "../../../src/content/plain-yaml-read.ts";
import { writeRecord } from "../../../src/content/plain-yaml.ts";
import { parseYaml } from "../../../src/content/parse.ts";

const nasty = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\\", '"', "'", "=", "-", "+", "@", ",", ";", "\t", "#", ">", "1", ".", ":", "[", "]", "{", "|", "&", "*", "_") }));

describe("JSON's places", () => {
  it("agrees with JSON.parse on what is JSON", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.json().map((text) => text.slice(0, -1)), fc.json().map((text) => `${text.slice(0, 5)}x${text.slice(5)}`)), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(jsonBreak(text) === null).toBe(isJson);
      }),
    );
  });

  it("finds a value at its path, with the last of two keys alike", () => {
    const text = '{"a": [1, {"b": "x"}], "a": [0, {"b": true}]}';
    expect(text.slice(jsonOffset(text, ["a", 1, "b"]))).toBe("true}]}");
    expect(text.slice(jsonOffset(text, ["a", 5]))).toBe('[0, {"b": true}]}');
    expect(jsonOffset(text, ["c"])).toBe(0);
  });

  it("does not fall over what is nested without end", () => {
    expect(jsonBreak("[".repeat(100_000))).toBe(201);
  });
});

describe("CSV", () => {
  it("writes what csv-parse reads, and no formula", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 2, maxLength: 4 }), (cells) => {
        const read = parseCsv(csvRow(cells), { relax_column_count: true, skip_empty_lines: false }) as readonly (readonly string[])[];
        expect(read[0]?.map(unguarded)).toEqual(cells);
        for (const cell of read[0] ?? []) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it.each([",", ";", "\t"])("reads what csv-stringify writes with %j, and knows the sign by itself", (delimiter) => {
    const head = ["one", "two", "three"];
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { maxLength: 4 }), (rows) => {
        const text = stringify([head, ...rows], { delimiter, quoted: true, quoted_empty: true, record_delimiter: "\r\n" });
        expect(delimiterOf(text)).toBe(delimiter);
        const read = [...readCsv(text, delimiter)].map((row) => ("what" in row ? row : row.map((cell) => cell.text)));
        expect(read).toEqual([head, ...rows]);
      }),
    );
  });

  it("knows the place of each cell, behind cells of several lines", () => {
    const rows = [...readCsv('a,b\r\n"x\ny",z\n\nlast,"q"', ",")].map((row) => ("what" in row ? [] : row.map(({ text, line, column }) => [text, line, column])));
    expect(rows).toEqual([[["a", 1, 1], ["b", 1, 3]], [["x\ny", 2, 1], ["z", 3, 4]], [["last", 5, 1], ["q", 5, 6]]]);
  });

  it("takes the guard away again, and keeps lists", () => {
    fc.assert(fc.property(nasty, (text) => { expect(unguarded(guarded(text))).toBe(text); }));
    fc.assert(fc.property(fc.array(nasty.filter((text) => text.trim() !== ""), { minLength: 1 }), (items) => { expect(cellList(listCell(items))).toEqual(items); }));
  });
});

describe("Markdown", () => {
  it("gives back every text, and no line that Markdown reads as its own", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const lines = toMarkdown(text);
        expect(fromMarkdown(lines)).toBe(text);
        for (const line of lines) expect(line).not.toMatch(/^(?:#|>|[-+*=] |-{3}|\d+[.)] |\s)|(?<!\\)[`<[]/);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves plain words as they are", () => {
    expect(toMarkdown("They kept asking. It's fine (really), 100 of them?\nYes.")).toEqual(["They kept asking. It's fine (really), 100 of them?\\", "Yes."]);
  });
});

describe("plain YAML", () => {
  it("is read alike by the library and by the quick reader", () => {
    fc.assert(
      fc.property(nasty, fc.array(nasty, { minLength: 1 }), fc.integer(), (text, list, number) => {
        // A plan of several lines is left to the library.
        const record = { what: text, tags: list, strength: number, plan: { if: text.replace(/\s/g, " "), then: "no" } };
        const written = writeRecord(record, "- ");
        expect(parseYaml(written, "x")).toMatchObject({ problems: [], value: [record] });
        expect(readRecord(written)).toEqual(record);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["- what: a: b\n", "- what: &x y\n", '- what: "a"\n  what: b\n', "- a\n", "what: a\n"])("leaves %j to the library", (text) => {
    expect(readRecord(text)).toBeNull();
  });
});

describe("jrnl's text", () => {
  it.each([
    ["2025-03-05 06:15 PM", "2025-03-05 18:15"],
    ["2025-03-05 12:05 am", "2025-03-05 00:05"],
    ["2025-03-05 9:05", "2025-03-05 09:05"],
    ["2025-03-05", "2025-03-05"],
  ])("takes %s as %s", (given, wanted) => {
    expect(clock24(given)).toBe(wanted);
  });

  it("begins an entry only at a date, and says what stands before the first", () => {
    expect(looksLikeJrnl("\n[2025-03-05 09:05] x")).toBe(true);
    expect(looksLikeJrnl("[1, 2]")).toBe(false);
    const { items, problems } = jrnlEntries("lost\n[2025-03-05 09:05] x\r\n[y] z\n", "old.txt");
    expect(problems).toEqual([{ file: "old.txt", line: 1, column: 1, what: "words stand before the first entry", accepted: "[2026-11-20 23:41] at the beginning of an entry" }]);
    expect(items.map(({ value }) => value)).toEqual([{ at: "2025-03-05 09:05", what: "x\n[y] z", tags: [] }]);
    expect(items[0]?.position([])).toEqual({ line: 2, column: 1 });
  });
});
