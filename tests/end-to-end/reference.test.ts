import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandTree } from "../../scripts/command-tree.ts";
import { edition } from "../../scripts/from-tree.ts";
import { manualPage } from "../../scripts/manual.ts";
import { reference } from "../../scripts/reference.ts";
import { argument, page, prose } from "../../scripts/roff.ts";
import type { CommandNode } from "../../src/completion/command-tree.ts";
import { COMMANDS } from "../../src/command-list.ts";

const ROOT = join(import.meta.dirname, "../..");
const MANUAL = join(ROOT, "dist/man/evenkeel.1");
const tree = await commandTree();
const hasMandoc = spawnSync("mandoc", ["-T", "lint", "/dev/null"]).error === undefined;
if (!hasMandoc) process.stderr.write("skipped: there is no mandoc on this machine\n");

function paths(node: CommandNode, before: string): readonly string[] {
  return node.commands.flatMap((one) => [`${before}${one.name}`, ...paths(one, `${before}${one.name} `)]);
}

describe("docs/reference.md", () => {
  it("says what the commands register (npm run docs makes it anew)", () => {
    expect(readFileSync(join(ROOT, "docs/reference.md"), "utf8")).toBe(reference(tree));
  });

  it("has every command of the list, and every subcommand", () => {
    const headings = [...reference(tree).matchAll(/^###+ (.+)$/gm)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual([...paths(tree, "")].toSorted());
    expect(tree.commands.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name).filter((name) => name !== "home"));
  });
});

describe("the manual page", () => {
  it("is made from the commands when the project is built", () => {
    expect(readFileSync(MANUAL, "utf8")).toBe(manualPage(tree, edition()));
  });

  it.runIf(hasMandoc)("is clean to mandoc -T lint", () => {
    const { status, stdout, stderr } = spawnSync("mandoc", ["-T", "lint", MANUAL], { encoding: "utf8" });
    expect([stdout, stderr, status]).toEqual(["", "", 0]);
  });

  it.runIf(hasMandoc)("fits 80 columns, and reads as it is meant", () => {
    const { stdout } = spawnSync("mandoc", ["-T", "ascii", MANUAL], { encoding: "utf8" });
    const text = stdout.replace(/.\x08/g, "");
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain("SYNOPSIS\n     evenkeel [flags] [command [arguments]]\n");
    expect(text).toContain("     reminders\n");
    for (const path of paths(tree, "")) expect(text).toContain(` ${path}`);
    expect(text).toMatch(/EXIT STATUS\n +0 +done, also when nothing was found\n/);
    expect(text).toContain("--strength 0-10");
  });

  it.each([
    [".Dd is no request\nhere", "\\&.Dd is no request here"],
    ["One. Two", "One.\nTwo"],
    ["C:\\Users", "C:\\eUsers"],
    ["“so”", "\\[u201C]so\\[u201D]"],
  ])("keeps %j from being read as roff", (text, roff) => {
    expect(prose(text.replace("\n", " "))).toBe(roff);
  });

  it("keeps words from being macros", () => {
    expect(["Ar", "two words", "-", "0-10"].map(argument)).toEqual(["\\&Ar", '"two words"', "\\&-", "0-10"]);
  });

  it("keeps the form of tables and examples", () => {
    expect(page("Run on\nwords.\n\n  a   b\n\nMore.")).toBe("Run on words.\n.Bd -literal\na   b\n.Ed\n.Pp\nMore.");
  });
});
