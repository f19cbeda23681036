import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type OutputAsset, type OutputChunk, type Plugin, rolldown } from "rolldown";
import { cacheName, COMPILED } from "../src/prime.ts";
import { escapedAscii } from "./ascii.ts";
import { latePatterns } from "./late-patterns.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** Loaded at use from node_modules. */
const EXTERNAL = ["inquirer", "yaml"];

/** Libraries ask for these at once and rarely use them; each takes 1 to 2 ms to start. */
const LAZY_BUILTINS = ["node:child_process", "node:crypto", "node:os", "node:tty"];

/** Libraries that few texts need, though they are asked for at once: this one has a Unicode table to make. */
const LAZY_LIBRARIES = ["fast-string-width"];

interface HotChunk {
  readonly name: string;
  /** Files of `src`, or the name of a library. */
  readonly from: readonly string[];
}

/**
 * Chunks that the usual commands run, and the modules each is made of: these and what they import at once, without what
 * an earlier chunk holds. One file each, since each further file costs 0.3 ms; the smaller, the sooner it is there.
 */
const HOT_CHUNKS: readonly HotChunk[] = [
  { name: "cli", from: ["cli.ts"] },
  {
    name: "core",
    from: ["main.ts", "machine.ts", "direct.ts", ...["list", "roadmap", "card", "reminders", "suggest"].map((name) => `commands/${name}.ts`)],
  },
  { name: "program", from: ["program.ts"] },
  { name: "paint", from: ["chalk"] },
  { name: "talk", from: ["commands/reflect.ts", "commands/reflect-conversation.ts", "conversations/quick.ts", "terminal/painted-interview.ts"] },
];

const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId: (id, importer) => {
    const name = id.startsWith("node:") ? id : `node:${id}`;
    return LAZY_BUILTINS.includes(name) && importer?.includes("node_modules") ? `\0lazy:${name}` : null;
  },
  load: (id) => {
    if (!id.startsWith("\0lazy:")) return null;
    const name = JSON.stringify(id.slice("\0lazy:".length));
    return {
      code: `module.exports = new Proxy({}, { get: (_, key) => (key === "__esModule" ? undefined : process.getBuiltinModule(${name})[key]) });`,
      moduleType: "js",
    };
  },
};

const lazyLibraries: Plugin = {
  name: "lazy-libraries",
  resolveId: (id, importer) => (LAZY_LIBRARIES.includes(id) && importer?.includes("/src/") ? `\0late:${id}` : null),
  load: (id) => {
    if (!id.startsWith("\0late:")) return null;
    const name = JSON.stringify(id.slice("\0late:".length));
    return { code: `let made; export default (...given) => (made ??= require(${name}).default)(...given);`, moduleType: "js" };
  },
};

/** Finds the chunk of each hot module once all imports are known. */
function hotModules(): { readonly plugin: Plugin; readonly chunkOf: (id: string) => string | null } {
  const chunks = new Map<string, string>();
  const plugin: Plugin = {
    name: "hot-modules",
    buildEnd() {
      const visit = (id: string, name: string): void => {
        if (chunks.has(id)) return;
        chunks.set(id, name);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next, name);
      };
      const ids = [...this.getModuleIds()];
      const named = (file: string): readonly string[] =>
        file.endsWith(".ts") ? [join(root, "src", file)] : ids.filter((id) => id.replaceAll("\\", "/").includes(`/node_modules/${file}/`));
      for (const { name, from } of HOT_CHUNKS) for (const id of from.flatMap(named)) visit(id, name);
    },
  };
  const chunkOf = (id: string): string | null => {
    if (id.includes("rolldown/runtime")) return "core";
    const name = chunks.get(id);
    return name === undefined || name === "cli" ? null : name;
  };
  return { plugin, chunkOf };
}

/** Text in one byte a letter is read and compiled faster, so other letters are written as escapes. */
function toAscii(file: string): void {
  const source = readFileSync(file, "utf8");
  const escaped = escapedAscii(source);
  if (escaped !== source) writeFileSync(file, escaped);
}

/** The hot files carry the bundler's few lines themselves instead of asking for one file more. */
function withRuntime(file: string): void {
  const source = readFileSync(file, "utf8");
  const asked = /require\("\.\/(rolldown-runtime-[^"]+)"\)/.exec(source);
  if (asked === null) return;
  const runtime = readFileSync(join(dirname(file), asked[1] ?? ""), "utf8");
  const isUsed = /=\s*$/.test(source.slice(0, asked.index));
  writeFileSync(file, source.replace(asked[0], () => (isUsed ? `(exports=>{${runtime}\nreturn exports})({})` : "0")));
}

/**
 * The thread that seals and opens: one file with all of the age library in it, read only where a journal is sealed.
 * Gives the ids of its modules.
 */
async function bundleSealWorker(to: string): Promise<Modules> {
  const build = await rolldown({ input: join(root, "src/journal/seal/worker.ts"), platform: "node" });
  const { output } = await build.write({ file: join(to, "seal-worker.cjs"), format: "cjs", minify: true });
  await build.close();
  return modulesIn(output);
}

/** The ids of the modules in each file of the built program. */
export type Modules = ReadonlyMap<string, readonly string[]>;

function modulesIn(output: readonly (OutputChunk | OutputAsset)[]): Modules {
  return new Map(output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.moduleIds]] : [])));
}

/** Bundles the program into a folder as split CommonJS. */
export async function bundle(to = dist): Promise<Modules> {
  const { plugin, chunkOf } = hotModules();
  const build = await rolldown({
    input: { cli: join(root, "src/cli.ts") },
    platform: "node",
    preserveEntrySignatures: "allow-extension",
    checks: { bundlerTimings: false },
    external: (id) => EXTERNAL.includes(id),
    plugins: [latePatterns, lazyBuiltins, lazyLibraries, plugin],
    // The demo runs other commands at once; that these are loaded at use elsewhere is still meant.
    onLog: (level, log, handle) => {
      if (log.code !== "INEFFECTIVE_DYNAMIC_IMPORT") handle(level, log);
    },
  });
  const { output } = await build.write({
    dir: to,
    format: "cjs",
    minify: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: ({ name }) => (Object.hasOwn(COMPILED, `${name}.cjs`) ? `${name}.cjs` : "[name]-[hash].cjs"),
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: "hot" }] },
  });
  await build.close();
  for (const name of ["cli.cjs", ...Object.keys(COMPILED)]) withRuntime(join(to, name));
  const seal = await bundleSealWorker(to);
  for (const name of readdirSync(to)) if (name.endsWith(".cjs")) toAscii(join(to, name));
  return new Map([...modulesIn(output), ...seal]);
}

/**
 * Writes the engine's compiled form of the hot chunks, after runs that warmed up what they use. It is of this engine and
 * kind of machine only; elsewhere they are compiled at each start.
 */
export function compileHot(): void {
  const script = join(import.meta.dirname, "compile-hot.cjs");
  // V8 takes a compiled form for good by the length of its source: one of an earlier build must not run here.
  for (const name of readdirSync(dist)) if (name.endsWith(".cache")) rmSync(join(dist, name));
  for (const form of new Set(Object.values(COMPILED).flat())) {
    const files = Object.keys(COMPILED).filter((file) => COMPILED[file]?.includes(form));
    const result = spawnSync(process.execPath, [script, dist, form, ...files.flatMap((file) => [file, cacheName(file, form)])], { encoding: "utf8" });
    if (result.status !== 0) throw new Error(`the hot chunks could not be compiled:\n${result.stderr}`);
  }
}
