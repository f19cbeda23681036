import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, runOnce } from "./timing.ts";

const ROOT = join(import.meta.dirname, "../..");
const LOADS = 7;

/** What a library costs, or would cost where it is bundled. */
export interface Library {
  readonly name: string;
  /** Parts of it are in the built program, so that it need not be installed. */
  readonly bundled: boolean;
  /** KiB on the disk, with the libraries that only it brings along counted for each that needs them. */
  readonly kib: number;
  readonly packages: number;
  /** Milliseconds to load all of it, as a command does that needs it. */
  readonly loadMs: number;
}

export interface Weight {
  /** KiB of the package as npm unpacks it, and packed. */
  readonly ownKib: number;
  readonly packedKib: number;
  /** KiB of everything that an installation puts on the disk. */
  readonly installedKib: number;
  readonly packages: number;
  /** Files that the built program is split into, and those of them that `list` reads. */
  readonly files: number;
  readonly libraries: readonly Library[];
}

interface Locked {
  readonly dev?: true;
  readonly optional?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).slice(folder.length).includes("/node_modules/"))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** The packages that one brings along, itself included, as the lockfile places them. */
function closure(name: string, packages: Readonly<Record<string, Locked>>, under = ""): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (wanted: string, from: string): void => {
    const near = `${from === "" ? "" : `${from}/`}node_modules/${wanted}`;
    const place = Object.hasOwn(packages, near) ? near : `node_modules/${wanted}`;
    if (found.has(place) || !Object.hasOwn(packages, place)) return;
    found.add(place);
    for (const next of Object.keys(packages[place]?.dependencies ?? {})) visit(next, place);
  };
  visit(name, under);
  return found;
}

function loadMs(name: string, folder: string): number {
  const run = (code: string): number => runOnce(["--input-type=module", "-e", code], folder);
  const pairs = Array.from({ length: LOADS }, () => [run(""), run(`await import(${JSON.stringify(name)})`)] as const);
  return Math.max(0, median(pairs.map(([, with_]) => with_)) - median(pairs.map(([without]) => without)));
}

function packed(): { readonly size: number; readonly unpackedSize: number } {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" });
  const [first] = JSON.parse(stdout) as readonly { readonly size: number; readonly unpackedSize: number }[];
  return first ?? { size: 0, unpackedSize: 0 };
}

/** What an installation weighs, and what each library adds to it. Libraries are told by the lockfile. */
export function weigh(): Weight {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as { readonly packages: Readonly<Record<string, Locked>> };
  const kib = (bytes: number): number => Math.round(bytes / 1024);
  const sizes = new Map<string, number>();
  const sizeOf = (place: string): number => {
    const size = sizes.get(place) ?? bytesIn(join(ROOT, place));
    sizes.set(place, size);
    return size;
  };
  const direct = Object.keys(packages[""]?.dependencies ?? {});
  const inside = new Set(Array.from(readFileSync(join(ROOT, "dist/licences.txt"), "utf8").matchAll(/^ {2}(\S+) \S+ \(/gm), ([, name = ""]) => name));
  const development = Object.keys(packages[""]?.devDependencies ?? {}).filter((name) => inside.has(name) && name !== "rolldown");
  const all = new Set(direct.flatMap((name) => [...closure(name, packages)]));
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-weight-"));
  const libraries = [...direct, ...development].map((name) => {
    const places = [...closure(name, packages)];
    return { name, bundled: inside.has(name), kib: kib(places.reduce((sum, place) => sum + sizeOf(place), 0)), packages: places.length, loadMs: loadMs(name, folder) };
  });
  rmSync(folder, { recursive: true });
  const { size, unpackedSize } = packed();
  const installed = unpackedSize + [...all].reduce((sum, place) => sum + sizeOf(place), 0);
  const files = readdirSync(join(ROOT, "dist")).filter((name) => name.endsWith(".cjs")).length;
  return { ownKib: kib(unpackedSize), packedKib: kib(size), installedKib: kib(installed), packages: all.size + 1, files, libraries: libraries.sort((a, b) => b.kib - a.kib) };
}
