import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandTree } from "./command-tree.ts";
import { filled } from "./fill-blocks.ts";
import { playGuide } from "./guide-scenes.ts";
import { pictures } from "./pictures.ts";
import { reference } from "./reference.ts";

writeFileSync(join(import.meta.dirname, "../docs/reference.md"), reference(await commandTree()));
for (const [name, picture] of await pictures()) writeFileSync(join(import.meta.dirname, "../docs/pictures", name), picture);
const folder = mkdtempSync(join(tmpdir(), "evenkeel-docs-"));
try {
  const scenes = await playGuide(join(folder, "home"));
  for (const name of ["docs/guide.md", "README.md"]) {
    const file = join(import.meta.dirname, "..", name);
    writeFileSync(file, filled(readFileSync(file, "utf8"), scenes));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
