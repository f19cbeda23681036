import { TOPICS } from "../src/commands/help-topics.ts";
import { topicBody } from "../src/commands/topic-text.ts";
import { type CommandNode, type CommandTree, type FlagNode, slotText } from "../src/completion/command-tree.ts";
import { SETTINGS } from "../src/settings/keys.ts";

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/[<>]/g, (sign) => `\\${sign}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function flagRows(flags: readonly FlagNode[]): string {
  const rows = flags.map(({ long, short, value, about }) => {
    const name = `${short === null ? "" : `${short}, `}${long}${value === null ? "" : ` ${slotText(value)}`}`;
    return [`\`${name}\``, cell(about)];
  });
  return table(["flag", "does"], rows);
}

function usage(node: CommandNode, path: string): string {
  const values = node.values.map(slotText);
  return [path, ...(node.commands.length > 0 && values.length === 0 ? ["[command]"] : []), ...values, ...(node.flags.length > 0 ? ["[flags]"] : [])].join(" ");
}

function section(node: CommandNode, path: string, depth: number): string {
  const whole = `${path} ${node.name}`;
  const values = node.values.filter(({ about }) => about !== "").map((slot) => [`\`${slotText(slot)}\``, cell(slot.about)]);
  const parts = [
    `${"#".repeat(depth)} ${whole.replace(/^evenkeel /, "")}`,
    `\`${usage(node, whole)}\``,
    `${cell(node.about.charAt(0).toUpperCase() + node.about.slice(1))}.`,
    ...(values.length > 0 ? [table(["argument", "is"], values)] : []),
    ...(node.flags.length > 0 ? [flagRows(node.flags)] : []),
    ...node.commands.map((one) => section(one, whole, depth + 1)),
  ];
  return parts.join("\n\n");
}

function topic(name: string): string {
  const topicNamed = TOPICS.find((one) => one.name === name);
  const text = topicNamed === undefined ? "" : topicBody(topicNamed);
  return `\`\`\`text\n${text}\n\`\`\``;
}

/** docs/reference.md: every command, flag and setting, as the program registers them. */
export function reference(tree: CommandTree): string {
  const named = new Map(tree.commands.map((node) => [node.name, node]));
  const groups = tree.groups.flatMap(({ heading, commands }) => [
    `## ${heading}`,
    ...commands.flatMap((name) => named.get(name) ?? []).map((node) => section(node, "evenkeel", 3)),
  ]);
  const settings = SETTINGS.map(({ key, about, accepts, default: usual, place }) => {
    return [`\`${key}\``, cell(about), cell(accepts), usual === null ? "" : `\`${String(usual)}\``, place === "journal" ? "the journal" : "this machine"];
  });
  const parts = [
    "# Reference",
    "Made from the commands themselves by `npm run docs`. `man evenkeel` says the same, and `evenkeel <command> --help` tells it for one.",
    "`evenkeel [flags] [command] [arguments]`. Without a command: where you are today, and the next useful step.",
    "## Anywhere",
    flagRows(tree.flags),
    ...groups,
    "## Settings",
    "`evenkeel config set <key> <value>`. Those of the journal travel with it; those of this machine stay.",
    table(["key", "what it is", "accepted", "default", "lies in"], settings),
    "## Formats",
    topic("formats"),
    "## Environment",
    topic("environment"),
    "## Exit codes",
    topic("exit-codes"),
  ];
  return `${parts.join("\n\n")}\n`;
}
