import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, newJournal, type Run, scratch } from "../run.ts";

interface Listed {
  readonly trigger?: string;
  readonly what?: string;
  readonly strength?: number;
}

const BOM = "\ufeff";
const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

function listed(run: (args: readonly string[]) => Run): readonly Listed[] {
  return json<Listed[]>(run(["list", "--all", "--json"])).map(({ trigger, what, strength }) => ({ trigger, what, strength }) as Listed);
}

describe("line ends of Windows", () => {
  it.each([
    ["JSON Lines", '{"trigger":"saying_no","strength":5,"what":"a"}\n{"trigger":"rude_tone","strength":6}\n'],
    ["YAML documents", "trigger: saying_no\nstrength: 5\nwhat: a\n---\ntrigger: rude_tone\nstrength: 6\n"],
    ["a JSON array", '[\n{"trigger":"saying_no","strength":5,"what":"a"},\n{"trigger":"rude_tone","strength":6}\n]\n'],
  ])("in %s", (_, text) => {
    for (const input of [crlf(text), BOM + crlf(text)]) {
      const { run } = newJournal();
      const kept = run(["reflect", "--from", "-"], { input });
      expect([kept.code, kept.out]).toEqual([0, ""]);
      const expected = [{ trigger: "saying_no", strength: 5, what: "a" }, { trigger: "rude_tone", strength: 6 }];
      expect(listed(run)).toEqual(expect.arrayContaining(expected));
      expect(listed(run)).toHaveLength(2);
    }
  });

  it("in words from standard input", () => {
    const { run } = newJournal();
    run(["reflect", "--trigger", "saying_no", "-"], { input: "first line\r\nsecond line\r\n" });
    expect(listed(run)[0]?.what).toBe("first line\nsecond line");
  });

  it("in a mistake's place", () => {
    const { run } = newJournal();
    const { code, err } = run(["reflect", "--from", "-"], { input: '{"trigger":"saying_no"}\r\n{"trigger":"nobody"}\r\n' });
    expect(code).toBe(2);
    expect(err).toMatch(/:2:\d+/);
    const yaml = run(["reflect", "--from", "-"], { input: "trigger: saying_no\r\nstrength: 11\r\n" });
    expect(yaml.err).toMatch(/:2:\d+/);
  });

  it("in a pack, a passphrase and a file of settings", () => {
    const { home, run } = newJournal();
    const folder = scratch();
    const pack = join(folder, "pack.yaml");
    writeFileSync(pack, crlf(run(["pack", "new"]).out));
    expect(run(["pack", "check", pack])).toMatchObject({ code: 0 });
    mkdirSync(join(home, "config"), { recursive: true });
    writeFileSync(join(home, "config", "config.json"), '{\r\n  "ascii": "on"\r\n}\r\n');
    expect(run(["config", "get", "ascii"]).out).toBe("on\n");
    const secret = join(folder, "secret");
    writeFileSync(secret, "six plain words for a test\r\n");
    run(["win", "x", "--at", "2026-11-20T10:00"]);
    expect(run(["encrypt", "--passphrase-file", secret, "--yes", "--no-input"]).code).toBe(0);
    writeFileSync(secret, "six plain words for a test");
    expect(json<unknown[]>(run(["list", "--json", "--passphrase-file", secret]))).toHaveLength(1);
  });

  it("in a journal that a sync program rewrote", () => {
    const { home, run } = newJournal();
    run(["reflect", "--from", "-"], { input: '{"trigger":"saying_no","strength":5,"what":"a"}' });
    const entries = join(home, "journal", "entries");
    for (const name of readdirSync(entries)) writeFileSync(join(entries, name), crlf(readFileSync(join(entries, name), "utf8")));
    expect(listed(run)).toEqual([{ trigger: "saying_no", strength: 5, what: "a" }]);
  });
});
