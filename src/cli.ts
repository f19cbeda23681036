import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useCompiled } from "./prime.ts";
import { ClosedPipe } from "./runtime.ts";
import { isTerminal, writeAll } from "./terminal/output.ts";

/** The built texts are as wide as this. */
const WIDE = 80;

/** Texts written when the project is built, printed without loading anything else. */
function builtText(argv: readonly string[]): string | null {
  const [first, ...more] = argv;
  if (more.length > 0) return null;
  if (first === "--version" || first === "-V") return "version.txt";
  if (first === "--help" || first === "-h" || first === "help") return "help.txt";
  return null;
}

/** The installed command: gives the exit code of one run on this machine. */
export async function start(argv: readonly string[]): Promise<number> {
  const text = builtText(argv);
  if (text !== null) {
    const columns = text === "help.txt" && isTerminal(1) ? process.stdout.columns || WIDE : WIDE;
    try {
      writeAll(1, columns < WIDE ? (await import("./help.ts")).helpText(columns) : readFileSync(join(__dirname, text)));
    } catch (error) {
      if (!(error instanceof ClosedPipe)) throw error;
    }
    return 0;
  }
  if (argv[0] === "complete") return (await import("./complete.ts")).runComplete(argv.slice(1), __dirname);
  useCompiled(__dirname, argv);
  const [{ run }, { thisMachine }] = [await import("./main.ts"), await import("./machine.ts")];
  return run(argv, await thisMachine(__dirname));
}
