import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

/** Builds the worker as one file that plain Node starts fast, and gives its path. */
export async function bundledWorker(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "evenkeel-worker-")), "worker.cjs");
  const input = fileURLToPath(new URL("worker.ts", import.meta.url));
  await build({ input, platform: "node", output: { file, format: "cjs" }, logLevel: "silent" });
  return file;
}
