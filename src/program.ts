import { Command, CommanderError, Option } from "commander";
import { COMMANDS, type CommandSpec } from "./command-list.ts";
import type { Act } from "./commands/act.ts";
import type { Runtime } from "./runtime.ts";
import { openSession, type Globals } from "./session.ts";

/** The flags that may stand anywhere. */
export function addGlobals(program: Command): Command {
  return program
    .addOption(new Option("--json", "one JSON document on standard output"))
    .addOption(new Option("--no-input", "never ask; what is missing is named"))
    .addOption(new Option("--yes", "answer every confirmation with yes"))
    .addOption(new Option("--as-of <moment>", "show the journal as it was then"))
    .addOption(new Option("--quiet", "less talk"))
    .addOption(new Option("--no-color", "no colour"))
    .addOption(new Option("--ascii", "ASCII signs only"))
    .addOption(new Option("--lang <tag>", "language"))
    .addOption(new Option("--keep-numbers", "keep numbers that may point to a customer; card numbers and codes never are"))
    .addOption(new Option("--passphrase-file <file>", "the passphrase of a sealed journal, in the first line of a file"))
    .addOption(new Option("--passphrase-fd <number>", "the same, from an open file"));
}

/** Options of the program that take a value, so that the value is not mistaken for the command. */
const WITH_VALUE = ["--as-of", "--lang", "--passphrase-file", "--passphrase-fd"];

const HELP = ["-h", "--help"];

/** The command's name in the arguments, or null where there is none. */
export function commandWord(argv: readonly string[]): string | null {
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (WITH_VALUE.includes(word)) at += 1;
    else if (word === "--") return argv[at + 1] ?? null;
    else if (!word.startsWith("-") || word === "-") return word;
  }
  return null;
}

/** `help reflect` is `reflect --help`. */
function withHelp(argv: readonly string[]): readonly string[] {
  const [first, topic, ...more] = argv;
  if (first === "home") return argv.slice(1);
  const isCommand = COMMANDS.some(({ name }) => name === topic && name !== "help" && name !== "home");
  return first === "help" && topic !== undefined && isCommand ? [topic, ...more, "--help"] : argv;
}

function wantedCommand(argv: readonly string[]): CommandSpec | undefined {
  const word = commandWord(argv) ?? "home";
  return COMMANDS.find(({ name }) => name === word);
}

async function addCommands(program: Command, wanted: CommandSpec | undefined, act: Act): Promise<void> {
  for (const command of COMMANDS) {
    if (command === wanted) (await command.load()).register(program, act);
    else if (command.name !== "home") program.command(command.name);
  }
}

/**
 * Runs one command line and gives its exit code.
 *
 * Only the command that was named is loaded; the others are there by name, so that near misses are suggested.
 * Throws a usage failure for what commander does not accept.
 */
export async function runProgram(given: readonly string[], runtime: Runtime): Promise<number> {
  const argv = withHelp(given);
  const program = addGlobals(new Command("evenkeel"));
  program.helpCommand(false).helpOption("-h, --help", "show this").exitOverride().configureOutput({
    writeOut: (text) => {
      runtime.out.write(text);
    },
    writeErr: () => undefined,
    getOutHelpWidth: () => Math.min(runtime.out.columns, 80),
  });
  if (argv.some((word) => HELP.includes(word))) {
    const [{ helpPage }, { helpText }] = await Promise.all([import("./commands/help-page.ts"), import("./help.ts")]);
    program.configureHelp({
      formatHelp: (command, helper) => (command.parent === null ? helpText(helper.helpWidth) : helpPage(command, helper)),
    });
  }
  let code = 0;
  const act: Act =
    (work) =>
    async (...received) => {
      const command = received.at(-1) as Command;
      const options = received.at(-2) as Parameters<typeof work>[1];
      const globals = command.optsWithGlobals<Globals>();
      if (runtime.seal.vault !== null) await (await import("./commands/unlock.ts")).unlockFor(runtime, globals, wantedCommand(argv), options);
      const session = openSession(runtime, globals);
      code = (await work(session, options, received.slice(0, -2))) ?? 0;
      code = session.close(code);
    };
  await addCommands(program, wantedCommand(argv), act);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw (await import("./commands/complaint.ts")).complaint(error, program, argv);
  }
  return code;
}
