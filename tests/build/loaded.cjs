// Loaded before the program: writes what it asked for, as JSON, to the file that LOADED names.
const { writeFileSync } = require("node:fs");
const Module = require("node:module");

const before = new Set(process.moduleLoadList);
const { _load: load } = Module;
const asked = new Set();
Module._load = (request, parent, isMain) => {
  asked.add(Module.isBuiltin(request) ? request : Module._resolveFilename(request, parent, isMain));
  return load(request, parent, isMain);
};
process.on("exit", () => {
  const builtins = process.moduleLoadList.filter((one) => !before.has(one)).map((one) => one.replace(/^\w+ /, ""));
  writeFileSync(process.env.LOADED, JSON.stringify({ files: [...asked], builtins }));
});
