import { TOPICS } from "../src/commands/help-topics.ts";
import { topicBody } from "../src/commands/topic-text.ts";
import type { CommandNode, CommandTree, FlagNode, ValueSlot } from "../src/completion/command-tree.ts";
import { EXAMPLES } from "../src/help.ts";
import { places } from "../src/journal/places.ts";
import { SETTINGS } from "../src/settings/keys.ts";
import { argument, escaped, page, prose } from "./roff.ts";

export interface Edition {
  readonly version: string;
  /** The day of the version, `2026-11-22`. */
  readonly date: string;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function value({ name, required, many = false }: Pick<ValueSlot, "name" | "required"> & { readonly many?: boolean }): string {
  const word = `Ar ${argument(name)}${many ? " ..." : ""}`;
  return required ? word : `Op ${word}`;
}

function flagItem({ long, short, about, value: taken }: FlagNode): string {
  const names = `${short === null ? "" : `Fl ${short.slice(1)} , `}Fl ${argument(long.slice(1))}`;
  return [`.It ${names}${taken === null ? "" : ` ${value(taken)}`}`, prose(about)].join("\n");
}

function list(items: readonly string[]): string {
  return [".Bl -tag -width Ds", ...items, ".El"].join("\n");
}

function commandItem(node: CommandNode, path: string): string {
  const parts = [`.It Ic ${path}${node.name}`, ...node.values.map(value)].join(" ");
  const inside = [...node.flags.map(flagItem), ...node.commands.map((one) => commandItem(one, `${path}${node.name} `))];
  return [parts, prose(node.about), ...(inside.length > 0 ? [list(inside)] : [])].join("\n");
}

function commands(tree: CommandTree): string {
  const named = new Map(tree.commands.map((node) => [node.name, node]));
  const groups = tree.groups.map(({ heading, commands: names }) => {
    const items = names.flatMap((name) => named.get(name) ?? []).map((node) => commandItem(node, ""));
    return `.Ss ${escaped(heading)}\n${list(items)}`;
  });
  return groups.join("\n");
}

function topic(name: string): string {
  const topicNamed = TOPICS.find((one) => one.name === name);
  const text = topicNamed === undefined ? "" : topicBody(topicNamed);
  return page(text);
}

function files(): string {
  const { journal, packs, local, cache, config } = places({}, "linux", "~");
  const rows: readonly (readonly [string, string])[] = [
    [journal, "the journal: one file a month and device, and the books beside them"],
    [packs, "packs that were added"],
    [local, "drafts, the lock, what undo needs, and automatic backups: of this machine only"],
    [cache, "made from the journal; safe to delete"],
    [config, "settings of this machine"],
  ];
  const items = rows.map(([path, about]) => `.It Pa ${argument(path)}\n${prose(about)}`);
  return list(items);
}

function settings(): string {
  return list(SETTINGS.map(({ key, about, accepts }) => `.It Cm ${argument(key)}\n${prose(`${about}: ${accepts}`)}`));
}

/** The manual page in mdoc. */
export function manualPage(tree: CommandTree, { version, date }: Edition): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const sections: readonly (readonly [string, string])[] = [
    ["NAME", ".Nm evenkeel\n.Nd a small journal for hard cases at work"],
    ["SYNOPSIS", ".Nm\n.Op Ar flags\n.Op Ar command Op Ar arguments"],
    [
      "DESCRIPTION",
      [
        prose("What set me off, how I reacted, what I want instead: about a minute for each hard case. From them come a road map of where cases go off course, a list of reminders, a card to print, and a look back once a week."),
        ".Pp",
        prose("Without a command it tells where you are today and the next useful step. Everything stays in files on this computer; the network is never used."),
        ".Pp",
        prose(`This page is of version ${version}.`),
      ].join("\n"),
    ],
    ["OPTIONS", `${prose("These may stand anywhere on the line.")}\n${list(tree.flags.map(flagItem))}`],
    ["COMMANDS", commands(tree)],
    ["SETTINGS", `${prose("Kept with evenkeel config set.")}\n${settings()}`],
    ["KEYS", topic("keys")],
    ["FORMATS", topic("formats")],
    ["PRIVACY", topic("privacy")],
    ["ENVIRONMENT", topic("environment")],
    ["FILES", `${prose("Without EVENKEEL_HOME, and without XDG folders of your own:")}\n${files()}`],
    ["EXIT STATUS", topic("exit-codes")],
    ["EXAMPLES", list(EXAMPLES.map(([line, about]) => `.It Li ${argument(line)}\n${prose(about)}`))],
  ];
  const head = [`.Dd ${MONTHS[Number(month) - 1] ?? ""} ${Number(day)}, ${year}`, ".Dt EVENKEEL 1", ".Os"].join("\n");
  return `${head}\n${sections.map(([name, text]) => `.Sh ${name}\n${text}`).join("\n")}\n`;
}
