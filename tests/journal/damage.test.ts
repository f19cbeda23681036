import { expect, test } from "vitest";
import { afterDamage, DAMAGES, everyKind, kinds } from "./faults/damage.ts";
import { parseDocument } from "../../src/journal/document.ts";
import { FORMAT } from "../../src/journal/migrate.ts";
import { seeded } from "./kit.ts";

const disk = everyKind();
const files = kinds(disk);

test("there is a file of every kind, and an undamaged one passes", () => {
  for (const [kind, path] of files) {
    expect([kind, path]).toEqual([kind, expect.stringMatching(/^\/home\/.+\.json$/)]);
    expect([kind, afterDamage(disk, path, disk.read(path))]).toEqual([kind, null]);
  }
});

test.each([...files])(
  "%s, damaged: what is whole is shown, nothing damaged is written over, doctor mends it",
  (kind, path) => {
    const random = seeded(kind.length);
    const bytes = disk.read(path);
    for (const [name, damage] of Object.entries(DAMAGES)) {
      for (let n = 0; n < 6; n += 1)
        expect([name, n, afterDamage(disk, path, damage(bytes, random))]).toEqual([name, n, null]);
    }
  },
);

test("a month cut off at any byte gives every record before the cut, and is never taken for whole", () => {
  const bytes = disk.read(files.get("a month") ?? "");
  const text = bytes.toString("utf8");
  for (let length = 0; length < bytes.length - 1; length += 1) {
    const part = bytes.subarray(0, length);
    const document = parseDocument(part, "entries/2026-11", FORMAT);
    const lines = part
      .toString("utf8")
      .split("\n")
      .slice(0, -1)
      .filter((line) => line.startsWith('{"rev"') && text.includes(line));
    expect([length, document.unreadable]).toEqual([length, true]);
    expect(document.records.length).toBeGreaterThanOrEqual(lines.length);
  }
});
