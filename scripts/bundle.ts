import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Plugin, rolldown } from "rolldown";
import { escapedAscii } from "./ascii.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** Loaded at use from node_modules. */
const EXTERNAL = ["inquirer", "yaml", "pdfkit", "ts-fsrs"];

/** Libraries ask for these at once and rarely use them; each takes 1 to 2 ms to start. */
const LAZY_BUILTINS = ["node:child_process", "node:crypto"];

/** What starts before the core: kept out of it, so that `--version` needs nothing else. */
const BEFORE = /\/src\/(runtime|terminal\/output)\.ts$|rolldown\/runtime/;

/**
 * What nearly every reading command runs: one file, since each further file costs 0.3 ms. Left out is what only some
 * commands or terminals need.
 */
const CORE = [
  /\/src\/[a-z-]+\.ts$/,
  /\/src\/(settings|reflection)\/[a-z-]+\.ts$/,
  /\/src\/practice\/(?!sample|review|rehears|home|helped)/,
  /\/src\/journal\/(?!undo|search|drafts|conflicts)[a-z-]+\.ts$/,
  /\/src\/content\/(content|message)\.ts$/,
  /\/src\/content\/suggest\/(?!train|learn|habits|lines|likeness)/,
  /\/src\/views\/(?!end\.|.*(breathe|rehearse|markdown|html|svg|pdf|paper|aloud|palette|show|find|home|support|config|doctor|review|sample))[a-z-]+\.ts$/,
  /\/src\/commands\/(act|list|roadmap|card|reminders|filters|format|focus|triggers|practice-input|suggest|suggested)\.ts$/,
  /\/node_modules\/(commander|lowdb|fast-string|ulid)/,
];

/** What every conversation runs, in one file. */
const TALK =
  /\/src\/(conversations\/(asked|care|context|core|flow|plan|question|quick|result|trigger|walk|waiting)|terminal\/(?!output|plain|printer|confirm|fonts|breathe|line)[a-z-]+|reflection\/identifying\/(?!phone-check|load-phone-check)[a-z-]+|commands\/(reflect-conversation|reflect-context|converse|waiting-draft|keep|say-kept|read-context))\.ts$/;

const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId: (id, importer) => (LAZY_BUILTINS.includes(id) && importer?.includes("node_modules") ? `\0lazy:${id}` : null),
  load: (id) => {
    if (!id.startsWith("\0lazy:")) return null;
    const name = JSON.stringify(id.slice("\0lazy:".length));
    return {
      code: `module.exports = new Proxy({}, { get: (_, key) => (key === "__esModule" ? undefined : process.getBuiltinModule(${name})[key]) });`,
      moduleType: "js",
    };
  },
};

function isCore(id: string): boolean {
  return !/\/src\/(cli|prime|complete)\.ts$/.test(id) && CORE.some((part) => part.test(id));
}

/** Text in one byte a letter is read and compiled faster, so other letters are written as escapes. */
function toAscii(file: string): void {
  const source = readFileSync(file, "utf8");
  const escaped = escapedAscii(source);
  if (escaped !== source) writeFileSync(file, escaped);
}

/** Bundles the program into `dist/` as split CommonJS. */
export async function bundle(): Promise<void> {
  const build = await rolldown({
    input: { cli: join(root, "src/cli.ts") },
    platform: "node",
    external: (id) => EXTERNAL.includes(id),
    plugins: [lazyBuiltins],
    // The demo runs other commands at once; that these are loaded at use elsewhere is still meant.
    onLog: (level, log, handle) => {
      if (log.code !== "INEFFECTIVE_DYNAMIC_IMPORT") handle(level, log);
    },
  });
  await build.write({
    dir: dist,
    format: "cjs",
    minify: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: ({ name }) => (name === "core" ? "core.cjs" : "[name]-[hash].cjs"),
    codeSplitting: { groups: [{ name: "base", test: BEFORE, priority: 1 }, { name: "core", test: isCore }, { name: "talk", test: TALK }] },
  });
  await build.close();
  for (const name of readdirSync(dist)) if (name.endsWith(".cjs")) toAscii(join(dist, name));
}

/**
 * Writes the engine's compiled form of the core, after a run that warmed up what reading commands use. It is of this
 * engine and kind of machine only; elsewhere the core is compiled at each start.
 */
export function compileCore(): void {
  const script = join(import.meta.dirname, "compile-core.cjs");
  const result = spawnSync(process.execPath, [script, dist], { encoding: "utf8" });
  if (result.status !== 0) throw new Error(`the core could not be compiled:\n${result.stderr}`);
}
