import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "../../scripts/licences.ts";

const ROOT = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}

/** The rows of the table in docs/decisions.md, by package. */
function rows(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(ROOT, "docs/decisions.md"), "utf8").split("## Dependencies")[1] ?? "";
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(lines.map((line) => line.split("|").map((cell) => cell.trim()).slice(1, -1)).map(([name = "", ...cells]) => [name.replaceAll("`", ""), cells]));
}

/** The bundler leaves a few lines of its own in what it makes: that counts as building. */
function isBundled(name: string): boolean {
  return name !== "rolldown" && readFileSync(join(ROOT, "dist/licences.txt"), "utf8").includes(`\n  ${name} `);
}

describe("the table of dependencies", () => {
  const { dependencies, devDependencies } = manifest(join(ROOT, "package.json"));
  const table = rows();

  it("names every one that package.json names, and no other", () => {
    expect([...table.keys()].toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted());
  });

  it.each([...Object.entries(dependencies).map(([name, version]) => [name, version, "run"]), ...Object.entries(devDependencies).map(([name, version]) => [name, version, isBundled(name) ? "bundled" : "build"])])(
    "says of %s what is true",
    (name = "", version = "", kind = "") => {
      const [when, reason = "", size = "", licence, release = ""] = table.get(name) ?? [];
      expect([when, licence, release.split(", ")[0]]).toEqual([kind, manifest(join(ROOT, "node_modules", name, "package.json")).license, version]);
      expect(reason).toMatch(/\w+ \w+/);
      expect(size).toMatch(/^[\d,]+( \([\d,]+\))?$/);
      expect(release).toMatch(/, \d{4}-\d\d-\d\d$/);
    },
  );
});

describe("licences of what is bundled", () => {
  const text = readFileSync(join(ROOT, "dist/licences.txt"), "utf8");

  it.each(["commander", "lowdb", "ulid", "fast-string-width", "libphonenumber-js", "chalk", "rolldown"])("%s brings its own", (name) => {
    const folder = packageFolder(require.resolve(name)) ?? dirname(require.resolve(name));
    const { version } = manifest(join(folder, "package.json"));
    expect(text).toContain(`  ${name} ${version} (MIT)\n`);
    const part = text.split(`\n${name} ${version}\n\n`)[1]?.split("-".repeat(72))[0] ?? "";
    expect(part).toMatch(/copyright/i);
    expect(part).toMatch(/without restriction|permission is hereby granted/i);
  });

  it.each([
    ["/x/node_modules/@a/b/lib/c.js", "/x/node_modules/@a/b"],
    ["/x/node_modules/a/node_modules/b/c.js?v=1", "/x/node_modules/a/node_modules/b"],
    ["C:\\x\\node_modules\\a\\b.js", "C:/x/node_modules/a"],
    ["/x/src/main.ts", null],
  ])("finds the package of %s", (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});
