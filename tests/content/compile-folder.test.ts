import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileContentFolder } from "../../scripts/compile-content.ts";

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "content "));
  cpSync(join(import.meta.dirname, "../../content/en"), join(place, "content/en"), { recursive: true });
});

afterEach(() => {
  rmSync(place, { recursive: true });
});

describe("compileContentFolder", () => {
  it("writes the parts of each language apart", () => {
    expect(compileContentFolder(join(place, "content"), join(place, "dist"))).toEqual([]);
    const read = (name: string): Record<string, unknown> =>
      JSON.parse(readFileSync(join(place, "dist/en", name), "utf8")) as Record<string, unknown>;
    expect(read("content.json")).toMatchObject({ lang: "en" });
    expect(Object.keys(read("deep.json"))).toEqual(expect.arrayContaining(["scenes", "helps", "habits", "support"]));
    expect(Object.keys(read("phrasings.json"))).toContain("rude_tone");
  });

  it("writes nothing and says where, when a file is wrong", () => {
    writeFileSync(join(place, "content/en/needs.yaml"), "heard: to be heard\n");
    const problems = compileContentFolder(join(place, "content"), join(place, "dist"));
    expect(problems[0]).toMatch(/^content\/en\/needs\.yaml:1:1: "explained" is missing; accepted: heard, explained, /);
    expect(existsSync(join(place, "dist"))).toBe(false);
  });

  it("says so when a file is not UTF-8", () => {
    writeFileSync(join(place, "content/en/needs.yaml"), Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    expect(compileContentFolder(join(place, "content"), join(place, "dist"))).toContain(
      "content/en/needs.yaml:1:1: the file is not UTF-8; accepted: the file saved as UTF-8",
    );
  });
});
