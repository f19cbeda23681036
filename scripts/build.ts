import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { helpText } from "../src/help.ts";
import { compileContentFolder } from "./compile-content.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** What is loaded at use from node_modules; everything on the way of each start is bundled. */
const EXTERNAL = ["inquirer", "yaml", "pdfkit", "ts-fsrs", "age-encryption"];

async function bundle(): Promise<void> {
  const build = await rolldown({
    input: { cli: join(root, "src/cli.ts") },
    platform: "node",
    external: (id) => EXTERNAL.includes(id),
  });
  await build.write({
    dir: dist,
    format: "cjs",
    minify: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].cjs",
  });
  await build.close();
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const problems = compileContentFolder(join(root, "content"), join(dist, "content"));
if (problems.length > 0) {
  for (const problem of problems) process.stderr.write(`${String(problem)}\n`);
  process.exitCode = 1;
} else {
  await bundle();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  writeFileSync(join(dist, "version.txt"), `${version}\n`);
  writeFileSync(join(dist, "help.txt"), helpText());
  chmodSync(join(root, "bin/evenkeel.js"), 0o755);
}
