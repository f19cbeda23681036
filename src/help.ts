import { COMMANDS, type Moment } from "./command-list.ts";
import { type HelpRow, helpRows, helpTry } from "./views/help-rows.ts";
import { wrap } from "./views/wrap.ts";

/** Over each group of commands. */
export const HEADINGS: Readonly<Record<Moment, string>> = {
  shift: "Before and after the shift",
  case: "After a case",
  look: "Look back",
  week: "Once a week, and on paper",
  care: "Care of the journal",
  more: "More",
};

/** What to try first. */
export const EXAMPLES: readonly HelpRow[] = [
  ["evenkeel", "where you are today, and the next useful step"],
  ["evenkeel reflect", "a hard case, about a minute, with questions"],
  ["evenkeel win", "something that went well"],
  ["evenkeel card --format pdf", "your reminder card, to print"],
];

const GLOBALS: readonly HelpRow[] = [
  ["--json", "one JSON document on standard output"],
  ["--no-input", "never ask; what is missing is named"],
  ["--yes", "answer every confirmation with yes"],
  ["--as-of <moment>", "look at the journal as it was then"],
  ["--quiet", "less talk"],
  ["--no-color", "no colour"],
  ["--ascii", "ASCII signs only"],
  ["--lang <tag>", "language"],
  ["--keep-numbers", "keep numbers that may point to a customer"],
  ["--passphrase-file <file>", "the passphrase of a sealed journal, in its first line"],
  ["--passphrase-fd <number>", "the same, from an open file"],
];

/** The text of `evenkeel --help`: examples first, commands by the moment they belong to. At most `columns` wide. */
export function helpText(columns = 80): string {
  const commands = COMMANDS.filter(({ name }) => name !== "home");
  const groups = Object.entries(HEADINGS).flatMap(([moment, heading]) => {
    const inGroup = commands.filter((command) => command.moment === moment);
    if (inGroup.length === 0) return [];
    return ["", heading, ...helpRows(inGroup.map(({ name, summary }) => [name, summary] as const), columns, { least: 12 })];
  });
  const lines = [
    ...wrap("A small journal for hard cases at work. Your words stay on this computer.", columns),
    "",
    "Try",
    ...helpTry(EXAMPLES, columns),
    ...groups,
    "",
    "Anywhere",
    ...helpRows(GLOBALS, columns),
    "",
    ...wrap("evenkeel <command> --help tells more about one.", columns),
    ...wrap("evenkeel help <topic>: keys, privacy, sealing, formats, environment, exit-codes.", columns),
  ];
  return `${lines.join("\n")}\n`;
}
