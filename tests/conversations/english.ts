import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledContent } from "../../src/content/assemble.ts";
import { compileContent } from "../../src/content/compile.ts";

const FOLDER = join(import.meta.dirname, "../../content/en");

/** The English content as the build compiles it. Throws its problems. */
export function english(): CompiledContent {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const texts = new Map(
    names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(FOLDER, name), "utf8")]),
  );
  const result = compileContent({ lang: "en", folder: "content/en", texts });
  if (!("compiled" in result)) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.compiled;
}
