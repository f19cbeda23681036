import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Files of the built program that the usual commands run, and the compiled forms of each. A form holds what some
 * commands run and nothing more: taking in functions that are not called costs as much as taking in those that are.
 */
export const COMPILED: Readonly<Record<string, readonly string[]>> = {
  "core.cjs": ["list", "look", "suggest", "reflect"],
  "paint.cjs": ["reflect"],
  "program.cjs": ["look"],
  "talk.cjs": ["reflect"],
};

/** The compiled form is good for one engine on one kind of machine only, so its name says which. */
export function cacheName(file: string, form: string): string {
  return `${basename(file, ".cjs")}-${form}-${process.versions.v8}-${process.platform}-${process.arch}.cache`;
}

/** The form of a file that suits a command best. */
function formFor(file: string, argv: readonly string[]): string | undefined {
  const forms = COMPILED[basename(file)];
  return argv.find((word) => forms?.includes(word)) ?? (forms?.includes("look") ? "look" : forms?.[0]);
}

/** How node wraps a CommonJS file: the compiled form is of the wrapped text. */
export function wrapped(source: string): string {
  return `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
}

type Wrapper = (exports: unknown, require: (id: string) => unknown, module: NodeJS.Module, file: string, folder: string) => void;

/** Runs a file from its compiled form; false where there is none for this engine. */
function runCompiled(loading: NodeJS.Module, file: string, dist: string, form: string): boolean {
  let cachedData: Buffer;
  try {
    cachedData = readFileSync(join(dist, cacheName(file, form)));
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
export function useCompiled(dist: string, argv: readonly string[]): void {
  // Node calls this deprecated in favour of compiling ahead of time, and keeps it.
  const { extensions } = require as unknown as { readonly extensions: { readonly ".js": Load; ".cjs"?: Load } };
  const ordinary = extensions[".js"];
  extensions[".cjs"] = (loading, file) => {
    const form = formFor(file, argv);
    if (form === undefined || !runCompiled(loading, file, dist, form)) ordinary(loading, file);
  };
}
