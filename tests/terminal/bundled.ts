import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles a fixture, so that it starts as fast as the command itself. Gives the file to run. */
export async function bundled(name: string, folder: string): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, "fixtures", `${name}.ts`),
    platform: "node",
    external: (id) => ["inquirer"].includes(id),
    transform: { define: { "import.meta.dirname": JSON.stringify(join(import.meta.dirname, "../conversations")) } },
  });
  const file = join(folder, `${name}.cjs`);
  await build.write({ dir: folder, format: "cjs", entryFileNames: "[name].cjs" });
  await build.close();
  return file;
}
