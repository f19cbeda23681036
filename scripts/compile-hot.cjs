// Runs the built program with each hot file as one script, and keeps what the engine compiled. See `compileHot`.
const { spawnSync } = require("node:child_process");
const { EventEmitter } = require("node:events");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const tty = require("node:tty");
const vm = require("node:vm");

const [, , dist, form, ...named] = process.argv;
const files = named.filter((_, at) => at % 2 === 0);
const caches = named.filter((_, at) => at % 2 === 1);
const home = fs.mkdtempSync(path.join(os.tmpdir(), "evenkeel-build-"));
for (const name of ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG", "LC_ALL", "LC_MESSAGES"]) delete process.env[name];
Object.assign(process.env, { EVENKEEL_HOME: home, TERM: "xterm-256color" });

/** Loads a file as node would, as a script that can tell what was compiled. */
function load(name) {
  const file = path.join(dist, name);
  const source = `(function (exports, require, module, __filename, __dirname) { ${fs.readFileSync(file, "latin1")}\n});`;
  if (/\bimport\(/.test(source)) throw new Error(`${name}: a script cannot import(); load it by a file that is not hot`);
  const script = new vm.Script(source, { filename: file });
  const loaded = new module.constructor(file, module);
  loaded.filename = file;
  loaded.paths = module.constructor._nodeModulePaths(dist);
  require.cache[file] = loaded;
  script.runInThisContext()(loaded.exports, loaded.require.bind(loaded), loaded, file, dist);
  loaded.loaded = true;
  return script;
}

const { start } = require(path.join(dist, "cli.cjs"));
const scripts = files.map(load);
/** What each form is warmed up by. */
const RUNS = {
  list: [["list"], ["list", "--json"]],
  look: [["roadmap"], ["reminders"], ["card"], ["roadmap", "--json"], ["list", "--limit", "5"]],
  suggest: [["suggest", "shouting"]],
  reflect: [],
};
/** Twenty weeks of entries like a person's: what they bring the program to run is what the compiled forms hold. */
function entries() {
  const content = JSON.parse(fs.readFileSync(path.join(dist, "content/en/content.json"), "utf8"));
  const [triggers, stages] = [content.triggers, content.stages].map((list) => list.map(({ id }) => id));
  const what = "they kept asking for a refund that i cannot give and the screen froze while i looked for the order again ".repeat(3);
  return Array.from({ length: 140 }, (_, at) => ({
    at: new Date(Date.now() - (at + 1) * 86_400_000).toISOString(),
    ...(at % 9 === 0
      ? { kind: "win", what }
      : {
          kind: "reflection",
          trigger: triggers[(at * 5) % triggers.length],
          stage: stages[at % stages.length],
          strength: at % 11,
          held: 1 + (at % 5),
          reactions: ["argued"],
          planUse: at % 3 === 0 ? "used" : "forgot",
          what,
          ...(at % 20 === 1 ? { plan: { if: "they start to shout", then: "I will breathe out first" }, line: "I can only do my part." } : {}),
        }),
  }));
}


const sink = fs.openSync(os.devNull, "w");
const { writeSync, fstatSync } = fs;
const painted = { text: "" };
fs.writeSync = (fd, bytes, ...rest) => {
  if (fd !== 1 && fd !== 2) return writeSync(fd, bytes, ...rest);
  painted.text += bytes.toString();
  return writeSync(sink, bytes, ...rest);
};

/** Standard input and error as a terminal that answers the first question with Ctrl-C. */
async function inTerminal(argv) {
  const stream = (extra) => Object.assign(new EventEmitter(), { isTTY: true, columns: 80, rows: 24, ...extra });
  const input = stream({ setRawMode: () => input, resume: () => input, pause: () => input });
  const usual = Object.getOwnPropertyDescriptors(process);
  Object.defineProperty(process, "stdin", { value: input, configurable: true });
  Object.defineProperty(process, "stderr", { value: stream({}), configurable: true });
  fs.fstatSync = (fd, ...rest) => (fd > 2 ? fstatSync(fd, ...rest) : { isCharacterDevice: () => true, rdev: 0x8800 });
  tty.isatty = () => true;
  painted.text = "";
  const stop = setInterval(() => {
    if (painted.text.includes("What set it off?")) input.emit("data", Buffer.from("\u0003"));
  }, 5);
  const code = await start(argv);
  clearInterval(stop);
  fs.fstatSync = fstatSync;
  Object.defineProperty(process, "stdin", usual.stdin);
  Object.defineProperty(process, "stderr", usual.stderr);
  if (code !== 130) throw new Error(`${argv.join(" ")} ended with ${code}: ${painted.text}`);
}

(async () => {
  // Written by another process, since the compiled form shall hold what reading runs and nothing more.
  const input = entries().map((entry) => JSON.stringify(entry)).join("\n");
  const kept = spawnSync(process.execPath, [path.join(dist, "../bin/evenkeel.js"), "reflect", "--from", "-", "--quiet"], { input, encoding: "utf8" });
  if (kept.status !== 0) throw new Error(kept.stderr);
  // Twice: what is derived is made at first, and then found.
  for (const argv of [...RUNS[form], ...RUNS[form]]) await start(argv);
  if (form === "reflect") await inTerminal(["reflect"]);
  scripts.forEach((script, at) => fs.writeFileSync(path.join(dist, caches[at]), script.createCachedData()));
  process.exitCode = 0;
})().finally(() => fs.rmSync(home, { recursive: true, force: true }));
