// Runs the built program with the core as one script, and keeps what the engine compiled. See `compileCore`.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const vm = require("node:vm");

const dist = process.argv[2];
const home = fs.mkdtempSync(path.join(os.tmpdir(), "evenkeel-build-"));
process.env.EVENKEEL_HOME = home;
const file = path.join(dist, "core.cjs");
const source = `(function (exports, require, module, __filename, __dirname) { ${fs.readFileSync(file, "latin1")}\n});`;
const script = new vm.Script(source, { filename: file });
const core = new module.constructor(file, module);
core.filename = file;
require.cache[file] = core;
script.runInThisContext()(core.exports, core.require.bind(core), core, file, dist);

const { start } = require(path.join(dist, "cli.cjs"));
const entry = { trigger: "saying_no", stage: "limit_no", strength: 9, held: 4, plan: { if: "a", then: "b" }, reactions: ["argued"] };
const sink = fs.openSync(os.devNull, "w");
const write = fs.writeSync;
fs.writeSync = (fd, ...rest) => write(fd === 1 || fd === 2 ? sink : fd, ...rest);

(async () => {
  // Written by another process, since the compiled form shall hold what reading runs and nothing more.
  const input = JSON.stringify([entry, { ...entry, trigger: "rude_tone" }, { kind: "win", what: "x" }]);
  spawnSync(process.execPath, [path.join(dist, "../bin/evenkeel.js"), "reflect", "--from", "-"], { input });
  for (const argv of [["list"], ["suggest", "shouting"], ["roadmap"], ["reminders"], ["card"], ["list", "--json"], ["roadmap", "--json"]]) {
    await start(argv);
  }
  const name = `core-${process.versions.v8}-${process.platform}-${process.arch}.cache`;
  fs.writeFileSync(path.join(dist, name), script.createCachedData());
  fs.rmSync(home, { recursive: true, force: true });
})();
