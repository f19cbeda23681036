import { COMMANDS, type Moment } from "./command-list.ts";

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
export const EXAMPLES: readonly (readonly [string, string])[] = [
  ["evenkeel", "where you are today, and the next useful step"],
  ["evenkeel reflect", "a hard case, about a minute, with questions"],
  ["evenkeel win", "something that went well"],
  ["evenkeel card --format pdf", "your reminder card, to print"],
];

const GLOBALS: readonly (readonly [string, string])[] = [
  ["--json", "one JSON document on standard output"],
  ["--no-input", "never ask; what is missing is named"],
  ["--yes", "answer every confirmation with yes"],
  ["--as-of <moment>", "look at the journal as it was then"],
  ["--quiet, --no-color, --ascii, --lang <tag>, --keep-numbers", ""],
];

function rows(pairs: readonly (readonly [string, string])[], width: number): string[] {
  return pairs.map(([name, about]) => `  ${about === "" ? name : name.padEnd(width) + about}`);
}

/** The text of `evenkeel --help`: examples first, commands by the moment they belong to. At most 80 columns. */
export function helpText(): string {
  const commands = COMMANDS.filter(({ name }) => name !== "home");
  const groups = Object.entries(HEADINGS).flatMap(([moment, heading]) => {
    const inGroup = commands.filter((command) => command.moment === moment);
    if (inGroup.length === 0) return [];
    return ["", heading, ...rows(inGroup.map(({ name, summary }) => [name, summary] as const), 14)];
  });
  const lines = [
    "A small journal for hard cases at work. Your words stay on this computer.",
    "",
    "Try",
    ...rows(EXAMPLES, 30),
    ...groups,
    "",
    "Anywhere",
    ...rows(GLOBALS, 20),
    "",
    "evenkeel <command> --help tells more about one.",
    "evenkeel help <topic>: keys, privacy, formats, environment, exit-codes.",
  ];
  return `${lines.join("\n")}\n`;
}
