import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import type { Act } from "../../src/commands/act.ts";
import { register as registerExport } from "../../src/commands/export.ts";
import { register as registerImport } from "../../src/commands/import.ts";
import { contentFromLines } from "../../src/content/in-lines.ts";
import type { DeepContent } from "../../src/content/content.ts";
import { EvenkeelError } from "../../src/errors.ts";
import type { Runtime } from "../../src/runtime.ts";
import { openSession } from "../../src/session.ts";
import { NO_PACKS } from "../../src/settings/packs.ts";
import { PLAIN_PALETTE } from "../../src/views/palette.ts";
import { NOW, open, options } from "../journal/kit.ts";

const CONTENT = join(import.meta.dirname, "../../dist/content/en");
const read = (part: string): string => readFileSync(join(CONTENT, `${part}.json`), "latin1");

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `export` and `import` in this process, on a journal of its own whose disk does not wait. */
export interface Carrying {
  readonly home: string;
  readonly run: (args: readonly string[], input?: string | Uint8Array) => Promise<Ran>;
  readonly remove: () => void;
}

const CODES = { failure: 1, usage: 2, journal: 3, cancelled: 130 } as const;

export function carrying(): Carrying {
  const home = mkdtempSync(join(tmpdir(), "evenkeel-carry-"));
  const run = async (args: readonly string[], input: string | Uint8Array = ""): Promise<Ran> => {
    const said = { out: "", err: "" };
    const stream = (name: "out" | "err") => ({ isTerminal: false, columns: 80, write: (text: string | Uint8Array) => { said[name] += String(text); } });
    const runtime: Partial<Runtime> = {
      env: {},
      platform: "linux",
      places: options(home).places,
      out: stream("out"),
      err: stream("err"),
      stdinIsTerminal: false,
      readStdin: () => Promise.resolve(typeof input === "string" ? Buffer.from(input) : input),
      clock: () => NOW,
      offsetAt: () => 60,
      newId: (instant) => `new-${String(instant)}`,
      journal: () => open(home),
      content: () => contentFromLines(read("content")),
      deepContent: () => JSON.parse(read("deep")) as DeepContent,
      languages: () => ["en"],
      packs: NO_PACKS,
      palette: () => PLAIN_PALETTE,
      machineSettings: () => ({}),
    };
    const program = new Command("evenkeel").exitOverride().option("--json").option("--no-input").option("--quiet").option("--keep-numbers");
    let code = 0;
    const act: Act =
      (work) =>
      async (...received) => {
        const command = received.at(-1) as Command;
        const session = openSession(runtime as Runtime, command.optsWithGlobals());
        code = (await work(session, received.at(-2) as never, received.slice(0, -2))) ?? 0;
        code = session.close(code);
      };
    registerExport(program, act);
    registerImport(program, act);
    try {
      await program.parseAsync([...args], { from: "user" });
    } catch (error) {
      if (!(error instanceof EvenkeelError)) throw error;
      said.err += `${error.message}\n${error.next ?? ""}\n`;
      code = CODES[error.kind];
    }
    return { code, ...said };
  };
  return { home, run, remove: () => { rmSync(home, { recursive: true, force: true }); } };
}
