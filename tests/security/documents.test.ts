import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");

describe("docs/security.md", () => {
  const rows = read("docs/security.md")
    .split("## Threats")[1]
    ?.split("\n## ")[0]
    ?.split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| threat")) ?? [];

  it("names a test for each threat, and each of them is there", () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const tests = [...row.matchAll(/`(tests\/[^`]+)`/g)].map(([, name = ""]) => name);
      expect(tests, row).not.toEqual([]);
      for (const name of tests) expect(existsSync(join(ROOT, name)), name).toBe(true);
    }
  });

  it("has the table of a whole run", () => {
    const total = /\| all \| ([\d,]+) \| \d+ \|/.exec(read("docs/security.md"));
    expect(Number(total?.[1]?.replaceAll(",", ""))).toBeGreaterThanOrEqual(1_000_000);
  });
});

describe("SECURITY.md", () => {
  it("says how to report, without an address, and leads to the threats", () => {
    const text = read("SECURITY.md");
    expect(text).toContain("Report a vulnerability");
    expect(text).not.toMatch(/@|mailto:/);
    expect(text).toContain("docs/security.md");
  });
});
