import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Files of the built program that the usual commands run: each has the engine's compiled form beside it. */
export const COMPILED: readonly string[] = ["core.cjs", "talk.cjs"];

/** The compiled form is good for one engine on one kind of machine only, so its name says which. */
export function cacheName(file: string): string {
  return `${basename(file, ".cjs")}-${process.versions.v8}-${process.platform}-${process.arch}.cache`;
}

/** How node wraps a CommonJS file: the compiled form is of the wrapped text. */
export function wrapped(source: string): string {
  return `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
}

type Wrapper = (exports: unknown, require: (id: string) => unknown, module: NodeJS.Module, file: string, folder: string) => void;

/** Runs a file from its compiled form; false where there is none for this engine. */
function runCompiled(loading: NodeJS.Module, file: string, dist: string): boolean {
  let cachedData: Buffer;
  try {
    cachedData = readFileSync(join(dist, cacheName(file)));
  } catch {
    return false;
  }
  const { Script } = process.getBuiltinModule("node:vm");
  const run = new Script(wrapped(readFileSync(file, "latin1")), { filename: file, cachedData }).runInThisContext() as Wrapper;
  // What was loaded before is found without looking at the disk.
  const load = (id: string): unknown => {
    const known = require.cache[join(dist, id)];
    return known?.loaded === true ? known.exports : loading.require(id);
  };
  run(loading.exports, load, loading, file, dist);
  return true;
}

type Load = (loading: NodeJS.Module, file: string) => void;

/**
 * From now on the compiled files are run from their compiled form, which saves a third of the start-up. Where there is
 * none for this engine, they are loaded in the ordinary way.
 */
export function useCompiled(dist: string): void {
  // Node calls this deprecated in favour of compiling ahead of time, and keeps it.
  const { extensions } = require as unknown as { readonly extensions: { readonly ".js": Load; ".cjs"?: Load } };
  const ordinary = extensions[".js"];
  extensions[".cjs"] = (loading, file) => {
    if (!COMPILED.includes(basename(file)) || !runCompiled(loading, file, dist)) ordinary(loading, file);
  };
}
