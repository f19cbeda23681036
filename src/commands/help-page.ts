import type { Argument, Command, Help } from "commander";
import { type HelpRow, helpRows, helpTry } from "../views/help-rows.ts";
import { hang, wrap } from "../views/wrap.ts";
import { EXAMPLES } from "./examples.ts";

/** The command's words without the program's name: "reminders add". */
export function wordsOf(command: Command): string {
  return command.parent === null ? "" : `${wordsOf(command.parent)} ${command.name()}`.trim();
}

/** The flags that go with every command. */
function globals(command: Command): string {
  return command.parent === null ? command.options.map(({ flags }) => flags).join(" ") : globals(command.parent);
}

function section(title: string, rows: readonly HelpRow[], columns: number): readonly string[] {
  return rows.length === 0 ? [] : ["", title, ...helpRows(rows, columns)];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function rowOf(argument: Argument): HelpRow {
  return [argument.required ? `<${argument.name()}>` : `[${argument.name()}]`, argument.description];
}

/** One command's help: what it does, examples, then everything it takes. */
export function helpPage(command: Command, helper: Help): string {
  const columns = helper.helpWidth ?? 80;
  const words = wordsOf(command);
  const options = helper.visibleOptions(command).map((option): HelpRow => [helper.optionTerm(option), option.description]);
  const below = helper.visibleCommands(command).map((one): HelpRow => [helper.subcommandTerm(one).replace("[options] ", ""), one.description()]);
  const lines = [
    ...wrap(sentence(command.description()), columns),
    "",
    "Try",
    ...helpTry(EXAMPLES[words] ?? [[`evenkeel ${words}`, ""]], columns),
    "",
    ...hang("Usage: ", helper.commandUsage(command), columns),
    ...section("Words behind it", command.registeredArguments.map(rowOf), columns),
    ...section("Commands", below, columns),
    ...section("Options", options, columns),
    "",
    ...hang("Anywhere: ", globals(command), columns),
    ...wrap("evenkeel --help tells what these do.", columns),
  ];
  return `${lines.join("\n")}\n`;
}
