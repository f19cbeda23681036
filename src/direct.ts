import { COMMANDS } from "./command-list.ts";
import type { Direct } from "./commands/act.ts";
import type { Runtime } from "./runtime.ts";
import { type Globals, openSession } from "./session.ts";

/** A command line that holds a command, words and flags that may stand anywhere, and nothing else. */
export interface DirectLine {
  readonly command: string;
  readonly words: readonly string[];
  readonly globals: Globals;
}

/** What each flag sets, as commander does. */
const SWITCHES: Readonly<Record<string, Partial<Globals>>> = {
  "--json": { json: true },
  "--no-input": { input: false },
  "--yes": { yes: true },
  "--quiet": { quiet: true },
  "--no-color": { color: false },
  "--ascii": { ascii: true },
  "--keep-numbers": { keepNumbers: true },
};

const VALUES: Readonly<Record<string, "asOf" | "lang">> = { "--as-of": "asOf", "--lang": "lang" };

/** The command line, or null where commander has to look at it. */
export function directLine(argv: readonly string[]): DirectLine | null {
  let globals: Globals = { input: true, color: true };
  const words: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    const name = VALUES[word];
    if (name !== undefined) {
      at += 1;
      const value = argv[at];
      if (value === undefined || value.startsWith("-")) return null;
      globals = { ...globals, [name]: value };
    } else if (!word.startsWith("-")) {
      words.push(word);
    } else if (Object.hasOwn(SWITCHES, word)) {
      globals = { ...globals, ...SWITCHES[word] };
    } else {
      return null;
    }
  }
  const [command, ...rest] = words;
  return command === undefined ? null : { command, words: rest, globals };
}

function fits({ words: taken }: Direct, words: readonly string[]): boolean {
  return taken === "any" || (taken === "some") === words.length > 0;
}

/**
 * Runs the usual command lines without commander, which takes a tenth of an empty program's time to start: nothing in
 * them can be wrong. Gives null, with nothing done, where commander has to look.
 */
export async function runDirect(argv: readonly string[], runtime: Runtime): Promise<number | null> {
  // A sealed journal has to be opened first.
  if (runtime.seal.vault !== null) return null;
  const line = directLine(argv);
  const spec = COMMANDS.find(({ name }) => name === line?.command && name !== "home");
  if (line === null || spec === undefined) return null;
  const { direct } = await spec.load();
  if (direct === undefined || !fits(direct, line.words)) return null;
  const session = openSession(runtime, line.globals);
  const code = await direct.work(session, {}, direct.words === "none" ? [] : [line.words]);
  return session.close(code ?? 0);
}
