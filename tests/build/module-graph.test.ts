import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundle, type Modules } from "../../scripts/bundle.ts";
import { evenkeelIn } from "../pty.ts";
import { scratch } from "../run.ts";

const ROOT = join(import.meta.dirname, "../..");
const HOOK = join(import.meta.dirname, "loaded.cjs");

/** What no reading command needs, by what it is for. */
const HEAVY: Readonly<Record<string, RegExp>> = {
  "the prompt library": /\/src\/terminal\/confirm\.ts/,
  "the conversation": /\/src\/(conversations|terminal\/(?!output\.ts))/,
  YAML: /node_modules\/yaml\/|\/src\/content\/(parse|compile|source)\.ts/,
  PDF: /node_modules\/(pdfkit|fontkit)|\/src\/views\/card-pdf\//,
  fonts: /\/src\/views\/paper\/(?!sizes\.ts)|dejavu|fira/,
  encryption: /node_modules\/(age-encryption|@noble|@scure)|\/src\/journal\/seal\//,
  charts: /\/src\/views\/(chart|.*-svg|road-p|.*-page|page-style)/,
  FSRS: /node_modules\/ts-fsrs|\/src\/practice\/rehears/,
  "import and export": /node_modules\/csv-|\/src\/(commands|journal|settings)\/(.*\/)?(import|export)/,
  "telephone numbers": /node_modules\/libphonenumber-js/,
  masking: /\/src\/reflection\/identifying\//,
  commander: /node_modules\/commander\//,
  chalk: /node_modules\/chalk\//,
  "the care of the journal": /\/src\/journal\/(care|undo|search|conflicts)/,
};

/** Parts of Node that take long to start. */
const SLOW = /^(net|tty|readline|stream|stream\/promises|crypto|child_process|os|worker_threads|http|https|zlib|internal\/crypto\/.*|internal\/readline\/.*)$/;

interface Loaded {
  /** Ids of all modules in the files that were asked for. */
  readonly modules: readonly string[];
  /** Files that are not of the built program: packages from `node_modules`. */
  readonly others: readonly string[];
  readonly builtins: readonly string[];
}

const folder = scratch();
const bin = join(folder, "bin/evenkeel.js");
const report = join(folder, "loaded.json");
const environment = { NODE_OPTIONS: `--require ${HOOK}`, LOADED: report, EVENKEEL_HOME: join(folder, "home"), NO_COLOR: "1" };
let built: Modules;

beforeAll(async () => {
  mkdirSync(join(folder, "dist"));
  for (const part of ["bin", "package.json", "dist/content", "dist/version.txt", "dist/help.txt"]) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  built = await bundle(join(folder, "dist"));
  const { PATH = "" } = process.env;
  const entry = ["reflect", "--trigger", "saying_no", "--what", "he wanted the fee back", "--strength", "6"];
  expect(spawnSync(process.execPath, [bin, ...entry], { env: { PATH, EVENKEEL_HOME: environment.EVENKEEL_HOME } }).status).toBe(0);
}, 60_000);

function read(): Loaded {
  const { files, builtins } = JSON.parse(readFileSync(report, "utf8")) as { readonly files: readonly string[]; readonly builtins: readonly string[] };
  const own = (file: string): boolean => dirname(file) === join(folder, "dist");
  const paths = files.filter(isAbsolute);
  return {
    modules: paths.filter(own).flatMap((file) => built.get(basename(file)) ?? []).map((id) => id.replaceAll("\\", "/")),
    others: paths.filter((file) => !own(file) && file !== bin),
    builtins,
  };
}

function loadedBy(...args: readonly string[]): Loaded {
  const { PATH = "", HOME = folder } = process.env;
  const result = spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", env: { PATH, HOME, ...environment } });
  expect(result).toMatchObject({ status: 0, stderr: "" });
  return read();
}

function heavyIn(modules: readonly string[]): readonly string[] {
  return Object.entries(HEAVY).filter(([, pattern]) => modules.some((id) => pattern.test(id))).map(([name]) => name);
}

describe("the modules that a command reaches", () => {
  it("are told by the files it asks for", () => {
    const { modules } = loadedBy("list", "--limit", "3");
    expect(modules.some((id) => id.endsWith("/src/commands/list.ts"))).toBe(true);
    expect(heavyIn(modules)).toEqual(["commander"]);
  });

  it("can be heavy: each pattern finds something in the program", () => {
    const all = [...built.values()].flat().map((id) => id.replaceAll("\\", "/"));
    expect(heavyIn(all)).toEqual(Object.keys(HEAVY));
  });

  it.each([[["list"]], [["list", "--json"]], [["roadmap"]], [["card"]], [["reminders"]], [["suggest", "shouting"]], [["list", "--as-of", "today"]]])(
    "hold nothing heavy: %s",
    (args) => {
      const { modules, others, builtins } = loadedBy(...args);
      expect(modules.length).toBeGreaterThan(50);
      expect(heavyIn(modules)).toEqual([]);
      expect(others).toEqual([]);
      expect(builtins.filter((name) => SLOW.test(name))).toEqual([]);
    },
  );

  it.each([["--version"], ["--help"]])("are those of one file: %s", (flag) => {
    const { modules, others, builtins } = loadedBy(flag);
    expect(modules.map((id) => basename(id)).sort()).toEqual(["cli.ts", "errors.ts", "output.ts", "prime.ts", "runtime.ts"]);
    expect(others).toEqual([]);
    expect(builtins.filter((name) => SLOW.test(name))).toEqual([]);
  });

  it("hold no library but the colours before the first question", async () => {
    const pty = evenkeelIn(environment.EVENKEEL_HOME, ["reflect"], { bin, env: environment });
    await pty.shows("What set it off?");
    pty.send("\u0003");
    expect((await pty.exit()).code).toBe(130);
    const { modules, others } = read();
    expect(modules.some((id) => id.endsWith("/src/terminal/painted-interview.ts"))).toBe(true);
    expect(heavyIn(modules).filter((name) => !["the conversation", "masking", "chalk"].includes(name))).toEqual([]);
    expect(others).toEqual([]);
  });
});
