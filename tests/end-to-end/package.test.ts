import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cacheName, COMPILED } from "../../src/prime.ts";
import { scratch } from "../run.ts";

const ROOT = join(import.meta.dirname, "../..");

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

function packed(): Packed {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: ROOT, encoding: "utf8" });
  const [only] = JSON.parse(stdout) as readonly Packed[];
  if (only === undefined) throw new Error("npm pack said nothing");
  return only;
}

/** Everything the package may hold, and nothing else. */
const EXPECTED = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^bin\/evenkeel\.js$/,
  /^completions\/evenkeel\.(bash|zsh|fish|ps1)$/,
  /^dist\/(cli|core|paint|program|talk|seal-worker)\.cjs$/,
  /^dist\/[a-z.-]+-[\w-]{8}\.cjs$/,
  /^dist\/[a-z]+-[\w.-]+\.cache$/,
  /^dist\/(commands\.json|help\.txt|version\.txt|licences\.txt)$/,
  /^dist\/content\/[a-z]{2}\/[a-z]+\.json$/,
  /^dist\/fonts\/[\w-]+\.(ttf|txt)$/,
  /^dist\/man\/evenkeel\.1$/,
];

/** Bytes: two fonts of the card and the compiled core are most of it. */
const MOST_PACKED = 3_000_000;
const MOST_UNPACKED = 7_000_000;

describe("the package", () => {
  const { size, unpackedSize, files } = packed();
  const paths = files.map(({ path }) => path);

  it("holds the program and what belongs to it, and nothing else", () => {
    expect(paths.filter((path) => !EXPECTED.some((one) => one.test(path)))).toEqual([]);
    for (const one of EXPECTED) expect(paths.some((path) => one.test(path)), String(one)).toBe(true);
  });

  it("is small", () => {
    expect(size).toBeLessThan(MOST_PACKED);
    expect(unpackedSize).toBeLessThan(MOST_UNPACKED);
  });

  it("can be started", () => {
    expect(files.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path)).toEqual(["bin/evenkeel.js"]);
    expect(readFileSync(join(ROOT, "bin/evenkeel.js"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it("runs nothing when it is installed", () => {
    const { scripts, bin, man, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    expect(Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
    expect([...Object.values(bin ?? {}), ...Object.values(man ?? {})].filter((path) => !paths.includes(path))).toEqual([]);
    const locked = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { readonly packages: Record<string, { readonly dev?: true; readonly hasInstallScript?: true }> };
    const withScripts = Object.entries(locked.packages).filter(([, one]) => one.hasInstallScript === true && one.dev !== true);
    expect(withScripts).toEqual([]);
    expect(Object.values(dependencies ?? {}).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("has line ends that every system reads", () => {
    const texts = ["bin/evenkeel.js", ...paths.filter((path) => /^completions\/|\.cjs$|\.1$|\.txt$/.test(path) && !path.includes("fonts"))];
    expect(texts.filter((path) => readFileSync(join(ROOT, path)).includes("\r\n"))).toEqual([]);
  });
});

describe("the compiled form of the core", () => {
  const folder = scratch();
  const place = join(folder, "package");
  const cache = join(place, "dist", cacheName("core.cjs", "list"));

  beforeAll(() => {
    mkdirSync(place);
    for (const part of ["bin", "dist", "package.json"]) cpSync(join(ROOT, part), join(place, part), { recursive: true });
  });

  function list(): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    const env = { PATH: process.env["PATH"] ?? "", EVENKEEL_HOME: join(folder, "home") };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(place, "bin/evenkeel.js"), "list", "--json"], { encoding: "utf8", env });
    return { status, stdout, stderr };
  }

  const fine = { status: 0, stdout: "[]\n", stderr: "" };

  it("is there for the Node that built it", () => {
    const forms = Object.entries(COMPILED).flatMap(([file, all]) => all.map((form) => cacheName(file, form)));
    expect(readdirSync(join(place, "dist")).filter((name) => name.endsWith(".cache")).sort()).toEqual(forms.sort());
    expect(list()).toEqual(fine);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ["of another engine", (bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(12, 0xab), bytes.subarray(16)])],
    ["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["of a few bytes", () => Buffer.from("abc")],
    ["empty", () => Buffer.alloc(0)],
    ["rubbish", (bytes) => Buffer.alloc(bytes.length, 0x5a)],
  ])("is not needed where it is %s", (_, change) => {
    const bytes = readFileSync(cache);
    writeFileSync(cache, change(bytes));
    expect(list()).toEqual(fine);
    writeFileSync(cache, bytes);
  });

  it("is not used for another core than it was made of", () => {
    const core = join(place, "dist/core.cjs");
    const source = readFileSync(core);
    writeFileSync(core, Buffer.concat([source, Buffer.from("\n// more")]));
    expect(list()).toEqual(fine);
    writeFileSync(core, source);
  });

  it("is not needed where it is a folder, or not there", () => {
    rmSync(cache);
    expect(list()).toEqual(fine);
    mkdirSync(cache);
    expect(list()).toEqual(fine);
  });
});
