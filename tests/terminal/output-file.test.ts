import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isTaken } from "../../src/terminal/output-place.ts";
import { writeProduct, writeProductAside } from "../../src/terminal/output-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evenkeel-out-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: string[]): string => join(folder, ...names);
const text = (path: string): string => readFileSync(path, "utf8");
const usage = (message: RegExp): Error =>
  expect.objectContaining({ kind: "usage", message: expect.stringMatching(message) as string }) as Error;
const failed = (message: RegExp): Error =>
  expect.objectContaining({ kind: "failure", message: expect.stringMatching(message) as string }) as Error;

describe("writeProduct", () => {
  it("writes a new file that only its owner reads, and leaves nothing beside it", () => {
    expect(writeProduct(at("card.pdf"), new Uint8Array([1, 2, 3]), { force: false })).toBe(at("card.pdf"));
    expect([...readFileSync(at("card.pdf"))]).toEqual([1, 2, 3]);
    expect(statSync(at("card.pdf")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["card.pdf"]);
  });

  it("refuses a name that is taken, and takes it with force", () => {
    writeFileSync(at("card.txt"), "mine");
    expect(() => writeProduct(at("card.txt"), "new", { force: false })).toThrow(usage(/card\.txt is there already$/));
    expect(text(at("card.txt"))).toBe("mine");
    writeProduct(at("card.txt"), "new", { force: true });
    expect(text(at("card.txt"))).toBe("new");
    expect(statSync(at("card.txt")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["card.txt"]);
  });

  it("does not write into a folder, a device or through a link, also with force", () => {
    mkdirSync(at("folder"));
    writeFileSync(at("secret"), "keep");
    symlinkSync(at("secret"), at("link"));
    symlinkSync(at("nowhere"), at("dangling"));
    for (const force of [false, true]) {
      expect(() => writeProduct(at("folder"), "x", { force })).toThrow(usage(/folder is a folder$/));
      expect(() => writeProduct(at("link"), "x", { force })).toThrow(usage(/link is a link to another place$/));
      expect(() => writeProduct(at("dangling"), "x", { force })).toThrow(usage(/dangling is a link/));
      expect(() => writeProduct("/dev/null", "x", { force })).toThrow(usage(/no ordinary file/));
      expect(() => writeProduct(at("new/"), "x", { force })).toThrow(usage(/no name for a file/));
      expect(() => writeProduct("", "x", { force })).toThrow(usage(/no name for a file/));
    }
    expect(text(at("secret"))).toBe("keep");
    expect(existsSync(at("nowhere"))).toBe(false);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("says why it cannot write", () => {
    writeFileSync(at("file"), "");
    expect(() => writeProduct(at("no", "where.pdf"), "x", { force: false })).toThrow(usage(/its folder is not there$/));
    expect(() => writeProduct(at("file", "in.pdf"), "x", { force: false })).toThrow(usage(/a part of its path is a file/));
    expect(() => writeProduct(at(`${"n".repeat(300)}.pdf`), "x", { force: false })).toThrow(usage(/the name is too long$/));
    expect(() => writeProduct("/proc/card.pdf", "x", { force: false })).toThrow(/was not written/);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  it.skipIf(process.getuid?.() === 0)("says that the folder is not the person's own (root writes anywhere, so not as root)", () => {
    chmodSync(folder, 0o500);
    expect(() => writeProduct(at("card.pdf"), "x", { force: false })).toThrow(failed(/you may not write there$/));
    chmodSync(folder, 0o700);
  });

  it("shows a hostile name harmless", () => {
    expect(() => writeProduct(at("no\u001b[31m", "x.pdf"), "x", { force: false })).toThrow(usage(/no\?\[31m/));
  });
});

describe("isTaken", () => {
  it("tells a name that is free from one that is not", () => {
    writeFileSync(at("there"), "");
    expect([isTaken(at("there")), isTaken(at("free")), isTaken(at("no", "folder"))]).toEqual([true, false, false]);
  });
});

describe("writeProductAside", () => {
  it("finds a name that is free", () => {
    const written = [1, 2, 3].map(() => writeProductAside(folder, "card", ".pdf", new Uint8Array([7])));
    expect(written).toEqual([at("card.pdf"), at("card-2.pdf"), at("card-3.pdf")]);
  });
});
