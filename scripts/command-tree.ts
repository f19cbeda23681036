import { type Argument, Command, type Option } from "commander";
import { COMMANDS } from "../src/command-list.ts";
import type { Act } from "../src/commands/act.ts";
import type { CommandNode, CommandTree, FlagNode, ValueSlot } from "../src/completion/command-tree.ts";
import { HEADINGS } from "../src/help.ts";
import { addGlobals } from "../src/program.ts";

const ABOUT = "A small journal for hard cases at work. Your words stay on this computer.";
const HELP: FlagNode = { long: "--help", short: "-h", about: "help", value: null };
const VERSION: FlagNode = { long: "--version", short: "-V", about: "the version", value: null };

function flagOf({ long, short, flags, description, required, optional }: Option): FlagNode {
  const name = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1]?.replace(/\.\.\.$/, "");
  const value = name === undefined || !(required || optional) ? null : { name, required };
  return { long: long ?? flags, short: short ?? null, about: description, value };
}

function slotOf(argument: Argument): ValueSlot {
  return { name: argument.name(), required: argument.required, about: argument.description, many: argument.variadic };
}

function isHidden(command: Command): boolean {
  return (command as unknown as { _hidden?: boolean })._hidden === true;
}

function nodeOf(command: Command, summary: string): CommandNode {
  return {
    name: command.name(),
    summary,
    about: command.description(),
    values: command.registeredArguments.map(slotOf),
    flags: command.options.filter(({ hidden }) => !hidden).map(flagOf),
    commands: command.commands.filter((one) => !isHidden(one)).map((one) => nodeOf(one, one.description())),
  };
}

/** The whole command line, from what each command registers. */
export async function commandTree(): Promise<CommandTree> {
  const root = addGlobals(new Command("evenkeel"));
  const act: Act = () => () => Promise.resolve();
  for (const { load } of COMMANDS) (await load()).register(root, act);
  const shown = COMMANDS.filter(({ name }) => name !== "home");
  const nodes = shown.flatMap(({ name, summary }) => {
    const command = root.commands.find((one) => one.name() === name);
    return command === undefined ? [] : [nodeOf(command, summary)];
  });
  const groups = Object.entries(HEADINGS).map(([moment, heading]) => ({
    heading,
    commands: shown.filter((command) => command.moment === moment).map(({ name }) => name),
  }));
  return { name: "evenkeel", summary: ABOUT, about: ABOUT, values: [], flags: [...root.options.map(flagOf), HELP, VERSION], commands: nodes, groups };
}
