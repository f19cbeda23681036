import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandTree } from "./completion/command-tree.ts";
import { complete, type LookUp, type Offer } from "./completion/complete.ts";
import { useCompiled } from "./prime.ts";
import type { Session } from "./session.ts";
import { writeAll } from "./terminal/output.ts";

/** A session that can never ask: the shell waits, and somebody is typing. */
async function silentSession(dist: string): Promise<Session> {
  useCompiled(dist, []);
  const [{ thisMachine }, { openSession }] = [await import("./machine.ts"), await import("./session.ts")];
  return openSession({ ...(await thisMachine(dist)), stdinIsTerminal: false }, { input: false, color: false });
}

/** What lies in the journal is a help, not a need: where it cannot be read, nothing is offered. */
function looksUp(dist: string): LookUp {
  return async (of, typed, before) => {
    try {
      const session = await silentSession(dist);
      return (await import("./commands/known-values.ts")).knownValues(session, of, typed, before);
    } catch {
      return [];
    }
  };
}

/** A line "words" or "files", then a word a line with its meaning behind a tab. */
function answer(offer: Offer): string {
  if (offer.kind === "files") return "files\n";
  const lines = offer.words.map(({ word, about }) => `${word}\t${about.replace(/\s+/g, " ")}`);
  return `${["words", ...lines].join("\n")}\n`;
}

/**
 * Answers a shell that asks what may come next: `evenkeel complete <words before the cursor> :<word at the cursor>`.
 *
 * Always ends with 0 and writes nothing else: no error and no question may get in between the keys of somebody typing.
 */
export async function runComplete(words: readonly string[], dist: string): Promise<number> {
  try {
    const tree = JSON.parse(readFileSync(join(dist, "commands.json"), "utf8")) as CommandTree;
    const current = (words.at(-1) ?? ":").replace(/^:/, "");
    writeAll(1, answer(await complete(tree, words.slice(0, -1), current, looksUp(dist))));
  } catch {
    // Without an answer the shell offers nothing.
  }
  return 0;
}
