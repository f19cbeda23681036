import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installedPacks, NO_PACKS, type Sealing } from "../../src/settings/packs.ts";
import { CONTENT, withHead } from "../content/packs.ts";

let home = "";
const places = (): { packs: string; cache: string } => ({ packs: join(home, "packs"), cache: join(home, "cache") });
const read = (sealing?: Sealing): ReturnType<typeof installedPacks> => installedPacks(places(), () => CONTENT, sealing);
const names = async (): Promise<readonly string[]> => (await read()).packs.map(({ name }) => name);

function put(file: string, text: string | Uint8Array): void {
  mkdirSync(places().packs, { recursive: true });
  writeFileSync(join(places().packs, file), text);
}

const pack = (name: string, ...lines: readonly string[]): string => withHead(...(lines.length > 0 ? lines : [`lines: { ${name}: { text: b } }`])).replace("my-team", name);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "evenkeel-packs-"));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe("the packs in the folder", () => {
  it("are none without a folder, and nothing is made", async () => {
    expect(await read()).toBe(NO_PACKS);
    expect(readdirSync(home)).toEqual([]);
  });

  it("come in the order of their names; other files are left alone", async () => {
    put("b.yaml", pack("b"));
    put("a.yaml", pack("a"));
    put("notes.txt", "x");
    expect(await names()).toEqual(["a", "b"]);
  });

  it("are left out where they have problems, and the problems are named with their place", async () => {
    put("good.yaml", pack("good"));
    put("bad.yaml", "a: *b\n");
    put("latin.yaml", Buffer.from("name: caf\xe9", "latin1"));
    const { packs, problems } = await read();
    expect(packs.map(({ name }) => name)).toEqual(["good"]);
    expect(problems.map(({ file, line, column }) => `${file.slice(places().packs.length + 1)}:${line}:${column}`)).toEqual(["bad.yaml:1:4", "latin.yaml:1:10"]);
  });

  it("cannot bring two of one name, nor the same id twice", async () => {
    put("a.yaml", pack("a", "lines: { x: { text: b } }"));
    put("b.yaml", pack("a"));
    put("c.yaml", pack("c", "lines: { x: { text: b } }"));
    const { packs, problems } = await read();
    expect(packs.map(({ name }) => name)).toEqual(["a"]);
    expect(problems.map(({ what }) => what)).toEqual(["the file is not named after the pack", 'the pack a has a line "x" too']);
  });

  it("are a problem where they cannot be read", async () => {
    put("good.yaml", pack("good"));
    symlinkSync(join(home, "nowhere"), join(places().packs, "gone.yaml"));
    mkdirSync(join(places().packs, "folder.yaml"));
    const { packs, problems } = await read();
    expect(packs).toHaveLength(1);
    expect(problems.map(({ what }) => what)).toEqual(["the file cannot be read", "the file cannot be read"]);
  });
});

describe("the cache", () => {
  const cache = (): string => join(places().cache, "packs.json");

  it("gives the same as reading the files, and is the person's alone", async () => {
    put("a.yaml", pack("a"));
    const first = await read();
    expect(await read()).toEqual(first);
    expect(statSync(cache()).mode & 0o777).toBe(0o600);
  });

  it("is what is read while no file changed", async () => {
    put("a.yaml", pack("a"));
    await read();
    writeFileSync(cache(), readFileSync(cache(), "utf8").replace('"text":"b"', '"text":"from the cache"'));
    expect((await read()).packs[0]?.lines).toEqual({ a: { text: "from the cache" } });
  });

  it("is made anew when a file changed, came or went", async () => {
    put("a.yaml", pack("a"));
    await read();
    put("b.yaml", pack("b"));
    expect(await names()).toEqual(["a", "b"]);
    put("a.yaml", pack("a", "about: New.", "lines: { n: { text: b } }"));
    utimesSync(join(places().packs, "a.yaml"), 1, 1);
    expect((await read()).packs[0]?.about).toBe("New.");
    rmSync(join(places().packs, "b.yaml"));
    expect(await names()).toEqual(["a"]);
  });

  it.each(["", "{", "null", "[]", '{"cache":1}', '{"cache":0,"stamp":"x","packs":[],"problems":[]}'])("may hold %j: it is made anew", async (text) => {
    put("a.yaml", pack("a"));
    mkdirSync(places().cache);
    writeFileSync(cache(), text);
    expect(await names()).toEqual(["a"]);
    expect(JSON.parse(readFileSync(cache(), "utf8"))).toMatchObject({ cache: 1, packs: [{ name: "a" }] });
  });

  it("may be impossible to write", async () => {
    put("a.yaml", pack("a"));
    writeFileSync(places().cache, "a file in the place of the folder");
    expect(await names()).toEqual(["a"]);
  });
});

describe("sealed packs", () => {
  const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
  const sealing: Sealing = { open: (kept) => swapped(kept), seal: swapped };

  it("are opened, and leave nothing readable in the cache", async () => {
    put("a.yaml", swapped(Buffer.from(pack("a", "lines: { x: { text: canary } }"))));
    expect((await read(sealing)).packs[0]?.lines).toEqual({ x: { text: "canary" } });
    expect((await read(sealing)).packs).toHaveLength(1);
    expect(readFileSync(join(places().cache, "packs.json"), "latin1")).not.toContain("canary");
  });

  it("are a problem where they cannot be opened", async () => {
    put("a.yaml", pack("a"));
    const locked: Sealing = { ...sealing, open: () => { throw new Error("locked"); } };
    expect((await read(locked)).problems.map(({ what }) => what)).toEqual(["the file cannot be read"]);
  });
});
