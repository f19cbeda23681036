import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { english } from "../conversations/english.ts";

export interface Bundled {
  /** The file to run. */
  readonly file: string;
  /** The environment in which it finds its content. */
  readonly env: Readonly<Record<string, string>>;
}

/** Bundles a fixture and compiles its content, so that it starts as fast as the command itself. */
export async function bundled(name: string, folder: string): Promise<Bundled> {
  const build = await rolldown({
    input: join(import.meta.dirname, "fixtures", `${name}.ts`),
    platform: "node",
    external: (id) => id === "inquirer",
  });
  await build.write({
    dir: folder,
    format: "cjs",
    entryFileNames: "[name].cjs",
    paths: { inquirer: import.meta.resolve("inquirer") },
  });
  await build.close();
  const content = join(folder, "content.json");
  writeFileSync(content, JSON.stringify(english()));
  return { file: join(folder, `${name}.cjs`), env: { CONTENT: content } };
}
