import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../content/content.ts";
import type { FileProblem } from "../content/file-problem.ts";
import type { Pack } from "../content/pack-shape.ts";

/** The packs of this person, and what is wrong with files among them. Packs with problems are left out. */
export interface InstalledPacks {
  /** By name. */
  readonly packs: readonly Pack[];
  readonly problems: readonly FileProblem[];
}

export const NO_PACKS: InstalledPacks = { packs: [], problems: [] };

/** What lies between a file and its bytes: where the journal is sealed, packs are too. */
export interface Sealing {
  open(kept: Buffer, file: string): Uint8Array;
  seal(plain: Uint8Array): Uint8Array;
}

const PLAIN: Sealing = { open: (kept) => kept, seal: (plain) => plain };

/** Another number makes every cache anew: the check, or the shape of a pack, changed. */
const CACHE = 1;

interface Cached extends InstalledPacks {
  readonly cache: number;
  readonly stamp: string;
}

/** Names of the packs' files, sorted; none where there is no folder. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
  } catch {
    return [];
  }
}

function stampOf(folder: string, files: readonly string[]): string {
  const stamps = files.map((name) => {
    const status = statSync(join(folder, name), { throwIfNoEntry: false });
    return [name, status?.size, status?.mtimeMs, status?.ino].join(":");
  });
  return stamps.join("|");
}

function readCache(path: string, stamp: string, sealing: Sealing): InstalledPacks | null {
  try {
    const text = Buffer.from(sealing.open(readFileSync(path), path)).toString("utf8");
    const { cache, stamp: kept, packs, problems } = JSON.parse(text) as Partial<Cached>;
    return cache === CACHE && kept === stamp && Array.isArray(packs) && Array.isArray(problems) ? { packs, problems } : null;
  } catch {
    return null;
  }
}

function keep(folder: string, path: string, cached: Cached, sealing: Sealing): void {
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, sealing.seal(Buffer.from(JSON.stringify(cached))), { flag: "wx", mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    // It is only a cache: without it the packs are read again.
  }
}

async function readAll(folder: string, files: readonly string[], contentFor: (lang: string) => Content, sealing: Sealing): Promise<InstalledPacks> {
  const { checkPack } = await import("../content/pack.ts");
  const packs: Pack[] = [];
  const problems: FileProblem[] = [];
  for (const name of files) {
    const file = join(folder, name);
    const found = (what: string, accepted: string): void => {
      problems.push({ file, line: 1, column: 1, what, accepted });
    };
    let bytes: Uint8Array;
    try {
      bytes = sealing.open(readFileSync(file), file);
    } catch {
      found("the file cannot be read", "a file of your own");
      continue;
    }
    const result = checkPack(bytes, file, { contentFor, others: packs });
    if (!("pack" in result)) problems.push(...result.problems);
    else if (`${result.pack.name}.yaml` !== name) found("the file is not named after the pack", `${result.pack.name}.yaml`);
    else packs.push(result.pack);
  }
  return { packs, problems };
}

/**
 * The packs in a folder, from the cache while no file of theirs changed; else checked anew, for which YAML is loaded.
 *
 * @param contentFor the built-in content in a language, else in English
 */
export async function installedPacks(
  places: { readonly packs: string; readonly cache: string },
  contentFor: (lang: string) => Content,
  sealing: Sealing = PLAIN,
): Promise<InstalledPacks> {
  const files = filesIn(places.packs);
  if (files.length === 0) return NO_PACKS;
  const stamp = stampOf(places.packs, files);
  const path = join(places.cache, "packs.json");
  const known = readCache(path, stamp, sealing);
  if (known !== null) return known;
  const read = await readAll(places.packs, files, contentFor, sealing);
  keep(places.cache, path, { cache: CACHE, stamp, ...read }, sealing);
  return read;
}
