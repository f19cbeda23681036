import { Command } from "commander";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../src/command-list.ts";
import type { Act } from "../src/commands/act.ts";
import { directLine } from "../src/direct.ts";
import { addGlobals } from "../src/program.ts";

interface Seen {
  readonly globals: unknown;
  readonly options: unknown;
  readonly args: readonly unknown[];
}

const modules = await Promise.all(COMMANDS.filter(({ name }) => name !== "home").map(async ({ name, load }) => ({ name, ...(await load()) })));
const direct = modules.filter((one) => one.direct !== undefined);

/** What commander makes of a command line; null where it refuses it. */
async function byCommander(argv: readonly string[]): Promise<Seen | null> {
  let seen: Seen | null = null;
  const act: Act =
    () =>
    (...received) => {
      const command = received.at(-1) as Command;
      seen = { globals: command.optsWithGlobals(), options: received.at(-2), args: received.slice(0, -2) };
      return Promise.resolve();
    };
  const program = addGlobals(new Command("evenkeel")).helpCommand(false).exitOverride();
  program.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const { register } of direct) register(program, act);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch {
    return null;
  }
  return seen;
}

const word = fc.constantFrom("refund", "list", "", "a b", "today", "help", "add", "=x", "\u00e9");
const flag = fc.constantFrom("--json", "--no-input", "--yes", "--quiet", "--no-color", "--ascii", "--keep-numbers");
const odd = fc.constantFrom("-", "--", "--as-of", "--lang", "--as-of=today", "-x", "--jso", "--limit", "--json=1", "--help", "--input");
const value = fc.tuple(fc.constantFrom("--as-of", "--lang"), word);
const parts = fc.array(fc.oneof({ weight: 3, arbitrary: word.map((one) => [one]) }, { weight: 3, arbitrary: flag.map((one) => [one]) }, { weight: 2, arbitrary: value }, odd.map((one) => [one])), { maxLength: 5 });

describe("the usual command lines, read without commander", () => {
  it.each(direct.map(({ name, direct: how }) => [name, how] as const))("mean what commander makes of them: %s", async (name, how) => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (before, after) => {
        const argv = [...before.flat(), name, ...after.flat()];
        const line = directLine(argv);
        const known = direct.find((one) => one.name === line?.command);
        if (line === null || known?.direct === undefined) return;
        const { words } = known.direct;
        if (words !== "any" && (words === "some") !== line.words.length > 0) return;
        expect(await byCommander(argv)).toEqual({ globals: line.globals, options: {}, args: words === "none" ? [] : [line.words] });
      }),
      { numRuns: 200 },
    );
    expect(directLine([name])).toEqual({ command: name, words: [], globals: { input: true, color: true } });
    expect(how?.work).toBeTypeOf("function");
  });

  it("are those of the commands that must be there at once", () => {
    expect(direct.map(({ name }) => name).sort()).toEqual(["card", "list", "reflect", "reminders", "roadmap", "suggest"]);
  });

  it.each([["--as-of"], ["list", "--as-of", "--json"], ["list", "-"], ["list", "--"], ["list", "--limit", "3"], ["list", "--json=1"], []])("leave the rest to commander: %s", (...argv) => {
    expect(directLine(argv)).toBeNull();
  });
});
