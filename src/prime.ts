import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The file that nearly every command runs, and the engine's compiled form of it. */
export const CORE = "core.cjs";

/** The compiled form is good for one engine on one kind of machine only, so its name says which. */
export function cacheName(): string {
  return `core-${process.versions.v8}-${process.platform}-${process.arch}.cache`;
}

/** How node wraps a CommonJS file: the compiled form is of the wrapped text. */
export function wrapped(source: string): string {
  return `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
}

type Wrapper = (exports: unknown, require: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => void;
type ModuleClass = new (id: string, parent?: NodeJS.Module) => NodeJS.Module;

/**
 * Puts the core in node's module cache from its compiled form, which saves a third of the start-up. Where there is none
 * for this engine, nothing happens and the core is loaded in the ordinary way.
 */
export function primeCore(dist: string): void {
  const file = join(dist, CORE);
  let cachedData: Buffer;
  let source: string;
  try {
    cachedData = readFileSync(join(dist, cacheName()));
    source = readFileSync(file, "latin1");
  } catch {
    return;
  }
  const { Script } = process.getBuiltinModule("node:vm");
  const script = new Script(wrapped(source), { filename: file, cachedData });
  if (script.cachedDataRejected === true) return;
  const core = new (module.constructor as unknown as ModuleClass)(file, module);
  core.filename = file;
  require.cache[file] = core;
  const run = script.runInThisContext() as Wrapper;
  run(core.exports, core.require.bind(core) as NodeJS.Require, core, file, dist);
  core.loaded = true;
}
