import type { Command, CommanderError } from "commander";
import { type EvenkeelError, usageError } from "../errors.ts";
import { harmless } from "../views/harmless.ts";
import { EXAMPLES } from "./examples.ts";
import { wordsOf } from "./help-page.ts";
import { didYouMean } from "./near-miss.ts";

/** What was typed, short and harmless. */
function shown(typed: string): string {
  const line = harmless(typed, "?").replaceAll("\n", " ");
  return line.length > 40 ? `${line.slice(0, 40)}...` : line;
}

/** What commander put between quotes: the option or the name. */
function quoted({ message }: CommanderError): string {
  return /'([^]*?)'(?:\n| argument missing|$)/.exec(message)?.[1] ?? "";
}

function see(words: string): string {
  return `See: evenkeel ${words === "" ? "" : `${words} `}--help`;
}

function example(words: string): string {
  const typed = EXAMPLES[words]?.[0][0];
  return typed === undefined ? see(words) : `For example: ${typed}`;
}

function namesIn(command: Command): readonly string[] {
  return command.commands.map((one) => one.name());
}

function flagsOf(command: Command): readonly string[] {
  const own = command.options.flatMap(({ long }) => (long === undefined ? [] : [long]));
  return command.parent === null ? own : [...own, ...flagsOf(command.parent)];
}

function unknownCommand(command: Command, typed: string): EvenkeelError {
  const words = wordsOf(command);
  const near = didYouMean(typed, namesIn(command));
  if (words !== "") {
    return usageError(`${words} knows no "${shown(typed)}"${near}`, `Accepted: ${namesIn(command).join(", ")}.`);
  }
  const next = near === "" ? '. A hard case in your words: evenkeel reflect "..."' : "";
  return usageError(`there is no command "${shown(typed)}"${near}`, `${see("")}${next}`);
}

function unknownOption(command: Command, typed: string): EvenkeelError {
  const words = wordsOf(command);
  const flag = typed.replace(/=[^]*$/, "");
  const where = words === "" ? "" : ` of ${words}`;
  const takesWords = command.registeredArguments.some((argument) => argument.name() === "words");
  const dash = takesWords ? `. Words that begin with a dash go behind --: evenkeel ${words} -- "-5 degrees"` : "";
  return usageError(`${shown(flag)} is no option${where}${didYouMean(flag, flagsOf(command))}`, `${see(words)}${dash}`);
}

function missingArgument(command: Command, name: string): EvenkeelError {
  const words = wordsOf(command);
  const about = command.registeredArguments.find((argument) => argument.name() === name)?.description ?? "";
  return usageError(`${words} needs <${name}>${about === "" ? "" : `: ${about}`}`, example(words));
}

function surplus(command: Command): EvenkeelError {
  const words = wordsOf(command);
  const [first = ""] = command.args;
  if (command.registeredArguments.length === 0 && command.commands.length > 0) return unknownCommand(command, first);
  const [argument] = command.registeredArguments;
  if (argument === undefined) return usageError(`${words} takes no words behind it`, example(words));
  const count = command.args.length;
  return usageError(`${words} takes one <${argument.name()}>, and there are ${count}`, `If it has blanks, put it in quotes. ${example(words)}`);
}

/** The command that the arguments name, as far as commander knows it. */
function namedBy(program: Command, argv: readonly string[]): Command {
  let command = program;
  for (const word of argv) {
    const below = command.commands.find((one) => one.name() === word);
    if (below !== undefined) command = below;
    else if (command !== program && !word.startsWith("-")) break;
  }
  return command;
}

/** What commander does not accept, as a sentence that says what is wrong, what is accepted, and an example. */
export function complaint(error: CommanderError, program: Command, argv: readonly string[]): EvenkeelError {
  const command = namedBy(program, argv);
  const words = wordsOf(command);
  switch (error.code) {
    case "commander.unknownOption":
      return unknownOption(command, quoted(error));
    case "commander.unknownCommand":
      return unknownCommand(command, command.args[0] ?? quoted(error));
    case "commander.missingArgument":
      return missingArgument(command, quoted(error));
    case "commander.optionMissingArgument": {
      const [flag = "", value = "<value>"] = quoted(error).split(" ");
      const about = [...command.options, ...program.options].find(({ long }) => long === flag)?.description ?? "";
      return usageError(`${flag} needs a value: ${value}${about === "" ? "" : `, ${about}`}`, see(words));
    }
    case "commander.excessArguments":
      return surplus(command);
    case "commander.help":
      return usageError(`${words} needs one word more`, `Accepted: ${namesIn(command).join(", ")}. ${example(words)}`);
    default:
      return usageError("these words cannot be understood", see(words));
  }
}
